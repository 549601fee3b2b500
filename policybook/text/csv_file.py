"""Rows -> a CSV file that Excel and LibreOffice open as it is meant."""

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain

_COMPUTED = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Return the file. It begins with a BOM, so that Excel reads it as UTF-8.

    A cell that a spreadsheet would compute gets an apostrophe (OWASP, CSV injection).
    """
    out = io.StringIO(newline="")
    csv.writer(out).writerows(map(_safe, chain([columns], rows)))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _safe(row: Iterable[object]) -> list[object]:
    return [f"'{cell}" if str(cell).startswith(_COMPUTED) else cell for cell in row]
