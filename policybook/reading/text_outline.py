"""x"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from policybook.model import Clause, ClauseKind, Group, Inline, Mark, Section
from policybook.reading import markdown
from policybook.reading.markdown import Block
from policybook.text.list_labels import label_of

_GAP = Inline(mark=Mark.GAP)


_PARAGRAPH = ClauseKind.PARAGRAPH


_KINDS = {"item": ClauseKind.ITEM, "code": ClauseKind.CODE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A body, understood. `titles` are its `#` headings with their lines; `too_deep` is the line where nesting is out of hand,
    `too_long` that from which words are left out, the text being beyond all bounds."""

    sections: tuple[Section, ...]
    titles: tuple[tuple[int, str], ...]
    too_deep: int | None
    too_long: int | None = None


class _Row(NamedTuple):
    """A row of a table that has no number yet."""

    cells: tuple[tuple[Inline, ...], ...]
    header: tuple[tuple[Inline, ...], ...]
    aligns: tuple[str, ...]
    table: int
    lines: tuple[int, int]


@dataclass(slots=True)
class _OpenSection:
    """A section that is being filled."""

    number: int
    inlines: tuple[Inline, ...]
    lines: tuple[int, int]
    parts: list[Clause | Group] = field(default_factory=list)
    groups: int = 0
    clauses: int = 0


def parse(text: str, first_line: int = 1) -> Outline:
    """Return the sections and clauses of `text`, whose first line is line `first_line` of its file. Never raises."""
    document = markdown.read(text)
    build = _ClauseBuilder(offset=first_line)
    build.take(document.blocks, quoted=False)
    too_deep = None if document.too_deep is None else document.too_deep + first_line
    too_long = None if document.too_long is None else document.too_long + first_line
    return Outline(
        sections=build.sections(), titles=tuple(build.titles), too_deep=too_deep, too_long=too_long
    )


