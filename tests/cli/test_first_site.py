"""Test the way in: from an empty folder to a site in three commands and at most ten questions."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.cli.school import run_process, tree

pytestmark = [pytest.mark.slow, pytest.mark.mkdocs]

PROGRAM = ("-m", "policybook")
ANSWERS = ("Hill View Primary School", "Wales, maintained, primary", "", "office@hill.sch.uk", "2")


def answer_at_terminal(folder: Path, *words: str) -> str:
    """Run a command at a terminal and type the answers. Return what it showed."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execv(sys.executable, [sys.executable, *PROGRAM, *words])
    os.write(terminal, "".join(f"{line}\n" for line in ANSWERS).encode())
    shown = b""
    while True:
        try:
            data = os.read(terminal, 4096)
        except OSError:  # Linux says so at the end
            data = b""
        if not data:
            break
        shown += data
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown.decode()
    return shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_first_site(tmp_path: Path) -> None:
    shown = answer_at_terminal(
        tmp_path, "init", "school"
    )  # the first command; `cd school` the second
    assert len(re.findall(r"\d/5 ", shown)) == 5
    school = tmp_path / "school"
    before = tree(school)
    done = run_process(*PROGRAM, cwd=school)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 errors" in run_process(*PROGRAM, "check", cwd=school).stdout
    assert len(re.findall(r"(?m)^.+$", done.stdout)) <= 17  # the summary, and what was published
    home = (school / "site/index.html").read_text(encoding="utf-8")
    assert "Hill View Primary School" in home
    assert "build.py" not in done.stdout
    assert "1 draft is not on it" in done.stdout
    assert {path: data for path, data in tree(school).items() if path in before} == before


def test_mkdocs_builds_a_new_project(tmp_path: Path) -> None:
    run_process(*PROGRAM, "init", "--name", "Hill View", cwd=tmp_path)
    done = run_process("-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "out"), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Hill View" in (tmp_path / "out/index.html").read_text(encoding="utf-8")
