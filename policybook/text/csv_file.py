"""Write rows as a CSV file that Excel and LibreOffice open correctly, and read one.

A reader gets what the writer was given: `take_cell` undoes what `as_csv` does to a cell.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

#: What a spreadsheet would compute (OWASP, CSV injection).
_COMPUTED = re.compile(r"'*[=+\-@\t\r]")

#: A spreadsheet reads rule 1.10 as the number 1.1, and version 2026-12 as a date.
NAMED: Mapping[str, str] = {"clause": "rule", "version": "version", "proposal": "version"}


def as_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Return the rows as a CSV file.

    It starts with a BOM, so that Excel reads it as UTF-8. A cell that a spreadsheet
    would compute gets an apostrophe. A cell in a column of `NAMED` starts with that
    column's word (`rule 1.10`), so that it stays text.
    """
    words = [NAMED.get(column, "") for column in columns]
    named_rows = (
        [f"{word} {cell}" if word and cell else cell for word, cell in zip(words, row, strict=True)]
        for row in rows
    )
    out = io.StringIO(newline="")
    csv.writer(out).writerows(map(_escape_formulas, chain([columns], named_rows)))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _escape_formulas(row: Iterable[object]) -> list[object]:
    """Return the row with an apostrophe before each cell that a spreadsheet would compute."""
    return [f"'{cell}" if _COMPUTED.match(str(cell)) else cell for cell in row]


def take_cell(cell: str) -> str:
    """Return a cell without the apostrophe that `as_csv` put before it."""
    return cell[1:] if cell.startswith("'") and _COMPUTED.match(cell) else cell


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row of a CSV file, and the line of the file where it starts, from 1."""

    line: int
    cells: tuple[str, ...]


class BrokenCsvError(Exception):
    """The file is no CSV file from this line on. The message says why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line, self.message = line, message


def read_rows(text: str, separator: str) -> list[CsvRow]:
    """Return the rows of a CSV file, without rows of empty cells.

    A quoted cell may have line breaks. Raise `BrokenCsvError` for a quotation mark
    without its partner, which would take the rest of the file into one cell.
    """
    rows, start = list[CsvRow](), 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(CsvRow(start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error as fault:
        raise BrokenCsvError(start, str(fault)) from fault
    return rows
