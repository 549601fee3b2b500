"""Turn the tags of a PDF into the blocks of a document: paragraphs, lists and tables.

It takes each marked word once, so that none is lost and none comes twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from policybook.word.incoming.document import (
    Block,
    Cell,
    Furniture,
    LeftOut,
    ListKind,
    Look,
    LookAt,
    Paragraph,
    Table,
)
from policybook.word.incoming.pdf.notes import PdfNotes, mark_note_signs
from policybook.word.incoming.pdf.pieces import find_divided_words, join_text
from policybook.word.incoming.pdf.runs import (
    INLINE,
    NOTES,
    PdfPlaces,
    PdfRunPiece,
    is_bullet,
    is_label,
    make_runs,
    read_figure,
    read_inline,
    split_label,
)
from policybook.word.incoming.pdf.tags import PdfTag, PdfWords

_CONTENTS = frozenset({"TOC", "TOCI"})
_CONTENTS_TITLE = re.compile(r"(?i)(table of )?contents( page)?:?")
#: A picture or a note in one of these is part of the line.
_LINES = frozenset({"P", "H", *(f"H{n}" for n in range(1, 7)), "LBody", "TD", "TH", "Caption"})
_ROWS = frozenset({"THead", "TBody", "TFoot"})


class PdfBlockReader:
    """Reads the tags of one file. `notes` and `left_out` fill while it reads."""

    def __init__(self, places: PdfPlaces) -> None:
        self.notes = PdfNotes()
        self.left_out: list[LeftOut] = []
        self._places = places

    def read(self, tag: PdfTag, depth: int = -1) -> Iterator[Block]:
        """Yield the blocks of a tag. `depth` is that of the list around it, -1 outside lists."""
        is_line = tag.tag in _LINES

        def is_inline_kid(kid: PdfTag | PdfWords) -> bool:
            return _is_inline(kid) or (is_line and _is_figure(kid))

        for is_inline, group in groupby(tag.kids, key=is_inline_kid):
            kids = list(group)
            if is_inline:
                pieces = read_inline(kids, self._places, lambda n: self.notes.keep(n, self.read))
                yield from self._make_paragraph(list(pieces), tag, depth)
                continue
            for kid in kids:
                if isinstance(kid, PdfTag):
                    yield from self._read_block(kid, depth)

    def _read_block(self, tag: PdfTag, depth: int) -> Iterator[Block]:
        if tag.tag in _CONTENTS:
            self._leave_out(Furniture.CONTENTS, tag)
        elif tag.tag == "Artifact":
            self._leave_out(Furniture.WATERMARK, tag)
        elif tag.tag == "L":
            for kid in tag.kids:
                if isinstance(kid, PdfTag):
                    yield from self._read_item(kid, depth + 1)
        elif tag.tag == "Table":
            yield from self._read_table(tag)
        elif tag.tag == "Figure":
            yield from self._make_paragraph(list(read_figure(tag, self._places)), tag, depth)
        elif tag.tag in NOTES:
            self.notes.keep(tag, self.read)
        elif tag.tag == "BlockQuote":
            for block in self.read(tag, depth):
                yield replace(block, is_quote=True) if isinstance(block, Paragraph) else block
        else:
            yield from self.read(tag, depth)

    def _leave_out(self, what: Furniture, tag: PdfTag) -> None:
        for kid in tag.kids:
            if isinstance(kid, PdfTag) and kid.tag in _CONTENTS:
                self._leave_out(what, kid)
        if text := join_text(self._places.take_all(tag)):
            self.left_out.append(LeftOut(what=what, text=text))

    # ---------- paragraphs

    def _make_paragraph(
        self, pieces: list[PdfRunPiece], tag: PdfTag, depth: int
    ) -> Iterator[Paragraph]:
        heading = _find_level(tag)
        label = ""
        if heading or depth >= 0:
            label, pieces = split_label(pieces)
        self._look_for_divided_words(pieces)
        runs = make_runs(mark_note_signs(pieces))
        if not runs and not label:
            return
        words = [entry.piece for entry in pieces if entry.piece.text.strip()]
        kind = ListKind.BULLET if is_bullet(label) else ListKind.NUMBER
        yield Paragraph(
            runs=runs,
            label="" if is_bullet(label) and depth < 0 else label,
            list_kind=kind if label and depth >= 0 else ListKind.NONE,
            depth=max(depth, 0),
            heading=heading,
            look=Look(
                size=round(2 * max((p.size for p in words), default=0)),
                bold=bool(words) and all(p.bold for p in words),
            ),
            is_title=tag.name == "Title" or tag.tag == "Title",
        )

    def _look_for_divided_words(self, pieces: Sequence[PdfRunPiece]) -> None:
        if self._places.keeps_spaces:
            for words in find_divided_words([entry.piece for entry in pieces]):
                what = "line that ends inside a word, or that was broken by hand"
                self._places.look_at.append(LookAt(what=what, text=words))

    # ---------- lists

    def _read_item(self, tag: PdfTag, depth: int) -> Iterator[Block]:
        """Yield the blocks of an item. Its number or sign goes to the first paragraph."""
        if tag.tag != "LI":
            yield from self._read_block(tag, depth)
            return
        labels = [k for k in tag.kids if isinstance(k, PdfTag) and k.tag == "Lbl"]
        pieces = [piece for kid in labels for piece in self._places.take_all(kid)]
        label = join_text(pieces)
        rest = replace(tag, kids=tuple(kid for kid in tag.kids if kid not in labels))
        if label and not is_label(label):
            # The word before a definition is no number.
            yield from self._make_paragraph([PdfRunPiece(p) for p in pieces], tag, -1)
            label = ""
        blocks = list(self.read(rest, depth))
        first = blocks[0] if blocks else None
        kind = ListKind.BULLET if is_bullet(label) else ListKind.NUMBER
        if label and isinstance(first, Paragraph) and not first.label:
            blocks[0] = replace(first, label=label, list_kind=kind)
        elif label:
            blocks.insert(0, Paragraph(runs=(), label=label, list_kind=kind, depth=depth))
        yield from blocks

    # ---------- tables

    def _read_table(self, tag: PdfTag) -> Iterator[Block]:
        """Yield a table, after its caption."""
        rows = list(_find_rows(tag))
        for kid in tag.kids:
            if isinstance(kid, PdfWords) or kid.tag not in {*_ROWS, "TR"}:
                yield from self.read(replace(tag, tag="P", kids=(kid,)))
        below: dict[int, tuple[int, int]] = {}
        result = []
        for row in rows:
            cells = self._read_row(row, below)
            if cells:
                result.append(cells)
        headers = 0
        while headers < len(rows) and _is_header(rows[headers]):
            headers += 1
        if result:
            yield Table(rows=tuple(result), header_rows=min(headers, len(result)))

    def _read_row(self, row: PdfTag, below: dict[int, tuple[int, int]]) -> tuple[Cell, ...]:
        """Return the cells of a row. `below` has the rows and columns that cells above still take.

        It is by column, and changes for the next row.
        """
        cells, column = list[Cell](), 0
        for tag in (kid for kid in row.kids if isinstance(kid, PdfTag)):
            column = _add_cells_above(cells, below, column)
            columns, rows = tag.span("/ColSpan"), tag.span("/RowSpan")
            cells.append(Cell(blocks=tuple(self.read(tag)), columns=columns))
            if rows > 1:
                # One more than is left: the count goes down at the end of this row.
                below[column] = (rows, columns)
            column += columns
        _add_cells_above(cells, below, column)
        for place, (left, columns) in list(below.items()):
            below[place] = (left - 1, columns)
            if left <= 1:
                del below[place]
        return tuple(cells)


def _add_cells_above(cells: list[Cell], below: dict[int, tuple[int, int]], column: int) -> int:
    """Add the cells that go on from above at a column, and return the next free column."""
    while column in below:
        columns = below[column][1]
        cells.append(Cell(columns=columns, continues=True))
        column += columns
    return column


def _find_rows(table: PdfTag) -> Iterator[PdfTag]:
    for kid in table.kids:
        if isinstance(kid, PdfTag) and kid.tag == "TR":
            yield kid
        elif isinstance(kid, PdfTag) and kid.tag in _ROWS:
            yield from _find_rows(kid)


def _is_header(row: PdfTag) -> bool:
    cells = [kid for kid in row.kids if isinstance(kid, PdfTag)]
    return bool(cells) and all(cell.tag == "TH" for cell in cells)


def _is_inline(kid: PdfTag | PdfWords) -> bool:
    """Return whether a kid is part of a line. A link around paragraphs is not."""
    if isinstance(kid, PdfWords):
        return True
    return kid.tag in INLINE and all(_is_inline(k) or _is_figure(k) for k in kid.kids)


def _is_figure(kid: PdfTag | PdfWords) -> bool:
    return isinstance(kid, PdfTag) and kid.tag in ("Figure", *NOTES)


def _find_level(tag: PdfTag) -> int:
    if tag.tag == "H":
        return 1
    return int(tag.tag[1:]) if re.fullmatch(r"H[1-9]", tag.tag) else 0


def leave_out_contents_title(
    blocks: Sequence[Block], left_out: Sequence[LeftOut]
) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Return the blocks without the title above the contents, and what is left out with it."""
    if not any(entry.what is Furniture.CONTENTS for entry in left_out):
        return tuple(blocks), tuple(left_out)
    titles = [b for b in blocks if isinstance(b, Paragraph) and _CONTENTS_TITLE.fullmatch(b.text)]
    entries = (LeftOut(what=Furniture.CONTENTS, text=title.text) for title in titles[:1])
    rest = tuple(block for block in blocks if block not in titles[:1])
    return rest, (*entries, *left_out)
