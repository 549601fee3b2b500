"""A version's body -> sections and clauses with numbers, ids, text, inline tree and lines. Total: it never fails.

Each `##` is a section, numbered 1, 2, 3; text before the first is section 0. Inside it every paragraph, table row and item
of a free-standing list is a clause, counted straight through the section. A list after a paragraph that ends in a colon belongs to that
clause (`4.2(a)`), and a list inside an item belongs to the item (`4.2(a)(i)`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from policybook import blocks
from policybook.blocks import Block
from policybook.model import Clause, ClauseKind, Group, Inline, Mark, Section

_GAP = Inline(mark=Mark.GAP)
_KINDS = {"item": ClauseKind.ITEM, "code": ClauseKind.CODE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A body, understood. `titles` are its `#` headings with their lines; `too_deep` is the line where nesting is out of hand,
    `too_long` that from which words are left out, the text being beyond all bounds."""

    sections: tuple[Section, ...]
    titles: tuple[tuple[int, str], ...]
    too_deep: int | None
    too_long: int | None = None


@dataclass(slots=True)
class _Open:
    """A section that is being filled."""

    number: int
    inlines: tuple[Inline, ...]
    lines: tuple[int, int]
    parts: list[Clause | Group] = field(default_factory=list)
    clauses: int = 0
    groups: int = 0


def parse(text: str, first_line: int = 1) -> Outline:
    """Return the sections and clauses of `text`, whose first line is line `first_line` of its file. Never raises."""
    document = blocks.read(text)
    build = _Build(offset=first_line)
    build.take(document.blocks, quoted=False)
    too_deep = None if document.too_deep is None else document.too_deep + first_line
    too_long = None if document.too_long is None else document.too_long + first_line
    return Outline(sections=build.sections(), titles=tuple(build.titles), too_deep=too_deep, too_long=too_long)


class _Build:
    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.titles: list[tuple[int, str]] = []
        self.opened = [_Open(0, (), (offset, offset))]
        self.tables = 0

    def sections(self) -> tuple[Section, ...]:
        """Section 0 only where it holds something."""
        return tuple(_section(o) for o in self.opened if o.number or o.parts)

    def take(self, found: Sequence[Block], quoted: bool) -> None:
        for before, block in zip([None, *found], found, strict=False):
            if block.kind == "heading":
                self.take_heading(block)
            elif block.kind == "quote":
                self.take(block.children, quoted=True)
            elif block.kind == "list":
                self.take_list(block, before, quoted)
            elif block.kind == "table":
                self.take_table(block)
            else:
                self.add(self.clause(block, quoted))

    def take_heading(self, block: Block) -> None:
        lines = self.lines(block.lines)
        if block.level == 1:
            self.titles.append((lines[0], blocks.plain(block.inlines)))
        elif block.level == 2:
            self.opened.append(_Open(len(self.opened), block.inlines, lines))
        else:
            here = self.opened[-1]
            here.groups += 1
            name = f"s{here.number}-g{here.groups}"
            title = blocks.plain(block.inlines)
            here.parts.append(Group(id=name, level=block.level, text=title, inlines=block.inlines, lines=lines))

    def take_list(self, block: Block, before: Block | None, quoted: bool) -> None:
        parts = self.opened[-1].parts
        owner = parts[-1] if parts else None
        if (
            before is not None
            and before.kind == "paragraph"
            and isinstance(owner, Clause)
            and owner.text.rstrip().endswith(":")
        ):
            made = replace(owner, children=tuple(self.items(block, owner.quoted, depth=0)))
            parts[-1] = _numbered(made, owner.number, owner.label, owner.id)
            return
        for item in block.children:
            self.add(self.clause(item, quoted, ordered=block.ordered))

    def take_table(self, block: Block) -> None:
        for row in self.rows(block):
            self.add(row)

    def add(self, clause: Clause) -> None:
        """Number a free-standing clause and all that hangs on it. What has no words and no pictures is not a clause."""
        if not (clause.text.strip() or clause.children or clause.inlines or clause.cells):
            return
        here = self.opened[-1]
        here.clauses += 1
        number = f"{here.number}.{here.clauses}"
        here.parts.append(_numbered(clause, number, number, f"s{here.number}-{here.clauses}"))

    def clause(
        self, block: Block, quoted: bool = False, ordered: bool = False, depth: int = 0, label: str = ""
    ) -> Clause:
        """A block as a clause that has no number yet; `depth` is how many letters its children's label lies below."""
        inlines = _joined(block)
        return Clause(
            id="",
            number="",
            label=label,
            kind=_KINDS.get(block.kind, ClauseKind.PARAGRAPH),
            text=blocks.plain(inlines),
            inlines=inlines,
            ordered=ordered,
            quoted=quoted,
            lines=self.lines(block.lines),
            children=self.children(block, quoted, depth),
        )

    def children(self, block: Block, quoted: bool, depth: int) -> tuple[Clause, ...]:
        if not block.children:
            return ()
        found: list[Clause] = []
        for child in _parted(block)[1]:
            if child.kind == "list":
                found += self.items(child, quoted, depth, start=len(found))
            else:
                rows = self.rows(child) if child.kind == "table" else [self.clause(child, quoted)]
                found += [replace(row, label=_label(depth, len(found) + i)) for i, row in enumerate(rows)]
        return tuple(found)

    def items(self, block: Block, quoted: bool, depth: int, start: int = 0) -> list[Clause]:
        """The items of a list inside a clause, with their labels; one without words or pictures is none."""
        found: list[Clause] = []
        for item in block.children:
            made = self.clause(item, quoted, block.ordered, depth + 1, _label(depth, start + len(found)))
            if made.text.strip() or made.children or made.inlines:
                found.append(made)
        return found

    def rows(self, block: Block) -> Iterator[Clause]:
        """A table's rows; a table of a header alone is one row, so that its words are not lost."""
        self.tables += 1
        header, body = (block.rows[0], block.rows[1:]) if len(block.rows) > 1 else ([], block.rows)
        named = tuple(header) if any(blocks.plain(cell).strip() for cell in header) else ()
        for cells, lines in zip(body, block.row_lines[-len(body) :], strict=True):
            text = " | ".join(blocks.plain(cell) for cell in cells)
            yield Clause(
                id="",
                number="",
                label="",
                kind=ClauseKind.ROW,
                text=text,
                cells=tuple(cells),
                header=named,
                aligns=tuple(block.aligns),
                table=self.tables,
                lines=self.lines(lines),
            )

    def lines(self, lines: tuple[int, int]) -> tuple[int, int]:
        return lines[0] + self.offset, lines[1] + self.offset


