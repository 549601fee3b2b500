"""Say which days are in term, and on which day of term a review is put on people's desks.

Most reviews are due by 31 August, when nobody is there. So a reminder comes on a school
day: the school's own terms, or else days that are in term in nearly every school in
England. Half-term holidays and bank holidays are not known.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

#: What is left of a term when the reminder cannot come in the holidays after it.
_BEFORE_THE_END = timedelta(weeks=2)
_SATURDAY = 5
_TWO_YEARS = timedelta(days=731)
#: First and last day of the terms of most schools in England, by month and day. The year
#: starts in September. Easter moves: a day from 26 March to 19 April may be in a holiday.
_USUAL = (((9, 5), (12, 15)), ((1, 8), (3, 25)), ((4, 20), (7, 15)))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SchoolTerm:
    """A school term, from its first to its last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPeriod:
    """A term with the holidays after it: what is due on these days is decided in this term."""

    term: SchoolTerm
    first: date
    last: date

    def has(self, day: date) -> bool:
        """Return whether `day` is in the term or in the holidays after it."""
        return self.first <= day <= self.last


def list_periods(day: date, terms: Sequence[SchoolTerm], number: int) -> tuple[TermPeriod, ...]:
    """Return the period of `day` and those after it, `number` in all. No day is between two."""
    ordered = [*_list_terms(day, terms), *_list_terms(day.replace(day=1) + _TWO_YEARS, terms)]
    ordered = sorted(set(ordered))
    periods = [
        TermPeriod(term=term, first=term.first, last=later.first - timedelta(days=1))
        for term, later in itertools.pairwise(ordered)
    ]
    return tuple(period for period in periods if period.last >= day)[:number]


def reminder_day(last_day: date, days_before: int, terms: Sequence[SchoolTerm]) -> date:
    """Return the school day on which to remind people of a review due by `last_day`.

    It is `days_before` the last day, or the Friday before if that is at a weekend. If
    it is in the holidays, the reminder comes two weeks before the end of the last term.
    """
    day = _skip_weekend(last_day - timedelta(days=days_before))
    past = [term for term in _list_terms(day, terms) if term.first <= day]
    term = past[-1]
    if day <= term.last:
        return day
    early = _skip_weekend(term.last - _BEFORE_THE_END)
    return max(early, term.first)


def _skip_weekend(day: date) -> date:
    """Return the Friday before a day at a weekend; any other day as it is."""
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))


def _list_terms(day: date, terms: Sequence[SchoolTerm]) -> list[SchoolTerm]:
    """Return the terms of more than a year before `day` and after it, in their order."""
    return sorted([*terms, *_list_usual(day, terms)])


def _list_usual(day: date, terms: Sequence[SchoolTerm]) -> Iterator[SchoolTerm]:
    """Yield the usual terms, except those among the school's own."""
    for year in range(day.year - 2, day.year + 2):
        for first, last in _USUAL:
            term = SchoolTerm(first=date(year, *first), last=date(year, *last))
            is_replaced = (
                terms
                and min(terms).first <= term.last
                and term.first <= max(other.last for other in terms)
            )
            if not is_replaced:
                yield term
