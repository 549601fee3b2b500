"""Name what differs in form alone: invisible characters, Unicode forms, kinds of space."""

from collections.abc import Iterator

from policybook.meaning.effects.row_differences import differences
from policybook.meaning.types import Direction, Matter, Weight
from policybook.redline.types import ChangeKind, ClauseChange, Moved, Part
from policybook.text import letter_forms

_FORMAL = frozenset({ChangeKind.FORMATTING, ChangeKind.FOLLOWED, ChangeKind.RENUMBERED})


def invisible_weights(old: str, new: str) -> Iterator[Weight]:
    """Yield a weight for each invisible character that appears or disappears."""
    olds, news = letter_forms.hidden_characters(old), letter_forms.hidden_characters(new)
    for was, now in differences(olds, news) if olds or news else ():
        direction = (
            Direction.REPLACED if was and now else Direction.ADDED if now else Direction.REMOVED
        )
        yield Weight(
            matter=Matter.INVISIBLE,
            direction=direction,
            old=letter_forms.name_character(was) if was else "",
            new=letter_forms.name_character(now) if now else "",
        )


def form_notes(change: ClauseChange) -> tuple[str, ...]:
    """Return what differs in form between the same words, but for invisible characters."""
    if change.kind is not ChangeKind.FORMATTING or not change.old or not change.new:
        return ()
    was, now = change.old[0], change.new[0]
    notes = [*letter_forms.describe_forms(was.text, now.text)]
    if _is_at_other_level(change):
        notes.append(_describe_level(was.level, now.level))
    if was.spans != now.spans:
        notes.append("a cell of this row now belongs to another cell, or no longer does")
    return tuple(notes)


def _describe_level(was: int, now: int) -> str:
    """Return where a rule is now that was at another level: inside another rule, or on its own."""
    if not now:
        return "it was part of another rule, and is now a rule of its own"
    if not was:
        return "it was a rule of its own, and is now part of another rule"
    return f"it was {was} levels inside another rule, and is now {now}".replace(
        "1 levels", "1 level"
    )


def is_harmless(change: ClauseChange) -> bool:
    """Return whether a change of form alone cannot change what a rule says.

    Its invisible characters only help to break lines, and it is where it was: beside the
    other rules, or inside the same rule.
    """
    if _is_at_other_level(change) or _became_other_part(change):
        return False
    if len({unit.spans for unit in (*change.old, *change.new)}) > 1:
        return False
    return all(
        letter_forms.is_harmless(character)
        for unit in (*change.old, *change.new)
        for character in letter_forms.hidden_characters(unit.text)
    )


def is_small(change: ClauseChange) -> bool:
    """Return whether a change is of punctuation, capitals or form alone."""
    if change.moved is Moved.ALONE or not is_harmless(change):
        return False
    return change.kind in _FORMAL or {w.matter for w in change.weights} == {Matter.SIGNS}


def _is_at_other_level(change: ClauseChange) -> bool:
    """Return whether a rule went into another rule or left it, with its words."""
    if change.kind is not ChangeKind.FORMATTING or not change.old or not change.new:
        return False
    was, now = change.old[0], change.new[0]
    return was.part is now.part is Part.CLAUSE and was.level != now.level


def _became_other_part(change: ClauseChange) -> bool:
    """Return whether a rule became a heading, or a heading a rule."""
    parts = {unit.part for unit in (*change.old, *change.new)}
    return Part.CLAUSE in parts and len(parts) > 1
