"""The values of the register of law."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from policybook.model import Day


class LawKind(StrEnum):
    """What happened to the law or name of a row."""

    REPLACED = "replaced"
    RENAMED = "renamed"
    AMENDED = "amended"
    CHANGED = "changed"  # what the phrase says is no longer so
    WATCH = "watch"  # the law is moving


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a row was read.

    `recalled` means that no source has been read yet. `to_check` is what remains to
    check in a source that was read.
    """

    words: str
    checked: Day
    address: str = ""
    recalled: bool = False
    to_check: str = ""
    path: str = ""
    line: int = 1


class Since(NamedTuple):
    """A year, a month or a day, in words."""

    words: str
    is_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """A law or name. `old` are phrases (form: `phrases`), `new` is what holds now.

    `since` is the date of the change, if known.
    """

    old: tuple[str, ...]
    kind: LawKind
    new: str
    source: Source
    known_as: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    since: Since | None = None


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
