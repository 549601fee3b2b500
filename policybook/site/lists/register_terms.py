"""Say which reviews need a decision this term and next term, as it is on each later day."""

import itertools
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from policybook.model import ReviewState, School, dates, spans, terms
from policybook.model.addresses import Address
from policybook.model.terms import SchoolTerm
from policybook.site import dated
from policybook.site.dated import DatedPart
from policybook.site.lists.register_lines import RegisterLine
from policybook.site.school_input import SchoolInput

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
) -> tuple[DatedPart[TermAgenda | None], ...]:
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


def _name(term: SchoolTerm, school: School) -> str:
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
