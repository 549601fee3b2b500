"""A version as a page presents it on a day: its standing, dates and neighbours in words and addresses.

One place, so that the page, the print view, the register and the PDF say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from policybook.model import (
    Library,
    Policy,
    Reader,
    ReviewState,
    Standing,
    Status,
    Summary,
    Version,
    VersionFacts,
    addresses,
    dates,
    timeline,
    wording,
)
from policybook.reading import approval_record, clauses, contacts_yml, links
from policybook.reading.field_types import CoverRow
from policybook.reading.fields import FIELDS
from policybook.text import languages


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """What is said of one version. `removed` says that its words were taken out; its hash is then the recorded one.

    `address` is the page of the text in force where this is it, else the version's own.
    """

    policy: Policy
    version: Version
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
    address: str
    own_address: str
    pdf: str

    @property
    def standing_words(self) -> str:
        """Return the standing as sentences: `In force since November 2023.`"""
        return f"{self.standing_phrase}."

    @property
    def title(self) -> str:
        return self.version.facts.title

    @property
    def binds(self) -> bool:
        return self.standing is Standing.IN_FORCE

    @property
    def tone(self) -> str:
        """The standing as a class name: `in-force`."""
        return str(self.standing).replace(" ", "-")

    @property
    def short_digest(self) -> str:
        return self.digest[:12]


def about(library: Library, policy: Policy, version: Version, today: date) -> VersionView:
    """Say what stands of `version` on `today`."""
    now = timeline.standing(policy, version, today)
    ahead = timeline.outlook(version, today, library.school.review_warning_days)
    own = addresses.version(policy.name, version.name)
    removal = timeline.removal(library, version)
    return VersionView(
        policy=policy,
        version=version,
        standing=now,
        badge=wording.standing_label(now),
        standing_phrase=wording.standing_phrase(policy, version, today),
        notice=wording.notice(policy, version, today, removal),
        approval=wording.approval(version),
        review=wording.review(ahead),
        review_state=ahead.state,
        review_last_day=ahead.last_day,
        digest=removal.sha256
        if removal
        else approval_record.digest(version, links.pictures_of(library, version)),
        removed=removal is not None,
        own_address=own,
        address=addresses.policy(policy.name) if now is Standing.IN_FORCE else own,
        pdf=addresses.pdf(policy.name, version.name),
    )


def facts(seen: VersionView) -> tuple[tuple[str, str], ...]:
    """The rows of a cover: label and value. The review says its state only of a text in force."""
    rows = ((str(row), words) for row, words in cover_rows(seen))
    return (("Version", seen.version.name), *rows, ("Text hash", seen.short_digest))


def cover_rows(seen: VersionView) -> Iterator[tuple[CoverRow, str]]:
    """Yield the rows that front matter fills, each with its words."""
    facts = seen.version.facts
    planned = f"Planned for the academic year {dates.year_text(facts.review_year)}."
    composed = {
        CoverRow.STANDING: seen.standing_words,
        CoverRow.APPROVAL: seen.approval,
        CoverRow.REVIEW: seen.review if seen.binds else planned,
        CoverRow.APPLIES_TO: wording.audiences(facts.applies_to),
        CoverRow.HEADING: "",
        CoverRow.NONE: "",
    }
    for row in CoverRow:
        if words := composed[row] if row in composed else _words_of_row(facts, row):
            yield row, words


def _words_of_row(facts: VersionFacts, row: CoverRow) -> str:
    return "; ".join(words for f in FIELDS if f.cover is row and (words := f.in_words(facts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLink:
    summary: Summary
    reader: Reader
    language: str
    address: str

    @property
    def own_name(self) -> str:
        """The language's name in itself, `polski`; empty for the version's own."""
        return languages.own_name(self.language) if self.language else ""


def summary_links(seen: VersionView) -> tuple[SummaryLink, ...]:
    """The summaries of a version, in the school's language first."""
    number = "" if seen.binds else seen.version.name
    made = (
        SummaryLink(
            summary=s,
            reader=s.reader,
            language=s.language,
            address=addresses.summary(seen.policy.name, s.reader, number, s.language),
        )
        for s in seen.version.summaries
    )
    return tuple(
        sorted(made, key=lambda s: (s.language != "", list(Reader).index(s.reader), s.language))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """How to reach whoever has a role. `anchor` is its place on a page, `dial` what a telephone link dials; each of the others may be empty."""

    role: str
    anchor: str
    name: str
    phone: str
    dial: str
    email: str
    address: str
    checked: str

    @property
    def line(self) -> str:
        """The whole in one line, for paper."""
        ways = ", ".join(part for part in (self.name, self.phone, self.email, self.address) if part)
        return f"{self.role}: {ways} (checked {self.checked})"


def asks(library: Library, seen: VersionView) -> tuple[ContactView, ...]:
    """Who to ask by the contacts that a text and its summaries name."""
    return tuple(
        ContactView(
            role=contact.role,
            anchor=contacts_yml.anchor(contact),
            name=contact.name,
            phone=contact.phone,
            dial=contacts_yml.dial(contact.phone),
            email=contact.email,
            address=contact.address,
            checked=dates.in_words(contact.checked),
        )
        for contact in links.contacts_of(library, seen.version)
    )


def every(library: Library, today: date) -> Iterator[VersionView]:
    """Every version of every policy, oldest first within its policy."""
    for policy in library.policies:
        for version in policy.versions:
            yield about(library, policy, version, today)


def current(library: Library, policy: Policy, today: date) -> VersionView | None:
    """The version in force, or None."""
    version = timeline.in_force(policy, today)
    return about(library, policy, version, today) if version else None


def opening(version: Version) -> str:
    """One line of what a policy is about: the first sentence of its first numbered section, at most 160 letters."""
    first = next(
        (
            c.text
            for s in version.sections
            if s.number
            for c in clauses.of_section(s)
            if len(c.text.split()) > 5
        ),
        "",
    )
    sentence = first.split(". ")[0].rstrip(".:;, ")
    if len(sentence) > 160:
        return sentence[:160].rsplit(" ", 1)[0] + " …"
    return sentence + "." if sentence else ""


def published(library: Library, drafts: bool) -> tuple[Policy, ...]:
    """The policies with the versions that may be seen: drafts are private."""
    kept = (
        replace(
            p, versions=tuple(v for v in p.versions if drafts or v.facts.status is not Status.DRAFT)
        )
        for p in library.policies
    )
    return tuple(p for p in kept if p.versions)
