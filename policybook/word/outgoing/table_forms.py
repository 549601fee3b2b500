"""Lay out the rows of tables in Word: spans, widths, and a header that repeats."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from policybook.model import Clause, Version
from policybook.reading.texts import markdown, table_grid
from policybook.reading.texts.clauses import walk_text
from policybook.redline import Part, Unit
from policybook.word.outgoing.xml_parts import Element, fill, make, paragraph, set_value

#: Twentieths of a point between the margins of a sheet of A4.
_SHEET, _SHEET_ACROSS = 9070, 14000
#: No column is narrower than one with a cell of so many characters.
_SHORTEST = 16
_FACT_STYLES = ("TableHeading", "TableText")


class CellPlace(NamedTuple):
    """A cell of Word's table: the columns whose words it holds, and its properties.

    One that goes on from above shows no words.
    """

    columns: range
    properties: tuple[Element, ...]
    goes_on: bool


class RowShape(NamedTuple):
    """The cells of a row: for each its first column, its width, and its part of a tall cell.

    That part is `restart`, `continue` or empty.
    """

    columns: int
    spans: tuple[tuple[int, int, str], ...]

    def cells(self, widths: Sequence[int]) -> Iterator[CellPlace]:
        """Yield the cells of a row in a table with columns of these widths."""
        end = 0
        for column, width, tall in self.spans:
            yield _cell(column, width, tall, widths)
            end = column + width
        if end < len(widths):
            yield _cell(end, len(widths) - end, "", widths)


def _cell(column: int, width: int, tall: str, widths: Sequence[int]) -> CellPlace:
    """Return a cell with its properties, in the order of Word's schema."""
    share = sum(widths[column : column + width])
    properties = [make("w:tcW", {"w:w": str(share), "w:type": "dxa"})]
    if width > 1:
        properties.append(set_value("w:gridSpan", width))
    if tall:
        properties.append(set_value("w:vMerge", tall))
    return CellPlace(range(column, column + width), tuple(properties), tall == "continue")


class TableShapes:
    """The shapes of all rows of a version."""

    def __init__(self, version: Version) -> None:
        tables: dict[int, list[Clause]] = {}
        for clause in walk_text(version):
            if clause.table:
                tables.setdefault(clause.table, []).append(clause)
        self._headers: dict[int, RowShape] = {}
        self._rows: dict[tuple[int, tuple[int, int]], RowShape] = {}
        self._tables = tables
        for number, rows in tables.items():
            header, shapes = row_shapes(rows)
            self._headers[number] = header
            for row, shape in zip(rows, shapes, strict=True):
                self._rows[number, row.lines] = shape

    def shape(self, unit: Unit) -> RowShape:
        """Return the shape of a row, or of the header of a table."""
        if unit.part is Part.HEADER:
            return self._headers[unit.table]
        return self._rows[unit.table, unit.lines]

    def is_wide(self, table: int) -> bool:
        """Return whether a table needs a sheet across."""
        return table_grid.lay_out(self._tables[table]).is_wide

    def widths(self, table: int, *, across: bool = False) -> list[int]:
        """Return the widths of the columns, which share the sheet by their longest cells."""
        rows = self._tables[table]
        grid = table_grid.lay_out(rows)
        lengths = [sqrt(length) for length in _longest_cells(rows, grid.columns)]
        sheet = _SHEET_ACROSS if across else _SHEET
        return [int(sheet * length / sum(lengths)) for length in lengths]


def row_shapes(rows: Sequence[Clause]) -> tuple[RowShape, list[RowShape]]:
    """Return the shapes of the header and of the rows of one table."""
    grid = table_grid.lay_out(rows)
    header = RowShape(grid.columns, tuple((c.column, c.columns, "") for c in grid.header))
    shapes: list[RowShape] = []
    tall: list[tuple[range, int]] = []  # the columns of tall cells, and the rows they still take
    for cells in grid.rows:
        spans = [(c.column, c.columns, "restart" if c.rows > 1 else "") for c in cells]
        taken = {c for column, width, _ in spans for c in range(column, column + width)}
        for columns, _ in tall:
            if free := [column for column in columns if column not in taken]:
                spans.append((free[0], len(free), "continue"))
                taken |= set(free)
        tall = [(columns, left - 1) for columns, left in tall if left > 1]
        tall += [(range(c.column, c.column + c.columns), c.rows - 1) for c in cells if c.rows > 1]
        shapes.append(RowShape(grid.columns, tuple(sorted(spans))))
    return header, shapes


def _longest_cells(rows: Sequence[Clause], columns: int) -> list[int]:
    """Return the length of the longest cell of each column. A short one counts as some words."""
    every = [rows[0].header, *(row.cells for row in rows)]
    lengths = [[len(markdown.plain_text(cell)) for cell in cells] for cells in every]
    return [
        max([_SHORTEST, *(line[i] for line in lengths if i < len(line))]) for i in range(columns)
    ]


def row_element(
    cells: Sequence[Element], tracked: Sequence[Element] = (), *, is_header: bool
) -> Element:
    """Return a row that no page breaks. A header repeats on each page.

    `tracked` says that the whole row was added or removed.
    """
    repeats = [make("w:tblHeader")] if is_header else []
    properties = make("w:trPr", None, make("w:cantSplit"), *repeats, *tracked)
    return make("w:tr", None, properties, *cells)


def cell_element(properties: Sequence[Element], inside: Sequence[Element]) -> Element:
    """Return a cell with its paragraphs."""
    return make("w:tc", None, make("w:tcPr", None, *properties), *inside)


def facts_table(facts: Sequence[tuple[str, str]]) -> Element:
    """Return labels and their values as a table of two columns."""
    widths = (_SHEET // 3, _SHEET - _SHEET // 3)
    properties = [[make("w:tcW", {"w:w": str(width), "w:type": "dxa"})] for width in widths]
    rows: list[Element] = []
    for fact in facts:
        lines = map(paragraph, _FACT_STYLES, fact)
        cells = [cell_element(p, [line]) for p, line in zip(properties, lines, strict=True)]
        rows.append(row_element(cells, is_header=False))
    return table_element(widths, rows)


def table_element(widths: Sequence[int], rows: Sequence[Element]) -> Element:
    """Return a table with columns of these widths."""
    grid = [make("w:gridCol", {"w:w": str(width)}) for width in widths]
    return fill("table", width=str(sum(widths)), grid="".join(grid), rows="".join(rows))
