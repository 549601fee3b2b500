"""Write rows as a CSV file that Excel and LibreOffice open correctly."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

#: What a spreadsheet would compute (OWASP, CSV injection).
_COMPUTED = ("=", "+", "-", "@", "\t", "\r")


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
    return [f"'{cell}" if str(cell).startswith(_COMPUTED) else cell for cell in row]
