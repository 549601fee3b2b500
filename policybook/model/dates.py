"""Days and academic years: how they are read, how they are said, and which days they mean.

The academic year runs from 1 September to 31 August, as schools in England count it.
"""

import re
from datetime import date, timedelta

from policybook.model import AcademicYear, Day

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_SAID = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})", re.ASCII)
_YEAR = re.compile(r"(\d{4})/(\d{2})", re.ASCII)


def read_day(text: str) -> Day | None:
    """`2023-11-06` or `2023-11`, from 1900 to 2199, as a `Day`; None for anything else and for a day that no calendar has."""
    match = _DAY.fullmatch(text)
    if not match or not 1900 <= int(match[1]) < 2200:
        return None
    try:
        return Day(
            date=date(int(match[1]), int(match[2]), int(match[3] or 1)), month_only=match[3] is None
        )
    except ValueError:
        return None


def said(text: str) -> Day | None:
    """`3 December 2026`, `3rd Dec 2026` or `December 2026` as a `Day`; None for anything else."""
    match = _SAID.fullmatch(text.strip())
    month = next(
        (
            n
            for n, name in enumerate(MONTHS, 1)
            if match and name.lower().startswith(match[2].lower())
        ),
        0,
    )
    if not match or not month:
        return None
    return read_day(f"{match[3]}-{month:02d}" + (f"-{int(match[1]):02d}" if match[1] else ""))


def read_academic_year(text: str) -> AcademicYear | None:
    """`2024/25` as an academic year; None for anything else, `2024/26` too."""
    match = _YEAR.fullmatch(text)
    if not match or not 1900 <= int(match[1]) < 2200 or (int(match[1]) + 1) % 100 != int(match[2]):
        return None
    return AcademicYear(start=int(match[1]))


def year_text(year: AcademicYear) -> str:
    return f"{year.start}/{(year.start + 1) % 100:02d}"


def first_day(year: AcademicYear) -> date:
    return date(year.start, 9, 1)


def last_day(year: AcademicYear) -> date:
    return date(year.start + 1, 8, 31)


def in_words(day: Day | date) -> str:
    """`6 November 2023`; `November 2023` where only the month is known. A day is never made up."""
    if isinstance(day, Day):
        if day.month_only:
            return f"{MONTHS[day.date.month - 1]} {day.date.year}"
        day = day.date
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def as_typed(day: Day) -> str:
    """The day as front matter writes it: `2023-11-06` or `2023-11`."""
    return day.date.isoformat()[: 7 if day.month_only else 10]


def day_after(day: date) -> date:
    return day + timedelta(days=1)
