"""Published pages name the program as it is installed."""

import shutil
from pathlib import Path

import pytest
from in_process import run_command

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

from policybook.cli.commands import build
from policybook.plugin import school_site

pytestmark = pytest.mark.mkdocs

SCHOOL = Path(__file__).parents[1] / "golden" / "school"


@pytest.mark.parametrize("program", ["policybook", "uv run build.py"])
def test_pages_name_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    for module in (school_site, build):
        monkeypatch.setattr(module, "published_program", lambda: program)
    project = tmp_path / "school"
    shutil.copytree(SCHOOL, project)
    done = run_command("--project", project, "--today", "2026-11-22", "--no-pdf")
    assert done.returncode == 0, done.stdout
    site = project / "site"
    for page in ("help/office", "help/checks", "help/checks/pasted"):
        text = (site / page / "index.html").read_text(encoding="utf-8")
        assert f"<code>{program} " in text, page
        assert ("build.py" in text) is (program != "policybook"), page
