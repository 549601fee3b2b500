"""Parse the body of a version into sections and clauses. It never fails.

Each `##` is a section, numbered 1, 2, 3; the text before the first one is section 0. The
lines of a printed cover at its head are no rules (`cover_block`). In a section, each
paragraph, table row and item of a separate list is a clause, counted through the section.
A list after a paragraph that ends with a colon belongs to that clause (`4.2(a)`). A list
inside an item belongs to the item (`4.2(a)(i)`). The number that an author typed before an
item is part of its words, and the label of an item inside a clause (`clause_numbers`).
Where a policy brings its own numbers, `own_numbers` reads them, and a list after a numbered
paragraph belongs to that too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

from policybook.model import Clause, ClauseKind, Group, Inline, Numbering, Outline, Section
from policybook.reading.texts import (
    clause_numbers,
    clauses,
    cover_block,
    list_items,
    markdown,
    own_numbers,
    table_rows,
)
from policybook.reading.texts.markdown import Block
from policybook.reading.texts.numbering import number_sections

_PARAGRAPH = ClauseKind.PARAGRAPH
_KINDS = {"item": ClauseKind.ITEM, "code": ClauseKind.CODE, "note": ClauseKind.NOTE}


@dataclass(slots=True)
class _OpenSection:
    """A section that still takes clauses."""

    number: int
    inlines: tuple[Inline, ...]
    lines: tuple[int, int]
    parts: list[Clause | Group] = field(default_factory=list)
    groups: int = 0
    clauses: int = 0


def parse(text: str, first_line: int = 1, numbering: Numbering | None = None) -> Outline:
    """Return the sections and clauses of `text`. Never raise.

    `first_line` is the line of the file where `text` starts. `numbering` says where the
    numbers come from, if they are not counted through each section.
    """
    document = markdown.read(text)
    build = _ClauseBuilder(offset=first_line, has_numbers=numbering is Numbering.OWN)
    build.take(document.blocks, quoted=False)
    deep, long = document.too_deep, document.too_long
    numbered = tuple(number_sections(build.sections(), numbering))
    cover, sections = cover_block.divide(numbered, text.split("\n"), first_line)
    return Outline(
        sections=sections,
        cover_lines=cover,
        titles=tuple(build.titles),
        too_deep=None if deep is None else deep + first_line,
        too_long=None if long is None else long + first_line,
    )


def read_later(
    text: str, first_line: int = 1, numbering: Numbering | None = None
) -> Callable[[], Outline]:
    """Return a function that parses `text` when it is called. Results are kept for a while."""
    return partial(_parse_once, text, first_line, numbering)


# A policy has fewer versions than this, and memory must not hold all texts of a trust.
_parse_once = lru_cache(maxsize=256)(parse)


class _ClauseBuilder:
    """Builds sections and clauses from blocks. `offset` is the first line of the body.

    With `has_numbers`, the policy brings its own numbers.
    """

    def __init__(self, offset: int, has_numbers: bool) -> None:
        self.offset = offset
        self.has_numbers = has_numbers
        self.titles: list[tuple[int, str]] = []
        self.opened = [_OpenSection(0, (), (offset, offset))]
        self.tables = 0
        self.notes: dict[str, int] = {}
        self.last_list: Block | None = None
        self.counts = False

    def sections(self) -> tuple[Section, ...]:
        """Return the sections; section 0 only if it has clauses."""
        return tuple(_section(o) for o in self.opened if o.number or o.parts)

    def take(self, blocks: Sequence[Block], quoted: bool) -> None:
        """Add blocks in their order. In a quotation, `quoted` is true."""
        for before, block in zip([None, *blocks], blocks, strict=False):
            if block.kind == "heading":
                self.take_heading(block)
            elif block.kind == "quote":
                self.take(block.children, quoted=True)
            elif block.kind == "list":
                self.take_list(block, before, quoted)
            elif block.kind == "table":
                self.take_table(block)
            elif block.kind == "note":
                self.take_note(block)
            else:
                self.add(self.clause(block, *self.next(), quoted=quoted))

    def take_heading(self, block: Block) -> None:
        """Add a title (`#`), start a section (`##`) or add a group (below)."""
        lines = self.lines(block.lines)
        if block.level == 1:
            self.titles.append((lines[0], markdown.plain_text(block.inlines)))
        elif block.level == 2:
            self.opened.append(_OpenSection(len(self.opened), block.inlines, lines))
        else:
            section = self.opened[-1]
            section.groups += 1
            name = f"s{section.number}-g{section.groups}"
            title = markdown.plain_text(block.inlines)
            section.parts.append(
                Group(id=name, level=block.level, text=title, inlines=block.inlines, lines=lines)
            )

    def take_list(self, block: Block, before: Block | None, quoted: bool) -> None:
        """Add a list: to the clause before it, if that ends with a colon, else as clauses.

        `before` is the block before the list.
        """
        block = list_items.lift_numbers(block) if self.has_numbers else block
        parts = self.opened[-1].parts
        owner = parts[-1] if parts else None
        if before is not None and isinstance(owner, Clause) and self.owns_list(owner, before):
            inside = self.items(
                block, owner.number, owner.id, owner.quoted, depth=0, before=owner.children
            )
            parts[-1] = replace(owner, children=(*owner.children, *inside))
            return
        for item in list_items.read_items(block):
            self.add(self.item(block, item, self.next(), quoted, 0))

    def owns_list(self, owner: Clause, before: Block) -> bool:
        """Return whether a list belongs to the clause `owner`. `before` is the block before it."""
        is_next = before.kind == "paragraph" and owner.lines == self.lines(before.lines)
        # The lines differ if the paragraph before has only hard spaces: it is no clause.
        if is_next and owner.text.rstrip().endswith(":"):
            return True
        if not self.has_numbers:
            return False
        is_second = before.kind == "list" and owner.kind is _PARAGRAPH and bool(owner.children)
        return is_second or (is_next and own_numbers.starts_with_number(owner))

    def take_table(self, block: Block) -> None:
        """Add each row of a table as a clause."""
        for row in self.rows(block):
            self.add(clause_numbers.number_row(row, self.next()))

    def take_note(self, block: Block) -> None:
        """Add a footnote. It has a number of its own, and the rules count on without it."""
        name = clauses.note_id(block.label)
        section = self.opened[-1]
        self.notes[name] = count = self.notes.get(name, 0) + 1
        name = name if count == 1 else f"{name}_{count}"
        section.parts.append(
            self.clause(
                block, clauses.note_number(block.label), f"[{block.label}]", name, quoted=False
            )
        )

    def next(self) -> tuple[str, str, str]:
        """Return number, label and id of the next separate clause.

        Separate clauses are counted through the whole section.
        """
        section = self.opened[-1]
        number = f"{section.number}.{section.clauses + 1}"
        return number, number, f"s{section.number}-{section.clauses + 1}"

    def add(self, clause: Clause) -> None:
        """Add a separate clause. A clause without words and pictures does not count."""
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
        depth: int = 0,
    ) -> Clause:
        """Return a block as a clause. `depth` is the depth of the labels of its children."""
        inlines, hanging = (
            list_items.split(block) if block.kind in ("item", "note") else (block.inlines, ())
        )
        return Clause(
            id=name,
            number=number,
            label=label,
            kind=_KINDS.get(block.kind, _PARAGRAPH),
            text=markdown.plain_text(inlines),
            inlines=inlines,
            quoted=quoted,
            lines=self.lines(block.lines),
            children=tuple(self.children(hanging, number, name, quoted, depth)) if hanging else (),
        )

    def item(
        self, block: Block, item: Block, place: tuple[str, str, str], quoted: bool, depth: int
    ) -> Clause:
        """Return an item of the list `block` as a clause."""
        clause = self.clause(item, *place, quoted, depth)
        if not block.ordered:
            return clause
        if self.last_list is not block:  # ask once for a list, which may be long
            self.last_list, self.counts = block, list_items.is_counting(block)
        counts = self.counts
        return replace(clause, ordered=True, ordinal=item.ordinal if counts else "")

    def children(
        self, hanging: Sequence[Block], number: str, name: str, quoted: bool, depth: int
    ) -> list[Clause]:
        """Return the clauses inside a clause, from the blocks that belong to it."""
        clauses: list[Clause] = []
        for child in hanging:
            if child.kind == "list":
                child = list_items.lift_numbers(child) if self.has_numbers else child
                clauses += self.items(child, number, name, quoted, depth, before=clauses)
            elif child.kind == "table":
                for row in self.rows(child):
                    place = clause_numbers.number_child(number, name, depth, len(clauses))
                    clauses.append(clause_numbers.number_row(row, place))
            else:
                place = clause_numbers.number_child(number, name, depth, len(clauses))
                if not self.has_numbers:
                    place = clause_numbers.number_paragraph(number, place[2], clauses)
                clauses.append(self.clause(child, *place, quoted=quoted))
        return clauses

    def items(
        self,
        block: Block,
        number: str,
        name: str,
        quoted: bool,
        depth: int,
        before: Sequence[Clause],
    ) -> list[Clause]:
        """Return the items of a list inside a clause, with their labels.

        Items without words and pictures do not count. `before` are the clauses before them
        inside the same clause.
        """
        clauses: list[Clause] = []
        counts = not self.has_numbers and clause_numbers.can_keep(block, name, before)
        for item in list_items.read_items(block):
            if counts and item.ordinal:
                place = clause_numbers.number_typed(number, name, item.ordinal)
            else:
                place = clause_numbers.number_child(number, name, depth, len(before) + len(clauses))
            clause = self.item(block, item, place, quoted, depth + 1)
            if clause.text.strip() or clause.children or clause.inlines:
                clauses.append(clause)
        return clauses

    def rows(self, block: Block) -> tuple[Clause, ...]:
        """Return the rows of a table as clauses without numbers."""
        self.tables += 1
        return tuple(table_rows.read_rows(block, self.tables, self.offset))

    def lines(self, lines: tuple[int, int]) -> tuple[int, int]:
        """Return lines of the body as lines of the file."""
        return lines[0] + self.offset, lines[1] + self.offset


def _section(opened: _OpenSection) -> Section:
    return Section(
        number=opened.number,
        label=str(opened.number),
        id=f"s{opened.number}",
        title=markdown.plain_text(opened.inlines).strip(),
        inlines=opened.inlines,
        lines=opened.lines,
        parts=tuple(opened.parts),
    )
