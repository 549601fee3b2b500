"""Leave out a figure that went from one rule to another together with its words.

    We reply in 3 days and decide in 15 days.  →  We reply in 3 days. | The head decides in 15 days.

No deadline changed: the rule was divided, or gave a part to another rule. The figure counts as
the same with another unit around it ("emails in two" → "emails in two days"). A figure whose
words stayed, or that comes with quite other words, is named as before. If a new rule has another
figure with its words, one replaced the other:

    Any child may come. There are twenty places.  →  Any child may come. | There are 22 places.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from policybook.meaning.effects.weight import sort_weights
from policybook.meaning.sentences.reading import split_sentences
from policybook.meaning.types import FIGURES, OTHER_WORDS, Direction, Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.number_words import WORDS_FOR
from policybook.meaning.words.stems import content_stems
from policybook.redline.opening_words import joined_text, own_text
from policybook.redline.types import ChangeKind, ClauseChange

_Key = TypeVar("_Key", bound=Hashable)
#: Words around any figure.
_AROUND = content_stems("within after before until at least most up to each every for per by")
# Pairs of figures that are all compared.
_MAX_PAIRS = 10_000


@dataclass(frozen=True, slots=True)
class _Figure(Generic[_Key]):
    """A figure that a rule lost or got: where, and with which words around it."""

    key: _Key
    place: int
    weight: Weight
    words: Counter[str]
    is_new_rule: bool


def quieten_divided_figures(changes: Mapping[_Key, ClauseChange]) -> dict[_Key, ClauseChange]:
    """Return `changes` without the figures that went to another rule with their words."""
    left = list(_figures(changes, Direction.REMOVED))
    come = list(_figures(changes, Direction.ADDED)) if left else []
    result = dict(changes)
    if len(left) * len(come) > _MAX_PAIRS:
        return result
    for old in left:
        home = next((new for new in come if _goes_to(old, new)), None)
        if home:
            come.remove(home)
            for figure in (old, home):
                result[figure.key] = _drop(result[figure.key], figure.weight)
        elif other := next((new for new in come if _is_replaced(old, new)), None):
            result[old.key] = _replace(result[old.key], old.weight, other.weight.new)
    return result


def _is_replaced(old: _Figure[_Key], new: _Figure[_Key]) -> bool:
    """Return whether a new rule has another number of the same things, with words of the rule."""
    was, now = old.weight, new.weight
    things = content_stems(was.old) & content_stems(now.new)
    is_number = was.matter is now.matter is Matter.NUMBER and new.is_new_rule
    is_of_same = any(word.isalpha() and word not in WORDS_FOR for word in things)
    return is_number and is_of_same and bool(old.words & new.words)


def _replace(change: ClauseChange, was: Weight, now: str) -> ClauseChange:
    """Return the change with a number replaced. The other figures of its sentence left with it."""
    texts = [text for unit in change.old for text in split_sentences(own_text(unit))]
    left = next((text for text in texts if was.old in text), "")
    rest = [w for w in change.weights if w.matter not in FIGURES or w.new or w.old not in left]
    both = replace(was, direction=Direction.REPLACED, new=now)
    return replace(change, weights=sort_weights((*rest, both)))


def _figures(changes: Mapping[_Key, ClauseChange], direction: Direction) -> Iterator[_Figure[_Key]]:
    """Yield the figures that rules lost, or got."""
    gone = direction is Direction.REMOVED
    for place, (key, change) in enumerate(changes.items()):
        weights = [w for w in change.weights if w.matter in FIGURES and w.direction is direction]
        if not weights or (gone and not change.new):
            continue
        old, new = (content_stems(joined_text(units)) for units in (change.old, change.new))
        words = old - new if gone else new - old
        for weight in weights:
            figure = content_stems(weight.old or weight.new)
            is_new_rule = change.kind is ChangeKind.ADDED
            yield _Figure(key, place, weight, words - figure - _AROUND, is_new_rule)


def _goes_to(old: _Figure[_Key], new: _Figure[_Key]) -> bool:
    """Return whether the second figure is the first one, in another rule."""
    was, now = old.weight.old, new.weight.new
    if old.key == new.key or not _is_same(was, now):
        return False
    follows = new.is_new_rule and new.place == old.place + 1 and was.lower() == now.lower()
    return follows or bool(old.words & new.words)


def _is_same(was: str, now: str) -> bool:
    """Return whether two figures are the same, or the same number with other words around it."""
    figures = terms.figures(was)
    return was.lower() == now.lower() or bool(figures and figures == terms.figures(now))


def _drop(change: ClauseChange, figure: Weight) -> ClauseChange:
    """Return the change without the weight of a figure."""
    rest = tuple(weight for weight in change.weights if weight != figure)
    return replace(change, weights=rest or (OTHER_WORDS,))
