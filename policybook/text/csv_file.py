"""Rows -> a CSV file that Excel and LibreOffice open as it is meant."""

import csv
import io
from collections.abc import Iterable, Sequence

_COMPUTED = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """With a BOM, so that Excel reads it as UTF-8; a cell that a spreadsheet would compute gets an apostrophe (OWASP, CSV injection)."""
    return of_lines(columns, lines(rows))


def of_lines(columns: Sequence[str], made: str) -> bytes:
    """A file of rows that are lines already (`lines`): for rows that go into more than one file."""
    return b"\xef\xbb\xbf" + (lines([columns]) + made).encode()


def lines(rows: Iterable[Iterable[object]]) -> str:
    """The rows as lines of a file."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(
        [f"'{cell}" if str(cell).startswith(_COMPUTED) else cell for cell in row] for row in rows
    )
    return out.getvalue()
