"""The values of the register of law."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from policybook.model import Day, Nation

ALL_NATIONS = frozenset(Nation)


class LawKind(StrEnum):
    """What happened to the law or name of a row."""

    REPLACED = "replaced"
    RENAMED = "renamed"
    AMENDED = "amended"
    CHANGED = "changed"  # what the phrase says is no longer so
    WATCH = "watch"  # the law is moving


class LawSubject(StrEnum):
    """What a row is about."""

    LAW = "law"
    BODY = "body"
    DOCUMENT = "document"
    TERM = "term"


class Confidence(StrEnum):
    """How sure a row is."""

    #: A person read the source.
    READ = "S"
    #: Nobody read a source. The row gives hints, no warnings.
    RECALLED = "R"
    #: Somebody has to look it up first. The row gives no findings.
    LOOK_UP = "L"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a row was read.

    `to_check` is what remains to check in a source that was read. `path` and `line` are
    the place of the row.
    """

    words: str
    checked: Day
    address: str = ""
    confidence: Confidence = Confidence.READ
    to_check: str = ""
    path: str = ""
    line: int = 1

    @property
    def recalled(self) -> bool:
        """Return whether nobody has read a source yet."""
        return self.confidence is not Confidence.READ


class Since(NamedTuple):
    """A year, a month or a day, in words."""

    words: str
    is_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """A law, body, document or term that policies still name.

    `old` are its spellings (form: `row_index`), `new` is what holds now. `known_as` are
    short names of `new`. The row gives no finding where `unless` is anywhere in the
    text, where the words are part of a phrase of `but_not`, or where no phrase of
    `near` is in the same sentence. With `exact`, capital letters must agree. `local`
    says that the new body differs from area to area. `since` is the date of the change,
    if known.
    """

    old: tuple[str, ...]
    kind: LawKind
    new: str
    source: Source
    id: str = ""
    subject: LawSubject = LawSubject.LAW
    nations: frozenset[Nation] = ALL_NATIONS
    known_as: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    exact: bool = False
    local: bool = False
    since: Since | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition of guidance."""

    year: int
    since: date
    recalled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Guidance in editions, the oldest first. `names` are its full and short names."""

    names: tuple[str, ...]
    editions: tuple[Edition, ...]
    source: Source
    nations: frozenset[Nation] = ALL_NATIONS
