"""Lay out the rows of a table as a grid: which cell is where, and how far it spans.

A cell with `<<` belongs to the cell before it, and one with `^^` to the cell above. This
module must not know a page.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from policybook.model import CellSpan, Clause, Inline, Mark
from policybook.reading.texts import markdown

Cell = tuple[Inline, ...]

#: A table with more columns than this is wide.
_MOST_NARROW = 6
#: On a phone a table with as many columns has no room.
_FEWEST_FOR_CARDS = 4
#: Characters that fit beside each other in a narrow table.
NARROW_LINE = 60
#: Characters that the padding of a cell takes.
PADDING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell of a grid. `column` is its first, from 0. `align` is empty for the usual side.

    `head` has the words of the headings over it; empty without any. `repeats` has the words
    of a cell above that reaches down to this place.
    """

    inlines: Cell
    column: int
    columns: int = 1
    rows: int = 1
    align: str = ""
    is_heading: bool = False
    head: str = ""
    repeats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableGrid:
    """A table as a grid. `header` is empty if it has none. `rows` follow the clauses.

    A table with headings and several columns `has_cards`: on a phone each row is shown alone.
    `cards` are the rows with the cells that reach down to them.
    """

    columns: int
    header: tuple[GridCell, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    cards: tuple[tuple[GridCell, ...], ...]
    is_wide: bool
    has_cards: bool


def lay_out(rows: Sequence[Clause]) -> TableGrid:
    """Return the grid of the rows of one table. Every word of every cell is in it."""
    first = rows[0]
    columns = max(1, len(first.header), *(len(row.cells) for row in rows))
    header = _spread(first.header, first.header_spans, first.aligns, columns)
    grid: list[list[GridCell]] = []
    for row in rows:
        joined = _extend_above(grid, _list_ups(row))
        cells = _spread(row.cells, row.spans, first.aligns, columns, joined)
        grid.append(_mark_heading(cells, columns))
    is_wide = (
        columns > _MOST_NARROW
        or sum(longest_words(rows, columns)) + PADDING * columns > NARROW_LINE
    )
    named = tuple(tuple(_name_head(cell, header) for cell in cells) for cells in grid)
    return TableGrid(
        columns=columns,
        header=tuple(header) if first.header else (),
        rows=named,
        cards=tuple(_complete(named, place) for place in range(len(named))),
        is_wide=is_wide,
        has_cards=bool(first.header) and (is_wide or columns >= _FEWEST_FOR_CARDS),
    )


def _complete(rows: Sequence[Sequence[GridCell]], place: int) -> tuple[GridCell, ...]:
    """Return the cells of a row, with those that reach down to it from above with words."""
    above = (
        replace(cell, inlines=(), rows=1, repeats=words)
        for first, cells in enumerate(rows[:place])
        for cell in cells
        if first + cell.rows > place and (words := markdown.plain_text(cell.inlines))
    )
    return tuple(sorted([*rows[place], *above], key=lambda cell: cell.column))


def find_repeats(every: Iterable[Clause]) -> dict[str, dict[int, str]]:
    """Return the words of cells that reach down to a row, by the row's id and their column."""
    repeats: dict[str, dict[int, str]] = {}
    for table, group in groupby(every, key=attrgetter("table")):
        rows = tuple(group) if table else ()
        if any(CellSpan.UP in row.spans for row in rows):
            for row, cells in zip(rows, lay_out(rows).cards, strict=True):
                repeats[row.id] = {cell.column: cell.repeats for cell in cells if cell.repeats}
    return repeats


def _name_head(cell: GridCell, header: Sequence[GridCell]) -> GridCell:
    """Return a cell with the words of the headings over its columns."""
    end = cell.column + cell.columns
    over = [h for h in header if h.column < end and cell.column < h.column + h.columns]
    words = (markdown.plain_text(h.inlines) for h in over)
    return replace(cell, head=", ".join(dict.fromkeys(filter(None, words))))


def longest_words(rows: Sequence[Clause], columns: int, shortest: int = 4) -> list[int]:
    """Return the length of the longest word of each column, at least `shortest`."""
    texts = [
        [markdown.plain_text(cell) for cell in cells]
        for cells in (rows[0].header, *(row.cells for row in rows))
    ]
    return [
        max([shortest, *(len(w) for row in texts if i < len(row) for w in row[i].split())])
        for i in range(columns)
    ]


def _spread(
    cells: Sequence[Cell],
    spans: Sequence[CellSpan],
    aligns: Sequence[str],
    columns: int,
    covered: Set[int] = frozenset(),
) -> list[GridCell]:
    """Return the cells of a row, without the columns that cells above have `covered`.

    One with `<<` makes the cell directly before it wider.
    """
    result: list[GridCell] = []
    for place in range(columns):
        if place in covered:
            continue
        end = result[-1].column + result[-1].columns if result else 0
        if place < len(spans) and spans[place] is CellSpan.LEFT and result and end == place:
            result[-1] = replace(result[-1], columns=result[-1].columns + 1)
            continue
        inlines = cells[place] if place < len(cells) else ()
        align = aligns[place] if place < len(aligns) else ""
        result.append(GridCell(inlines=inlines, column=place, align=align))
    return result


def find_unjoined(rows: Sequence[Clause]) -> tuple[int, ...]:
    """Return the rows of one table, from 0, with a `^^` or `<<` that has no cell to join.

    There is none above the first row, below a heading, or before the first column. A cell of
    several columns goes on only where `^^` is below each of them.
    """
    columns = max(1, len(rows[0].header), *(len(row.cells) for row in rows))
    grid: list[list[GridCell]] = []
    result = []
    for place, row in enumerate(rows):
        ups = _list_ups(row)
        joined = _extend_above(grid, ups)
        if joined != ups or row.spans[:1] == (CellSpan.LEFT,):
            result.append(place)
        cells = _spread(row.cells, row.spans, (), columns, joined)
        grid.append(_mark_heading(cells, columns))
    return tuple(result)


def _list_ups(row: Clause) -> set[int]:
    """Return the columns of a row with `^^`, or with `<<` directly after one."""
    ups: set[int] = set()
    for column, span in enumerate(row.spans):
        if span is CellSpan.UP or (span is CellSpan.LEFT and column - 1 in ups):
            ups.add(column)
    return ups


def _extend_above(grid: list[list[GridCell]], columns: set[int]) -> set[int]:
    """Make the cells above `columns` one row longer. Return the columns where that worked.

    A heading does not go on, and no cell does so in some of its columns alone.
    """
    joined: set[int] = set()
    for column in sorted(columns):
        row, place = _find_above(grid, column)
        cell = row[place] if row else None
        if cell is None or row is None or cell.is_heading or cell.column != column:
            continue
        reach = set(range(column, column + cell.columns))
        if reach <= columns:
            row[place] = replace(cell, rows=cell.rows + 1)
            joined |= reach
    return joined


def _find_above(grid: list[list[GridCell]], column: int) -> tuple[list[GridCell] | None, int]:
    """Return the row and the place of the lowest cell that covers a column."""
    for row in reversed(grid):
        for place, cell in enumerate(row):
            if cell.column <= column < cell.column + cell.columns:
                return row, place
    return None, 0


def _mark_heading(cells: list[GridCell], columns: int) -> list[GridCell]:
    """Return the cells of a row. A row of only one cell, bold or over all columns, is a heading."""
    first, *others = cells or [GridCell(inlines=(), column=0)]
    is_bold = len(first.inlines) == 1 and first.inlines[0].mark is Mark.STRONG
    is_alone = first.column == 0 and not any(cell.inlines for cell in others)
    if columns < 2 or not first.inlines or not is_alone:
        return cells
    if first.columns < columns and not (is_bold and len(cells) == columns):
        return cells
    return [replace(first, columns=columns, is_heading=True)]
