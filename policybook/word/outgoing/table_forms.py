"""Lay out the rows of tables in Word: spans, widths, and a header that repeats."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policybook.model import Clause, Version
from policybook.reading import table_grid
from policybook.reading.clauses import walk_text
from policybook.redline import Part, Unit
from policybook.word.outgoing.xml_parts import Element, make, set_value

#: Twentieths of a point between the margins of a sheet of A4.
_SHEET = 9070


class CellPlace(NamedTuple):
    """A cell of Word's table: the columns whose words it holds, and its properties."""

    columns: range
    properties: tuple[Element, ...]


class RowShape(NamedTuple):
    """The cells of a row: for each its first column, its width, and its part of a tall cell.

    That part is `restart`, `continue` or empty.
    """

    columns: int
    spans: tuple[tuple[int, int, str], ...]

    def cells(self, columns: int) -> Iterator[CellPlace]:
        """Yield the cells of a row in a table of so many columns."""
        end = 0
        for column, width, tall in self.spans:
            yield _cell(column, width, tall, columns)
            end = column + width
        if end < columns:
            yield _cell(end, columns - end, "", columns)


def _cell(column: int, width: int, tall: str, columns: int) -> CellPlace:
    """Return a cell with its properties, in the order of Word's schema."""
    share = _SHEET * width // columns
    properties = [make("w:tcW", {"w:w": str(share), "w:type": "dxa"})]
    if width > 1:
        properties.append(set_value("w:gridSpan", width))
    if tall:
        properties.append(set_value("w:vMerge", tall))
    return CellPlace(range(column, column + width), tuple(properties))


class TableShapes:
    """The shapes of all rows of a version."""

    def __init__(self, version: Version) -> None:
        tables: dict[int, list[Clause]] = {}
        for clause in walk_text(version):
            if clause.table:
                tables.setdefault(clause.table, []).append(clause)
        self._headers: dict[int, RowShape] = {}
        self._rows: dict[tuple[int, tuple[int, int]], RowShape] = {}
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


def table_element(columns: int, rows: Sequence[Element]) -> Element:
    """Return a table as wide as the text."""
    grid = [make("w:gridCol", {"w:w": str(_SHEET // columns)}) for _ in range(columns)]
    look = {"firstRow": "1", "noHBand": "1", "noVBand": "1"}
    return make(
        "w:tbl",
        None,
        make(
            "w:tblPr",
            None,
            set_value("w:tblStyle", "TableGrid"),
            make("w:tblW", {"w:w": str(_SHEET), "w:type": "dxa"}),
            make("w:tblLayout", {"w:type": "fixed"}),
            make("w:tblLook", {f"w:{name}": value for name, value in look.items()}),
        ),
        make("w:tblGrid", None, *grid),
        *rows,
    )
