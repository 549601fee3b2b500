"""Tell what a redline takes out: rules and sentences that no rule of the new version has."""

from collections.abc import Collection, Iterator, Sequence

from policybook.meaning.effects.weight import weigh
from policybook.meaning.types import Matter, Weight
from policybook.redline.figures import changes_to_read
from policybook.redline.kept_words import find_lost_sentences
from policybook.redline.main_effects import EffectSide
from policybook.redline.row_quotation import quote_row
from policybook.redline.short_quotations import shorten, tidy
from policybook.redline.story_line import StoryLine
from policybook.redline.types import ChangeKind, ClauseChange, Part, Redline
from policybook.redline.unit_context import UnitContext

_GRAVE_LOSSES = frozenset({Matter.LIFTED, Matter.WEAKER, Matter.RIGHT})
_BINDING = frozenset({"must", "shall", "must not", "may not", "shall not"})


def removed_lines(
    redline: Redline, inside: Collection[int], context: UnitContext
) -> Iterator[StoryLine]:
    """Yield a line for each rule and sentence that is gone, in display order.

    Changes whose counts are `inside` are in whole sections, which have lines of their own.
    """
    for change in _rules(redline):
        if change.count not in inside:
            yield _gone(change, context)
    yield from _lost_sentences(changes_to_read(redline))


def place_of_loss(line: StoryLine) -> tuple[bool, int, int]:
    """Return the place of what was removed: bans and duties first, what may still stand last."""
    if line.title:
        gravity = 0
    elif line.is_sentence:
        gravity = _gravity(weigh((line.old,), ()))
    else:
        gravity = _gravity(line.change.weights)
    return bool(line.compare) and not line.is_part, gravity, line.change.count


def _gravity(weights: Sequence[Weight]) -> int:
    """Return how much went with some words: 0 a ban or a duty, 1 a lesser one, 2 no such thing."""
    binding = [w for w in weights if w.matter in _GRAVE_LOSSES]
    if any(w.matter is not Matter.WEAKER or w.old in _BINDING for w in binding):
        return 0
    return 1 if binding else 2


def _rules(redline: Redline) -> Iterator[ClauseChange]:
    """Yield the rules that were removed. A rule whose sentences all moved was not."""
    for change in changes_to_read(redline):
        is_gone = change.kind is ChangeKind.REMOVED and change.part is Part.CLAUSE
        if is_gone and not _is_elsewhere(change):
            yield change


def _is_elsewhere(change: ClauseChange) -> bool:
    """Return whether all of a change is in another clause now, or was there."""
    return bool(change.weights) and all(w.matter is Matter.MOVED for w in change.weights)


def _gone(change: ClauseChange, context: UnitContext) -> StoryLine:
    row = quote_row(change, context)[0] if change.cells else ""
    words = row or " ".join(unit.text for unit in change.old)
    whole = next((w for w in change.weights if w.matter is Matter.GONE), None)
    return StoryLine(
        change=change,
        matter=Matter.GONE,
        side=EffectSide.GONE,
        old=shorten(tidy(words)),
        compare=", ".join(whole.elsewhere) if whole else "",
        is_part=bool(whole and whole.is_part),
        is_right=not change.cells and gave_right(change.weights),
    )


def _lost_sentences(changes: Sequence[ClauseChange]) -> Iterator[StoryLine]:
    for change, sentence in find_lost_sentences(changes):
        yield StoryLine(
            change=change,
            matter=None,
            side=EffectSide.GONE,
            old=shorten(tidy(sentence)),
            is_sentence=True,
            is_right=gave_right(weigh((sentence,), ())),
        )


def gave_right(weights: Sequence[Weight]) -> bool:
    """Return whether what went surely gave a right or a power, and asked for nothing beside it."""
    matters = {weight.matter for weight in weights}
    return Matter.RIGHT in matters and matters.isdisjoint((Matter.LIFTED, Matter.WEAKER))
