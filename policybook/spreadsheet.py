"""Rows -> a CSV file that Excel and LibreOffice open as it is meant."""

import csv
import io
from collections.abc import Iterable, Sequence

_COMPUTED = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """With a BOM, so that Excel reads it as UTF-8; a cell that a spreadsheet would compute gets an apostrophe (OWASP, CSV injection)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(f"'{cell}" if str(cell).startswith(_COMPUTED) else cell for cell in row)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
