"""Turn the rows of a table into a full grid with column widths, as the template sets it."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import TypeVar

from policybook.model import Clause, Inline
from policybook.reading import markdown
from policybook.site.pdf.inlines import Piece, Setting, pieces

Cell = tuple[Inline, ...]

#: Characters of 12 pt on the shortest line of a table, without its rules.
LINE = 60
#: Characters that the padding of a cell takes.
_PADDING = 3
_SHORTEST = 4

_T = TypeVar("_T")


def table(rows: Sequence[Clause], setting: Setting) -> dict[str, object]:
    """Return the grid of `rows`, padded to the widest row. `widths` are the columns' shares."""
    columns = max(1, max(len(r.cells) for r in rows), *(len(r.header) for r in rows))
    header = rows[0].header
    widths = _widths(rows, columns)
    limits = [max(_SHORTEST, int(w) - _PADDING) for w in widths]
    return {
        "kind": "table",
        "widths": [round(w, 2) for w in widths],
        "aligns": _pad_row([a or "start" for a in rows[0].aligns], columns, "start"),
        "header": _cells(header, columns, limits, setting) if header else [],
        "rows": [
            {"id": r.id, "label": r.label, "cells": _cells(r.cells, columns, limits, setting)}
            for r in rows
        ],
    }


def _widths(rows: Sequence[Clause], columns: int) -> list[float]:
    """Return a width for each column.

    It has room for its longest word, if possible, and a share of the rest.
    """
    longest = _longest_words(rows, columns)
    if sum(longest) + _PADDING * columns > LINE:
        longest = [min(max(_SHORTEST, LINE // columns - _PADDING), w) for w in longest]
    spare = max(0, LINE - sum(longest) - _PADDING * columns)
    appetite = _appetites(rows, columns)
    return [
        w + _PADDING + spare * a / sum(appetite) for w, a in zip(longest, appetite, strict=True)
    ]


def _cells(
    cells: Sequence[Cell], columns: int, limits: Sequence[int], setting: Setting
) -> list[list[Piece]]:
    full = _pad_row(list(cells), columns, ())
    return [
        pieces(c, replace(setting, longest=limit)) for c, limit in zip(full, limits, strict=True)
    ]


def _pad_row(items: list[_T], columns: int, empty: _T) -> list[_T]:
    return items[:columns] + [empty] * (columns - len(items))


def _all_rows(rows: Sequence[Clause], columns: int) -> list[list[str]]:
    every = [rows[0].header, *(r.cells for r in rows)]
    return [_pad_row([markdown.plain_text(c) for c in cells], columns, "") for cells in every]


def _longest_words(rows: Sequence[Clause], columns: int) -> list[int]:
    texts = _all_rows(rows, columns)
    return [
        max([_SHORTEST, *(len(w) for row in texts for w in row[i].split())]) for i in range(columns)
    ]


def _appetites(rows: Sequence[Clause], columns: int) -> list[float]:
    """Return each column's share of the spare width: the square root of its longest cell."""
    texts = _all_rows(rows, columns)
    return [sqrt(max(1, *(len(row[i]) for row in texts))) for i in range(columns)]
