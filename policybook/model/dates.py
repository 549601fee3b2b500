"""Read and format days and academic years, and say which days they mean.

An academic year runs from 1 September to 31 August, as schools in England count it.
"""

import re
from datetime import date, timedelta

from policybook.model import AcademicYear, Day

MONTHS = tuple(
    """
    January February March April May June July August September October November December
    """.split()
)
#: Days outside these years are typing errors: no policy is so old or looks so far ahead.
FIRST_YEAR, LAST_YEAR = 1900, 2199
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_DAY_IN_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})", re.ASCII
)
_YEAR = re.compile(r"(\d{4})/(\d{2})", re.ASCII)


def read_day(text: str) -> Day | None:
    """Return the day for `2023-11-06`, or the month for `2023-11`; None for any other text.

    Years run from 1900 to 2199. A day that no calendar has gives None.
    """
    match = _DAY.fullmatch(text)
    if not match or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    try:
        return Day(
            date=date(int(match[1]), int(match[2]), int(match[3] or 1)), month_only=match[3] is None
        )
    except ValueError:
        return None


def describe_distance(text: str) -> str:
    """Return why a real day such as `9999-12-31` is outside the years that can be read."""
    try:
        year = date.fromisoformat(text).year
    except ValueError:
        return ""
    if year > LAST_YEAR:
        return f"too late: the last day is 31 December {LAST_YEAR}"
    return f"too early: the first day is 1 January {FIRST_YEAR}" if year < FIRST_YEAR else ""


def read_day_in_words(text: str) -> Day | None:
    """Return the day for `3 December 2026`, `3rd Dec 2026` or `December 2026`; None otherwise."""
    match = _DAY_IN_WORDS.fullmatch(text.strip())
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
    """Return the academic year for `2024/25`; None for any other text, such as `2024/26`."""
    match = _YEAR.fullmatch(text)
    if (
        not match
        or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR
        or (int(match[1]) + 1) % 100 != int(match[2])
    ):
        return None
    return AcademicYear(start=int(match[1]))


def format_academic_year(year: AcademicYear) -> str:
    """Return an academic year as people write it: `2024/25`."""
    return f"{year.start}/{(year.start + 1) % 100:02d}"


def find_academic_year(day: date) -> AcademicYear:
    """Return the academic year in which a day falls."""
    return AcademicYear(start=day.year - (day.month < 9))


def first_day(year: AcademicYear) -> date:
    """Return the first day of an academic year: 1 September."""
    return date(year.start, 9, 1)


def last_day(year: AcademicYear) -> date:
    """Return the last day of an academic year: 31 August."""
    return date(year.start + 1, 8, 31)


def next_school_year(day: date) -> date:
    """Return the first day of the first academic year that begins after `day`."""
    begins = date(day.year, 9, 1)
    return begins if begins > day else date(day.year + 1, 9, 1)


def format_day(day: Day | date) -> str:
    """Return a day as `6 November 2023`.

    Return `November 2023` where only the month is known. The function never invents a
    day.
    """
    if isinstance(day, Day):
        if day.month_only:
            return f"{MONTHS[day.date.month - 1]} {day.date.year}"
        day = day.date
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_iso_day(day: Day | None) -> str:
    """Return the day as front matter writes it: `2023-11-06` or `2023-11`; empty without one."""
    return day.date.isoformat()[: 7 if day.month_only else 10] if day else ""


def format_end(start: Day) -> str:
    """Return the last day before `start` in words; its month if only the month is known."""
    return format_day(start if start.month_only else day_before(start.date))


def format_instant(instant: str) -> str:
    """Return an instant in UTC, such as `2026-11-28T09:12Z`, in words; as it is otherwise."""
    day, _, time = instant.removesuffix("Z").partition("T")
    on = read_day(day)
    return f"{format_day(on)}, {time} UTC" if on and time else instant


def day_after(day: date) -> date:
    """Return the next day."""
    return day + timedelta(days=1)


def day_before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)