class _ClauseBuilder:
    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.titles: list[tuple[int, str]] = []
        self.opened = [_OpenSection(0, (), (offset, offset))]
        self.tables = 0

    def sections(self) -> tuple[Section, ...]:
        """Section 0 only where it holds something."""
        return tuple(_section(o) for o in self.opened if o.number or o.parts)

    def take(self, blocks: Sequence[Block], quoted: bool) -> None:
        for before, block in zip([None, *blocks], blocks, strict=False):
            if block.kind == "heading":
                self.take_heading(block)
            elif block.kind == "quote":
                self.take(block.children, quoted=True)
            elif block.kind == "list":
                self.take_list(block, before, quoted)
            elif block.kind == "table":
                self.take_table(block)
            else:
                self.add(self.clause(block, *self.next(), quoted=quoted))

    def take_heading(self, block: Block) -> None:
        lines = self.lines(block.lines)
        if block.level == 1:
            self.titles.append((lines[0], markdown.plain(block.inlines)))
        elif block.level == 2:
            self.opened.append(_OpenSection(len(self.opened), block.inlines, lines))
        else:
            section = self.opened[-1]
            section.groups += 1
            name = f"s{section.number}-g{section.groups}"
            title = markdown.plain(block.inlines)
            section.parts.append(
                Group(id=name, level=block.level, text=title, inlines=block.inlines, lines=lines)
            )

    def take_list(self, block: Block, before: Block | None, quoted: bool) -> None:
        parts = self.opened[-1].parts
        owner = parts[-1] if parts else None
        if (
            before is not None
            and before.kind == "paragraph"
            and isinstance(owner, Clause)
            and owner.lines
            == self.lines(before.lines)  # a paragraph of hard spaces alone is no clause
            and owner.text.rstrip().endswith(":")
        ):
            parts[-1] = replace(
                owner,
                children=tuple(self.items(block, owner.number, owner.id, owner.quoted, depth=0)),
            )
            return
        for item in block.children:
            self.add(self.clause(item, *self.next(), quoted=quoted, ordered=block.ordered))

    def take_table(self, block: Block) -> None:
        for cells in self.rows(block):
            self.add(self.row(cells, *self.next()))

    def next(self) -> tuple[str, str, str]:
        """Number, label and id of the next free-standing clause; they are counted straight through a section."""
        section = self.opened[-1]
        number = f"{section.number}.{section.clauses + 1}"
        return number, number, f"s{section.number}-{section.clauses + 1}"

    def add(self, clause: Clause) -> None:
        """Take in a free-standing clause. What has no words and no pictures is none."""
        if clause.text.strip() or clause.children or clause.inlines or clause.cells:
            self.opened[-1].parts.append(clause)
            self.opened[-1].clauses += 1

    def clause(
        self,
        block: Block,
        number: str,
        label: str,
        name: str,
        quoted: bool,
        ordered: bool = False,
        depth: int = 0,
    ) -> Clause:
        """A block as a clause; `depth` is how many letters its children's label lies below."""
        inlines, hanging = _split_quoted(block) if block.kind == "item" else (block.inlines, ())
        return Clause(
            id=name,
            number=number,
            label=label,
            kind=_KINDS.get(block.kind, _PARAGRAPH),
            text=markdown.plain(inlines),
            inlines=inlines,
            ordered=ordered,
            quoted=quoted,
            lines=self.lines(block.lines),
            children=tuple(self.children(hanging, number, name, quoted, depth)) if hanging else (),
        )

    def children(
        self, hanging: Sequence[Block], number: str, name: str, quoted: bool, depth: int
    ) -> list[Clause]:
        found: list[Clause] = []
        for child in hanging:
            if child.kind == "list":
                found += self.items(child, number, name, quoted, depth, start=len(found))
            elif child.kind == "table":
                for row in self.rows(child):
                    found.append(self.row(row, *_list_below(number, name, depth, len(found))))
            else:
                found.append(
                    self.clause(child, *_list_below(number, name, depth, len(found)), quoted=quoted)
                )
        return found

    def items(
        self, block: Block, number: str, name: str, quoted: bool, depth: int, start: int = 0
    ) -> list[Clause]:
        """The items of a list inside a clause, with their labels; one without words or pictures is none."""
        clauses: list[Clause] = []
        for item in block.children:
            place = _list_below(number, name, depth, start + len(clauses))
            clause = self.clause(item, *place, quoted, block.ordered, depth + 1)
            if clause.text.strip() or clause.children or clause.inlines:
                clauses.append(clause)
        return clauses

    def rows(self, block: Block) -> Iterator[_Row]:
        """A table's rows; a table of a header alone is one row, so that its words are not lost."""
        self.tables += 1
        header, body = (block.rows[0], block.rows[1:]) if len(block.rows) > 1 else ([], block.rows)
        named = tuple(header) if any(markdown.plain(cell).strip() for cell in header) else ()
        for cells, lines in zip(body, block.row_lines[-len(body) :], strict=True):
            yield _Row(tuple(cells), named, tuple(block.aligns), self.tables, self.lines(lines))

    def row(self, row: _Row, number: str, label: str, name: str) -> Clause:
        text = " | ".join(markdown.plain(cell) for cell in row.cells)
        return Clause(
            id=name, number=number, label=label, kind=ClauseKind.ROW, text=text, cells=row.cells,
            header=row.header, aligns=row.aligns, table=row.table, lines=row.lines,
        )  # fmt: skip

    def lines(self, lines: tuple[int, int]) -> tuple[int, int]:
        return lines[0] + self.offset, lines[1] + self.offset


def _section(opened: _OpenSection) -> Section:
    return Section(
        number=opened.number,
        id=f"s{opened.number}",
        title=markdown.plain(opened.inlines).strip(),
        inlines=opened.inlines,
        lines=opened.lines,
        parts=tuple(opened.parts),
    )


def _list_below(number: str, name: str, depth: int, index: int) -> tuple[str, str, str]:
    """Number, label and id of a clause inside another, whose number and id are given."""
    label = label_of(depth, index)
    return number + label, label, f"{name}-{label[1:-1]}"


def _split_quoted(item: Block) -> tuple[tuple[Inline, ...], Sequence[Block]]:
    """What an item holds: its own words, those of its first paragraphs, with gaps between; and all from its first list or table on,
    which hangs on them in the order of the text."""
    if len(item.children) == 1 and item.children[0].kind == "paragraph":
        return item.children[0].inlines, ()  # as of most
    blocks = list(_flatten_quotes(item))
    inlines: tuple[Inline, ...] = ()
    for number, child in enumerate(blocks):
        if child.kind in ("list", "table"):
            return inlines, blocks[number:]
        inlines = (*inlines, _GAP, *child.inlines) if inlines else child.inlines
    return inlines, ()


def _flatten_quotes(block: Block) -> Iterator[Block]:
    for child in block.children:
        if child.kind == "quote":
            yield from _flatten_quotes(child)
        else:
            yield child
