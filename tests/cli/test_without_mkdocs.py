"""Every command but `build` and `serve` runs in a process that cannot import MkDocs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCHOOL = ROOT / "tests" / "golden" / "school"
CODE = """
import sys
for name in ("mkdocs", "material", "markdown"):
    sys.modules[name] = None
from policybook import cli
sys.exit(cli.main(sys.argv[1:]))
"""
APPROVAL = ("--by", "Governing Body", "--on", "2026-11-20", "--yes")
REVIEW = ("--on", "2026-10-05", "--by", "Head", "--outcome", "No change")
REASON = ("--on", "2026-11-01", "--reason", "The law changed.")

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "school"
    shutil.copytree(SCHOOL, folder)
    return folder


def run(project: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    day = () if words[0] in ("schema", "verify") else ("--today", "2026-11-22")
    return subprocess.run(
        [sys.executable, "-c", CODE, *words, "--project", str(project), *day],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "output"),
    [
        (("check",), "0 errors, "),
        (("check", "--fix"), "0 files put into better form; no word was changed."),
        (("check", "--explain", "altered"), "Level:    It is always an error"),
        (("schema",), "version.json."),
        (("new", "uniform"), "uniform/2026-11.md\n"),
        (("new-version", "behaviour", "2026-12"), "behaviour/2026-12.md\n"),
        (("approve", "mobile-phones", "2026-12", *APPROVAL), "Now run `policybook build`"),
        (("review", "behaviour", *REVIEW, "--review-year", "2028/29", "--yes"), "reviewed by Head"),
        (("withdraw", "behaviour", "2024-09", *REASON, "--yes"), "withdrawn 1 November 2026"),
        (("diff", "behaviour", "2023-09", "2024-09"), "from version 2023-09 to version 2024-09"),
        (("diff", "behaviour", "2023-09", "2024-09", "--format", "json"), '"old": "2023-09"'),
        (("diff", "behaviour", "2023-09", "2024-09", "--format", "html"), "<style>"),
        (("search", "kind"), " 1. Behaviour"),
        (("verify",), "The record is complete: 2 entries on 2 versions"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_command_needs_no_mkdocs(project: Path, words: tuple[str, ...], output: str) -> None:
    done = run(project, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert output in done.stdout


@pytest.mark.parametrize("command", ["build", "serve"])
def test_site_needs_mkdocs(project: Path, command: str) -> None:
    done = run(project, command)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "This command needs MkDocs and its theme Material; install both with: "
        'pip install "mkdocs<2" "mkdocs-material<10"\n'
    )
    assert not (project / "site").exists()
