"""Show a section that only one version has as a whole, without a mark on each of its words."""

from collections.abc import Sequence
from dataclasses import replace

from policybook.redline import ChangeKind, ClauseChange, Run, RunKind, SectionChange
from policybook.site.redline_page.types import ChangeRow, SummedEffect

_WHOLE = (ChangeKind.ADDED, ChangeKind.REMOVED)


def is_whole(section: SectionChange, changes: Sequence[object]) -> bool:
    """Return whether only one version has a section: its heading and `changes` came or went."""
    heading = section.heading
    return (
        heading is not None
        and heading.kind in _WHOLE
        and all(isinstance(c, ClauseChange) and c.kind is heading.kind for c in changes)
    )


def unmark(change: ClauseChange) -> ClauseChange:
    """Return an added change whose words have no marks, because all around it is new too."""
    return replace(
        change,
        runs=_unmark_runs(change.runs),
        cells=tuple(replace(cell, runs=_unmark_runs(cell.runs)) for cell in change.cells),
    )


def _unmark_runs(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(
        run._replace(kind=RunKind.EQUAL, old=run.new) if run.kind is RunKind.ADDED else run
        for run in runs
    )


def sum_effects(rows: Sequence[ChangeRow]) -> tuple[SummedEffect, ...]:
    """Return what the rules of a whole section do, each effect once, that of most rules first."""
    places: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        for what in dict.fromkeys(what for what, _ in row.notes):
            number = row.new_number or row.old_number or f"change {row.change.count}"
            places.setdefault(what, []).append((row.change.count, number))
    effects = [SummedEffect(name=name, rules=tuple(rules)) for name, rules in places.items()]
    return tuple(sorted(effects, key=lambda effect: -len(effect.rules)))
