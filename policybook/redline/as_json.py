"""A redline as plain data, for `changes.json` and for programs.

`docs/help/data.md` documents the form.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from policybook.model import ChangeSize
from policybook.redline import weight_words
from policybook.redline.figures import changes_to_read, counts
from policybook.redline.link_changes import read_addresses
from policybook.redline.main_effects import Effect, effects, is_claimed
from policybook.redline.types import CellChange, ClauseChange, Piece, Redline, Run, RunKind, Unit

_SIGNS = {RunKind.EQUAL: "=", RunKind.RESTYLED: "~", RunKind.REMOVED: "-", RunKind.ADDED: "+"}


def redline_data(redline: Redline) -> dict[str, Any]:
    """Return the redline as JSON values, with every change worth reading in display order."""
    changes = changes_to_read(redline)
    totals = counts(changes)
    return {
        "schema_version": 1,
        "policy": redline.new.policy,
        "title": redline.new.facts.title,
        "old": redline.old.name,
        "new": redline.new.name,
        "change": redline.new.facts.change or ChangeSize.MAJOR,
        "counts": {
            "changes": len(changes),
            "added": totals.added,
            "removed": totals.removed,
            "reworded": totals.reworded,
            "moved": totals.moved,
            "links": totals.links,
            "formatting": totals.formatting,
        },
        "facts": [{"field": f.name, "old": f.old, "new": f.new} for f in redline.facts],
        "effects": [_effect(effect) for effect in effects(redline)],
        "changes": [_change(change) for change in changes],
    }


def _effect(effect: Effect) -> dict[str, Any]:
    """Return one effect as JSON values."""
    return {
        "matter": effect.matter or ("moved" if effect.moved else "form only"),
        "side": effect.side,
        "changes": [
            {"change": change.count, "words": weight_words.effect_item(effect.side, weights)}
            for change, weights in effect.items
        ],
    }


def _change(change: ClauseChange) -> dict[str, Any]:
    """Return one change as JSON values."""
    return {
        "change": change.count,
        "part": change.part,
        "kind": change.kind,
        "moved": bool(change.moved),
        "old": [_unit(unit) for unit in change.old],
        "new": [_unit(unit) for unit in change.new],
        "weights": [
            {"matter": weight.matter, "words": weight_words.describe(weight)}
            for weight in filter(is_claimed, change.weights)
        ],
        "runs": list(_join_cells(change.cells)) or [_run(run) for run in change.runs],
    }


def _join_cells(cells: Sequence[CellChange]) -> Iterator[list[str]]:
    """Yield the runs of a row, with a stroke between cells as its text has it."""
    has_old = has_new = False
    for cell in cells:
        old, new = cell.old is not None, cell.new is not None
        between = (old and has_old, new and has_new)
        if any(between):
            yield [{(True, True): "=", (True, False): "-"}.get(between, "+"), " | "]
        yield from map(_run, cell.runs)
        has_old, has_new = has_old or old, has_new or new


def _unit(unit: Unit) -> dict[str, Any]:
    """Return the number, id and text of a unit, and its links and pictures if it has any."""
    links = [
        {"words": words, "address": address}
        for pieces in (unit.cells or (unit.pieces,))
        for words, address in read_addresses(pieces)
    ]
    named: dict[str, Any] = {"number": unit.number, "id": unit.id, "text": unit.text}
    return {**named, "links": links} if links else named


def _run(run: Run) -> list[str]:
    """Return a run as a sign and its text.

    The sign is `=` (equal), `-` (removed) or `+` (added). `["~", old, new]` stands for
    a run where only the form or white space differs.
    """
    old, new = _text(run.old), _text(run.new)
    if run.kind is RunKind.RESTYLED or (run.kind is RunKind.EQUAL and old != new):
        return ["~", old, new]
    return [_SIGNS[run.kind], old or new]


def _text(pieces: tuple[Piece, ...]) -> str:
    """Return the text of the pieces."""
    return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
