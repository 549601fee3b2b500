"""Find tables that were typed or drawn as characters, so that the page shows no table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from policybook.checks.line_faults import LineFault
from policybook.model import Clause, Severity, Version
from policybook.text.line_shapes import ShapeKind, read_shape

_ROW = re.compile(r"\s*\|?[^|]+\|.*\|?[^|]*")
#: A row that is alone, as below an empty line in a table; and a line with one stroke.
_ALONE = re.compile(r"\s*\|(?:[^|]+\|){2,}\s*")
_BAR = re.compile(r"^[^|`]*[^|`\s\\] +\| +[^|`\s][^|`]*$")
#: The border of a table that is drawn with signs: `+---+---+`.
_BORDER = re.compile(r"\s*\+(?:[-=]{2,}\+)+\s*")
#: A line of dashes, or of other signs that look like them.
_DASHES = re.compile(r"(?=[^|]*\|)(?=[^–—−_=-]*[–—−_=-])[|:>–—−_=\s-]+")
#: What other programs read: `{{ "/x" | relative_url }}`, and tags of HTML.
_MARKUP = re.compile(r"\{\{[^{}]{0,300}\}\}|\{%[^%]{0,300}%\}|</?[A-Za-z][^<>]{0,300}>")
#: A longer cell is part of a sentence.
_MOST_WORDS = 4
_LETTER = re.compile(r"\(?\w{1,4}[.)]\s+")
#: Spaces that are to make a column.
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_TABBED = re.compile(r"\S\t+\S")
#: A tab after a letter or number of a list. It does not separate cells.
_FIRST_TAB = re.compile(r"^\s*(?:\(?(?:[a-z]|[ivx]+)\)|(?:[a-z]|[ivx]+|\d+)[.)]|[-*+–—−])\t+")
#: Lines to fill in by hand. Another check reports them.
_TO_FILL = re.compile(r"_{3,}|\.{4,}|…{2,}|^\s*(?:Signed|Signature)\b")


def find_faults(version: Version, clause: Clause) -> Iterator[LineFault]:
    """Yield the faults of a clause that looks like a table and is none."""
    first, stop = clause.lines
    every = version.text.split("\n")
    start, end = first - version.body_line, stop - version.body_line
    lines = [_without_markup(line) for line in every[start:end]]
    above = _without_markup(next(filter(str.strip, reversed(every[:start])), ""))
    below = [_without_markup(line) for line in every[end : end + 4]]
    if any(_BORDER.fullmatch(line) for line in lines):
        yield _describe_border(first, [line for line in lines if _is_row(line)])
    elif any(_DASHES.fullmatch(line) for line in lines):
        yield _describe_dashes(first, lines, above)
    elif fault := _find_rows(first, lines, above, below):
        yield fault
    else:
        yield from _find_tabs(lines, first)
        yield from _find_columns(lines, first)


def _without_markup(line: str) -> str:
    return _MARKUP.sub("x", line)


def _find_rows(
    first: int, lines: Sequence[str], above: str, below: Sequence[str]
) -> LineFault | None:
    """Return the fault of rows without a line of dashes; None if there are no rows."""
    rows = [line for line in lines if _is_row(line)]
    barred = [line for line in lines if _BAR.search(line)]
    is_alone = bool(rows) and _ALONE.fullmatch(rows[0]) is not None
    if rows and len(below) > 1 and _is_row(below[0]) and _DASHES.fullmatch(below[1]):
        message = "this row is above the first row of the table, so it is no part of it"
        return _fault(first, message, "Move the line of dashes under this row.")
    if is_alone and above.lstrip().startswith("|"):
        return _fault(
            first,
            "an empty line parts this row from the table above it, so the page would show each |",
            "Delete the empty line above it. If the row starts another table, write "
            f"{'|---' * _count_cells(rows[0])}| under it.",
        )
    # A line of dashes below an empty line has a finding of its own.
    is_head = _DASHES.fullmatch(next(filter(str.strip, below), "")) is not None
    if len(rows) < 2 and len(barred) < 2 and (is_head or not is_alone):
        return None
    row = (rows or barred)[0]
    fault = _fault(
        first + lines.index(row),
        "these look like the rows of a table, but there is no line of dashes under the first row",
        f"Write {'|---' * _count_cells(row)}| under the first row.",
    )
    return replace(fault, severity=Severity.ERROR if rows else Severity.WARNING)


def _is_row(line: str) -> bool:
    return line.count("|") > 1 and _ROW.fullmatch(line) is not None


def _fault(line: int, message: str, remedy: str) -> LineFault:
    return LineFault(line=line, code="typed-table", message=message, remedy=remedy)


def _describe_dashes(first: int, lines: Sequence[str], above: str) -> LineFault:
    """Return why a line of dashes makes no table. `above` is the last line before this clause."""
    place = next(n for n, line in enumerate(lines) if _DASHES.fullmatch(line))
    before = lines[place - 1] if place else above
    cells, dashes = _count_cells(before), _count_cells(lines[place])
    better = f"Write {'|---' * cells}| instead."
    if not _is_row(before):
        message = "a line of dashes has no row of a table above it"
        return _fault(first + place, message, "Write the first row there, or delete the line.")
    if not place:
        message = "an empty line is between this line of dashes and the first row of its table"
        return _fault(first, message, "Delete the empty lines between the rows of the table.")
    if set(lines[place]) - set(" \t>|:-") or re.search(r"-\s+-", lines[place]):
        message = "the line under the first row of this table has other signs than hyphens"
        return _fault(first + place, message, better)
    if cells != dashes:
        message = f"the row above has {cells} cells, and this line of dashes has {dashes}"
        return _fault(first + place, message, better)
    message = "this table is directly below other words, and became part of them"
    return _fault(first + place - 1, message, "Write an empty line before the first row.")


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


def _find_columns(lines: Sequence[str], first: int) -> Iterator[LineFault]:
    """Yield a fault where several spaces divide lines below each other into as many columns.

    Long cells are sentences with wide spaces, as files of pages have them.
    """
    rows = [() if _TO_FILL.search(line) else _list_cells(line) for line in lines]
    for number, (cells, following) in enumerate(pairwise(rows), first):
        if len(cells) > 1 and len(cells) == len(following) and _are_brief((*cells, *following)):
            yield replace(
                _fault(
                    number,
                    "several spaces separate these words, and a page shows only one",
                    "For a table, write `|` between the cells and a line such as |---|---| under "
                    "the first row. Otherwise leave one space.",
                ),
                severity=Severity.WARNING,
            )
            return


def _list_cells(line: str) -> tuple[str, ...]:
    """Return the groups of words that several spaces separate, after any mark or letter."""
    if "   " not in line:
        return (line,)
    return tuple(_GAP.split(_LETTER.sub("", read_shape(line.strip()).words)))


def _are_brief(cells: Sequence[str]) -> bool:
    return all(len(cell.split()) <= _MOST_WORDS for cell in cells)


def _count_cells(row: str) -> int:
    return row.strip(" \t>").strip("|").count("|") + 1
