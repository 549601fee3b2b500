"""Say which reviews fall due this term, next term and in each month, as on each later day."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from policybook.model import ReviewState, School, dates, spans, terms
from policybook.model.addresses import Address
from policybook.site import dated
from policybook.site.lists.register_lines import RegisterLine
from policybook.site.policy_row import RowStatus
from policybook.site.school_input import SchoolInput

#: A page shows twelve months. It has more, for those who read it later.
_SHOWN, _HELD = 12, 27


#: So many terms are known: more than a page is read before it says that it may be out of date.
_PERIODS = 6
#: The usual summer term begins in April, and the usual autumn term in September.
_EASTER, _SEPTEMBER = 4, 9


class DueReview(NamedTuple):
    """A review that somebody has to decide on, in words."""

    title: str
    address: Address
    words: str
    is_overdue: bool


class TermAgenda(NamedTuple):
    """The reviews of this term, and those of the next, with what the two are called."""

    this_name: str
    this_term: tuple[DueReview, ...]
    next_name: str
    next_term: tuple[DueReview, ...]


def term_agendas(
    inputs: SchoolInput, lines: Sequence[RegisterLine]
) -> tuple[dated.DatedPart[TermAgenda | None], ...]:
    """Return what is due this term and next term, from today on; None for days far ahead.

    An overdue review is due this term. A review due in the holidays belongs to the term
    before them.
    """
    periods = terms.list_periods(inputs.today, inputs.school.terms, _PERIODS)

    def agenda_on(day: date) -> TermAgenda | None:
        pairs = itertools.pairwise(periods)
        pair = next((pair for pair in pairs if pair[0].has(day)), None)
        if pair is None:
            return None
        of_day = [line for line in lines if line.view.binds and line.span.has(day)]
        this, coming = pair
        return TermAgenda(
            this_name=_name(this.term, inputs.school),
            this_term=_list_due(line for line in of_day if _last_day(line) <= this.last),
            next_name=_name(coming.term, inputs.school),
            next_term=_list_due(
                line for line in of_day if this.last < _last_day(line) <= coming.last
            ),
        )

    days = {period.first for period in periods}
    days |= {line.span.first for line in lines if line.span.first}
    days |= {dates.day_after(line.span.last) for line in lines if line.span.last}
    by_day = spans.from_day(spans.trace(days, agenda_on), inputs.today)
    return dated.parts(by_day)


def _name(term: terms.SchoolTerm, school: School) -> str:
    """Return `to 18 December 2026` for a term of the school, or else `autumn 2026`."""
    if term in school.terms:
        return f"to {dates.format_day(term.last)}"
    season = "spring" if term.first.month < _EASTER else "summer"
    return f"{season if term.first.month < _SEPTEMBER else 'autumn'} {term.first.year}"


def _last_day(line: RegisterLine) -> date:
    return line.view.review_last_day


def _list_due(lines: Iterable[RegisterLine]) -> tuple[DueReview, ...]:
    """Return the reviews, the earliest first."""
    return tuple(
        DueReview(
            title=line.view.title,
            address=line.address,
            words=line.view.short_review,
            is_overdue=line.view.review_state is ReviewState.OVERDUE,
        )
        for line in sorted(lines, key=lambda line: line.review_key)
    )


class Month(NamedTuple):
    """A month of the year ahead.

    `due` has the titles of the policies to review in it, each list with its days, while
    it is one of the next twelve. `current` are the days of the month itself.
    """

    name: str
    due: tuple[tuple[tuple[str, ...], dated.When], ...]
    current: dated.When


def review_months(inputs: SchoolInput) -> tuple[Month, ...]:
    """Return the months from this month on. The first twelve are of the year ahead today."""
    lines = [span for row in inputs.policies for span in row.days if span.value.view.binds]
    return tuple(
        _month(month, [s for s in lines if _month_of(s) == _first_day(month)], inputs.today)
        for month in _months(inputs.today)
    )


def _months(today: date) -> Iterator[int]:
    """Yield each month as a number: twelve for each year."""
    this = today.year * 12 + today.month - 1
    yield from range(this, this + _HELD)


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _month_of(span: spans.DaySpan[RowStatus]) -> date:
    return span.value.view.review_last_day.replace(day=1)


def _month(month: int, lines: list[spans.DaySpan[RowStatus]], today: date) -> Month:
    first, end = _first_day(month), _first_day(month + 1)
    shown_from = _first_day(month + 1 - _SHOWN)

    def titles_on(day: date) -> tuple[str, ...] | None:
        if not shown_from <= day < end:
            return None
        views = [span.value.view for span in lines if span.has(day)]
        ordered = sorted(views, key=lambda view: (view.review_last_day, view.title))
        return tuple(view.title for view in ordered)

    days = {shown_from, end, *(span.first for span in lines if span.first)}
    days |= {dates.day_after(span.last) for span in lines if span.last}
    by_day = spans.from_day(spans.trace(days, titles_on), today)
    return Month(
        name=f"{dates.MONTHS[month % 12]} {month // 12}",
        due=tuple(
            (part.value, part.when) for part in dated.parts(by_day) if part.value is not None
        ),
        current=dated.When(((first, dates.day_before(end)),), False),
    )
