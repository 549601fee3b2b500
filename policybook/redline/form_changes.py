"""Name what differs in form alone: invisible characters, Unicode forms, kinds of space."""

from collections.abc import Iterator

from policybook.redline.row_differences import differences
from policybook.redline.types import ChangeKind, ClauseChange, Direction, Matter, Weight
from policybook.text import letter_forms


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
    return tuple(letter_forms.describe_forms(change.old[0].text, change.new[0].text))


def is_harmless(change: ClauseChange) -> bool:
    """Return whether all invisible characters of a change only help to break lines."""
    return all(
        letter_forms.is_harmless(character)
        for unit in (*change.old, *change.new)
        for character in letter_forms.hidden_characters(unit.text)
    )
