"""Write the blocks of a document as Markdown, and say on which line each stands.

The draft has `numbering: own` where the file has numbers: `## 1. Aims`, `1.1 text`,
`- (a) text`, `4. text`. So the site shows the numbers that Word showed.
In a table, `<<` stands for a cell that reaches to the right, and `^^` for one from above.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from policybook.word.incoming.document import Block, Cell, ListKind, Paragraph, Table, TextRun
from policybook.word.incoming.draft.inline_markdown import (
    Destinations,
    protect_start,
    split_sentences,
    write_inlines,
)

#: A number that Markdown's own lists can have.
_COUNTED = re.compile(r"[1-9]\d{0,2}[.)]")
#: A number that readers cite with its section: it makes a paragraph, and no item.
_DOTTED = re.compile(r"[\dA-Za-z]{1,4}(\.\d+)+\.?")
_LEVELS = 6
_STEP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBlock:
    """A block of the file, and the line of the draft's file, from 1, where it starts.

    `rows` are the lines of a table's rows.
    """

    block: Block
    line: int
    rows: tuple[int, ...] = ()


@dataclass(slots=True)
class _OpenItem:
    depth: int
    indent: int
    width: int
    list_id: str = ""
    left: int = 0


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks one after the other. `lines` is the body so far.

    `first_line` is the number of its first line in the draft's file.
    """

    to: Destinations
    first_line: int
    lines: list[str] = field(default_factory=list)
    written: list[DraftBlock] = field(default_factory=list)
    _items: list[_OpenItem] = field(default_factory=list)
    _list: tuple[ListKind, bool] | None = None

    def write(self, blocks: Sequence[Block]) -> None:
        """Write all blocks."""
        for n, block in enumerate(blocks):
            if isinstance(block, Paragraph) and self._goes_on(blocks, n):
                self._continue_item(block)
            elif isinstance(block, Table):
                self._write_table(block)
            elif block.heading:
                self._write_heading(block)
            elif is_item(block):
                self._write_item(block)
            else:
                self._write_paragraph(block)

    def _goes_on(self, blocks: Sequence[Block], place: int) -> bool:
        """Return whether a paragraph belongs to the item above: the list goes on after it."""
        block = blocks[place]
        if not self._items or not isinstance(block, Paragraph) or block.heading:
            return False
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        is_plain = block.list_kind is ListKind.NONE and not block.label and not block.origin
        goes_on = isinstance(after, Paragraph) and is_item(after) and bool(after.list_id)
        if not (is_plain and goes_on and isinstance(after, Paragraph) and block.text.strip()):
            return False
        is_same_list = after.list_id == self._items[-1].list_id
        is_new = re.fullmatch(r"\(?[1aAiI][.)]?", after.label) is not None
        # An inner item that goes on would lose the one that it is in.
        is_inner = len(self._items) > 1 and after.depth >= self._items[1].depth
        is_set_in = is_inner or block.look.indent >= self._items[-1].left > 0
        return is_same_list and is_set_in and not (is_new and after.depth <= self._items[-1].depth)

    def _continue_item(self, paragraph: Paragraph) -> None:
        """Write a further paragraph of the item above."""
        last = self._items[-1]
        text = split_sentences(protect_start(write_inlines(paragraph.runs, self.to)))
        self._space()
        self._enter(paragraph)
        gap = " " * (last.indent + last.width)
        self.lines += [gap + line for line in text.split("\n")]
        self._space()

    def write_notes(self, notes: Mapping[str, tuple[Paragraph, ...]]) -> None:
        """Write the footnotes at the end."""
        for name, paragraphs in notes.items():
            texts = [write_inlines(p.runs, self.to) or "\u00a0" for p in paragraphs] or ["\u00a0"]
            self._end_list()
            for n, (text, paragraph) in enumerate(zip(texts, paragraphs, strict=False)):
                self._space()
                self._enter(paragraph)
                start = f"[^{name}]: " if n == 0 else "    "
                self.lines += (start + text).split("\n")

    def _enter(self, block: Block) -> None:
        self.written.append(DraftBlock(block=block, line=self._next_line))

    @property
    def _next_line(self) -> int:
        return self.first_line + len(self.lines)

    def _space(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _end_list(self) -> None:
        self._items, self._list = [], None
        self._space()

    def _write_heading(self, paragraph: Paragraph) -> None:
        self._end_list()
        self._enter(paragraph)
        runs = tuple(unmark(run) for run in paragraph.runs)
        words = write_inlines(runs, self.to).replace("\\\n", " ").replace("\n", " ")
        level = min(paragraph.heading + 1, _LEVELS)
        self.lines.append(f"{'#' * level} {paragraph.label} {words}".replace("  ", " "))

    def _write_paragraph(self, paragraph: Paragraph) -> None:
        text = write_inlines(paragraph.runs, self.to)
        if not text:
            return
        self._end_list()
        self._enter(paragraph)
        text = f"{paragraph.label} {text}" if paragraph.label else protect_start(text)
        mark = "> " if paragraph.is_quote and not paragraph.label else ""
        self.lines += [mark + line for line in split_sentences(text).split("\n")]

    def _write_item(self, paragraph: Paragraph) -> None:
        text = write_inlines(paragraph.runs, self.to) or "\u00a0"
        is_counted = bool(_COUNTED.fullmatch(paragraph.label))
        kind = (paragraph.list_kind, is_counted)
        while self._items and self._items[-1].depth > paragraph.depth:
            self._items.pop()
        goes_on = bool(self._items) and self._items[-1].depth == paragraph.depth
        if goes_on:
            indent = self._items.pop().indent
        else:
            indent = self._items[-1].indent + self._items[-1].width if self._items else 0
        if not self._items and self._list != kind:
            self._space()
            self._list = kind
        elif is_counted and not goes_on and not re.match(r"1[.)]", paragraph.label):
            self._space()  # otherwise Markdown takes it for words of the line above
        sign = paragraph.label if is_counted else f"- {paragraph.label}".rstrip()
        width = max(_STEP, len(paragraph.label) + 1) if is_counted else _STEP
        left = paragraph.look.indent
        self._items.append(_OpenItem(paragraph.depth, indent, width, paragraph.list_id, left))
        self._enter(paragraph)
        first, *others = split_sentences(text if paragraph.label else protect_start(text)).split(
            "\n"
        )
        gap = " " * (indent + (len(sign) + 1 if is_counted else 2))
        self.lines += [f"{' ' * indent}{sign} {first}", *(gap + line for line in others)]

    def _write_table(self, table: Table) -> None:
        self._end_list()
        lines = write_table(table, self.to)
        first = self._next_line
        places = [first, *range(first + 2, first + len(lines))]
        rows = tuple(places if len(places) == len(table.rows) else places[1:])
        self.written.append(DraftBlock(block=table, line=first, rows=rows))
        self.lines += lines


def unmark(run: TextRun) -> TextRun:
    """Return a run without bold and italic, which a heading has by itself."""
    return replace(run, bold=False, italic=False)


def is_item(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is an item of a list, and not one with a number of its own."""
    if paragraph.list_kind is ListKind.BULLET:
        return True
    return paragraph.list_kind is ListKind.NUMBER and not _DOTTED.fullmatch(paragraph.label)


_LEFT, _UP = "<<", "^^"


def write_table(table: Table, to: Destinations) -> list[str]:
    """Return the lines of a table. Its first row is its header, if the file says or shows so."""
    columns = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    rows = [_write_row(row, columns, to) for row in table.rows]
    header = rows.pop(0) if has_header(table) else [""] * columns
    return [_join(header), _join(["---"] * columns), *map(_join, rows)]


def has_header(table: Table) -> bool:
    """Return whether the first row is a header: Word says so, or it alone is bold throughout."""
    if len(table.rows) < 2:
        return False
    if table.header_rows:
        return True
    return _is_bold_row(table.rows[0]) and not all(map(_is_bold_row, table.rows[1:]))


def is_box(table: Table) -> bool:
    """Return whether a table is only a frame around text: no row has two cells with a place."""
    return all(len(row) <= 1 for row in table.rows)


def unfold_box(table: Table) -> Iterator[Block]:
    """Yield the blocks in a frame."""
    for row in table.rows:
        for cell in row:
            yield from cell.blocks


def _is_bold_row(row: tuple[Cell, ...]) -> bool:
    paragraphs = [p for cell in row for p in cell.blocks if isinstance(p, Paragraph)]
    words = [p for p in paragraphs if p.text.strip()]
    return bool(words) and all(p.look.bold for p in words)


def _write_row(row: tuple[Cell, ...], columns: int, to: Destinations) -> list[str]:
    cells: list[str] = []
    is_header_like = _is_bold_row(row)
    for cell in row:
        text = "<br>".join(line for line in _cell_lines(cell.blocks, to, is_header_like) if line)
        first = _UP if cell.continues else (f"\\{text}" if text in (_LEFT, _UP) else text)
        across = _UP if cell.continues else _LEFT
        cells += [first, *[across] * (cell.columns - 1)]
    return cells + [""] * (columns - len(cells))


def _cell_lines(blocks: tuple[Block, ...], to: Destinations, is_bold: bool) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _cell_lines(cell.blocks, to, is_bold)
            continue
        runs = block.runs
        if is_bold:
            runs = tuple(replace(run, bold=False) for run in runs)
        text = write_inlines(runs, to, in_cell=True)
        sign = "- " if block.list_kind is ListKind.BULLET else f"{block.label} "
        yield f"{sign}{text}".strip()


def _join(cells: list[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"
