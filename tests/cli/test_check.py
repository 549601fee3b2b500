"""`check`: its formats, named files, explanations and `--fix`."""

import json
from pathlib import Path

import pytest
from builders import make_approved_text, make_text
from in_process import run_command

from tests.cli.school import build

pytestmark = pytest.mark.slow


def test_check_formats(project: Path) -> None:
    (project / "docs/policies/behaviour/2027-01.md").write_text(
        "---\ntitle: X\n---\n", encoding="utf-8"
    )
    text = build(project, "check")
    assert text.returncode == 1
    assert "errors" in text.stdout.splitlines()[-1]
    rows = json.loads(build(project, "check", "--format", "json").stdout)
    assert {"path", "line", "severity", "code", "message", "remedy"} <= rows[0].keys()
    assert (
        "::error file=docs/policies/behaviour/2027-01.md,line=1"
        in build(project, "check", "--format", "github").stdout
    )


DIRTY = (
    "---\nstatus: draft\ntitle: Manners\nowner: Headteacher\nreview_year: 2027/28\napplies_to: [pupils]\n"
    "changes: x\n---\n\n## Purpose\n\n• a \n\n3.6 Walk.\n"
)


def test_check_explains_codes() -> None:
    told = run_command("check", "--explain", "typed-bullet").stdout
    assert [word for word in ("Bad:", "Good:", "Remedy:", "Level:") if word not in told] == []
    assert run_command("check", "--explain", "[altered]").returncode == 0
    near = run_command("check", "--explain", "typed-bulet")
    assert near.returncode == 1
    assert "Did you mean typed-bullet" in near.stdout
    assert (
        "The codes are: accidental-heading, altered, "
        in run_command("check", "--explain", "zzzz").stdout
    )


def test_check_shows_only_named_files(project: Path) -> None:
    (project / "docs/policies/behaviour/2027-01.md").write_text(DIRTY, encoding="utf-8")
    whole = project / "docs/policies/behaviour/2024-09.md"
    other = build(project, "check", str(whole))
    assert other.returncode == 0
    assert "2 findings in other files" in other.stdout
    for path in (
        "docs/policies/behaviour/2027-01.md",
        str(project / "docs/policies/behaviour"),
        "docs",
    ):
        named = build(project, "check", path)
        assert named.returncode == 1
        assert "[typed-bullet]" in named.stdout
        assert "other files" not in named.stdout
    assert "There is no file or folder nowhere.md" in build(project, "check", "nowhere.md").stdout


def test_fix_changes_no_word(project: Path) -> None:
    before = {p: p.read_bytes() for p in sorted((project / "docs").rglob("*")) if p.is_file()}
    file = project / "docs/policies/behaviour/2027-01.md"
    file.write_text(DIRTY, encoding="utf-8")
    done = build(project, "check", "--fix")
    assert done.returncode == 0, done.stdout
    assert (
        "2027-01.md: put its facts in order, changed typed bullets into 1 list marker, removed"
        in done.stdout
    )
    assert "\n\n- a\n" in file.read_text(encoding="utf-8")
    assert {p: p.read_bytes() for p in before} == before
    again = build(project, "check", "--fix", "--format", "json")
    assert "0 files put into better form" in again.stderr
    assert [row["code"] for row in json.loads(again.stdout)] == ["typed-number"]


def test_fix_of_references_says_nothing_of_form(project: Path) -> None:
    folder = project / "docs/policies/behaviour"
    rest = "## B\n\nAppeals go to the panel of governors.\n"
    words = "## A\n\nAsk under rule 2.1 first.\n\n"
    new = "## New\n\nUniform is worn every day.\n\n"
    for old in folder.iterdir():
        old.unlink()
    (folder / "2025-09.md").write_text(make_approved_text(words + rest), encoding="utf-8")
    file = folder / "2027-01.md"
    file.write_text(make_text(words + new + rest, status="draft", changes="New."), "utf-8")
    done = build(project, "check", "--fix")
    assert "references follow their rules: rule 2.1 is now 3.1" in done.stdout
    assert "better form" not in done.stdout + done.stderr


def test_every_format_shows_changed_levels(project: Path) -> None:
    (project / "docs/policies/behaviour/2027-01.md").write_text(
        DIRTY.replace("• a", "a"), encoding="utf-8"
    )
    with (project / "docs/policies/school.yml").open("a", encoding="utf-8") as school:
        school.write("checks:\n  typed-number:\n    level: note\n    reason: Old numbers.\n")
    assert "    A note here, not a warning: Old numbers.\n" in build(project, "check").stdout
    (row,) = json.loads(build(project, "check", "--format", "json").stdout)
    assert (row["severity"], row["usual"], row["reason"]) == ("note", "warning", "Old numbers.")
    assert row["help"].endswith("help/checks/pasted/#typed-number")
    assert (
        "A note here, not a warning: Old numbers."
        in build(project, "check", "--format", "github").stdout
    )


def test_check_strict_counts_warnings(project: Path) -> None:
    assert run_command("check", "--project", project, "--today", "2030-01-01").returncode == 0
    assert (
        run_command("check", "--project", project, "--today", "2030-01-01", "--strict").returncode
        == 1
    )
