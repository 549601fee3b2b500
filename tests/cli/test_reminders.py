"""`reminders`: the reviews that fall due, as text for an issue."""

import json
from pathlib import Path

import pytest

from policybook import cli

TITLE = "Review by 31 August 2027: Behaviour Policy"


def remind(
    project: Path, capsys: pytest.CaptureFixture[str], *words: str, today: str = "2027-07-15"
) -> str:
    capsys.readouterr()
    assert cli.main(["reminders", *words, "--project", str(project), "--today", today]) == 0
    return capsys.readouterr().out


def test_due_review_is_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = remind(project, capsys)
    assert text.startswith(f"## {TITLE}\n\nThe review of the Behaviour Policy is due by 31 Aug")
    assert "review behaviour --on DATE" in text
    assert remind(project, capsys) == text


@pytest.mark.parametrize(
    ("today", "days", "is_listed"),
    [
        ("2026-11-22", None, False),
        ("2027-07-01", None, False),
        ("2027-07-02", None, True),  # 60 days before, as in school.yml
        ("2027-08-30", 0, False),
        ("2027-08-31", 0, True),  # the last day
        ("2027-09-01", 0, True),  # overdue
        ("2027-09-01", -5, False),
        ("2026-11-22", 282, True),
        ("2026-11-22", 281, False),
    ],
)
def test_days_before_the_review(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    today: str,
    days: int | None,
    is_listed: bool,
) -> None:
    words = () if days is None else ("--days", str(days))
    text = remind(project, capsys, "--format", "lines", *words, today=today)
    assert text == (f"behaviour\t{TITLE}\n" if is_listed else "")


def test_title_stays_until_entered(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        remind(project, capsys, "--format", "lines", today=day)
        for day in ("2027-07-15", "2027-09-01", "2028-03-01")
    ]
    assert len(set(lines)) == 1
    assert "and is overdue" in remind(project, capsys, today="2027-09-01")
    words = ("--on", "2027-09-02", "--by", "Head", "--outcome", "No change")
    options = ("--review-year", "2028/29", "--yes", "--project", str(project))
    assert cli.main(["review", "behaviour", *words, *options, "--today", "2027-09-02"]) == 0
    assert remind(project, capsys, today="2027-09-02") == ""


def test_chosen_policies_only(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert remind(project, capsys, "behaviour").startswith("## Review")
    assert remind(project, capsys, "mobile-phones") == ""
    assert cli.main(["reminders", "none", "--project", str(project)]) == 1


def test_data_has_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(remind(project, capsys, "--format", "json"))
    assert [(row["policy"], row["review_by"], row["issue"]) for row in rows] == [
        ("behaviour", "2027-08-31", TITLE)
    ]
    assert json.loads(remind(project, capsys, "--format", "json", today="2026-11-22")) == []


@pytest.mark.parametrize(
    ("setting", "today", "is_listed"),
    [
        # 30 days before is 1 August, so it comes two weeks before the end of term
        ("review_warning_days: 30\n", "2027-06-30", False),
        ("review_warning_days: 30\n", "2027-07-01", True),
        ("terms: [{first: 2027-04-12, last: 2027-07-21}]\n", "2027-07-01", False),
        ("terms: [{first: 2027-04-12, last: 2027-06-25}]\n", "2027-06-10", False),
        ("terms: [{first: 2027-04-12, last: 2027-06-25}]\n", "2027-06-11", True),
    ],
)
def test_reminders_come_in_term(
    project: Path, capsys: pytest.CaptureFixture[str], setting: str, today: str, is_listed: bool
) -> None:
    school = project / "docs" / "policies" / "school.yml"
    rows = school.read_text(encoding="utf-8").splitlines(keepends=True)
    name = setting.partition(":")[0]
    kept = "".join(row for row in rows if not row.startswith(name))
    school.write_text(kept + setting, encoding="utf-8")
    assert bool(remind(project, capsys, "--format", "lines", today=today)) is is_listed
