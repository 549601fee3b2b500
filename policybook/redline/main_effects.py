"""List what the changes do to the people whom the policy binds, most important first.

Every change of a clause is in at least one list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from policybook.meaning.types import DUTIES, Direction, Matter, Weight
from policybook.redline.figures import changes_to_read
from policybook.redline.types import ChangeKind, ClauseChange, Moved, Part, Redline


class EffectSide(StrEnum):
    """Whether a clause is in both versions, or only in one."""

    BOTH = "both"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One effect, with its changes in display order and the weights that name a word or figure.

    `matter` is None for changes of form: rules that only moved, or were only formatted,
    divided or joined; `moved` tells the first from the others.
    """

    matter: Matter | None
    side: EffectSide
    moved: bool
    items: tuple[tuple[ClauseChange, tuple[Weight, ...]], ...]


_Key = tuple[Matter | None, EffectSide, bool]
_MOVED: _Key = (None, EffectSide.BOTH, True)
_BOTH, _GONE, _NEW = EffectSide.BOTH, EffectSide.GONE, EffectSide.NEW
#: The order of importance: weaker duties, stronger ones, “not”, figures, law, people, new text.
_FIRST = (
    *((matter, side) for matter in (Matter.WEAKER, Matter.LIFTED) for side in (_BOTH, _GONE)),
    *((matter, _BOTH) for matter in (Matter.STRONGER, Matter.PROHIBITED, Matter.RIGHT)),
    *((matter, _BOTH) for matter in (Matter.NEGATION, Matter.DEADLINE, Matter.AGE, Matter.DATE)),
    *((matter, _BOTH) for matter in (Matter.NUMBER, Matter.CODE, Matter.LAW, Matter.LINK)),
    *((matter, _BOTH) for matter in (Matter.CONDITION, Matter.BODY, Matter.INVISIBLE)),
    *((matter, _NEW) for matter in (Matter.PROHIBITED, Matter.STRONGER, Matter.WEAKER)),
    *((Matter.STRONGER, _GONE), (Matter.RIGHT, _GONE), (Matter.RIGHT, _NEW)),
    *((Matter.GONE, _GONE), (Matter.NEW, _NEW)),
    *((matter, _BOTH) for matter in (Matter.DUTY, Matter.REFERENCE, Matter.CONTENT)),
    *((matter, _BOTH) for matter in (Matter.ORDER, Matter.TERM)),
)
ORDER: tuple[_Key, ...] = (
    *((matter, side, False) for matter, side in _FIRST),
    _MOVED,
    *((matter, _BOTH, False) for matter in (Matter.WORDING, Matter.SIGNS, None)),
)


@lru_cache(maxsize=2)
def effects(redline: Redline) -> tuple[Effect, ...]:
    """Return the effects of the redline, most important first. Changes of headings do not count."""
    lists: dict[_Key, dict[int, tuple[ClauseChange, list[Weight]]]] = {}
    for change in changes_to_read(redline):
        if change.part is not Part.CLAUSE:
            continue
        for key, weight in _keyed_weights(change):
            weights = lists.setdefault(key, {}).setdefault(change.count, (change, []))[1]
            if weight and weight.is_specific and weight not in weights:
                weights.append(weight)
    return tuple(
        Effect(
            matter=key[0],
            side=key[1],
            moved=key[2],
            items=tuple((change, tuple(weights)) for change, weights in lists[key].values()),
        )
        for key in ORDER
        if key in lists
    )


def is_comparison(weight: Weight) -> bool:
    """Return whether a weight compares a new rule with a removed one that it may replace."""
    is_duty = weight.matter in DUTIES and weight.direction is Direction.REPLACED
    return is_duty and bool(weight.elsewhere)


def is_claimed(weight: Weight) -> bool:
    """Return whether a weight of a whole rule is an effect: no other rule may make up for it."""
    is_alone = weight.direction in (Direction.ADDED, Direction.REMOVED)
    return not (is_alone and weight.elsewhere and weight.matter in DUTIES | {Matter.RIGHT})


def _keyed_weights(change: ClauseChange) -> Iterator[tuple[_Key, Weight | None]]:
    """Yield the effects that a change has, each with the weight that gives it."""
    side = (
        EffectSide.NEW
        if change.kind is ChangeKind.ADDED
        else EffectSide.GONE
        if change.kind is ChangeKind.REMOVED
        else EffectSide.BOTH
    )
    moves = [weight for weight in change.weights if weight.matter is Matter.MOVED]
    yield from ((_MOVED, weight) for weight in moves)
    if moves and len(moves) == len(change.weights):
        return
    if side is not EffectSide.BOTH:
        if side is EffectSide.NEW:
            binding = (Matter.PROHIBITED, Matter.STRONGER, Matter.WEAKER, Matter.RIGHT)
        else:
            binding = (Matter.LIFTED, Matter.WEAKER, Matter.STRONGER, Matter.RIGHT)
        compared = [weight for weight in change.weights if is_comparison(weight)]
        claimed = [w for w in change.weights if is_claimed(w) and w not in compared]
        listed = [weight for weight in claimed if weight.matter in binding]
        rest = Matter.NEW if side is EffectSide.NEW else Matter.GONE
        yield from (((weight.matter, EffectSide.BOTH, False), weight) for weight in compared)
        yield from (((weight.matter, side, False), weight) for weight in listed)
        if not listed and not compared:
            yield (rest, side, False), None
        return
    yield from (
        ((weight.matter, EffectSide.BOTH, False), weight)
        for weight in change.weights
        if weight.matter in _SHOWN
    )
    if change.moved is Moved.ALONE:
        yield _MOVED, None
    elif not change.weights:
        yield (None, EffectSide.BOTH, False), None


_SHOWN = frozenset(key[0] for key in ORDER if key[1] is EffectSide.BOTH)
