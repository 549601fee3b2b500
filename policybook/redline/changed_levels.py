"""Notice a rule that left the rule around it, or went into another: its words may mean less now.

"- fights" with "- with a weapon" inside it bans fights with a weapon. Side by side, the two
ban both. Where rules around it came, went or moved, it has not gone anywhere itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from policybook.model import CellSpan
from policybook.redline.alignment_state import Alignment, Text
from policybook.redline.types import ChangeKind, ClauseChange, Part

Key = tuple[bool, int]
_UNCHANGED = (ChangeKind.SAME, ChangeKind.RENUMBERED)


def mark_new_levels(
    changes: Mapping[Key, ClauseChange], alignment: Alignment
) -> dict[Key, ClauseChange]:
    """Return the changes. A rule with the same words at another level has another form.

    So has a row with `^^` below another row: the cell that it continues is another.
    """
    return {
        key: replace(change, kind=ChangeKind.FORMATTING)
        if (_is_at_new_level(change) and _follows_the_same(change, alignment))
        or _continues_other_cell(change, alignment)
        else change
        for key, change in changes.items()
    }


def _continues_other_cell(change: ClauseChange, alignment: Alignment) -> bool:
    """Return whether the cell above a row that it continues is not the one of before."""
    if change.kind not in _UNCHANGED or not change.cells:
        return False
    was, now = change.old[0], change.new[0]
    return any(
        alignment.to_new.get(_find_row_above(alignment.old, was.place, column))
        != _find_row_above(alignment.new, now.place, column)
        for column, span in enumerate(now.spans)
        if span is CellSpan.UP
    )


def _find_row_above(texts: Sequence[Text], place: int, column: int) -> int:
    """Return the place of the row whose cell a `^^` in a row continues."""
    while place and column < len(spans := texts[place].unit.spans) and spans[column] is CellSpan.UP:
        place -= 1
    return place


def _is_at_new_level(change: ClauseChange) -> bool:
    """Return whether a change is of one rule with its words and place, at another level."""
    if change.kind not in _UNCHANGED or change.moved or len(change.old) != 1:
        return False
    was, now = change.old[0], change.new[0]
    return was.part is now.part is Part.CLAUSE and was.level != now.level


def _follows_the_same(change: ClauseChange, alignment: Alignment) -> bool:
    """Return whether the rule is directly after a rule that has its old words and level."""
    was, now = change.old[0].place - 1, change.new[0].place - 1
    if now < 0 or alignment.to_old.get(now) != was:
        return False
    before, after = alignment.old[was].unit, alignment.new[now].unit
    return before.level == after.level and before.text == after.text
