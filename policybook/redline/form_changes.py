"""Name what differs in form alone: invisible characters, Unicode forms, kinds of space."""

from collections.abc import Iterator

from policybook.meaning.effects.row_differences import differences
from policybook.meaning.effects.weight_values import replaced
from policybook.meaning.types import Matter, Weight
from policybook.model import CellSpan
from policybook.redline.types import ChangeKind, ClauseChange, Moved, Part, Unit
from policybook.text import letter_forms

_JOINED = {
    CellSpan.NONE: "a cell of its own",
    CellSpan.LEFT: "part of the cell before it",
    CellSpan.UP: "part of the cell above it",
}
_FORMAL = frozenset({ChangeKind.FORMATTING, ChangeKind.FOLLOWED, ChangeKind.RENUMBERED})


def invisible_weights(old: str, new: str) -> Iterator[Weight]:
    """Yield a weight for each invisible character that appears or disappears."""
    olds, news = letter_forms.hidden_characters(old), letter_forms.hidden_characters(new)
    for was, now in differences(olds, news) if olds or news else ():
        names = (letter_forms.name_character(sign) if sign else "" for sign in (was, now))
        yield replaced(Matter.INVISIBLE, *names)


def form_notes(change: ClauseChange) -> tuple[str, ...]:
    """Return what differs in form between the same words, but for invisible characters.

    Of changed words it says only which cells belong to others.
    """
    if not change.old or not change.new:
        return ()
    was, now = change.old[0], change.new[0]
    notes = [*_describe_spans(change)]
    if change.kind is not ChangeKind.FORMATTING:
        return tuple(notes)
    notes += letter_forms.describe_forms(was.text, now.text)
    if was.aligns != now.aligns:
        notes.append("the words of a column are at another side")
    if _is_at_other_level(change):
        notes.append(_describe_level(was.level, now.level))
    return tuple(notes)


def _describe_spans(change: ClauseChange) -> Iterator[str]:
    """Yield which cells of a row belong to another cell than before."""
    if not (change.cells and change.old and change.new):
        return
    for place, cell in enumerate(change.cells, start=1):
        was, now = _read_span(change.old, cell.old), _read_span(change.new, cell.new)
        if was is not now:
            yield f"cell {place} was {_JOINED[was]}, and is {_JOINED[now]}"
    if change.kind is ChangeKind.FORMATTING and CellSpan.UP in change.new[0].spans:
        forms = [(u.cells, u.spans, u.level, u.quoted) for u in (change.old[0], change.new[0])]
        if forms[0] == forms[1]:
            yield "one of its cells is part of another cell than before"


def _read_span(row: tuple[Unit, ...], column: int | None) -> CellSpan:
    """Return what a cell of a row belongs to."""
    spans = row[0].spans
    return spans[column] if column is not None and column < len(spans) else CellSpan.NONE


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
    other rules, or inside the same rule. So are its cells.
    """
    if _is_at_other_level(change) or _became_other_part(change) or any(_describe_spans(change)):
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