def _section(opened: _Open) -> Section:
    return Section(
        number=opened.number,
        id=f"s{opened.number}",
        title=blocks.plain(opened.inlines).strip(),
        inlines=opened.inlines,
        lines=opened.lines,
        parts=tuple(opened.parts),
    )


def _joined(block: Block) -> tuple[Inline, ...]:
    """A clause's own words: a paragraph's, or those of an item's first paragraphs, with gaps between."""
    if block.kind != "item":
        return block.inlines
    result: list[Inline] = []
    for piece in _parted(block)[0]:
        result += [_GAP, *piece.inlines] if result else piece.inlines
    return tuple(result)


def _parted(block: Block) -> tuple[list[Block], list[Block]]:
    """What an item holds: its own words, and all from its first list or table on, which hangs on them in the order of the text."""
    found = list(_without_quotes(block))
    at = next((i for i, child in enumerate(found) if child.kind in ("list", "table")), len(found))
    return found[:at], found[at:]


def _without_quotes(block: Block) -> Iterator[Block]:
    for child in block.children:
        if child.kind == "quote":
            yield from _without_quotes(child)
        else:
            yield child


def _label(depth: int, index: int) -> str:
    """(a), (b) …; inside them (i), (ii) …; inside those (1), (2) …; and again."""
    signs = (_letter(index), _roman(index + 1), str(index + 1))
    return f"({signs[depth % 3]})"


def _numbered(clause: Clause, number: str, label: str, name: str) -> Clause:
    below = (_numbered(c, number + c.label, c.label, f"{name}-{_bare(c.label)}") for c in clause.children)
    return replace(clause, number=number, label=label, id=name, children=tuple(below))


def _bare(label: str) -> str:
    return label.strip("()")


def _letter(index: int) -> str:
    """0 -> a, 25 -> z, 26 -> aa."""
    return (_letter(index // 26 - 1) if index > 25 else "") + chr(ord("a") + index % 26)


_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def _roman(number: int) -> str:
    result = ""
    for value, letters in _ROMAN:
        result += letters * (number // value)
        number %= value
    return result


def each(sections: Sequence[Section]) -> Iterator[Clause]:
    """Every clause in reading order, those inside others too."""
    for section in sections:
        yield from of_section(section)


def of_section(section: Section) -> Iterator[Clause]:
    """Every clause of a section in reading order, those inside others too."""
    for part in section.parts:
        if isinstance(part, Clause):
            yield from with_children(part)


def with_children(clause: Clause) -> Iterator[Clause]:
    yield clause
    for child in clause.children:
        yield from with_children(child)


def slug(title: str) -> str:
    """The fragment by which a link may name a heading: `#what-happens-next`."""
    return re.sub(r"[^\w]+", "-", unicodedata.normalize("NFKC", title).casefold()).strip("-")
