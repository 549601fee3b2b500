"""Tables: the columns have names, and every cell fits."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from policybook.analysis import integrity
from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Clause, Finding, Library
from policybook.reading.texts import clauses, table_grid

_ROW_START = re.compile(r"^(?:[\s>]|[-*+]\s|\d+[.)]\s)*\|?")
_DASHES = re.compile(r"[|\s:-]+")
_CELL_ENDS = re.compile(r"(?<!\\)\|")


def tables_have_headers(library: Library, today: date) -> Iterator[Finding]:
    """A table has a header row, so that people who listen to it know its columns.

    Bad: a table whose first line is `| | |`.
    Good: a table whose first line names its columns.
    Remedy: Write the names of the columns into the first line of the table.
    Codes: table-header.
    """
    for version in library.walk_versions():
        checked: set[int] = set()
        for clause in clauses.walk_text(version):
            if clause.table and clause.table not in checked:
                checked.add(clause.table)
                below = version.text.split("\n")[clause.lines[0] - version.body_line :][1:2]
                is_empty = not clause.header and bool(below) and _DASHES.fullmatch(below[0].strip())
                if not clause.header:
                    yield report_warning(
                        version,
                        clause.lines[0],
                        "table-header",
                        "the table has no row below its line of dashes"
                        if is_empty
                        else "the table has no header row",
                        "Write its rows directly below that line, without an empty line."
                        if is_empty
                        else "Name its columns in the first line.",
                    )


def rows_fit_their_table(library: Library, today: date) -> Iterator[Finding]:
    """A row has at most as many cells as its table has columns.

    The page would not show the extra cells.

    Bad: `| Time out | Teacher | Head |` in a table of two columns.
    Good: `| Time out | Teacher or Head |`; write `\\|` for a vertical bar within a
    cell.
    Remedy: Add a column to the first two lines of the table, or join the cells.
    Protects: the page would lose the words of the last cells.
    Codes: table-cells.
    """
    for version in library.walk_versions():
        lines = version.text.split("\n")
        for clause in clauses.walk_text(version):
            if clause.table and (
                lost_words := _find_lost_words(clause, lines[clause.lines[0] - version.body_line])
            ):
                yield finding_at_line(
                    version,
                    clause.lines[0],
                    "table-cells",
                    "the row has more cells than its table has columns; the page would not show "
                    f"“{lost_words}”",
                    "Add a column to the first two lines of the table, or write \\| for a "
                    "vertical bar within a cell.",
                )


def joined_cells_have_a_cell(library: Library, today: date) -> Iterator[Finding]:
    """A cell with `^^` continues the cell above it, and one with `<<` the cell before it.

    Bad: `^^` in the first row, or below a row that is a heading; `<<` in the first column.
    Good: `^^` below a cell with words.
    Remedy: Write the words into the cell, or leave it empty.
    Codes: table-join.
    """
    for version in integrity.unrecorded_versions(library):
        tables = groupby(
            (clause for clause in clauses.walk_text(version) if clause.table),
            lambda clause: clause.table,
        )
        for _, group in tables:
            rows = tuple(group)
            for place in table_grid.find_unjoined(rows):
                yield report_warning(
                    version,
                    rows[place].lines[0],
                    "table-join",
                    "the row has a `^^` or `<<` with no cell to continue, so the page shows an "
                    "empty cell",
                    "Write the words into the cell, or leave it empty. `^^` continues the cell "
                    "above, but not a heading; `<<` continues the cell before it.",
                )


def _find_lost_words(row: Clause, line: str) -> str:
    """Return the words of a row's line after its last cell."""
    cells = _CELL_ENDS.split(_ROW_START.sub("", line).rstrip())
    return " | ".join(words for cell in cells[len(row.cells) :] if (words := cell.strip()))
