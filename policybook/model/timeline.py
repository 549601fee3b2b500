"""A library and a day -> what stands on that day: standing, review state, the version in force, the register.

Everything here follows from dates; nothing is typed in. `today` is always a parameter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policybook.model import (
    Day,
    Entry,
    Library,
    Policy,
    ReviewState,
    Standing,
    Status,
    Version,
    dates,
)

_DECIDED = (Status.APPROVED, Status.WITHDRAWN)


def starts(version: Version) -> Day | None:
    """The day from which an approved version binds: `effective_from`, else `approved_on`."""
    return version.facts.effective_from or version.facts.approved_on


def in_force(policy: Policy, today: date) -> Version | None:
    """The version that binds on `today`; None before the first, and where the last to bind has been withdrawn."""
    begun = [v for v in policy.versions if _begun(v, today)]
    last = max(begun, key=_start, default=None)
    return None if last is None or _withdrawn(last, today) else last


def _start(version: Version) -> date:
    begins = starts(version)
    return begins.date if begins else date.max


def _ever_binds(version: Version) -> bool:
    """Approved, and not withdrawn before its first day."""
    on = version.facts.withdrawn_on
    return version.facts.status in _DECIDED and not (on and on.date < _start(version))


def _begun(version: Version, today: date) -> bool:
    return _ever_binds(version) and _start(version) <= today


def _withdrawn(version: Version, today: date) -> bool:
    on = version.facts.withdrawn_on
    return version.facts.status is Status.WITHDRAWN and (on is None or on.date <= today)


def standing(policy: Policy, version: Version, today: date) -> Standing:
    """Where `version` stands on `today`."""
    if version.facts.status is Status.DRAFT:
        return Standing.DRAFT
    if version.facts.status is Status.CONSULTATION:
        return Standing.CONSULTATION
    if _withdrawn(version, today):
        return Standing.WITHDRAWN
    if not _begun(version, today):
        return Standing.UPCOMING
    return Standing.IN_FORCE if in_force(policy, today) is version else Standing.SUPERSEDED


def successor(policy: Policy, version: Version) -> Version | None:
    """The approved version that takes the place of `version`, whether or not it binds yet."""
    later = [v for v in policy.versions if _ever_binds(v) and _start(v) > _start(version)]
    return min(later, key=_start, default=None)


def proposal(policy: Policy) -> Version | None:
    """The newest version that is out for consultation and later than every approved one."""
    newest = policy.versions[-1]
    return newest if newest.facts.status is Status.CONSULTATION else None


def of_today(library: Library, today: date) -> Iterator[tuple[Policy, Version, Standing]]:
    """Every version that somebody works with: in force, approved and to come, out for consultation, or a draft; none of the past."""
    for policy in library.policies:
        for version in policy.versions:
            now = standing(policy, version, today)
            if now not in (Standing.SUPERSEDED, Standing.WITHDRAWN):
                yield policy, version, now


def predecessor(policy: Policy, version: Version) -> Version | None:
    """The version before this one, by name."""
    index = policy.versions.index(version)
    return policy.versions[index - 1] if index else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """When a version is next to be reviewed. `last_day` is the last day on which the review is in time."""

    state: ReviewState
    last_day: date
    reviewed: Day | None


def outlook(version: Version, today: date, warning_days: int) -> Outlook:
    """The review date as the newest review up to `today` left it, and whether it is fine, due or overdue."""
    facts = version.facts
    done = [r for r in facts.reviews if r.on.date <= today]
    latest = max(reversed(done), key=lambda r: r.on.date, default=None)
    by = facts.review_by.date if facts.review_by else dates.last_day(facts.review_year)
    last_day = dates.last_day(latest.review_year) if latest else by
    left = (last_day - today).days
    state = (
        ReviewState.OVERDUE
        if left < 0
        else ReviewState.DUE
        if left <= warning_days
        else ReviewState.FINE
    )
    return Outlook(state=state, last_day=last_day, reviewed=latest.on if latest else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A policy in the register. `version` is the one in force, else the newest; `proposal` a later text out for consultation."""

    policy: Policy
    version: Version
    standing: Standing
    outlook: Outlook
    proposal: Version | None


def register(library: Library, today: date) -> tuple[RegisterRow, ...]:
    """Every policy with its standing and review date, those overdue longest first, then by name."""
    return tuple(
        sorted(
            _rows(library, today), key=lambda r: (not _counts(r), r.outlook.last_day, r.policy.name)
        )
    )


def _counts(row: RegisterRow) -> bool:
    return row.standing is Standing.IN_FORCE


def _rows(library: Library, today: date) -> Iterator[RegisterRow]:
    for policy in library.policies:
        current = in_force(policy, today)
        version = current or policy.versions[-1]
        offered = proposal(policy)
        yield RegisterRow(
            policy=policy,
            version=version,
            standing=standing(policy, version, today),
            outlook=outlook(version, today, library.school.review_warning_days),
            proposal=offered if offered is not version else None,
        )


def removal(library: Library, version: Version) -> Entry | None:
    """The entry of the record by which the words of `version` were taken out; None where they stand."""
    key = (version.policy, version.name)
    return next((e for e in library.record if e.removed and (e.policy, e.version) == key), None)
