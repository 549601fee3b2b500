"""Say what will change on a known day, so that the site is published again by then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from policybook.model import Policy, ReviewState, consultation, dates, spans, timeline

#: In one sentence. A school of fifty policies may have as many reviews on one day.
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ComingChange:
    """What changes on `day`, in words without a full stop: `Uniform Policy comes into force`."""

    day: date
    words: str


def coming_changes(
    policies: Iterable[Policy], today: date, warning_days: int
) -> tuple[ComingChange, ...]:
    """Return every known change after `today`, in order.

    One of them is the next academic year: from then on, a page made before it says so.
    """
    changes = [
        ComingChange(day=day, words=words)
        for policy in policies
        for day in spans.change_days(policy, warning_days)
        if day > today
        for words in _changes_on(policy, day, warning_days)
    ]
    year = ComingChange(day=dates.next_school_year(today), words="a new school year begins")
    return (*sorted([*changes, year]),)


def next_changes(changes: tuple[ComingChange, ...]) -> tuple[ComingChange, ...]:
    """Return those of `changes` that fall on the first day."""
    return tuple(change for change in changes if change.day == changes[0].day)


def publish_again(changes: tuple[ComingChange, ...]) -> str:
    """Return the day by which to publish again, and why, as a sentence with a few reasons."""
    due = next_changes(changes)
    reasons = [change.words for change in due[:_MOST_REASONS]]
    if more := len(due) - len(reasons):
        reasons.append(f"and {more} more")
    return f"Publish again by {dates.format_day(due[0].day)}: {'; '.join(reasons)}."


def _changes_on(policy: Policy, day: date, warning_days: int) -> Iterator[str]:
    """Yield what holds on `day` and did not hold on the day before."""
    eve = dates.day_before(day)
    old, new = (timeline.version_in_force(policy, d) for d in (eve, day))
    if new and new is not old:
        yield f"{new.facts.title} comes into force"
    if old and not new:
        yield f"{old.facts.title} is withdrawn"
    if new:
        states = [timeline.outlook(new, d, warning_days).state for d in (eve, day)]
        if states[1] is not states[0] or (new is not old and states[1] is not ReviewState.FINE):
            if states[1] is ReviewState.DUE:
                yield f"the review of {new.facts.title} falls due"
            if states[1] is ReviewState.OVERDUE:
                yield f"the review of {new.facts.title} becomes overdue"
    offered = timeline.proposal(policy)
    if offered and consultation.announcement_day(offered.facts) == day:
        yield f"the consultation on {offered.facts.title} is announced"
    if offered and consultation.reminder_day(offered.facts) == day:
        yield f"the consultation on {offered.facts.title} closes in two weeks"
    if offered and consultation.last_day(offered.facts) == eve:
        yield f"the consultation on {offered.facts.title} has closed"
