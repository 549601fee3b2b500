"""`editor` writes a page and its configuration; `starters` writes files to double-click."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
import yaml
from in_process import run_command

from policybook.cli.commands.ready_made import STARTERS

FAKE = '#!/bin/sh\nfor word in "$@"; do printf "[%s]" "$word"; done\necho\n'
SHELL = ["Policybook.command", "policybook.sh"]


def test_editor_writes_two_files(project: Path) -> None:
    done = run_command("editor", "--project", project, "--repository", "oak/policies")
    assert done.returncode == 0
    config = yaml.safe_load((project / "admin/config.yml").read_text(encoding="utf-8"))
    assert config["backend"]["repo"] == "oak/policies"
    page = (project / "admin/index.html").read_text(encoding="utf-8")
    assert "@sveltia/cms@0." in page and 'integrity="sha384-' in page
    assert "OWNER/NAME" not in done.stdout


def test_editor_says_what_is_missing(project: Path, tmp_path: Path) -> None:
    done = run_command("editor", tmp_path / "page", "--project", project)
    assert "--repository OWNER/NAME" in done.stdout
    assert (tmp_path / "page/config.yml").is_file()


def test_editor_needs_a_folder(project: Path, tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"")
    done = run_command("editor", tmp_path / "page", "--project", project)
    assert done.returncode == 1 and "cannot be written" in done.stdout


def test_editor_leaves_the_check_alone(project: Path) -> None:
    before = run_command("check", "--project", project).stdout
    run_command("editor", "--project", project)
    run_command("starters", "--project", project)
    assert run_command("check", "--project", project).stdout == before


def test_starters_may_be_run(project: Path) -> None:
    assert run_command("starters", "--project", project).returncode == 0
    for name in STARTERS:
        assert (project / name).stat().st_mode & stat.S_IXUSR
    assert run_command("starters", "--project", project).returncode == 0


def test_starters_replace_no_other_file(project: Path) -> None:
    (project / "policybook.sh").write_bytes(b"echo mine\n")
    done = run_command("starters", "--project", project)
    assert done.returncode == 1 and "already a file" in done.stdout
    assert (project / "policybook.sh").read_bytes() == b"echo mine\n"


def test_windows_starter_has_its_line_ends(project: Path) -> None:
    run_command("starters", "--project", project)
    data = (project / "Policybook.cmd").read_bytes()
    assert data.isascii() and data.count(b"\n") == data.count(b"\r\n") > 10


def start(file: Path, tmp_path: Path, *dropped: str, fake: bool = True) -> str:
    """Run a starter beside a fake `policybook`. Return what it printed."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    if fake:
        (bin_folder / "policybook").write_text(FAKE, encoding="utf-8")
        (bin_folder / "policybook").chmod(0o755)
    for tool in ("dirname", "sh"):
        (bin_folder / tool).symlink_to(shutil.which(tool) or "")
    done = subprocess.run(
        [str(file), *dropped],
        cwd=tmp_path,
        env={**os.environ, "PATH": str(bin_folder), "HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert not done.stderr
    return done.stdout


@pytest.mark.parametrize("name", SHELL)
def test_starter_opens_the_menu(project: Path, tmp_path: Path, name: str) -> None:
    run_command("starters", "--project", project)
    assert subprocess.run(["sh", "-n", str(project / name)], check=False).returncode == 0
    assert start(project / name, tmp_path) == f"[menu][--project][{project}]\n"


@pytest.mark.parametrize("dropped", ["A Policy.docx", "-x.docx", "a'b\"c.docx", "$(rm).docx"])
def test_starter_imports_dropped_files(project: Path, tmp_path: Path, dropped: str) -> None:
    run_command("starters", "--project", project)
    first, second = start(project / SHELL[0], tmp_path, dropped).splitlines()
    assert first == f"[import][{dropped}][--project][{project}]"
    assert second == f"[menu][--project][{project}]"


def test_starter_says_what_is_missing(project: Path, tmp_path: Path) -> None:
    if any((Path(p) / "policybook").exists() for p in ("/usr/local/bin", "/opt/homebrew/bin")):
        pytest.skip("policybook is installed for everyone")
    run_command("starters", "--project", project)
    out = start(project / SHELL[0], tmp_path, fake=False)
    assert out.startswith("Policybook is not installed")
