"""Hold the words of a version as values: sections, clauses and the inline pieces in them."""

import re
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
    #: A hard line break.
    BREAK = "break"
    #: A new paragraph inside one clause.
    GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A piece of a clause.

    Text and code have their words in `text`. A link or an image has a `target`; an
    image has its alternative in `text`.
    """

    mark: Mark
    text: str = ""
    target: str = ""
    children: tuple["Inline", ...] = ()


class CellSpan(StrEnum):
    """What a cell of a table belongs to."""

    NONE = ""
    #: The cell before it: typed as `<<`.
    LEFT = "left"
    #: The cell above it: typed as `^^`.
    UP = "up"


class ClauseKind(StrEnum):
    """The kinds of clause."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"
    #: A footnote, where the text has it.
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The smallest numbered part of a policy.

    `number` is what a reader cites (`4.2(a)`), and `id` is its anchor (`s4-2-a`).
    `label` is the part in the margin (`4.2` or `(a)`). `text` is the plain text of
    `inlines`; for a row it is the cells, joined by " | ". `lines` are the first line
    and the line after the last, in the saved file. A row has `cells` and the `header`
    of its table (empty if the table has none).
    """

    id: str
    number: str
    label: str
    kind: ClauseKind
    text: str
    inlines: tuple[Inline, ...] = ()
    cells: tuple[tuple[Inline, ...], ...] = ()
    header: tuple[tuple[Inline, ...], ...] = ()
    #: For each cell of a row: "", "left", "center" or "right".
    aligns: tuple[str, ...] = ()
    #: For each cell of a row, and of the header: whether another cell reaches over it.
    spans: tuple[CellSpan, ...] = ()
    header_spans: tuple[CellSpan, ...] = ()
    #: The author numbered the list of this item.
    ordered: bool = False
    #: The number that the author typed before this item, if the list only counts: `3.`. The
    #: words start with every typed number, whether it counts or not.
    ordinal: str = ""
    #: The number that a policy with its own numbers typed, with its signs: `4.2`, `(a)`. The
    #: words do not have it.
    typed: str = ""
    quoted: bool = False
    #: The rows of one table share this number within their version.
    table: int = 0
    lines: tuple[int, int] = (1, 2)
    children: tuple["Clause", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading below `##`. It groups the clauses after it, and their count goes on."""

    id: str
    #: 3 to 6.
    level: int
    text: str
    inlines: tuple[Inline, ...]
    lines: tuple[int, int]
    #: Empty unless sub-headings are numbered.
    number: str = ""
    #: As for a clause.
    typed: str = ""

    @property
    def label(self) -> str:
        """Return what is in the margin, as sections and clauses have it."""
        return self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A `##` heading and the clauses under it.

    Section 0 has the text before the first heading. Its title is empty. `number` counts
    the sections. `label` is what readers cite, such as the letter of an appendix.
    """

    number: int
    id: str
    title: str
    inlines: tuple[Inline, ...]
    lines: tuple[int, int]
    parts: tuple[Clause | Group, ...]
    label: str = ""
    #: As for a clause: `4.`, `Appendix B:`.
    typed: str = ""

    @property
    def text(self) -> str:
        """Return the words, as sub-headings and clauses have them."""
        return self.title

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the sub-headings."""
        return tuple(part for part in self.parts if isinstance(part, Group))

    @property
    def margin_label(self) -> str:
        """Return the label for the margin; none if the title says it: "Appendix A: The form"."""
        says_it = re.match(rf"appendix {re.escape(self.label)}\b", self.title, re.IGNORECASE)
        return "" if says_it else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A parsed body.

    `cover_lines` has what a printed document says of itself before its first section,
    such as its date: words of the text, but no rules. `titles` are its `#` headings with
    their lines. `too_deep` is the line where blocks nest too deep to be read. From the line
    `too_long` on, marks are left as words, because the text is too large to read.
    """

    sections: tuple[Section, ...] = ()
    cover_lines: tuple[Clause, ...] = ()
    titles: tuple[tuple[int, str], ...] = ()
    too_deep: int | None = None
    too_long: int | None = None
