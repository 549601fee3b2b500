"""Typst is missing, refuses, breaks down, crashes or hangs: exit 1, and the old site stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.mkdocs

ROOT = Path(__file__).parents[3]
BUILD = """
import sys, time
{fault}
from policybook import cli
sys.exit(cli.main(sys.argv[1:]))
"""
REPLACED = """
import typst
class PanicException(BaseException): pass
class Broken:
    def __init__(self, *_, **__): pass
    def compile_with_warnings(self, *_, **__): {act}
typst.Compiler = Broken
"""
FAULTS = {
    "missing": ("sys.modules['typst'] = None", "PDFs need the package 'typst'", 1),
    "refuses": (REPLACED.format(act="raise RuntimeError('no such font')"), "no such font", 1),
    "breaks down": (
        REPLACED.format(act="raise PanicException('index out of bounds')"),
        "broke down: index out of",
        1,
    ),
    "hangs": (
        "from policybook.cli.commands import watchdog\nwatchdog.SECONDS = 1.0\n"
        + REPLACED.format(act="time.sleep(600)"),
        "not finished after 1 seconds",
        1,
    ),
    "crashes": (
        "import os, signal\n" + REPLACED.format(act="os.kill(os.getpid(), signal.SIGKILL)"),
        "",
        -9,
    ),
}


def build(project: Path, fault: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            BUILD.format(fault=fault),
            "--project",
            project,
            "--today",
            "2026-11-22",
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("school") / "project"
    shutil.copytree(ROOT / "tests" / "golden" / "school", project)
    done = build(project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_failing_typst_keeps_old_site(built: Path, tmp_path: Path, kind: str) -> None:
    fault, words, code = FAULTS[kind]
    project = tmp_path / "project"
    # With the cache, the build would make no PDF.
    shutil.copytree(built, project, ignore=shutil.ignore_patterns(".cache"))
    before = tree(project / "site")
    (project / "docs/index.md").write_text("# Another\n", encoding="utf-8")
    done = build(project, fault)
    assert (done.returncode, words in done.stdout) == (code, True), done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(project / "site") == before
    # The half-built site is still there.
    if kind in ("hangs", "crashes"):
        assert build(project).returncode == 0
    assert sorted(p.name for p in project.iterdir() if p.name.startswith(".site")) == []
