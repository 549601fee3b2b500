"""Counts and lists of a redline's changes."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import lru_cache

from policybook.redline.replay import all_changes
from policybook.redline.types import (
    ChangeKind,
    ClauseChange,
    Counts,
    Moved,
    Redline,
    Run,
    SectionChange,
    Stub,
    Unit,
)

_COUNTS = tuple(field.name for field in fields(Counts))
_COUNTED_AS = {
    ChangeKind.ADDED: "added",
    ChangeKind.REMOVED: "removed",
    ChangeKind.REWORDED: "reworded",
    ChangeKind.DIVIDED: "reworded",
    ChangeKind.JOINED: "reworded",
    ChangeKind.FORMATTING: "formatting",
    ChangeKind.FOLLOWED: "formatting",
    ChangeKind.LINK: "links",
}
_COUNTED_APART = {ChangeKind.DIVIDED: "divided", ChangeKind.JOINED: "joined"}


@lru_cache(maxsize=2)
def changes_to_read(redline: Redline) -> tuple[ClauseChange, ...]:
    """Return the changes worth reading, in display order: change 1, 2, 3."""
    return tuple(change for change in all_changes(redline) if change.count)


def section_changes(section: SectionChange) -> tuple[ClauseChange, ...]:
    """Return every change of a section in display order, its heading's first.

    Clauses that did not change are included.
    """
    inside = (entry for entry in section.entries if not isinstance(entry, Stub))
    return (*([section.heading] if section.heading else []), *inside)


def counts(changes: Iterable[ClauseChange]) -> Counts:
    """Return how many changes were added, removed, reworded, moved, relinked or only formatted."""
    totals = dict.fromkeys(_COUNTS, 0)
    for change in changes:
        if change.kind is not ChangeKind.SAME and change.kind in _COUNTED_AS:
            totals[_COUNTED_AS[change.kind]] += 1
            if change.kind in _COUNTED_APART:
                totals[_COUNTED_APART[change.kind]] += 1
        totals["moved"] += change.moved is Moved.ALONE
    return Counts(**totals)


def counts_by_section(redline: Redline) -> tuple[tuple[SectionChange, Counts], ...]:
    """Return each section with its counts, in display order."""
    return tuple((section, counts(section_changes(section))) for section in redline.sections)


def is_identical(redline: Redline) -> bool:
    """Return whether a reader sees the same text, apart from numbers. Front matter may differ."""
    return not changes_to_read(redline)


def runs_by_clause(change: ClauseChange) -> tuple[tuple[Run, ...], ...]:
    """Return the runs of each new clause of a change separately.

    A removed clause has all its runs in one.
    """
    if len(change.new) < 2:
        return (change.runs,)
    return tuple(
        tuple(run for run in change.runs if run.new_at == place) for place in range(len(change.new))
    )


def unit_numbers(units: Sequence[Unit]) -> str:
    """Return the numbers of some units in words."""
    if len(units) == 1:
        return units[0].number or units[0].label
    return ", ".join([u.number or u.label for u in units if u.number or u.label])
