"""Reminders of reviews come on a school day."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import terms
from policybook.model.terms import SchoolTerm


def on(typed: str) -> date:
    return date.fromisoformat(typed)


def make_terms(*days: str) -> tuple[SchoolTerm, ...]:
    pairs = (pair.split(" ") for pair in days)
    return tuple(SchoolTerm(first=on(first), last=on(last)) for first, last in pairs)


OAKFIELD = make_terms("2026-09-03 2026-12-18", "2027-01-04 2027-03-25", "2027-04-12 2027-07-20")


@pytest.mark.parametrize(
    ("last_day", "days", "school", "expected"),
    [
        # in term, on a weekday and at a weekend
        ("2027-08-31", 90, (), "2027-06-02"),
        ("2026-08-31", 90, (), "2026-06-02"),
        ("2027-08-31", 87, (), "2027-06-04"),
        # in August, two weeks before the end of the summer term
        ("2027-08-31", 30, (), "2027-07-01"),
        ("2027-08-31", 0, (), "2027-07-01"),
        ("2026-08-31", 30, (), "2026-07-01"),
        # a day at a weekend, two weeks before the end
        ("2028-08-31", 30, (), "2028-06-30"),
        # at Christmas and at Easter
        ("2027-01-25", 30, (), "2026-12-01"),
        ("2027-05-10", 30, (), "2027-03-11"),
        # on the first and the last day of a term, and the days around them
        ("2027-04-20", 0, (), "2027-04-20"),
        ("2027-04-19", 0, (), "2027-03-11"),
        ("2027-07-15", 0, (), "2027-07-15"),
        ("2027-07-16", 0, (), "2027-07-01"),
        # The Friday before the first day of term is in the holidays.
        ("2026-09-06", 0, (), "2026-07-01"),
        # across a leap day
        ("2028-03-01", 1, (), "2028-02-29"),
        # the school's own terms
        ("2027-08-31", 30, OAKFIELD, "2027-07-06"),
        ("2027-07-20", 0, OAKFIELD, "2027-07-20"),
        ("2027-01-04", 0, OAKFIELD, "2027-01-04"),
        ("2027-04-12", 0, OAKFIELD, "2027-04-12"),
        # before and after the school's own terms, the usual ones
        ("2028-08-31", 90, OAKFIELD, "2028-06-02"),
        ("2026-08-31", 30, OAKFIELD, "2026-07-01"),
        # a term of a week
        ("2027-08-31", 0, make_terms("2027-07-12 2027-07-16"), "2027-07-12"),
    ],
)
def test_reminder_is_in_term(
    last_day: str, days: int, school: tuple[SchoolTerm, ...], expected: str
) -> None:
    assert terms.reminder_day(on(last_day), days, school) == on(expected)


@given(
    st.dates(date(1901, 1, 1), date(2199, 12, 31)),
    st.integers(min_value=0, max_value=999),
)
def test_reminder_is_never_in_august(last_day: date, days: int) -> None:
    day = terms.reminder_day(last_day, days, ())
    assert day <= last_day - timedelta(days=days)
    assert day.month != 8
    assert day.weekday() < 5


@pytest.mark.parametrize(
    ("day", "school", "expected"),
    [
        ("2026-11-29", OAKFIELD, ["2026-09-03 2027-01-03", "2027-01-04 2027-04-11"]),
        ("2026-12-25", OAKFIELD, ["2026-09-03 2027-01-03", "2027-01-04 2027-04-11"]),
        ("2027-01-04", OAKFIELD, ["2027-01-04 2027-04-11", "2027-04-12 2027-09-04"]),
        ("2026-11-29", (), ["2026-09-05 2027-01-07", "2027-01-08 2027-04-19"]),
    ],
)
def test_periods_are_terms_with_holidays(
    day: str, school: tuple[SchoolTerm, ...], expected: list[str]
) -> None:
    periods = terms.list_periods(on(day), school, 2)
    assert [f"{period.first} {period.last}" for period in periods] == expected


@given(day=st.dates(date(2020, 1, 1), date(2040, 1, 1)), number=st.integers(1, 6))
def test_periods_leave_no_day_out(day: date, number: int) -> None:
    periods = terms.list_periods(day, OAKFIELD, number)
    assert len(periods) == number and periods[0].has(day)
    for first, second in itertools.pairwise(periods):
        assert second.first == first.last + timedelta(days=1)
