"""Say which reviews are overdue, policy by policy, for the governors' packs.

What it says depends on the dates alone, so a page has it for every later day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from policybook.model import Library, Policy, ReviewState, spans, timeline, wording
from policybook.model.addresses import Address, policy


@dataclass(frozen=True, slots=True)
class OverdueReview:
    """An overdue review: the policy's title and address, and since when it is overdue.

    `since` is such as `overdue since 1 September 2025`.
    """

    title: str
    address: Address
    since: str

    @property
    def words(self) -> str:
        """Return the sentence in a list of policies."""
        return f"Review {self.since}."

    @property
    def of_this_policy(self) -> str:
        """Return the sentence for the pages of the policy itself."""
        return f"The review of this policy itself has been {self.since}."


@dataclass(frozen=True, slots=True)
class ReviewDays:
    """One policy's reviews by day, from today on. None for days with no overdue review."""

    name: str
    days: tuple[spans.DaySpan[OverdueReview | None], ...]


#: The reviews of one policy on every day.
ReviewSpans = tuple[spans.DaySpan[OverdueReview | None], ...]


def trace_reviews(library: Library) -> dict[str, ReviewSpans]:
    """Return the reviews of each policy by its name."""
    warning = library.school.review_warning_days
    return {policy.name: _trace(policy, warning) for policy in library.policies}


def list_reviews(traced: Mapping[str, ReviewSpans], today: date) -> tuple[ReviewDays, ...]:
    """Return the reviews of each policy that is overdue today, or may be on a later day."""
    every = (ReviewDays(name, spans.from_day(days, today)) for name, days in traced.items())
    return tuple(row for row in every if any(span.value for span in row.days))


def last_change(traced: Iterable[ReviewSpans], today: date) -> date | None:
    """Return the last day up to `today` that changed which reviews are overdue, if any did."""
    firsts = (span.first for days in traced for span in days)
    return max((day for day in firsts if day and day <= today), default=None)


def _trace(policy: Policy, warning_days: int) -> ReviewSpans:
    days = spans.change_days(policy, warning_days)
    return spans.trace(days, lambda day: _overdue_on(policy, day, warning_days))


def _overdue_on(of: Policy, day: date, warning_days: int) -> OverdueReview | None:
    version = timeline.version_in_force(of, day)
    if version is None:
        return None
    outlook = timeline.outlook(version, day, warning_days)
    if outlook.state is not ReviewState.OVERDUE:
        return None
    return OverdueReview(version.facts.title, policy(of.name), wording.review_day(outlook))
