"""Contacts: each one is in the list, and was checked in the last twelve months."""

import re
from collections.abc import Iterator
from datetime import date

from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Finding, Library, Version, dates, timeline
from policybook.reading.files import layout
from policybook.reading.references import link_search, links
from policybook.reading.school import contacts_yml
from policybook.reading.texts import clauses, markdown_parser

_BROKEN = re.compile(r"\{\s*contact\b(?:[^{}]*(?:\{|$)|[^:{}]*:?\s*\})", re.IGNORECASE)


def contacts_are_listed(library: Library, today: date) -> Iterator[Finding]:
    """Every role that a text names as a contact is in `contacts.yml`.

    A superseded or withdrawn text may name a role that is no longer there.

    Bad: `Tell the {contact: Safeguarding Officer}.`, and `contacts.yml` has no such
    role.
    Good: `Tell the {contact: Designated Safeguarding Lead}.`, with that role in
    `contacts.yml`.
    Remedy: Add the role to `contacts.yml`, or name a role that is there.
    Codes: contact.
    """
    for _, version, _ in timeline.live_versions(library, today):
        for line, role in link_search.find_roles(version):
            yield from _check_role(
                library, version, version.path, _find_line(version, line, role), role
            )
        for clause in clauses.walk_text(version) if "{" in version.text else ():
            if _BROKEN.search(clause.text):
                yield _make_finding(
                    version.path,
                    clause.lines[0],
                    "the name of a contact is incomplete",
                    "Write it like this: {contact: Headteacher}.",
                )
        for summary in version.summaries:
            for line, inline in link_search.find_summary_links(summary):
                if links.is_role(inline.target):
                    role = inline.target.removeprefix(markdown_parser.ROLE)
                    yield from _check_role(library, version, summary.path, line, role)


def _check_role(
    library: Library, version: Version, path: str, line: int, role: str
) -> Iterator[Finding]:
    target = links.resolve(library, version, f"{markdown_parser.ROLE}{role}")
    if isinstance(target, links.BrokenLink):
        yield _make_finding(path, line, target.message, target.remedy)


def _make_finding(path: str, line: int, message: str, remedy: str) -> Finding:
    return finding_at_line(path, line, "contact", message, remedy)


def _find_line(version: Version, start: int, role: str) -> int:
    """Return the line that names the role; `start` if its name runs over two lines."""
    lines = version.text.split("\n")[start - version.body_line :]
    return next(
        (
            start + index
            for index, line in enumerate(lines[:200])
            if "{" in line and role in " ".join(line.split())
        ),
        start,
    )


def contacts_were_checked_recently(library: Library, today: date) -> Iterator[Finding]:
    """The school checked each contact in the last 12 months. The date is not in the future.

    Bad: `checked: 2024-09-02`, when it is November 2026.
    Good: the same row, checked again, with its new date.
    Remedy: Ring or write to the contact. Correct its row, and write the day after
    `checked:`.
    Codes: contact-checked.
    """
    for contact in library.contacts:
        day = dates.format_day(contact.checked)
        if contact.checked > today:
            yield _report_date(
                contact.line,
                f"the day of the check of the contact “{contact.role}”, {day}, is in the future",
                "Write the day on which it was checked.",
            )
        elif contacts_yml.is_old(contact, today):
            remedy = (
                "Ring or write to the contact, correct its row, and write the new day after "
                "`checked:`."
            )
            yield _report_date(
                contact.line,
                f"the contact “{contact.role}” was last checked on {day}, more than 12 months ago",
                remedy,
            )


def _report_date(line: int, message: str, remedy: str) -> Finding:
    return report_warning(layout.CONTACTS, line, "contact-checked", message, remedy)
