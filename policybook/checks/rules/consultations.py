"""Consultations: when they open and close, and what follows when they are over."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from policybook.checks.version_findings import finding_at_field
from policybook.model import Finding, Library, Severity, Status, Version, consultation, dates

_warn = partial(finding_at_field, severity=Severity.WARNING)


def consultations_have_an_end(library: Library, today: date) -> Iterator[Finding]:
    """A text that is out for consultation says until when people may comment.

    Bad: `status: consultation` alone.
    Good: `status: consultation` with `comments_from: 2026-11-16` and `comments_until:
    2027-01-04`.
    Remedy: Write the last day for comments in `comments_until`. If comments do not go to
    the school's contact, say to whom in `comments_to`.
    Codes: comments-undated.
    """
    for version in _list_proposals(library):
        if not consultation.last_day(version.facts):
            yield _warn(
                version,
                "status",
                "comments-undated",
                "the consultation does not say until when people may comment",
                "Add a line with the last day for comments, such as `comments_until: 2027-01-04`. "
                "The pages, the feed and the calendar then show it.",
            )


def consultations_end_with_a_decision(library: Library, today: date) -> Iterator[Finding]:
    """When a consultation is over, the school decides on the text.

    Bad: `comments_until: 2026-10-16` in November, still with `status: consultation`.
    Good: the approval, or a later day in `comments_until`.
    Remedy: Record the decision with `policybook approve`. If people may still comment,
    write a later day. To take the text off the site, remove the lines that start with
    `comments_` and write `status: draft`.
    Codes: comments-over.
    """
    for version in _list_proposals(library):
        last = consultation.last_day(version.facts)
        if last and last < today:
            yield _warn(
                version,
                "comments_until",
                "comments-over",
                f"the consultation closed on {dates.format_day(last)}",
                "Record the decision with "
                f"`policybook approve {version.policy} {version.name}`. If people may still "
                "comment, write a later day. To take the text off the site, remove the lines that "
                "start with `comments_` and write `status: draft`.",
            )


def consultations_open_before_they_close(library: Library, today: date) -> Iterator[Finding]:
    """The last day for comments is not before the day on which the consultation opens.

    Bad: `comments_from: 2026-11-16` with `comments_until: 2026-11-02`.
    Good: `comments_until: 2027-01-04`.
    Remedy: Correct one of the two days.
    Protects: people must not be told to comment by a day that was over at the start.
    Codes: comments-order.
    """
    for version in _list_proposals(library):
        first, last = consultation.first_day(version.facts), consultation.last_day(version.facts)
        if first and last and last < first:
            yield finding_at_field(
                version,
                "comments_until",
                "comments-order",
                f"`comments_until`, {dates.format_day(last)}, is before the consultation opens, "
                f"{dates.format_day(first)}",
                "Correct `comments_from` or `comments_until`.",
            )


def _list_proposals(library: Library) -> Iterator[Version]:
    for version in library.walk_sound():
        if version.facts.status is Status.CONSULTATION:
            yield version
