"""Say between which days something holds: from the first day of a span to its last.

Every day on which a date changes something is known in advance. So what holds on a day
depends only on the span of days that has it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic, TypeVar

from policybook.model import Policy, Version, dates, timeline

Held = TypeVar("Held", covariant=True)
Value = TypeVar("Value")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan(Generic[Held]):
    """What holds from the day `first` to the day `last`.

    Without `first` it has always held, and without `last` nothing ends it.
    """

    first: date | None
    last: date | None
    value: Held

    def has(self, day: date) -> bool:
        """Return whether the span holds on `day`."""
        return (self.first or day) <= day <= (self.last or day)

    def meets(self, other: "DaySpan[object]") -> bool:
        """Return whether the two spans have a day in common."""
        starts = max(self.first or date.min, other.first or date.min)
        return starts <= min(self.last or date.max, other.last or date.max)

    def as_data(self) -> dict[str, str | None]:
        """Return the days of the span as the site's data files have them."""
        return {
            "holds_from": self.first.isoformat() if self.first else None,
            "holds_until": self.last.isoformat() if self.last else None,
        }


def trace(days: Iterable[date], value_on: Callable[[date], Value]) -> tuple[DaySpan[Value], ...]:
    """Return every span in order. The value may change only on one of `days`."""
    starts = sorted(set(days))
    firsts = (None, *starts)
    samples = [value_on(dates.day_before(starts[0]) if starts else date.min)]
    samples += [value_on(day) for day in starts]
    lasts = (*(dates.day_before(day) for day in starts), None)
    return _merge(
        DaySpan(first=first, last=last, value=value)
        for first, last, value in zip(firsts, lasts, samples, strict=True)
    )


def regroup(
    spans: Iterable[DaySpan[Value]], value_of: Callable[[Value], Other]
) -> tuple[DaySpan[Other], ...]:
    """Return the spans of what follows from the value of each span."""
    return _merge(
        DaySpan(first=span.first, last=span.last, value=value_of(span.value)) for span in spans
    )


def from_day(spans: Iterable[DaySpan[Value]], today: date) -> tuple[DaySpan[Value], ...]:
    """Return the span that holds on `today`, and every later one."""
    return tuple(span for span in spans if span.last is None or span.last >= today)


def _merge(spans: Iterable[DaySpan[Value]]) -> tuple[DaySpan[Value], ...]:
    """Return the spans with each run of equal values as one span."""
    result: list[DaySpan[Value]] = []
    for span in spans:
        if result and result[-1].value == span.value:
            result[-1] = replace(result[-1], last=span.last)
        else:
            result.append(span)
    return tuple(result)


def narrow(spans: Iterable[DaySpan[Value]]) -> DaySpan[None]:
    """Return the days on which all of `spans` hold. They have at least one day in common."""
    whole = tuple(spans)
    return DaySpan(
        first=max((span.first for span in whole if span.first), default=None),
        last=min((span.last for span in whole if span.last), default=None),
        value=None,
    )


def count(spans: Sequence[DaySpan[Value]], today: date) -> tuple[DaySpan[int], ...]:
    """Return how many of `spans` hold on each day, from `today` on."""
    steps: dict[date, int] = {}
    total = 0
    for span in from_day(spans, today):
        if span.first is None or span.first <= today:
            total += 1
        else:
            steps[span.first] = steps.get(span.first, 0) + 1
        if span.last:
            end = dates.day_after(span.last)
            steps[end] = steps.get(end, 0) - 1
    return _merge(_sum_up(total, steps))


def _sum_up(total: int, steps: dict[date, int]) -> Iterator[DaySpan[int]]:
    first: date | None = None
    for day in sorted(steps):
        yield DaySpan(first=first, last=dates.day_before(day), value=total)
        first, total = day, total + steps[day]
    yield DaySpan(first=first, last=None, value=total)


def change_days(policy: Policy, warning_days: int) -> frozenset[date]:
    """Return every day from which a date may change what holds for `policy`."""
    return frozenset(day for version in policy.versions for day in _days_of(version, warning_days))


def _days_of(version: Version, warning_days: int) -> Iterator[date]:
    facts = version.facts
    starts = timeline.start_day(version)
    if facts.comments_until:
        yield dates.day_after(facts.comments_until.date)
    for day in (starts, facts.approved_on, facts.withdrawn_on, facts.comments_from):
        if day:
            yield day.date
    for review in facts.reviews:
        yield review.on.date
    for last_day in timeline.review_days(version):
        yield last_day - timedelta(days=warning_days)
        yield dates.day_after(last_day)
