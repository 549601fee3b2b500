"""The model: what a school's policies are, as immutable values. No behaviour to speak of, no reading, no writing.

A fact that follows from others (a standing, a hash, an address) is never stored here; it is computed where it is needed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from policybook.findings import Severity
from policybook.people import Contact


class Status(StrEnum):
    """What an author types. What follows from dates (in force, superseded) is a `Standing`."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """Where a version stands on a given day; computed by `timeline`."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    UPCOMING = "upcoming"
    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class ReviewState(StrEnum):
    FINE = "fine"
    DUE = "due"
    OVERDUE = "overdue"


class Reader(StrEnum):
    """For whom a summary is written."""

    PARENTS = "parents"
    PUPILS = "pupils"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Day:
    """A date as the minutes give it. `date` is the first of the month where they give no day (`month_only`)."""

    date: date
    month_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class AcademicYear:
    """1 September of `start` to 31 August of the year after."""

    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A review that changed nothing in the text, but moved its review date."""

    on: Day
    by: str
    outcome: str
    review_year: AcademicYear


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """The front matter of a version, read and valid field by field. `lines` gives the line of each field that stands there."""

    title: str
    status: Status
    owner: str
    review_year: AcademicYear
    applies_to: tuple[str, ...]
    approved_by: str | None = None
    approved_on: Day | None = None
    effective_from: Day | None = None
    review_by: Day | None = None
    reviews: tuple[Review, ...] = ()
    changes: tuple[str, ...] = ()
    minute: str | None = None
    language: str | None = None
    withdrawn_on: Day | None = None
    reason: str | None = None
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False)


class Mark(StrEnum):
    """The kinds of inline content."""

    TEXT = "text"
    STRONG = "strong"
    EMPHASIS = "em"
    CODE = "code"
    LINK = "link"
    IMAGE = "image"
    BREAK = "break"  # a hard line break
    GAP = "gap"  # a new paragraph inside one clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A piece of a clause: text and code carry `text`, links and images a `target`, an image its alternative in `text`."""

    mark: Mark
    text: str = ""
    target: str = ""
    children: tuple["Inline", ...] = ()


class ClauseKind(StrEnum):
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The smallest numbered unit.

    `number` is what a reader cites (`4.2(a)`), `id` its anchor (`s4-2-a`), `label` the part that stands in the margin
    (`4.2` or `(a)`). `text` is the plain text of `inlines` (for a row: its cells, joined by " | "). `lines` are the first line and the line after the
    last in the file as saved. A row has `cells` and the `header` of its table (empty where the table has none).
    """

    id: str
    number: str
    label: str
    kind: ClauseKind
    text: str
    inlines: tuple[Inline, ...] = ()
    cells: tuple[tuple[Inline, ...], ...] = ()
    header: tuple[tuple[Inline, ...], ...] = ()
    aligns: tuple[str, ...] = ()  # of a row's cells: "", "left", "center" or "right"
    ordered: bool = False  # an item of a list that the author numbered
    quoted: bool = False
    table: int = 0  # rows of one table share this number within their version
    lines: tuple[int, int] = (1, 2)
    children: tuple["Clause", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading below `##`: it groups the clauses that follow, and does not restart their count."""

    id: str
    level: int  # 3 to 6
    text: str
    inlines: tuple[Inline, ...]
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A `##` heading and what stands under it. Section 0 holds the text before the first heading; its title is empty."""

    number: int
    id: str
    title: str
    inlines: tuple[Inline, ...]
    lines: tuple[int, int]
    parts: tuple[Clause | Group, ...]


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

    `reviewed` names the version against which every statement was read and found right; of a translation, the version whose original it was
    last compared with. `heading` is its page's, empty where Policybook is to word it. `changes` says in plain words what changed.
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
    which it starts. `titles` are its `#` headings with their lines; `too_deep` is a line where blocks nest too deep to be read.
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
