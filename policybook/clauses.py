"""A version's body -> sections and clauses with numbers, ids, text, inline tree and lines. Total: it never fails.

Each `##` is a section, numbered 1, 2, 3; text before the first is section 0. Inside it every paragraph, table row and item
of a free-standing list is a clause, counted straight through the section. A list after a paragraph that ends in a colon belongs to that
clause (`4.2(a)`), and a list inside an item belongs to the item (`4.2(a)(i)`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policybook import blocks
from policybook.blocks import Block
from policybook.model import Clause, ClauseKind, Group, Inline, Mark, Section
from policybook.numbering import label_of

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
class _Draft:
    """A clause that has no number yet; `label` is its own where it stands inside another."""

    kind: ClauseKind
    text: str
    lines: tuple[int, int]
    inlines: tuple[Inline, ...] = ()
    label: str = ""
    ordered: bool = False
    quoted: bool = False
    cells: tuple[tuple[Inline, ...], ...] = ()
    header: tuple[tuple[Inline, ...], ...] = ()
    aligns: tuple[str, ...] = ()
    table: int = 0
    children: Sequence["_Draft"] = ()


@dataclass(slots=True)
class _Open:
    """A section that is being filled."""

    number: int
    inlines: tuple[Inline, ...]
    lines: tuple[int, int]
    parts: list[_Draft | Group] = field(default_factory=list)
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
            and isinstance(owner, _Draft)
            and owner.text.rstrip().endswith(":")
        ):
            owner.children = self.items(block, owner.quoted, depth=0)
            return
        for item in block.children:
            self.add(self.clause(item, quoted, ordered=block.ordered))

    def take_table(self, block: Block) -> None:
        for row in self.rows(block):
            self.add(row)

    def add(self, clause: _Draft) -> None:
        """Take in a free-standing clause. What has no words and no pictures is none."""
        if clause.text.strip() or clause.children or clause.inlines or clause.cells:
            self.opened[-1].parts.append(clause)

    def clause(
        self, block: Block, quoted: bool = False, ordered: bool = False, depth: int = 0, label: str = ""
    ) -> _Draft:
        """A block as a clause; `depth` is how many letters its children's label lies below."""
        inlines = _joined(block)
        return _Draft(
            kind=_KINDS.get(block.kind, ClauseKind.PARAGRAPH),
            text=blocks.plain(inlines),
            lines=self.lines(block.lines),
            inlines=inlines,
            label=label,
            ordered=ordered,
            quoted=quoted,
            children=self.children(block, quoted, depth) if block.children else (),
        )

    def children(self, block: Block, quoted: bool, depth: int) -> list[_Draft]:
        found: list[_Draft] = []
        for child in _parted(block)[1]:
            if child.kind == "list":
                found += self.items(child, quoted, depth, start=len(found))
            else:
                rows = self.rows(child) if child.kind == "table" else (self.clause(child, quoted),)
                for row in rows:
                    row.label = label_of(depth, len(found))
                    found.append(row)
        return found

    def items(self, block: Block, quoted: bool, depth: int, start: int = 0) -> list[_Draft]:
        """The items of a list inside a clause, with their labels; one without words or pictures is none."""
        found: list[_Draft] = []
        for item in block.children:
            made = self.clause(item, quoted, block.ordered, depth + 1, label_of(depth, start + len(found)))
            if made.text.strip() or made.children or made.inlines:
                found.append(made)
        return found

    def rows(self, block: Block) -> Iterator[_Draft]:
        """A table's rows; a table of a header alone is one row, so that its words are not lost."""
        self.tables += 1
        header, body = (block.rows[0], block.rows[1:]) if len(block.rows) > 1 else ([], block.rows)
        named = tuple(header) if any(blocks.plain(cell).strip() for cell in header) else ()
        for cells, lines in zip(body, block.row_lines[-len(body) :], strict=True):
            yield _Draft(
                kind=ClauseKind.ROW,
                text=" | ".join(blocks.plain(cell) for cell in cells),
                lines=self.lines(lines),
                cells=tuple(cells),
                header=named,
                aligns=tuple(block.aligns),
                table=self.tables,
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
        parts=tuple(_counted(opened)),
    )


def _counted(opened: _Open) -> Iterator[Clause | Group]:
    """The parts of a section, its free-standing clauses counted straight through."""
    count = 0
    for part in opened.parts:
        if isinstance(part, Group):
            yield part
            continue
        count += 1
        number = f"{opened.number}.{count}"
        yield _numbered(part, number, number, f"s{opened.number}-{count}")


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


def _numbered(draft: _Draft, number: str, label: str, name: str) -> Clause:
    below = [_numbered(c, number + c.label, c.label, f"{name}-{_bare(c.label)}") for c in draft.children]
    return Clause(
        id=name, number=number, label=label, kind=draft.kind, text=draft.text, inlines=draft.inlines, cells=draft.cells,
        header=draft.header, aligns=draft.aligns, ordered=draft.ordered, quoted=draft.quoted, table=draft.table,
        lines=draft.lines, children=tuple(below),
    )  # fmt: skip


def _bare(label: str) -> str:
    return label.strip("()")


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
