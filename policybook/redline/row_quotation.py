"""Quote a row of a table in one line: each cell with the name of its column.

A row that changed is known by its first cell: `Panel; Answer within: 10 days`.
"""

from collections.abc import Iterator

from policybook.redline.types import CellChange, ClauseChange, RunKind
from policybook.redline.unit_context import UnitContext

#: A shorter first cell, such as a number, names a row only with its column: "Step 2".
_LEAST_NAME = 4
_CHANGED = frozenset({RunKind.ADDED, RunKind.REMOVED})


def quote_row(change: ClauseChange, context: UnitContext) -> tuple[str, str]:
    """Return the old and the new words of a row; empty where a version has none.

    An added or removed row is whole. Of a changed row come only the cells that differ, and
    both texts are empty if none does.
    """
    both = bool(change.old and change.new)
    if both and not any(map(_differs, change.cells)):
        return "", ""
    old = "; ".join(_parts(change, context, is_old=True)) if change.old else ""
    new = "; ".join(_parts(change, context, is_old=False)) if change.new else ""
    return old, new


def _parts(change: ClauseChange, context: UnitContext, *, is_old: bool) -> Iterator[str]:
    columns = context.columns(change, is_old=is_old)
    both = bool(change.old and change.new)
    for index, (cell, column) in enumerate(zip(change.cells, columns, strict=True)):
        words = _side(cell, is_old)
        if both and not _differs(cell):
            if index == 0 and words:
                yield f"{column} {words}" if column and len(words) < _LEAST_NAME else words
        elif words or both:
            yield f"{column}: {words or '(empty)'}" if column else words or "(empty)"


def _differs(cell: CellChange) -> bool:
    return any(run.kind in _CHANGED for run in cell.runs)


def _side(cell: CellChange, is_old: bool) -> str:
    pieces = (piece for run in cell.runs for piece in (run.old if is_old else run.new))
    return " ".join("".join(piece.text for piece in pieces).replace("\ufffc", "").split())
