"""Turn the lines of an approved text back into values, whatever a reader refuses today.

Each function is the opposite of a kind's `canonical`. Never change them.
"""

from collections.abc import Sequence
from typing import TypeVar

from policybook.model import AcademicYear, Day, Review, dates

_Taken = TypeVar("_Taken")


def take_words(lines: Sequence[str]) -> str:
    """Return the one line of a value."""
    return _require(lines[0] if len(lines) == 1 else None)


def take_day(lines: Sequence[str]) -> Day:
    """Return the day of one line."""
    return _require(dates.read_day(take_words(lines)))


def take_year(lines: Sequence[str]) -> AcademicYear:
    """Return the academic year of one line."""
    return _require(dates.read_academic_year(take_words(lines)))


def _require(value: _Taken | None) -> _Taken:
    """Return a value that must be there. Raise `ValueError` otherwise."""
    if value is None:
        raise ValueError("these lines are not of an approved text")
    return value


def take_no_reviews(lines: Sequence[str]) -> tuple[Review, ...]:
    """Raise `ValueError`: no approved text has reviews."""
    raise ValueError("no approved text has reviews")
