"""Test the order of days and years, and the equality of front matter."""

from dataclasses import replace
from datetime import date

from builders import make_version

from policybook.model import AcademicYear, Day


def test_days_run_in_order() -> None:
    days = [Day(date=date(2026, 9, 2)), Day(date=date(2025, 9, 1)), Day(date=date(2026, 9, 1))]
    assert [str(day.date) for day in sorted(days)] == ["2025-09-01", "2026-09-01", "2026-09-02"]


def test_month_is_no_exact_day() -> None:
    first = date(2026, 9, 1)
    assert Day(date=first, month_only=True) != Day(date=first)


def test_academic_years_run_in_order() -> None:
    assert AcademicYear(start=2025) < AcademicYear(start=2026)


def test_line_numbers_do_not_count() -> None:
    facts = make_version("2025-09").facts
    assert replace(facts, lines={"title": 9}) == facts
    assert replace(facts, owner="Somebody else") != facts
