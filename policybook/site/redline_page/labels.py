"""Name a change in words: `Moved from 3.2 and reworded`.

Each change has a second name, for reading from the newer version back to the older.
"""

from collections.abc import Iterator, Sequence

from policybook import redline
from policybook.model import ClauseKind
from policybook.redline import ChangeKind, ClauseChange, Matter, Moved, Unit

UNCHANGED = (ChangeKind.SAME, ChangeKind.RENUMBERED)
# By kind: the label alone, and what follows "Moved and".
_LABELS = {
    ChangeKind.REWORDED: ("Reworded", "reworded"),
    ChangeKind.ADDED: ("Added", "added"),
    ChangeKind.REMOVED: ("Removed", "removed"),
    ChangeKind.DIVIDED: ("Divided", "divided"),
    ChangeKind.JOINED: ("Joined", "joined"),
    ChangeKind.LINK: ("Link changed", "link changed"),
    ChangeKind.FORMATTING: ("Formatting only", "formatting only"),
    ChangeKind.FOLLOWED: ("Reference updated", "reference updated"),
    ChangeKind.SAME: ("Unchanged", "unchanged"),
    ChangeKind.RENUMBERED: ("Renumbered", "renumbered"),
}
_TURNED = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
    ChangeKind.DIVIDED: ChangeKind.JOINED,
    ChangeKind.JOINED: ChangeKind.DIVIDED,
}


def label(change: ClauseChange) -> str:
    """Return the name of a change, read forwards."""
    return _label(change, change.kind, change.old)


def label_back(change: ClauseChange) -> str:
    """Return the name of a change, read backwards.

    Added becomes removed, and divided becomes joined. A moved clause comes from its new
    place.
    """
    return _label(change, _TURNED.get(change.kind, change.kind), change.new)


def _label(change: ClauseChange, kind: ChangeKind, origins: Sequence[Unit]) -> str:
    alone, also = _LABELS[kind]
    if change.moved is not Moved.ALONE:
        return alone
    origin = redline.unit_numbers(origins) or (
        f"section {origins[0].section}" if origins[0].section > 0 else ""
    )
    moved = f"Moved from {origin}" if origin else "Moved"
    return moved if kind in UNCHANGED else f"{moved} and {also}"


_SORTS = {
    ClauseKind.ITEM: "an item of a list",
    ClauseKind.PARAGRAPH: "a paragraph",
    ClauseKind.ROW: "a row of a table",
}


def form(change: ClauseChange) -> str:
    """Return what differs if no word does: `was an item of a list, is a paragraph`."""
    if change.kind is ChangeKind.FOLLOWED:
        return "it names a rule or footnote that has another number now"
    if change.kind is not ChangeKind.FORMATTING or not change.old or not change.new:
        return ""
    was, now = _sort(change.old[0]), _sort(change.new[0])
    forms = (*([f"was {was}, is {now}"] if was != now else []), *redline.form_notes(change))
    if not forms and any(weight.matter is Matter.INVISIBLE for weight in change.weights):
        return "only invisible characters"
    return "; ".join(forms) or "emphasis, quotation marks or a typed number"


def form_notes(change: ClauseChange) -> Iterator[tuple[str, str]]:
    """Yield what differs in form where words changed too."""
    if change.kind is not ChangeKind.FORMATTING:
        yield from ((note, "") for note in redline.form_notes(change))


def _sort(unit: Unit) -> str:
    if unit.kind is None:
        return f"a heading of level {unit.level}"
    quoted = "a quotation" if unit.quoted else _SORTS.get(unit.kind, "a paragraph")
    return f"{quoted}, inside another rule" if unit.level else quoted
