"""Say what holds on one day: standings, review states, the version in force, the register.

Everything follows from dates. `today` is always a parameter.
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


def start_day(version: Version) -> Day | None:
    """Return the day from which a version binds: `effective_from`, else `approved_on`."""
    return version.facts.effective_from or version.facts.approved_on


def version_in_force(policy: Policy, today: date) -> Version | None:
    """Return the version that binds on `today`.

    Return None before the first one, and if the last one to bind has been withdrawn.
    """
    started = [v for v in policy.versions if _has_begun(v, today)]
    last = max(started, key=_start_date, default=None)
    return None if last is None or _is_withdrawn(last, today) else last


def _start_date(version: Version) -> date:
    """Return the first day on which a version binds; the last date of all if it has none."""
    begins = start_day(version)
    return begins.date if begins else date.max


def _ever_binds(version: Version) -> bool:
    """Return whether a version is approved and was not withdrawn before its first day."""
    on = version.facts.withdrawn_on
    return version.facts.status in _DECIDED and not (on and on.date < _start_date(version))


def _has_begun(version: Version, today: date) -> bool:
    """Return whether a version binds on `today` or bound before it."""
    return _ever_binds(version) and _start_date(version) <= today


def _is_withdrawn(version: Version, today: date) -> bool:
    """Return whether a version has been withdrawn by `today`."""
    on = version.facts.withdrawn_on
    return version.facts.status is Status.WITHDRAWN and (on is None or on.date <= today)


def first_day_in_force(policy: Policy, version: Version) -> date | None:
    """Return the first day on which `version` is in force; None if there is none.

    There is none for a proposal, for a version withdrawn before it began, and for one
    of two versions that begin on the same day.
    """
    begins = start_day(version)
    is_first = begins and version_in_force(policy, begins.date) is version
    return begins.date if begins and is_first else None


def standing(policy: Policy, version: Version, today: date) -> Standing:
    """Return the standing of `version` on `today`."""
    if version.facts.status is Status.DRAFT:
        return Standing.DRAFT
    if version.facts.status is Status.CONSULTATION:
        return Standing.CONSULTATION
    if _is_withdrawn(version, today):
        return Standing.WITHDRAWN
    if not _has_begun(version, today):
        return Standing.UPCOMING
    return Standing.IN_FORCE if version_in_force(policy, today) is version else Standing.SUPERSEDED


def is_kept_internally(policy: Policy, today: date) -> bool:
    """Return whether the text in force, or else the newest, is kept off the public site."""
    shown = version_in_force(policy, today) or policy.versions[-1]
    return shown.facts.kept_internally


def successor(policy: Policy, version: Version) -> Version | None:
    """Return the approved version that replaces `version`, whether or not it binds yet."""
    later = [v for v in policy.versions if _ever_binds(v) and _start_date(v) > _start_date(version)]
    return min(later, key=_start_date, default=None)


def proposal(policy: Policy) -> Version | None:
    """Return the newest version if it is out for consultation; None otherwise."""
    newest = policy.versions[-1]
    return newest if newest.facts.status is Status.CONSULTATION else None


def live_versions(library: Library, today: date) -> Iterator[tuple[Policy, Version, Standing]]:
    """Yield every version that people work with today, with its policy and standing.

    These are versions in force, upcoming versions, proposals and drafts.
    """
    for policy in library.policies:
        for version in policy.versions:
            now = standing(policy, version, today)
            if now not in (Standing.SUPERSEDED, Standing.WITHDRAWN):
                yield policy, version, now


def predecessor(policy: Policy, version: Version) -> Version | None:
    """Return the version before this one, by name; None for the first."""
    index = policy.versions.index(version)
    return policy.versions[index - 1] if index else None


def changed_on(version: Version) -> date:
    """Return the day of a version's changes: of its approval, else of its name.

    A name that is no day gives the first day of the academic year before its review.
    """
    approved = version.facts.approved_on or start_day(version)
    named = approved or dates.read_day(version.name)
    return named.date if named else dates.first_day(version.facts.review_year)


def end_day(policy: Policy, version: Version) -> Day | None:
    """Return the day from which `version` no longer binds, as far as it is known.

    That is the first day of its successor, or the day of its withdrawal if that is
    earlier.
    """
    later = successor(policy, version)
    ends, withdrawn = start_day(later) if later else None, version.facts.withdrawn_on
    if version.facts.status is not Status.WITHDRAWN or withdrawn is None:
        return ends
    return withdrawn if ends is None or withdrawn.date < ends.date else ends


def coming_version(policy: Policy, today: date) -> Version | None:
    """Return the approved version that comes into force next after `today`; None if none does."""
    coming = (v for v in policy.versions if standing(policy, v, today) is Standing.UPCOMING)
    return min(coming, key=_start_date, default=None)


def review_days(version: Version) -> Iterator[date]:
    """Yield the last day for the next review, as the approval and as each review set it."""
    facts = version.facts
    yield facts.review_by.date if facts.review_by else dates.last_day(facts.review_year)
    for review in facts.reviews:
        yield dates.last_day(review.review_year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The next review of a version.

    `last_day` is the last day on which a review is in time. `reviewed` is the latest
    review.
    """

    state: ReviewState
    last_day: date
    reviewed: Day | None


def outlook(version: Version, today: date, warning_days: int) -> Outlook:
    """Return the review date and whether it is fine, due or overdue on `today`.

    The date comes from the latest review up to `today`; without a review, from the
    approval.
    """
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
    """A policy in the register.

    `version` is the one in force, else the newest. `proposal` is a later text that is
    out for consultation.
    """

    policy: Policy
    version: Version
    standing: Standing
    outlook: Outlook
    proposal: Version | None


def register(library: Library, today: date) -> tuple[RegisterRow, ...]:
    """Return every policy with its standing and review date.

    Policies in force come first, the longest overdue at the top, then by name.
    """
    return tuple(
        sorted(
            _rows(library, today), key=lambda r: (not _counts(r), r.outlook.last_day, r.policy.name)
        )
    )


def _counts(row: RegisterRow) -> bool:
    """Return whether the version of the row is in force, so that its review date counts."""
    return row.standing is Standing.IN_FORCE


def _rows(library: Library, today: date) -> Iterator[RegisterRow]:
    """Yield the row of each policy, in the order of the library."""
    for policy in library.policies:
        current = version_in_force(policy, today)
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
    """Return the entry that removed the words of `version`; None if they were not removed."""
    return next((e for e in library.record if e.removed and e.key == version.key), None)


def find_replaced(library: Library, version: Version, today: date) -> Version | None:
    """Return the version in force that `version` replaces.

    If `version` or a later one is in force, return the newest approved version before
    it.
    """
    policy = next(p for p in library.policies if p.name == version.policy)
    earlier = policy.versions[: policy.versions.index(version)]
    current = version_in_force(policy, today)
    if current in earlier:
        return current
    return next(
        (v for v in reversed(earlier) if start_day(v) and not removal(library, v)),
        None,
    )
