"""What a school's policies are together: versions with their summaries, the school, the record of approvals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from policybook.model.facts import VersionFacts
from policybook.model.findings import Severity
from policybook.model.text import Inline, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who to ask: a role, and how to reach whoever has it.

    `also` are other names of the role, `checked` the day on which somebody made sure.
    `phone`, `email` and `address` are not all empty.
    """

    role: str
    checked: date
    also: tuple[str, ...] = ()
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    line: int = 1


class Reader(StrEnum):
    """For whom a summary is written."""

    PARENTS = "parents"
    PUPILS = "pupils"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One plain sentence of a summary, and the numbers of the clauses that it explains (`4.2(a)`)."""

    text: str
    inlines: tuple[Inline, ...]
    cites: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementGroup:
    """Statements under one heading; the title is empty before the first heading."""

    title: str
    statements: tuple[Statement, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A version in plain words for one kind of reader, in one language (BCP 47; empty: the version's own).

    `reviewed` names the version for which every statement was found right; of a translation, that whose original it was last compared with.
    """

    path: str
    policy: str
    version: str
    reader: Reader
    language: str
    reviewed: str | None
    groups: tuple[StatementGroup, ...]
    heading: str = ""
    changes: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Version:
    """A policy's text at one time. Two are the same only where they are one object, so that what follows from one can be remembered by it.

    `name` is its file's name; `text` is the body as written, without BOM, with LF, and `body_line` the line of the file on
    which it starts. `titles` are its `#` headings with their lines; `too_deep` is a line where blocks nest too deep to be read,
    `too_long` one from which words are left out because the text is beyond all bounds.
    """

    policy: str
    name: str
    path: str
    facts: VersionFacts
    text: str
    sections: tuple[Section, ...]
    summaries: tuple[Summary, ...] = ()
    body_line: int = 1
    titles: tuple[tuple[int, str], ...] = ()
    too_deep: int | None = None
    too_long: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The lasting thing, known by its folder's name. `versions` run from the oldest to the newest."""

    name: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredSection:
    """A heading that a policy has to have, or one of the other headings that are accepted for it."""

    heading: str
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level that the school gives to findings of one code, why, and the line of `school.yml` that says so."""

    code: str
    severity: Severity
    reason: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """`school.yml`. `required_sections` by policy; the empty name holds those of every policy. `levels` are its `checks`."""

    name: str = "Our school"
    contact: str = "the school office"
    language: str = "en-GB"
    review_warning_days: int = 90
    required_sections: Mapping[str, tuple[RequiredSection, ...]] = field(default_factory=dict)
    levels: tuple[Level, ...] = ()
    lines: Mapping[str, int] = field(
        default_factory=dict, compare=False, hash=False
    )  # of its settings


class EntryKind(StrEnum):
    APPROVED = "approved"
    REVIEWED = "reviewed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the record of approvals. `text` is the canonical text it stands for; `hash` covers all the other fields.

    `text` is empty on a review or withdrawal, and where the words were removed (`sha256` stays). The last fields stand on some
    lines only: what an approval was adopted from, with the hash of that document's words; what came of a review; why a version
    was withdrawn, and `removed: text` where its words were taken out.
    """

    line: int
    kind: EntryKind
    policy: str
    version: str
    sha256: str
    text: str
    by: str
    on: str
    minute: str
    previous: str
    hash: str
    adopted_from: str = ""
    source_sha256: str = ""
    outcome: str = ""
    review_year: str = ""
    reason: str = ""
    removed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything a school has written, understood. `pages` are the ordinary pages' paths; by path, `pictures` and other settings (`words`).

    `unsound` holds versions whose front matter has faults: their texts are checked like any other, but nothing is published while there is one.
    """

    school: School
    policies: tuple[Policy, ...]
    unsound: tuple[Version, ...] = ()
    record: tuple[Entry, ...] = ()
    pages: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict, compare=False, hash=False)
    words: Mapping[str, str] = field(default_factory=dict, compare=False, hash=False)
