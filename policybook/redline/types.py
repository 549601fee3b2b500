"""The values of a redline, which templates, data files and checks read.

This module computes nothing and has no words for people.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from policybook.meaning.types import Weight
from policybook.model import CellSpan, ClauseKind, Mark, Section, Version


class Part(StrEnum):
    """What a unit is to its policy."""

    TITLE = "title"  # a `#` heading
    SECTION = "section"  # a `##` heading
    GROUP = "group"  # a heading below it
    HEADER = "header"  # the header of a table
    COVER = "cover"  # a line of a printed cover: no rule
    CLAUSE = "clause"


#: Parts that are shown as ordinary words.
PASSAGES = frozenset({Part.CLAUSE, Part.COVER})
HEADINGS = frozenset({Part.TITLE, Part.SECTION, Part.GROUP})


class ChangeKind(StrEnum):
    """What happened to a unit. `Moved` says separately whether it moved."""

    SAME = "same"
    REWORDED = "reworded"
    ADDED = "added"
    REMOVED = "removed"
    DIVIDED = "divided"  # one clause became several
    JOINED = "joined"  # several clauses became one
    LINK = "link changed"  # the same words lead somewhere else, or a picture is another
    # The same words look different: marks, quotes, dashes, list sign, level of a heading.
    FORMATTING = "formatting"
    # Only the numbers in references changed, because their rules have other numbers.
    FOLLOWED = "followed its rule"
    # The same words under another number: governors need not read it.
    RENUMBERED = "renumbered"


class Moved(StrEnum):
    """Whether a unit moved. The empty value is false in a template."""

    NO = ""
    ALONE = "moved"
    # With its section, heading or parent clause, whose change reports the move.
    ALONG = "moved with its section"


class RunKind(StrEnum):
    """The sort of a run.

    The sides of an equal run differ at most in white space. The sides of a restyled run
    differ in marks, quotes, target or typed number, or one side is in capitals.
    """

    EQUAL = "equal"
    RESTYLED = "restyled"
    REMOVED = "removed"
    ADDED = "added"


class Wrap(NamedTuple):
    """A mark around a piece: strong, emphasis or link. A link has a target."""

    mark: Mark
    target: str = ""


class Piece(NamedTuple):
    """A stretch of text with its marks, the outermost first.

    `mark` is text, code, image, break or gap. An image has its alternative text as
    `text` and its address as `target`. A gap has a space as `text`. A picture or link
    without words has U+FFFC as `text`, so that it is not lost.
    """

    text: str
    mark: Mark = Mark.TEXT
    wraps: tuple[Wrap, ...] = ()
    target: str = ""


class Run(NamedTuple):
    """A stretch of a changed unit. A removed run has no `new`, an added one no `old`.

    `old_at` and `new_at` are the places of its old and new unit in the change. No run
    continues from one unit into the next.
    """

    kind: RunKind
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()
    old_at: int = 0
    new_at: int = 0


class Unit(NamedTuple):
    """A clause or heading as the redline sees it. `place` counts in reading order, from 0.

    `number`, `label` and `id` are those of the model; a title has none, and a line of a
    cover has only an id. `typed` is the number of characters that an author typed as a
    number ("3.2 "). A row or table header has `cells` and no `pieces`; `spans` say which
    cells belong to others, and a header has the `aligns` of its columns. `section` counts
    in `Version.sections`; a title or a line of a cover has -1. `level` is 1 to 6 for a
    heading; for a clause it counts the clauses around it.
    """

    part: Part
    place: int
    text: str
    lines: tuple[int, int]
    kind: ClauseKind | None = None
    number: str = ""
    label: str = ""
    id: str = ""
    level: int = 0
    section: int = -1
    pieces: tuple[Piece, ...] = ()
    cells: tuple[tuple[Piece, ...], ...] = ()
    typed: int = 0
    ordered: bool = False
    quoted: bool = False
    table: int = 0
    spans: tuple[CellSpan, ...] = ()
    aligns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A cell of a row. `old` and `new` are its columns, from 0; None means no such cell."""

    old: int | None
    new: int | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What happened to a clause, or to a heading or table header (`part`).

    `old` and `new` hold one unit each; several where clauses were joined or divided;
    none where one was added or removed. `count` numbers the changes worth reading: 1,
    2, 3 in display order, and 0 for all others. `runs` hold every word of both sides; a
    row has `cells` instead. `weights` is empty where no word changed.
    """

    part: Part
    kind: ChangeKind
    moved: Moved
    count: int
    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    runs: tuple[Run, ...] = ()
    cells: tuple[CellChange, ...] = ()
    weights: tuple[Weight, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stub:
    """An entry at the old place of a unit that moved alone. It points to the unit's change."""

    unit: Unit
    change: ClauseChange


Entry = ClauseChange | Stub


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many changes there are. A change that moved and was reworded counts under both.

    Divided and joined clauses count as reworded, and each apart as well. `links` counts clauses
    of which only a link or picture has another address.
    """

    added: int = 0
    removed: int = 0
    reworded: int = 0
    moved: int = 0
    links: int = 0
    formatting: int = 0
    divided: int = 0
    joined: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChange:
    """A section of the new version, or a section that was removed (`new` is None).

    `heading` is None for the text before the first heading. `entries` do not repeat it.
    """

    old: Section | None
    new: Section | None
    heading: ClauseChange | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A front matter field that differs, with its values in words. A missing field is empty."""

    name: str
    label: str
    old: str
    new: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Redline:
    """The comparison of two versions. `sections` hold every clause of both, in page order.

    Two redlines are equal only if they are one object, so that caches can use them as
    keys.
    """

    old: Version
    new: Version
    facts: tuple[FactChange, ...]
    sections: tuple[SectionChange, ...]
