"""Say which version of a policy was in force on any day, as periods without a gap.

They follow from the dates alone, so that a page with all of them is true on any day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from policybook.model.facts import Day, Status
from policybook.model.library import Policy, Version
from policybook.model.timeline import start_day, version_in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days on which one version is in force, or none.

    `begins` is None for the days before the first version. `ends` is the day on which
    the next period begins; None if nothing ends it.
    """

    begins: Day | None
    ends: Day | None
    version: Version | None

    @property
    def last(self) -> date | None:
        """Return the last day of the period; None if nothing ends it."""
        return self.ends.date - timedelta(days=1) if self.ends else None


def list_periods(policy: Policy) -> tuple[Period, ...]:
    """Return every period in order. The first has no version, because none is recorded."""
    periods = [Period(begins=None, ends=None, version=None)]
    for day in _list_days(policy):
        version = version_in_force(policy, day.date)
        before = periods[-1]
        if version is not before.version:
            ended = Period(begins=before.begins, ends=day, version=before.version)
            periods[-1:] = [ended, Period(begins=day, ends=None, version=version)]
    return tuple(periods)


def _list_days(policy: Policy) -> Iterator[Day]:
    """Yield each day on which the version in force may change, the earliest first.

    Where one version gives the day and another only its month, the day counts.
    """
    days: dict[date, Day] = {}
    for day in _list_dates(policy):
        earlier_day = days.get(day.date)
        if earlier_day is None or earlier_day.month_only:
            days[day.date] = day
    yield from (days[first] for first in sorted(days))


def _list_dates(policy: Policy) -> Iterator[Day]:
    for version in policy.versions:
        begins = start_day(version)
        if begins:
            yield begins
        if version.facts.status is Status.WITHDRAWN and version.facts.withdrawn_on:
            yield version.facts.withdrawn_on


def newest_decision(policy: Policy) -> Day | None:
    """Return the day of the newest approval or withdrawal; None if there is none."""
    decisions = [
        day
        for version in policy.versions
        for day in (version.facts.approved_on, version.facts.withdrawn_on)
        if day
    ]
    return max(decisions, default=None)
