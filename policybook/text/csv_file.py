"""Write rows as a CSV file that Excel and LibreOffice open correctly."""

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain

_COMPUTED = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Return the rows as a CSV file.

    It starts with a BOM, so that Excel reads it as UTF-8. A cell that a spreadsheet
    would compute gets an apostrophe (OWASP, CSV injection).
    """
    out = io.StringIO(newline="")
    csv.writer(out).writerows(map(_escape_formulas, chain([columns], rows)))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _escape_formulas(row: Iterable[object]) -> list[object]:
    """Return the row with an apostrophe before each cell that a spreadsheet would compute."""
    return [f"'{cell}" if str(cell).startswith(_COMPUTED) else cell for cell in row]
