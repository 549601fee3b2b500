"""Read the blocks of a Word file in their order: paragraphs, tables, boxes and controls."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from policybook.word.incoming.document import (
    Block,
    Cell,
    ListKind,
    Look,
    Paragraph,
    Table,
    TextRun,
    walk_paragraphs,
)
from policybook.word.incoming.names import (
    COMPATIBLE,
    W,
    child,
    first_form,
    is_on,
    number,
    value,
    words_of,
)
from policybook.word.incoming.runs import ParagraphReader, WordParts, join_runs
from policybook.word.incoming.styles import ParagraphStyle, read_outline
from policybook.word.incoming.word_numbering import ListNumber, WordNumbering, count_paragraph

_ORDINARY_TEXT = 9
#: Tables inside tables, and controls inside controls. No policy has more.
_DEEPEST = 12
_INSIDE = frozenset(W + n for n in ("sdtContent", "customXml", "ins", "moveTo", "smartTag"))


class BodyReader:
    """Reads blocks. One reader reads one file, so that its lists go on from block to block."""

    def __init__(self, parts: WordParts, numbering: WordNumbering) -> None:
        self._parts = parts
        self._numbering = numbering
        self._depth = 0

    def read_blocks(self, elements: Iterable[etree._Element]) -> Iterator[Block]:
        """Yield the blocks of a body, a cell, a box or a note."""
        self._depth += 1
        if self._depth <= _DEEPEST:
            for element in elements:
                yield from self._read_block(element)
        else:
            words = " ".join(map(words_of, elements))
            self._parts.note("table too deep inside others to be read, so it is plain words", words)
            yield Paragraph(runs=(TextRun(text=words),))
        self._depth -= 1

    def _read_block(self, element: etree._Element) -> Iterator[Block]:
        tag = element.tag
        if tag == f"{W}p":
            yield from self._read_paragraph(element)
        elif tag == f"{W}tbl":
            yield self._read_table(element)
        elif tag == f"{W}sdt":
            yield from self._read_control(element)
        elif tag in _INSIDE:
            yield from self.read_blocks(element)
        elif tag == f"{COMPATIBLE}AlternateContent":
            content = first_form(element)
            yield from self.read_blocks(content if content is not None else ())

    def _read_control(self, element: etree._Element) -> Iterator[Block]:
        content = child(element, "sdtContent")
        if content is None:
            return
        gallery = value(child(element, "sdtPr", "docPartObj", "docPartGallery"))
        if gallery == "Table of Contents":
            self._parts.contents.append("\n")
            for block in self.read_blocks(content):
                if isinstance(block, Paragraph):
                    self._parts.contents.append(f"{block.label} {block.text}\n")
            return
        if child(element, "sdtPr", "showingPlcHdr") is not None:
            self._parts.note_prompt(words_of(content))
        for block in self.read_blocks(content):
            if isinstance(block, Paragraph) and not block.origin:
                yield replace(block, origin="content control")
            else:
                yield block

    # --- paragraphs

    def _read_paragraph(self, element: etree._Element) -> Iterator[Paragraph]:
        settings = child(element, "pPr")
        style = self._parts.styles.paragraph(value(child(settings, "pStyle")))
        reader = ParagraphReader(self._parts, style.look)
        before = len(self._parts.contents)
        boxes, self._parts.boxes = self._parts.boxes, []
        reader.read(element)
        self._parts.fields.drop_codes()
        boxes, self._parts.boxes = self._parts.boxes, boxes
        number_shown = count_paragraph(settings, style, self._numbering) or ListNumber()
        for box in boxes:
            for in_box in walk_paragraphs(tuple(self.read_blocks(box))):
                yield replace(in_box, origin="text box")
        if len(self._parts.contents) > before:
            self._parts.contents.append("\n")
        runs = tuple(join_runs(reader.runs))
        paragraph = _make_paragraph(settings, style, reader, number_shown, runs)
        if style.is_contents and paragraph.text.strip():
            self._parts.contents.append(f"{paragraph.label} {paragraph.text}\n")
        elif paragraph.text.strip() or any(r.note or r.picture for r in runs):
            yield paragraph
        elif number_shown.label and self._depth > 1:
            yield paragraph  # a column of a table that only counts
        elif number_shown.label and len(self._parts.contents) == before:
            self._parts.note("number without words", number_shown.label)

    # --- tables

    def _read_table(self, element: etree._Element) -> Table:
        rows: list[tuple[Cell, ...]] = []
        headers = 0
        for row in _walk(element, f"{W}tr"):
            settings = child(row, "trPr")
            if is_on(child(settings, "tblHeader")) and headers == len(rows):
                headers += 1
            before = number(child(settings, "gridBefore"))
            cells = [Cell(columns=before)] if 0 < before < 64 else []
            for cell in _walk(row, f"{W}tc"):
                cells.append(self._read_cell(cell))
            rows.append(tuple(cells))
        caption = value(child(element, "tblPr", "tblDescription"))
        if caption:
            self._parts.note("description of a table, which readers do not see", caption)
        return Table(rows=tuple(rows), header_rows=headers)

    def _read_cell(self, element: etree._Element) -> Cell:
        settings = child(element, "tcPr")
        merge = child(settings, "vMerge")
        columns = number(child(settings, "gridSpan"), default=1)
        blocks = tuple(self.read_blocks(element))
        return Cell(
            blocks=blocks,
            columns=max(1, min(columns, 63)),
            continues=merge is not None and value(merge) != "restart" and not blocks,
        )


def _make_paragraph(
    settings: etree._Element | None,
    style: ParagraphStyle,
    reader: ParagraphReader,
    shown: ListNumber,
    runs: tuple[TextRun, ...],
) -> Paragraph:
    outline = read_outline(settings)
    outline = style.outline if outline is None else outline
    is_heading = outline is not None and outline < _ORDINARY_TEXT
    has_words = any(run.text.strip() for run in runs)
    kind = ListKind.NUMBER if shown.label else ListKind.NONE
    return Paragraph(
        runs=runs,
        label=shown.label,
        list_kind=ListKind.BULLET if shown.is_bullet else kind,
        depth=shown.level,
        list_id=shown.list_id,
        heading=outline + 1 if is_heading and outline is not None and has_words else 0,
        look=_find_look(settings, style, reader, shown),
        places=tuple(reader.places),
        origin="content control" if reader.has_control else "",
        is_title=style.is_title,
        is_quote=style.is_quote,
    )


def _find_look(
    settings: etree._Element | None,
    style: ParagraphStyle,
    reader: ParagraphReader,
    shown: ListNumber,
) -> Look:
    """Return how a paragraph looks as a whole: a sign or two may differ."""
    total = sum(size for _, size in reader.sizes) or 1

    def share(name: str) -> bool:
        return sum(n for look, n in reader.sizes if getattr(look, name)) > 0.9 * total

    sizes: Counter[int] = Counter()
    for look, length in reader.sizes:
        sizes[look.size or 0] += length
    indent = child(settings, "ind")
    left = number(indent, "left", number(indent, "start", shown.indent))
    jc = child(settings, "jc")
    return Look(
        size=max(sizes, key=lambda size: (sizes[size], size), default=style.look.size or 0),
        bold=share("bold"),
        capitals=share("capitals"),
        indent=left,
        centred=value(jc) == "center" if jc is not None else style.is_centred,
    )


def _walk(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table, or the cells of a row, also those in content controls."""
    for part in element:
        if part.tag == tag:
            yield part
        elif part.tag == f"{W}sdt":
            content = child(part, "sdtContent")
            yield from _walk(content, tag) if content is not None else ()
        elif part.tag in _INSIDE:
            yield from _walk(part, tag)
