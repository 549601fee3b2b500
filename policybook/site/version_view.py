"""Turn a version into what pages show of it on a day: standing, dates and addresses.

The page, the print view, the register and the PDF all use this, so they agree. A view
has no text of the version.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from policybook.model import (
    Day,
    Library,
    Policy,
    Reader,
    ReviewState,
    Standing,
    Summary,
    Version,
    VersionFacts,
    addresses,
    dates,
    timeline,
    wording,
)
from policybook.model.consultation import CommentsNotice, comments_notice, describe_past
from policybook.model.library import Contact
from policybook.model.timeline import Outlook
from policybook.reading.fields.field_types import CoverRow
from policybook.reading.fields.fields import FIELDS
from policybook.reading.record import approved_text
from policybook.reading.school import contacts_yml
from policybook.site.section_heads import SectionHead, section_head
from policybook.text import languages


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLink:
    """A summary as other pages name it. `language` is empty if it is the version's own.

    `changes` says what changed in its readers' words.
    """

    reader: Reader
    language: str
    address: addresses.Address
    path: str
    changes: tuple[str, ...]

    @property
    def own_name(self) -> str:
        """Return the language's name in itself: `polski`. It is empty for the version's own."""
        return languages.native_name(self.language) if self.language else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """What pages show of one version.

    `removed` says that the text was removed; the hash is then the recorded hash.
    `address` is the policy's page for the text in force, and the version's own page for
    any other. `summaries` starts with those in the school's language. `path` is the
    source file. `comments` says when and where to comment on a proposed text. `begins`
    is the first day on which the version is in force; None if there is none.
    """

    policy: str
    name: str
    path: str
    facts: VersionFacts
    sections: tuple[SectionHead, ...]
    summaries: tuple[SummaryLink, ...]
    standing: Standing
    badge: str
    standing_phrase: str
    notice: str
    approval: str
    review: str
    review_state: ReviewState
    review_last_day: date
    digest: str
    removed: bool
    comments: CommentsNotice | None
    begins: date | None
    address: addresses.Address
    own_address: addresses.Address
    pdf: addresses.Address

    @property
    def standing_words(self) -> str:
        """Return the standing as sentences: `In force since November 2023.`"""
        return f"{self.standing_phrase}."

    @property
    def short_standing(self) -> str:
        """Return the standing in a few words: `In force since November 2023`."""
        return f"In force since {self.starts}" if self.binds and self.starts else self.badge

    @property
    def short_review(self) -> str:
        """Return the review in a few words: `Overdue since 1 September 2025`."""
        ahead = Outlook(state=self.review_state, last_day=self.review_last_day, reviewed=None)
        return wording.capitalise(wording.review_day(ahead))

    def planned_review(self, before: str = "") -> str:
        """Return the review of a text that is not in force: `Planned for 2027/28`.

        `before` is what comes before the year: `the academic year `.
        """
        if self.standing in wording.NO_REVIEW:
            return wording.NO_REVIEW[self.standing]
        return f"Planned for {before}{dates.format_academic_year(self.facts.review_year)}"

    @property
    def first_day_words(self) -> str:
        """Return `In force from 4 January 2027.` if its first day is not that of its approval."""
        begins = self.facts.effective_from
        return "" if begins in (None, self.facts.approved_on) else f"In force from {self.starts}."

    @property
    def title(self) -> str:
        """Return the title of the policy in this version."""
        return self.facts.title

    @property
    def month(self) -> str:
        """Return the version's name for readers: `November 2023`, or `version 2`."""
        return wording.version_name(self.name)

    @property
    def binds(self) -> bool:
        """Return whether this version is in force."""
        return self.standing is Standing.IN_FORCE

    @property
    def mark(self) -> str:
        """Return what a text is that is not in force: `replaced`. Empty for the one in force.

        An upcoming text is named by its first day, so that the mark stays true on it.
        """
        if self.standing is Standing.UPCOMING and self.starts:
            return f"from {self.starts}"
        return "" if self.binds else self.badge[:1].lower() + self.badge[1:]

    @property
    def start_day(self) -> Day | None:
        """Return the day from which this version binds; None if it is unknown."""
        return self.facts.effective_from or self.facts.approved_on

    @property
    def starts(self) -> str:
        """Return the day from which this version binds, in words; empty if it is unknown."""
        return dates.format_day(self.start_day) if self.start_day else ""

    @property
    def tone(self) -> str:
        """Return the standing as a class name: `in-force`."""
        return str(self.standing).replace(" ", "-")

    @property
    def short_digest(self) -> str:
        """Return the first 12 characters of the hash."""
        return self.digest[:12]


