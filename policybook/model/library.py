"""Hold everything that a school wrote: versions, summaries, settings, the record of approvals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from policybook.model.facts import Numbering, VersionFacts
from policybook.model.findings import Severity
from policybook.model.look import SiteLook
from policybook.model.record_entry import Entry, EntryKind
from policybook.model.school_kinds import HostLines, Nation, SchoolKind, SchoolPhase
from policybook.model.terms import SchoolTerm
from policybook.model.text import Clause, Inline, Outline, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A role that people can ask, and how to reach the person who has it.

    `also` are other names of the role. `checked` is the day when somebody checked the
    details. At least one of `phone`, `email` and `address` is not empty. `hours` are
    when somebody answers.
    """

    role: str
    checked: date
    also: tuple[str, ...] = ()
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    hours: str = ""
    line: int = 1


class Reader(StrEnum):
    """The readers for whom a summary is written."""

    PARENTS = "parents"
    PUPILS = "pupils"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One plain sentence of a summary, and the numbers of the clauses it explains: `4.2(a)`."""

    text: str
    inlines: tuple[Inline, ...]
    cites: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementGroup:
    """The statements under one heading. The title is empty before the first heading."""

    title: str
    statements: tuple[Statement, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A version in plain words, for one kind of reader and in one language.

    `language` is a BCP 47 code; empty means the language of the version. `reviewed` is
    the version against which somebody last checked every statement. For a translation
    it is the version whose original the translator last used.
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

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return every statement, in the order of the page."""
        return tuple(statement for group in self.groups for statement in group.statements)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Version:
    """The text of a policy at one time.

    Two versions are equal only if they are the same object, so that results can be
    cached by version. `name` is the name of the file. `text` is the body as written,
    without BOM and with LF; `body_line` is the line of the file where it starts.
    `outline` parses it, because most commands need few texts.
    `unread` has the fields whose values could not be
    read, with their words in the file; a missing field that the status needs has none.
    """

    policy: str
    name: str
    path: str
    facts: VersionFacts
    text: str
    outline: Callable[[], Outline]
    summaries: tuple[Summary, ...] = ()
    body_line: int = 1
    unread: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """Return the policy and the name, as `Entry.key` has them."""
        return self.policy, self.name

    def with_sections(self, sections: tuple[Section, ...]) -> "Version":
        """Return this version with other sections."""
        outline = replace(self.outline(), sections=sections)
        return replace(self, outline=lambda: outline)

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.outline().sections

    @property
    def cover_lines(self) -> tuple[Clause, ...]:
        return self.outline().cover_lines

    @property
    def titles(self) -> tuple[tuple[int, str], ...]:
        return self.outline().titles

    @property
    def too_deep(self) -> int | None:
        return self.outline().too_deep

    @property
    def too_long(self) -> int | None:
        return self.outline().too_long


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy, known by the name of its folder. `versions` run from oldest to newest."""

    name: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredSection:
    """A heading that a policy must have. `accept` lists other headings that will do."""

    heading: str
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level that the school gives to findings of one code, and the reason for it.

    `line` is its line in `school.yml`.
    """

    code: str
    severity: Severity
    reason: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The settings of `school.yml`.

    `required_sections` are by policy; the empty name has those of every policy.
    `levels` come from the setting `checks`. `identity` names the school in the
    identifiers of feeds and calendars; empty means the site's host. `embedded_by` are
    the origins of other sites that may show policies in a frame. `terms` are the school
    terms, in order; reminders of reviews come in term. `groups` are the groups of
    policies, in the order of the home page; empty means the usual ones. `htaccess` says
    which lines an Apache host allows. `lines` has the line of each setting.

    `numbering` is only for new drafts, which get it as a line of their own. It never
    counts for a file that is there: a change of it would give approved rules other
    numbers than those that the governors saw.

    `policybook` is the release that made the project; empty if nothing says so.
    """

    name: str = "Our school"
    contact: str = "the school office"
    language: str = "en-GB"
    review_warning_days: int = 90
    terms: tuple[SchoolTerm, ...] = ()
    groups: tuple[str, ...] = ()
    required_sections: Mapping[str, tuple[RequiredSection, ...]] = field(default_factory=dict)
    levels: tuple[Level, ...] = ()
    look: SiteLook = field(default_factory=SiteLook)
    identity: str = ""
    numbering: Numbering | None = None
    nation: Nation | None = None
    kind: SchoolKind | None = None
    phase: SchoolPhase | None = None
    policybook: str = ""
    embedded_by: tuple[str, ...] = ()
    htaccess: HostLines | None = None
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that a school wrote, as values.

    `pages` are the paths of ordinary pages. `pictures` and `words` are by path; `words`
    has the other settings files. `unsound` has the versions with faults in their front
    matter. The checks read their texts too, but nothing is published while one exists.
    `whole` is the library of which this is a part: only links lead into the rest of it.
    `read_original` returns the whole file that an entry approved; empty if its line lacks it.
    """

    school: School
    policies: tuple[Policy, ...]
    unsound: tuple[Version, ...] = ()
    record: tuple[Entry, ...] = ()
    pages: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict, compare=False, hash=False)
    words: Mapping[str, str] = field(default_factory=dict, compare=False, hash=False)
    whole: "Library | None" = field(default=None, compare=False, repr=False)
    read_original: Callable[[Entry], str] = field(default=lambda _: "", compare=False, repr=False)
    _entries: dict[str, list[Entry]] = field(init=False, compare=False, hash=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the record by policy, so that a question about one policy reads its lines only."""
        object.__setattr__(self, "_entries", {})
        for entry in self.record:
            self._entries.setdefault(entry.policy, []).append(entry)

    def list_entries(self, policy: str) -> Sequence[Entry]:
        """Return the entries of the record about one policy, in the order of the record."""
        return self._entries.get(policy, ())

    def walk_versions(self) -> Iterator[Version]:
        """Yield every version by policy, then those with faults in their front matter."""
        yield from self.walk_sound()
        yield from self.unsound

    def walk_sound(self) -> Iterator[Version]:
        """Yield the versions without faults in their front matter, by policy."""
        return (version for policy in self.policies for version in policy.versions)

    def find_sound(self, key: tuple[str, str]) -> Version | None:
        """Return the version with this key, if its front matter has no faults."""
        return next((version for version in self.walk_sound() if version.key == key), None)

    @property
    def recorded(self) -> frozenset[tuple[str, str]]:
        """Return the keys of the versions that the record names."""
        return frozenset(entry.key for entry in self.record)

    def find_approval(self, key: tuple[str, str]) -> Entry | None:
        """Return the entry by which a version was approved."""
        approved = EntryKind.APPROVED
        entries = self.list_entries(key[0])
        return next((e for e in entries if e.kind is approved and e.key == key), None)
