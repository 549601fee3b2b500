"""Test days and academic years around the limits of the calendar."""

from datetime import date

import pytest

from policybook.model import Day, dates


@pytest.mark.parametrize("typed", ["2023-11-06", "2023-11", "2024-02-29", "1900-01", "2199-12-31"])
def test_days_are_written_as_read(typed: str) -> None:
    day = dates.read_day(typed)
    assert day and dates.format_iso_day(day) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "2023-11-31",
        "2023-02-29",
        "1899-12",
        "2200-01",
        "2023-1-1",
        "２０２３-11",
        "2023-11 ",
        "2023-11\n",
        "",
    ],
)
def test_impossible_days_are_refused(typed: str) -> None:
    assert dates.read_day(typed) is None


@pytest.mark.parametrize(
    ("typed", "last"), [("2024/25", date(2025, 8, 31)), ("1999/00", date(2000, 8, 31))]
)
def test_academic_year_ends_on_31_august(typed: str, last: date) -> None:
    year = dates.read_academic_year(typed)
    assert year and dates.last_day(year) == last
    assert dates.format_academic_year(year) == typed
    assert dates.first_day(year) == date(last.year - 1, 9, 1)


@pytest.mark.parametrize(
    "typed", ["2024/24", "2024/26", "2024/2025", "2024-25", "24/25", "2024/25\n", "1899/00"]
)
def test_impossible_years_are_refused(typed: str) -> None:
    assert dates.read_academic_year(typed) is None


def test_days_in_words() -> None:
    assert dates.format_day(date(2026, 11, 6)) == "6 November 2026"
    assert dates.format_day(Day(date=date(2026, 11, 1), month_only=True)) == "November 2026"
    assert dates.day_after(date(2024, 2, 29)) == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2026, 8, 31), date(2026, 9, 1)),
        (date(2026, 9, 1), date(2027, 9, 1)),
        (date(2026, 12, 31), date(2027, 9, 1)),
        (date(2028, 2, 29), date(2028, 9, 1)),
    ],
)
def test_next_school_year(day: date, begins: date) -> None:
    assert dates.next_school_year(day) == begins


def test_end_is_the_day_before() -> None:
    assert dates.format_end(Day(date=date(2028, 3, 1))) == "29 February 2028"
    assert dates.format_end(Day(date=date(2027, 3, 1), month_only=True)) == "March 2027"
