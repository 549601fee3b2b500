"""The visible words for a change, `Moved from 3.2 and reworded`, and the same change read from the newer version back to the older."""

from collections.abc import Sequence

from policybook.redline import ClauseChange, Kind, Moved, Unit

UNCHANGED = (Kind.SAME, Kind.RENUMBERED)
_LABELS = {
    Kind.REWORDED: "Reworded", Kind.ADDED: "Added", Kind.REMOVED: "Removed", Kind.DIVIDED: "Divided", Kind.JOINED: "Joined",
    Kind.LINK: "Link changed", Kind.FORMATTING: "Formatting only", Kind.SAME: "Unchanged", Kind.RENUMBERED: "Renumbered",
}  # fmt: skip
_TURNED = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED, Kind.DIVIDED: Kind.JOINED, Kind.JOINED: Kind.DIVIDED}


def numbers(units: Sequence[Unit]) -> str:
    return ", ".join([u.number or u.label for u in units if u.number or u.label])


def label(change: ClauseChange) -> str:
    return _label(change, change.kind, change.old)


def label_back(change: ClauseChange) -> str:
    """What is added on the way forward is removed on the way back; what was divided is joined; what moved comes from its new place."""
    return _label(change, _TURNED.get(change.kind, change.kind), change.new)


def _label(change: ClauseChange, kind: Kind, origins: Sequence[Unit]) -> str:
    what = _LABELS[kind]
    if change.moved is not Moved.ALONE:
        return what
    origin = numbers(origins) or (f"section {origins[0].section}" if origins[0].section > 0 else "")
    moved = f"Moved from {origin}" if origin else "Moved"
    return moved if kind in UNCHANGED else f"{moved} and {what.lower()}"
