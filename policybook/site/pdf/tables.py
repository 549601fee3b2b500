"""Turn the rows of a table into a full grid with column widths, as the template sets it."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from policybook.model import Clause
from policybook.reading.texts import markdown, table_grid
from policybook.reading.texts.table_grid import GridCell
from policybook.site.pdf.frame import Node
from policybook.site.pdf.inlines import Setting, pieces

#: Characters of 12 pt on the shortest line of a table, without its rules: upright, and across.
LINE = table_grid.NARROW_LINE
WIDE_LINE = 95
_PADDING = table_grid.PADDING
_SHORTEST = 4
#: Characters for which each column has room. With more columns than that, the letters are smaller.
_READABLE = 6


def table(rows: Sequence[Clause], setting: Setting) -> dict[str, object]:
    """Return the grid of `rows`, padded to the widest row.

    `widths` are the columns' shares. A wide table is on a sheet across.
    """
    grid = table_grid.lay_out(rows)
    line = WIDE_LINE if grid.is_wide else LINE
    scale = max(0.5, min(1.0, line / (grid.columns * (_READABLE + _PADDING))))
    line = int(line / scale)
    longest = table_grid.longest_words(rows, grid.columns, _SHORTEST)
    min_width = sum(longest) + _PADDING * grid.columns
    widths = _widths(rows, longest, line)
    aligns = [*(align or "start" for align in rows[0].aligns), *["start"] * grid.columns]
    return {
        "kind": "table",
        "wide": grid.is_wide,
        "scale": round(scale, 2),
        "hyphenate": min_width > line,
        "widths": [round(w, 2) for w in widths],
        "aligns": aligns[: grid.columns],
        "header": [_cell(cell, widths, setting) for cell in grid.header],
        "rows": [
            {
                "id": r.id,
                "label": r.label,
                # A cell of a row above is at the margin, so the number is in the line.
                "inside": not cells or cells[0].column > 0,
                "cells": [_cell(c, widths, setting) for c in cells],
            }
            for r, cells in zip(rows, grid.rows, strict=True)
        ],
    }


def _cell(cell: GridCell, widths: Sequence[float], setting: Setting) -> dict[str, object]:
    """Return a cell with its words, which may be as long as its columns are wide."""
    room = sum(widths[cell.column : cell.column + cell.columns]) - _PADDING
    inner = replace(setting, longest=max(_SHORTEST, int(room)), hyphenates=True)
    return {
        "pieces": pieces(cell.inlines, inner),
        "columns": cell.columns,
        "rows": cell.rows,
        "heading": cell.is_heading,
    }


def _widths(rows: Sequence[Clause], longest: list[int], line: int) -> list[float]:
    """Return a width for each column.

    It has room for its longest word, if possible, and a share of the rest.
    """
    columns = len(longest)
    # The longest words give way first, and are hyphenated.
    room = max(_SHORTEST * columns, line - _PADDING * columns)
    while sum(longest) > room:
        longest = [min(w, max(longest) - 1) for w in longest]
    spare = max(0, line - sum(longest) - _PADDING * columns)
    every = (rows[0].header, *(row.cells for row in rows))
    lengths = [[len(markdown.plain_text(cell)) for cell in cells] for cells in every]
    appetite = [
        sqrt(max([1, *(row[i] for row in lengths if i < len(row))])) for i in range(columns)
    ]
    return [
        w + _PADDING + spare * a / sum(appetite) for w, a in zip(longest, appetite, strict=True)
    ]


def join_leads(nodes: Sequence[Node]) -> list[Node]:
    """Put the headings and the rule directly before a wide table on its sheet across.

    Otherwise they would stand alone on a sheet of their own.
    """
    result: list[Node] = []
    for node in nodes:
        if node.get("wide"):
            above: list[Node] = []
            while result and (result[-1]["kind"] == "heading" or (not above and _is_lead(result))):
                above.insert(0, result.pop())
            node = {**node, "above": above}
        result.append(node)
    return result


def _is_lead(nodes: Sequence[Node]) -> bool:
    """Return whether the last node is one rule of a few lines, below a heading or a table."""
    last = nodes[-1]
    is_first = len(nodes) == 1 or nodes[-2]["kind"] in ("heading", "table")
    return last["kind"] == "clause" and not last["below"] and is_first and "code" not in last
