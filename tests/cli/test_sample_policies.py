"""Test that a school grows: other policies are approved and published beside Oakfield's."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.school import ROOT, build

pytestmark = pytest.mark.mkdocs
SAMPLES = ROOT / "tests" / "sample-policies"
NAMES = ("behaviour", "complaints", "data-protection", "mobile-phones")


@pytest.fixture(scope="module")
def grown_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Oakfield's folder with the four sample policies, approved and built."""
    project = tmp_path_factory.mktemp("grown")
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(SAMPLES, project / "docs" / "policies", dirs_exist_ok=True)
    assert build(project, "approve", "--all", "--yes").returncode == 0
    assert build(project, "--no-pdf").returncode == 0
    return project


@pytest.mark.parametrize("name", NAMES)
def test_sample_policy_is_published(grown_school: Path, name: str) -> None:
    (version,) = (SAMPLES / name).glob("*.md")
    page = grown_school / "site" / "policies" / name / version.stem
    assert (page / "index.html").is_file() and (page / "clauses.json").is_file()


def test_questions_never_stop_the_site(grown_school: Path) -> None:
    findings = json.loads(build(grown_school, "check", "--format", "json").stdout)
    asked = [finding for finding in findings if finding["path"].endswith("asked.yml")]
    assert "error" not in {finding["severity"] for finding in asked}
