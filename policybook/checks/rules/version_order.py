"""The order of versions: approvals in order, one text in force, changes described."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from policybook.checks.version_findings import finding_at_field
from policybook.model import Day, Finding, Library, Policy, Version, dates, timeline

#: A school decides for this many years ahead at most; a later day is a typing error.
_YEARS_AHEAD = 10


def approvals_follow_version_order(library: Library, today: date) -> Iterator[Finding]:
    """A later version has a later approval date.

    Bad: 2025-09 approved on 2025-09-15, then 2026-09 approved on 2020-01-01.
    Good: 2026-09 approved on 2026-09-14.
    Remedy: Correct the date `approved_on`, or the names of the files. Versions run in
    the order of approval.
    Protects: the order of approval decides which text is in force.
    Codes: approval-order.
    """
    for policy in library.policies:
        for old, new in pairwise(_list_approved(policy)):
            before, after = old.facts.approved_on, new.facts.approved_on
            if before and after and after.date < before.date:
                yield finding_at_field(
                    new,
                    "approved_on",
                    "approval-order",
                    f"the approval date {dates.format_day(after)} is earlier than that of version "
                    f"{old.name}, {dates.format_day(before)}",
                    "Correct `approved_on`, or the names of the versions. Versions run in the "
                    "order of approval.",
                )


def versions_start_on_different_days(library: Library, today: date) -> Iterator[Finding]:
    """A later version comes into force after the earlier one, not on the same day.

    Bad: two versions with `effective_from: 2025-10-01`.
    Good: the second with `effective_from: 2025-11-01`.
    Remedy: Give the later version a later `effective_from`.
    Protects: on any day it must be clear which text is in force.
    Codes: in-force-order.
    """
    for policy in library.policies:
        for old, new in pairwise(_list_approved(policy)):
            before, after = timeline.start_day(old), timeline.start_day(new)
            if before and after and after.date <= before.date:
                field = "effective_from" if "effective_from" in new.facts.lines else "approved_on"
                is_same_day = after.date == before.date
                yield finding_at_field(
                    new,
                    field,
                    "in-force-order",
                    f"versions {old.name} and {new.name} both start on the same day, "
                    f"{dates.format_day(after)}, so it is unclear which is in force"
                    if is_same_day
                    else f"version {new.name} would be in force from {dates.format_day(after)}, "
                    f"before version {old.name}, from {dates.format_day(before)}",
                    "Give the later version a later `effective_from`.",
                )


def _list_approved(policy: Policy) -> list[Version]:
    return [v for v in policy.versions if v.facts.approved_on]


def dates_are_not_in_the_future(library: Library, today: date) -> Iterator[Finding]:
    """The day of an approval, a review or a withdrawal is not in the future.

    Bad: `approved_on: 2031-01-01` in 2026.
    Good: `status: consultation` until the governors have met.
    Remedy: Correct the date, or write it after the event. Use `effective_from` for the
    day on which a version comes into force.
    Protects: a text must not be called approved before its approval.
    Codes: future-date.
    """
    for version in library.walk_sound():
        for field, day in _list_past_events(version):
            if day.date > today:
                yield finding_at_field(
                    version,
                    field,
                    "future-date",
                    f"`{field}` names a day in the future, {dates.format_day(day)} (today is "
                    f"{dates.format_day(today)})",
                    "Correct the date, or write it after the event. The day on which a "
                    "version comes into force goes into `effective_from`.",
                )


def coming_dates_are_near(library: Library, today: date) -> Iterator[Finding]:
    """A version comes into force, and is reviewed, within ten years.

    Bad: `effective_from: 2089-01-01` in 2026, a typing error for 2029.
    Good: `effective_from: 2027-01-04`.
    Remedy: Correct the year.
    Protects: a text with a wrong year would not be in force when people need it.
    Codes: distant-date.
    """
    last_year = today.year + _YEARS_AHEAD
    for version in library.walk_sound():
        for field, year, words in _list_coming_dates(version):
            if year > last_year:
                yield finding_at_field(
                    version,
                    field,
                    "distant-date",
                    f"`{field}` is {words}, more than {_YEARS_AHEAD} years from today, "
                    f"{dates.format_day(today)}",
                    f"Correct the year in `{field}`. The last possible year is {last_year}.",
                )


def _list_coming_dates(version: Version) -> Iterator[tuple[str, int, str]]:
    """Yield the fields that look ahead, with their years and their values in words."""
    facts = version.facts
    for field, day in (("effective_from", facts.effective_from), ("review_by", facts.review_by)):
        if day:
            yield field, day.date.year, dates.format_day(day)
    years = [("review_year", facts.review_year)]
    years += [("reviews", review.review_year) for review in facts.reviews]
    for field, year in years:
        yield field, year.start, dates.format_academic_year(year)


def later_dates_follow_the_approval(library: Library, today: date) -> Iterator[Finding]:
    """A version comes into force, or is withdrawn, on its approval date or later.

    Bad: approved on 2025-09-15 with `effective_from: 2025-09-01`.
    Good: `effective_from: 2025-09-22`.
    Remedy: Correct one of the two dates.
    Protects: no text may be in force before its approval.
    Codes: before-approval.
    """
    for version in library.walk_sound():
        facts = version.facts
        approved = facts.approved_on
        for field, day in (
            ("effective_from", facts.effective_from),
            ("withdrawn_on", facts.withdrawn_on),
        ):
            if day and approved and day.date < approved.date:
                yield finding_at_field(
                    version,
                    field,
                    "before-approval",
                    f"`{field}`, {dates.format_day(day)}, is before the approval, "
                    f"{dates.format_day(approved)}",
                    "Correct one of the two dates. A version comes into force, or is "
                    "withdrawn, on its approval date or later.",
                )


def _list_past_events(version: Version) -> Iterator[tuple[str, Day]]:
    """Yield the fields that record a past event, with their days."""
    facts = version.facts
    for field, day in (("approved_on", facts.approved_on), ("withdrawn_on", facts.withdrawn_on)):
        if day:
            yield field, day
    yield from (("reviews", review.on) for review in facts.reviews)


def changes_are_described(library: Library, today: date) -> Iterator[Finding]:
    """From the second version on, the front matter says what changed.

    Bad: a second version without `changes`.
    Good: `changes: Names the Designated Safeguarding Lead.`
    Remedy: Write `changes:` with a sentence, or a list of sentences. A governor should
    understand it without the text.
    Codes: changes-missing.
    """
    for policy in library.policies:
        for version in policy.versions[1:]:
            if not version.facts.changes and not timeline.removal(library, version):
                yield finding_at_field(
                    version,
                    "title",
                    "changes-missing",
                    f"the field `changes` is missing, although version {policy.versions[0].name} "
                    "came before this one",
                    "Add `changes:` with a sentence, or a list of sentences, that tells a "
                    "governor what changed.",
                )
