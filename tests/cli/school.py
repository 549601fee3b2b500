"""A small school for the tests of commands: its files, a command as an office types it, harm."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from builders import write_files
from in_process import run_command

from policybook import cli
from policybook.reading.files import layout
from tests.approvals.commands import make_secret_files

ROOT = Path(__file__).parents[2]
SCHOOL = ROOT / "tests" / "golden" / "school"
TODAY = "2026-11-22"


def run(project: Path, *words: str, today: bool = True) -> int:
    return cli.main([*words, "--project", str(project), *(("--today", TODAY) if today else ())])


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and not p.name.startswith("record.lock")
    }


def add_secret_version(project: Path) -> None:
    """A version with a picture and summaries, which is recorded."""
    files = {p: d.encode() if isinstance(d, str) else d for p, d in make_secret_files().items()}
    shutil.rmtree(project / "docs/policies")
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    files["docs/policies/behaviour/quince.png"] = png
    del files[layout.RECORD]
    write_files(files, project)
    assert run(project, "approve", "--all", "--yes") == 0


COMMANDS = {
    "approve": (
        "approve",
        "mobile-phones",
        "2026-12",
        "--by",
        "Governing Body",
        "--on",
        "2026-11-20",
        "--minute",
        "FGB 1",
    ),
    "review": (
        "review",
        "behaviour",
        "--on",
        "2026-10-05",
        "--by",
        "Head",
        "--outcome",
        "No change",
        "--review-year",
        "2028/29",
    ),
    "withdraw": (
        "withdraw",
        "behaviour",
        "2024-09",
        "--on",
        "2026-11-01",
        "--reason",
        "The law changed.",
    ),
    "remove": (
        "withdraw",
        "behaviour",
        "2024-09",
        "--on",
        "2026-11-01",
        "--reason",
        "A court ordered it.",
        "--remove-text",
    ),
}


def shell(step: str, site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", step],
        cwd=site,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def edit(file: Path, old: bytes, new: bytes) -> None:
    data = file.read_bytes()
    assert old in data
    file.write_bytes(data.replace(old, new, 1))


def shorten(file: Path) -> None:
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))


def run_process(
    *arguments: str, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def build(project: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return run_command(*more, "--project", project, "--today", TODAY)