def view_of(library: Library, policy: Policy, version: Version, today: date) -> VersionView:
    """Return what pages that are made on `today` show of `version`."""
    own_address = addresses.version(policy.name, version.name)
    removal = timeline.removal(library, version)
    binds = timeline.version_in_force(policy, today) is version
    return VersionView(
        policy=policy.name,
        name=version.name,
        path=version.path,
        facts=version.facts,
        sections=tuple(map(section_head, version.sections)),
        summaries=tuple(_summary_link(version, s, binds) for s in sort_views(version)),
        approval=wording.approval(version),
        digest=removal.sha256
        if removal
        else approved_text.sha256(approved_text.text_in_library(library, version).encode()),
        removed=removal is not None,
        begins=timeline.first_day_in_force(policy, version),
        own_address=own_address,
        address=addresses.policy(policy.name) if binds else own_address,
        pdf=addresses.pdf(policy.name, version.name),
        **describe_on(library, policy, version, today),
    )


def describe_on(library: Library, policy: Policy, version: Version, day: date) -> dict[str, Any]:
    """Return the fields of a view that change with the day. The others are those of any day."""
    standing = timeline.standing(policy, version, day)
    ahead = timeline.outlook(version, day, library.school.review_warning_days)
    if standing is not Standing.IN_FORCE:  # only a text in force is due or overdue
        ahead = replace(ahead, state=ReviewState.FINE)
    return {
        "standing": standing,
        "badge": wording.badge(policy, version, day),
        "standing_phrase": wording.standing_phrase(policy, version, day),
        "notice": wording.notice(policy, version, day, timeline.removal(library, version)),
        "review": wording.review(ahead),
        "review_state": ahead.state,
        "review_last_day": ahead.last_day,
        "comments": comments_notice(version.facts, day, library.school.contact),
    }


def sort_views(version: Version) -> tuple[Summary, ...]:
    """Return the summaries of a version, with the school's language first."""
    readers = list(Reader)
    return tuple(
        sorted(
            version.summaries,
            key=lambda s: (s.language != "", readers.index(s.reader), s.language),
        )
    )


def _summary_link(version: Version, summary: Summary, binds: bool) -> SummaryLink:
    number = "" if binds else version.name
    return SummaryLink(
        reader=summary.reader,
        language=summary.language,
        address=addresses.summary(version.policy, summary.reader, number, summary.language),
        path=summary.path,
        changes=summary.changes,
    )


def facts(view: VersionView) -> tuple[tuple[str, str], ...]:
    """Return the rows of a cover: label and value. Only a text in force shows its review state."""
    rows = ((str(row), words) for row, words in cover_rows(view))
    return (("Version", view.name), *rows, ("Fingerprint of the text", view.short_digest))


def cover_rows(view: VersionView) -> Iterator[tuple[CoverRow, str]]:
    """Yield the rows that front matter fills, each with its words."""
    facts = view.facts
    composed = {
        CoverRow.STANDING: view.standing_words,
        CoverRow.COMMENTS: str(view.comments or describe_past(view.facts)),
        CoverRow.APPROVAL: view.approval,
        CoverRow.REVIEW: view.review
        if view.binds
        else f"{view.planned_review('the academic year ')}.",
        CoverRow.APPLIES_TO: wording.join_words(facts.applies_to),
        CoverRow.HEADING: "",
        CoverRow.NONE: "",
    }
    for row in CoverRow:
        if words := composed[row] if row in composed else _words_of_row(facts, row):
            yield row, words


def _words_of_row(facts: VersionFacts, row: CoverRow) -> str:
    return "; ".join(words for f in FIELDS if f.cover is row and (words := f.in_words(facts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """How to reach the person who has a role.

    `anchor` is the contact's id on a page. `dial` is what a telephone link dials. Any
    other field may be empty.
    """

    role: str
    anchor: str
    name: str
    phone: str
    dial: str
    email: str
    address: str
    hours: str
    checked: str

    @property
    def line(self) -> str:
        """Return the whole contact in one line, for print."""
        parts = (self.name, self.phone, self.hours, self.email, self.address)
        ways = ", ".join(part for part in parts if part)
        return f"{self.role}: {ways} (checked {self.checked})"


def contact_view(contact: Contact) -> ContactView:
    """Return how pages show a contact."""
    return ContactView(
        role=contact.role,
        anchor=contacts_yml.anchor(contact),
        name=contact.name,
        phone=contact.phone,
        dial=contacts_yml.format_tel(contact.phone),
        email=contact.email,
        address=contact.address,
        hours=contact.hours,
        checked=dates.format_day(contact.checked),
    )
