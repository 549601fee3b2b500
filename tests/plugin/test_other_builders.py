"""MkDocs without the plugin, ProperDocs and Zensical publish nothing private of a school."""

import importlib.util
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from policybook.project.new_project import SchoolAnswers, make_files
from policybook.reading.files import builder_files
from tests.cli.school import SCHOOL, TODAY, run, run_process, tree

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

pytestmark = [pytest.mark.mkdocs]
BUILDERS = ("mkdocs", "properdocs", "zensical")
SECRET = "Wordsofadraft"
SETTINGS = ("mkdocs.yml", "docs/index.md")
DRAFT = f"""---
title: Uniform Policy
status: draft
owner: Headteacher
review_year: 2027/28
applies_to: [staff]
---

## Purpose

{SECRET}.
"""


@pytest.fixture(params=BUILDERS)
def builder(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed")
    return name


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school with a record and a draft, and the settings that `init` writes."""
    folder = tmp_path / "school"
    shutil.copytree(SCHOOL, folder)
    answers = SchoolAnswers(name="Hill View School", url="https://policies.hill.sch.uk/")
    files = make_files(answers, date.fromisoformat(TODAY))
    for path in SETTINGS:
        (folder / path).write_bytes(files[path])
    (folder / "docs/policies/uniform").mkdir()
    (folder / "docs/policies/uniform/2026-12.md").write_text(DRAFT, encoding="utf-8")
    return folder


def build_with(builder: str, school: Path) -> dict[str, bytes]:
    """The files of the site that another builder makes, by their paths."""
    done = run_process("-m", builder, "build", "-f", "mkdocs.yml", cwd=school)
    assert done.returncode == 0, done.stderr
    return tree(school / "site")


def remove_plugin(school: Path) -> None:
    config = school / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "  - policybook\n" in text
    text = text.replace("plugins:\n  - policybook\n", "")
    config.write_text(text, encoding="utf-8")


def list_leaks(files: dict[str, bytes]) -> list[str]:
    """The files that show a policy's words, or are from the folder of policies."""
    words = re.compile(rb"Wordsofadraft|Uniform Policy|Behaviour Policy|approved_by|sha256")
    return [path for path, data in files.items() if "polic" in path or words.search(data)]


def test_nothing_private_without_the_plugin(builder: str, school: Path) -> None:
    remove_plugin(school)
    files = build_with(builder, school)
    assert b"Our policies" in files["index.html"]
    assert list_leaks(files) == []


def test_line_makes_the_difference(builder: str, school: Path) -> None:
    """Without the line, each of them publishes the draft and the settings: the check is needed."""
    remove_plugin(school)
    config = school / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert builder_files.LINE in text
    config.write_text(text.replace(builder_files.LINE, ""), encoding="utf-8")
    leaks = list_leaks(build_with(builder, school))
    assert "policies/school.yml" in leaks and "policies/approvals.jsonl" in leaks
    assert "policies/uniform/2026-12/index.html" in leaks


def test_fixer_closes_the_folder(builder: str, school: Path) -> None:
    remove_plugin(school)
    config = school / "mkdocs.yml"
    config.write_text("site_name: Hill View\ntheme:\n  name: material\n", encoding="utf-8")
    run(school, "check", "--fix")
    assert builder_files.LINE in config.read_text(encoding="utf-8")
    assert list_leaks(build_with(builder, school)) == []


def test_zensical_shows_nothing_with_plugin_line(school: Path) -> None:
    pytest.importorskip("zensical", reason="zensical is not installed")
    assert list_leaks(build_with("zensical", school)) == []


@pytest.mark.parametrize("name", ["mkdocs", "properdocs"])
def test_plugin_gives_the_same_bytes(school: Path, name: str) -> None:
    pytest.importorskip(name, reason=f"{name} is not installed")
    config = school / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    dated = f"  - policybook:\n      today: '{TODAY}'\n"
    config.write_text(text.replace("  - policybook\n", dated), encoding="utf-8")
    theirs = build_with(name, school)
    assert run(school, "build") == 0
    ours = tree(school / "site")
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert not [path for path, data in ours.items() if SECRET.encode() in data]


def test_password_from_the_environment_is_refused(school: Path) -> None:
    """MkDocs can have the address from elsewhere than `mkdocs.yml`, which `check` does not see."""
    config = school / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace(
        "site_url: https://policies.hill.sch.uk/", "site_url: !ENV [ADDRESS, '']"
    )
    config.write_text(text, encoding="utf-8")
    done = run_process(
        "-m", "mkdocs", "build", cwd=school, ADDRESS="https://office:hunter2@hill.sch.uk/"
    )
    assert done.returncode != 0 and not (school / "site/index.html").exists()
    assert "user name or a password" in done.stdout + done.stderr
    assert "hunter2" not in done.stdout + done.stderr


def test_new_draft_names_the_danger(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(school, "new", "trips") == 0
    assert "exclude_docs" not in capsys.readouterr().out
    (school / "mkdocs.yml").write_text("site_name: Hill View\n", encoding="utf-8")
    assert run(school, "new", "visits") == 0
    assert f"add it: {builder_files.LINE}\n" in capsys.readouterr().out
