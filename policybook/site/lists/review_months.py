"""Turn review dates into the months of the year ahead, as it is on each later day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from policybook.model import dates, spans
from policybook.model.spans import DaySpan
from policybook.site import dated
from policybook.site.dated import When
from policybook.site.policy_row import RowStatus
from policybook.site.school_input import SchoolInput

#: A page shows twelve months. It has more, for those who read it later.
_SHOWN, _HELD = 12, 27


class Month(NamedTuple):
    """A month of the year ahead.

    `due` has the titles of the policies to review in it, each list with its days, while
    it is one of the next twelve. `current` are the days of the month itself.
    """

    name: str
    due: tuple[tuple[tuple[str, ...], When], ...]
    current: When


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


def _month_of(span: DaySpan[RowStatus]) -> date:
    return span.value.view.review_last_day.replace(day=1)


def _month(month: int, lines: list[DaySpan[RowStatus]], today: date) -> Month:
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
        current=When(((first, dates.day_before(end)),), False),
    )
