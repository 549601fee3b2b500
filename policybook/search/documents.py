"""List what search can find on a day: clauses of texts in force, and statements of summaries.

The list is one of allowed standings. A text that is superseded, a draft, in
consultation, upcoming or withdrawn is never in it. Readers can search such texts
separately (`documents_not_in_force`), except drafts.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import date

from policybook.model import (
    Clause,
    Group,
    Library,
    Policy,
    Section,
    Standing,
    Summary,
    Version,
    addresses,
    timeline,
)
from policybook.reading.texts import clauses, table_grid


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One result. `reader` is empty for a clause, else the reader of the statement.

    A statement has no number. `address` is the page from the site's root, `anchor` the
    place on it. `lead` has the words that a clause completes (for `4.2(a)`: those of
    `4.2`; for a row, those of cells above that go on in it), and `plain` what the summaries
    say about it; both help to find it. `audiences` are those to whom the policy
    applies. `standing` is empty for a text in force.
    """

    policy: str
    version: str
    title: str
    address: str
    anchor: str
    number: str
    section: str
    text: str
    reader: str = ""
    lead: str = ""
    plain: str = ""
    audiences: tuple[str, ...] = ()
    standing: str = ""

    @property
    def shown_text(self) -> str:
        """The text as a reader sees it. A row has no bars: `First cell: second; third`.

        A typed number that the clause's number ends with is not there again.
        `templates/assets/search.js` does the same.
        """
        typed = _TYPED.match(self.text)
        again = typed and self.number.endswith((f".{typed[1]}", f"({typed[1]})"))
        text = self.text[typed.end() :] if typed and again else self.text
        first, *others = (cell.strip() for cell in _BARS.split(text))
        rest = "; ".join(filter(None, others))
        return f"{first}: {rest}" if first and rest else first or rest


_TYPED = re.compile(r"(\d+)[.)] ")
_BARS = re.compile(r"(?:^| )\|(?= |$)")
_SEARCHED_APART = (
    Standing.CONSULTATION,
    Standing.UPCOMING,
    Standing.SUPERSEDED,
    Standing.WITHDRAWN,
)


def documents_not_in_force(library: Library, today: date) -> tuple[SearchDocument, ...]:
    """Return the clauses of other texts that the text in force lacks.

    The newest text comes first, and each text is there once.
    """
    return tuple(
        document for policy in library.policies for document in _policy_documents(policy, today)
    )


def _policy_documents(policy: Policy, today: date) -> Iterator[SearchDocument]:
    """Yield the documents of a policy's versions that are not in force."""
    current = timeline.version_in_force(policy, today)
    texts = (
        {
            text
            for clause in clauses.walk_sections(current.sections)
            if (text := _clause_text(clause))
        }
        if current
        else set()
    )
    for version in reversed(policy.versions):
        standing = timeline.standing(policy, version, today)
        if standing not in _SEARCHED_APART:
            continue
        address = addresses.version(policy.name, version.name)
        for section in version.sections:
            for document in _section_documents(version, section, {}, texts):
                if document.text not in texts:
                    texts.add(document.text)
                    yield replace(document, address=address, standing=str(standing))


def documents_in_force(library: Library, today: date) -> tuple[SearchDocument, ...]:
    """Return the documents on `today`: policies by name, each in reading order, statements last."""
    current = (timeline.version_in_force(policy, today) for policy in library.policies)
    return tuple(
        document
        for version in current
        if version
        for document in _version_documents(version, library.school.language)
    )


def _version_documents(version: Version, language: str) -> Iterator[SearchDocument]:
    """Yield the documents of a version in force."""
    readable = _readable_summaries(version, language)
    plain = _plain_words(readable)
    for section in version.sections:
        yield from _section_documents(version, section, plain)
    for summary in readable:
        yield from _statement_documents(version, summary)


def _section_documents(
    version: Version, section: Section, plain: dict[str, str], excluded: Container[str] = ()
) -> Iterator[SearchDocument]:
    """Yield the clauses of a section, without those whose words are `excluded`."""
    heading, repeats = section.title, table_grid.find_repeats(clauses.walk_section(section))
    for part in section.parts:
        if isinstance(part, Group):
            heading = f"{section.title}: {part.text}" if section.title else part.text
        else:
            above = ", ".join(repeats.get(part.id, {}).values())
            yield from _clause_documents(version, heading, part, above, plain, excluded)


def _clause_documents(
    version: Version,
    heading: str,
    clause: Clause,
    lead: str,
    plain: dict[str, str],
    excluded: Container[str],
) -> Iterator[SearchDocument]:
    """Yield a clause and its items."""
    text = _clause_text(clause)
    if text and text not in excluded:
        yield SearchDocument(
            policy=version.policy,
            version=version.name,
            title=version.facts.title,
            address=addresses.policy(version.policy),
            anchor=clause.id,
            number=clause.number,
            section=heading,
            text=text,
            lead=lead,
            plain=plain.get(clause.number, ""),
            audiences=version.facts.applies_to,
        )
    for child in clause.children:
        yield from _clause_documents(
            version, heading, child, f"{lead} {clause.text}".strip(), plain, excluded
        )


def _clause_text(clause: Clause) -> str:
    """Return the clause's text with single spaces."""
    return " ".join(clause.text.split())


def _statement_documents(version: Version, summary: Summary) -> Iterator[SearchDocument]:
    """Yield the statements of a summary."""
    statements = (
        (group.title, statement) for group in summary.groups for statement in group.statements
    )
    for number, (heading, statement) in enumerate(statements, 1):
        yield SearchDocument(
            policy=version.policy,
            version=version.name,
            title=version.facts.title,
            address=addresses.summary(version.policy, summary.reader, "", summary.language),
            anchor=f"st{number}",
            number="",
            section=heading,
            text=" ".join(statement.text.split()),
            reader=str(summary.reader),
            audiences=version.facts.applies_to,
        )


def _readable_summaries(version: Version, language: str) -> tuple[Summary, ...]:
    """Return the summaries in the language of the version."""
    language_root = _root(version.facts.language or language)
    return tuple(
        s for s in version.summaries if not s.language or _root(s.language) == language_root
    )


def _root(language: str) -> str:
    """Return the language without its region."""
    return language.split("-")[0].lower()


def _plain_words(readable: tuple[Summary, ...]) -> dict[str, str]:
    """Return what the summaries say about each clause, by its number."""
    words: dict[str, str] = {}
    for statement in (
        s for summary in readable for group in summary.groups for s in group.statements
    ):
        for cite in statement.cites:
            words[cite] = f"{words.get(cite, '')} {statement.text}".strip()
    return words
