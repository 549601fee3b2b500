"""Counts and lists of a redline's changes, and its runs as a tree of marks."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import NamedTuple

from policybook.redline.replay import all_changes
from policybook.redline.types import (
    ChangeKind,
    ClauseChange,
    Counts,
    Moved,
    Piece,
    Redline,
    Run,
    RunKind,
    SectionChange,
    Stub,
    Wrap,
)

# Bound once, because reading a member of an enumeration is slow.
_ALONE, _SAME = Moved.ALONE, ChangeKind.SAME
_COUNTS = tuple(field.name for field in fields(Counts))
_COUNTED_AS = {
    ChangeKind.ADDED: "added",
    ChangeKind.REMOVED: "removed",
    ChangeKind.REWORDED: "reworded",
    ChangeKind.DIVIDED: "reworded",
    ChangeKind.JOINED: "reworded",
    ChangeKind.FORMATTING: "formatting",
    ChangeKind.LINK: "formatting",
}


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
    """Return how many changes were added, removed, reworded, moved or only formatted."""
    totals = dict.fromkeys(_COUNTS, 0)
    for change in changes:
        if change.kind is not _SAME and change.kind in _COUNTED_AS:
            totals[_COUNTED_AS[change.kind]] += 1
        totals["moved"] += change.moved is _ALONE
    return Counts(**totals)


def counts_by_section(redline: Redline) -> tuple[tuple[SectionChange, Counts], ...]:
    """Return each section with its counts, in display order."""
    return tuple((section, counts(section_changes(section))) for section in redline.sections)


def is_identical(redline: Redline) -> bool:
    """Return whether a reader sees the same text, apart from numbers. Front matter may differ."""
    return not changes_to_read(redline)


# --- runs as a tree of marks


class Leaf(NamedTuple):
    """A stretch of text without any mark inside. `kind` is equal, removed or added."""

    kind: RunKind
    piece: Piece


class Span(NamedTuple):
    """A mark with its contents. A link whose leaves are all removed must not be a live link."""

    wrap: Wrap
    children: tuple["Leaf | Span", ...]


Node = Leaf | Span


def mark_tree(runs: Sequence[Run]) -> tuple[Node, ...]:
    """Return `runs` as a tree for `<ins>` and `<del>` inside the innermost mark.

    A restyled run that looks the same appears once, in its new form. Where its signs
    differ (curly quotes, a typed number), the old signs are removed and the new ones
    added.
    """
    return _tree([leaf for run in runs for leaf in _leaves(run)], 0)


def _leaves(run: Run) -> list[Leaf]:
    """Return the leaves of one run."""
    if run.kind is RunKind.REMOVED:
        return [Leaf(RunKind.REMOVED, piece) for piece in run.old]
    if run.kind is RunKind.ADDED:
        return [Leaf(RunKind.ADDED, piece) for piece in run.new]
    if run.kind is RunKind.RESTYLED and _words(run.old) != _words(run.new):
        return [
            *(Leaf(RunKind.REMOVED, piece) for piece in run.old),
            *(Leaf(RunKind.ADDED, piece) for piece in run.new),
        ]
    return [Leaf(RunKind.EQUAL, piece) for piece in run.new]


def _words(pieces: Sequence[Piece]) -> list[str]:
    """Return the words of the pieces."""
    return "".join(piece.text for piece in pieces).split()


def _tree(leaves: Sequence[Leaf], depth: int) -> tuple[Node, ...]:
    """Group neighbouring leaves that share their mark number `depth`."""
    result: list[Node] = []
    start = 0
    while start < len(leaves):
        wraps = leaves[start].piece.wraps
        if len(wraps) <= depth:
            result.append(leaves[start])
            start += 1
            continue
        stop = start
        while stop < len(leaves) and leaves[stop].piece.wraps[: depth + 1] == wraps[: depth + 1]:
            stop += 1
        result.append(Span(wraps[depth], _tree(leaves[start:stop], depth + 1)))
        start = stop
    return tuple(result)


def is_gone(node: Node) -> bool:
    """Return whether nothing in `node` is in the new version."""
    return (
        node.kind is RunKind.REMOVED
        if isinstance(node, Leaf)
        else all(is_gone(child) for child in node.children)
    )


def runs_by_clause(change: ClauseChange) -> tuple[tuple[Run, ...], ...]:
    """Return the runs of each new clause of a change separately.

    A removed clause has all its runs in one.
    """
    if len(change.new) < 2:
        return (change.runs,)
    return tuple(
        tuple(run for run in change.runs if run.new_at == place) for place in range(len(change.new))
    )
