"""Mark changes of which only the numbers in references changed, because their rules did.

"Under rule 3.1" became "under rule 4.1", and rule 3.1 is now rule 4.1: no word changed. The
same holds for a link to it, from `#s3-1` to `#s4-1`, and for the mark of a footnote.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from policybook.meaning.types import Direction, Matter, Weight
from policybook.model import ClauseKind
from policybook.reading.references.reference_types import Reference
from policybook.reading.references.references import find_references
from policybook.redline.alignment_state import Alignment
from policybook.redline.types import ChangeKind, ClauseChange, Unit
from policybook.redline.units import text_with_marks

_Key = TypeVar("_Key")
_REWORDED = ChangeKind.REWORDED


def mark_followed(
    changes: Mapping[_Key, ClauseChange], alignment: Alignment
) -> dict[_Key, ClauseChange]:
    """Return `changes`, with the references that followed their rules as no change of words."""
    reworded = {
        key: change
        for key, change in changes.items()
        if change.kind is _REWORDED and _has_references(change.old[0])
    }
    linked = {
        key: change
        for key, change in changes.items()
        if change.kind in (_REWORDED, ChangeKind.LINK) and any(map(_is_inner_link, change.weights))
    }
    result = dict(changes)
    if linked:
        names = _map_ids(alignment)
        result |= {key: _follow_links(change, names) for key, change in linked.items()}
    if reworded:
        numbers, notes = _map_numbers(alignment), _map_notes(alignment)
        result |= {key: _follow(result[key], numbers, notes) for key in reworded}
    return result


def _is_inner_link(weight: Weight) -> bool:
    """Return whether a link leads to another place of the same policy than before."""
    is_inner = weight.old.startswith("#") and weight.new.startswith("#")
    return is_inner and weight.matter is Matter.LINK


def _map_ids(alignment: Alignment) -> dict[str, str]:
    """Return the new id of each old clause and heading."""
    pairs = ((alignment.old[i].unit, alignment.new[j].unit) for i, j in alignment.to_new.items())
    return {was.id: now.id for was, now in pairs if was.id and was.part is now.part}


def _follow_links(change: ClauseChange, names: Mapping[str, str]) -> ClauseChange:
    """Return the change without the links that followed their rules."""
    rest = tuple(
        w for w in change.weights if not (_is_inner_link(w) and names.get(w.old[1:]) == w.new[1:])
    )
    if not rest and change.kind is ChangeKind.LINK:
        return replace(change, kind=ChangeKind.FOLLOWED, weights=())
    return change if len(rest) == len(change.weights) else replace(change, weights=rest)


def _map_numbers(alignment: Alignment) -> dict[str, str]:
    """Return the new number of each old clause and section that has another one now."""
    result: dict[str, str] = {}
    for i, j in alignment.to_new.items():
        was, now = alignment.old[i].unit, alignment.new[j].unit
        if was.number and now.number and was.part is now.part and was.number != now.number:
            result[was.number] = now.number
    return result


def _map_notes(alignment: Alignment) -> dict[str, str]:
    """Return the new mark of each old footnote, by the target of its link."""
    pairs = ((alignment.old[i].unit, alignment.new[j].unit) for i, j in alignment.to_new.items())
    return {
        f"#{was.id}": now.label for was, now in pairs if was.kind is now.kind is ClauseKind.NOTE
    }


def _follow(
    change: ClauseChange, numbers: Mapping[str, str], notes: Mapping[str, str]
) -> ClauseChange:
    """Return the change as one of numbers alone, or without the weights of such numbers."""
    was, now = change.old[0].text, change.new[0].text
    text = text_with_marks(change.old[0], notes)
    ways = {_replace_numbers(text, numbers, is_own=is_own) for is_own in (False, True)} - {was}
    if not ways:
        return change
    leads_elsewhere = any(weight.matter is Matter.LINK for weight in change.weights)
    is_followed = now.split() in [way.split() for way in ways]
    if is_followed and not leads_elsewhere:
        return replace(change, kind=ChangeKind.FOLLOWED, weights=())
    rest = tuple(w for w in change.weights if not _is_followed(w, numbers))
    return replace(change, weights=rest) if rest else change


def _has_references(unit: Unit) -> bool:
    text = unit.text
    has_notes = text_with_marks(unit) != text
    return has_notes or bool(find_references(text) or find_references(text, has_numbers=True))


def _replace_numbers(text: str, numbers: Mapping[str, str], *, is_own: bool = False) -> str:
    """Return `text` with the new numbers of the rules that it names.

    `is_own` reads it as a text that brings its own numbers: "step 2 of 2.5".
    """
    edits: set[tuple[int, int, str]] = set()
    for reference in find_references(text, is_own):
        # "rule 1.2 (b)" is that item, or rule 1.2 with a bracket after it.
        if reference.open_number not in numbers:
            reference = reference.shorten()
        if number := _new_number(reference, numbers):
            edits.update(reference.list_edits(number))
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _new_number(reference: Reference, numbers: Mapping[str, str]) -> str:
    """Return the new number of the rule, section or appendix that a reference names, if any."""
    if not reference.is_sure:
        return ""
    if around := reference.inside or reference.within:
        item = reference.number.strip("()")
        new = numbers.get(f"{around.rpartition(' ')[2]}({item})", "")
        return new if "(" in new else ""
    is_appendix = reference.noun in ("appendix", "annex") and reference.number.isalpha()
    names_a_rule = "." in reference.number or reference.noun == "section" or is_appendix
    return numbers.get(reference.open_number, "") if names_a_rule else ""


def _is_followed(weight: Weight, numbers: Mapping[str, str]) -> bool:
    """Return whether a weight tells only of a reference that followed its rule."""
    return (
        weight.matter is Matter.REFERENCE
        and weight.direction is Direction.REPLACED
        and _replace_numbers(f"see {weight.old}", numbers) == f"see {weight.new}"
    )
