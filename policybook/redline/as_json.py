"""A redline as plain data, for `changes.json` and for programs.

`docs/help/data.md` documents the form.
"""

from collections.abc import Iterator
from typing import Any

from policybook.model import ChangeSize
from policybook.redline import weight_words
from policybook.redline.figures import changes_to_read, counts
from policybook.redline.link_changes import read_addresses
from policybook.redline.main_effects import Effect, effects, is_claimed
from policybook.redline.types import ClauseChange, Redline, Run, RunKind, Unit
from policybook.redline.units import plain_text

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
        "runs": [_run(run) for run in change.runs] or list(_walk_row(change)),
    }


def _walk_row(change: ClauseChange) -> Iterator[list[str]]:
    """Yield the runs of each cell of a row, with a stroke between the cells of each text."""
    for cell in change.cells:
        signs = ("-" if cell.old else "") + ("+" if cell.new else "")
        if signs:
            yield ["=" if len(signs) > 1 else signs, " | "]
        yield from map(_run, cell.runs)


def _unit(unit: Unit) -> dict[str, Any]:
    """Return the number, id and text of a unit, and its links, pictures and joined cells."""
    links = [
        {"words": words, "address": address}
        for pieces in (unit.cells or (unit.pieces,))
        for words, address in read_addresses(pieces)
    ]
    named: dict[str, Any] = {"number": unit.number, "id": unit.id, "text": unit.text}
    spans = {"spans": list(unit.spans)} if unit.spans else {}
    return {**named, **spans, **({"links": links} if links else {})}


def _run(run: Run) -> list[str]:
    """Return a run as a sign and its text.

    The sign is `=` (equal), `-` (removed) or `+` (added). `["~", old, new]` stands for
    a run where only the form or white space differs.
    """
    old, new = plain_text(run.old), plain_text(run.new)
    if run.kind is RunKind.RESTYLED or (run.kind is RunKind.EQUAL and old != new):
        return ["~", old, new]
    return [_SIGNS[run.kind], old or new]
