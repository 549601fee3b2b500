"""Find tables that were typed or drawn as characters, so that the page shows no table."""

import re
from collections.abc import Iterator, Sequence

from policybook.checks.line_faults import LineFault
from policybook.model import Clause, Severity, Version
from policybook.text.line_shapes import ShapeKind, read_shape

_ROW = re.compile(r"\s*\|?[^|]+\|.*\|?[^|]*")
#: A row that is alone, as below an empty line in a table; and a line with one stroke.
_ALONE = re.compile(r"\s*\|(?:[^|]+\|){2,}\s*")
_BAR = re.compile(r"^[^|`]*[^|`\s\\] +\| +[^|`\s][^|`]*$")
#: The border of a table that is drawn with signs: `+---+---+`.
_BORDER = re.compile(r"\s*\+(?:[-=]{2,}\+)+\s*")
#: The line under the first row.
_DASHES = re.compile(r"[\s>|:-]*-[\s|:-]*")
_TABBED = re.compile(r"\S\t+\S")
#: A tab after a letter or number of a list. It does not separate cells.
_FIRST_TAB = re.compile(r"^\s*(?:\(?(?:[a-z]|[ivx]+)\)|(?:[a-z]|[ivx]+|\d+)[.)]|[-*+–—−])\t+")
#: Lines to fill in by hand. Another check reports them.
_TO_FILL = re.compile(r"_{3,}|\.{4,}|…{2,}|^\s*(?:Signed|Signature)\b")


def find_faults(version: Version, clause: Clause) -> Iterator[LineFault]:
    """Yield the faults of a clause that looks like a table and is none."""
    first, stop = clause.lines
    text = version.text.split("\n")
    lines = text[first - version.body_line : stop - version.body_line]
    rows = [line for line in lines if line.count("|") > 1 and _ROW.fullmatch(line)]
    barred = [line for line in lines if _BAR.search(line)]
    above = next(filter(str.strip, reversed(text[: first - version.body_line])), "")
    if any(_BORDER.fullmatch(line) for line in lines):
        yield _describe_border(first, rows)
    elif any(_DASHES.fullmatch(line) for line in rows):
        yield LineFault(
            line=first + lines.index(rows[0]),
            code="typed-table",
            message="these rows have a line of dashes, but they are no table",
            remedy="Write an empty line before the first row, and as many |---| in the line of "
            "dashes as the first row has cells.",
        )
    elif rows and _ALONE.fullmatch(rows[0]) and above.lstrip().startswith("|"):
        yield LineFault(
            line=first,
            code="typed-table",
            message="an empty line parts this row from the table above it, so the page would show "
            "each |",
            remedy="Delete the empty line above it. If the row starts another table, write "
            f"{'|---' * _count_cells(rows[0])}| under it.",
        )
    elif len(rows) > 1 or len(barred) > 1 or (rows and _ALONE.fullmatch(rows[0])):
        yield LineFault(
            line=first + lines.index((rows or barred)[0]),
            code="typed-table",
            message="these look like the rows of a table, but there is no line of dashes under "
            "the first row",
            remedy=f"Write {'|---' * _count_cells((rows or barred)[0])}| under the first row.",
            severity=Severity.ERROR if rows else Severity.WARNING,
        )
    else:
        yield from _find_tabs(lines, first)


def _describe_border(line: int, rows: Sequence[str]) -> LineFault:
    dashes = f"{'|---' * _count_cells(rows[0])}|" if rows else "|---|---|"
    return LineFault(
        line=line,
        code="typed-table",
        message="a table is drawn here with +, - and |, and the page would show these signs",
        remedy=f"Delete the lines of + and -. Write {dashes} under the first row.",
    )


def _find_tabs(lines: Sequence[str], first: int) -> Iterator[LineFault]:
    for number, line in enumerate(lines, first):
        words = _FIRST_TAB.sub("", line).strip()
        if (
            _TABBED.search(words)
            and read_shape(line).kind is not ShapeKind.BULLET
            and not _TO_FILL.search(line)
        ):
            yield LineFault(
                line=number,
                code="typed-table",
                message="tabs separate these words, and a page does not show tabs",
                remedy="For a table, write `|` between the cells and a line such as |---|---| "
                "under the first row. Otherwise replace each tab with a space.",
            )


def _count_cells(row: str) -> int:
    return row.strip().strip("|").count("|") + 1
