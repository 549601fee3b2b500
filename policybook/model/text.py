"""The words of a version, as values: sections, clauses and the inline pieces in them."""

from dataclasses import dataclass
from enum import StrEnum


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
