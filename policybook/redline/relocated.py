"""What one clause lost and another has now: a law, a body or a figure that only changed its place is not told as taken out, or as added.

Clauses are compared one by one (`weight`), so that a law which went from one rule to another reads "taken out" here and "added" there. With the
whole of both texts at hand it reads "no longer here, now in 4.1(d)". It still says that the rule itself lost it.
Of a law it is also said where it still stands, where it was already, and where it has been until now; of a person or a figure not, since who
must sign this form is another matter than who signs that one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from policybook.redline import patterns, terms
from policybook.redline.types import ClauseChange, Direction, Matter, Part, Unit, Weight

_Key = TypeVar("_Key")
_Keys = frozenset[str]
_MAY_LEAVE = frozenset(
    {Matter.LAW, Matter.BODY, Matter.DEADLINE, Matter.AGE, Matter.DATE, Matter.NUMBER}
)


def trace_relocations(changes: Mapping[_Key, ClauseChange]) -> dict[_Key, ClauseChange]:
    """Return `changes` with the weights of what only changed its place worded so; all else is as it was."""
    loose = {
        key: change for key, change in changes.items() if change.weights and _may_have_moved(change)
    }
    if not loose:
        return dict(changes)
    every = [change for change in changes.values() if change.part is Part.CLAUSE]
    reworded = [change for change in every if _texts(change.old) != _texts(change.new)]
    return {
        **changes,
        **{key: _trace_change(change, every, reworded) for key, change in loose.items()},
    }


def _texts(units: Sequence[Unit]) -> list[str]:
    return [unit.text for unit in units]


def _may_have_moved(change: ClauseChange) -> bool:
    """Of a clause that is new, or gone, nobody is told more than whether it sets a duty (`effects`)."""
    return bool(change.old and change.new) and any(map(_weight_may_have_moved, change.weights))


def _weight_may_have_moved(weight: Weight) -> bool:
    leaves = weight.matter in _MAY_LEAVE and weight.direction is Direction.REMOVED
    return leaves or (weight.matter is Matter.LAW and weight.direction is Direction.ADDED)


def _trace_change(
    change: ClauseChange, every: Sequence[ClauseChange], reworded: Sequence[ClauseChange]
) -> ClauseChange:
    return replace(
        change,
        weights=tuple(
            [_trace_weight(weight, change, every, reworded) for weight in change.weights]
        ),
    )


def _trace_weight(
    weight: Weight,
    change: ClauseChange,
    every: Sequence[ClauseChange],
    reworded: Sequence[ClauseChange],
) -> Weight:
    if not _weight_may_have_moved(weight):
        return weight
    # What the words of a clause name on both sides neither came nor went: only of a law is it said where it stays.
    others = [
        other
        for other in (every if weight.matter is Matter.LAW else reworded)
        if other is not change
    ]
    left = weight.direction is Direction.REMOVED
    number, stays = _find_clause(
        weight.matter, weight.old if left else weight.new, others, is_new=left
    )
    return replace(weight, elsewhere=(number,), stays_there=stays) if number else weight


def _find_clause(
    matter: Matter, text: str, others: Sequence[ClauseChange], is_new: bool
) -> tuple[str, bool]:
    """Where what left this clause came to (`is_new`), or where what came to it had been: the number of a clause, empty for nowhere.

    The second value says that this clause has it in both versions. Only of a law is such a clause told.
    """
    key = next(iter(_keys(matter, text)), None)
    if key is None:
        return "", False
    holds = partial(_find_holder, matter, key, _first_word(key))
    stays = ""
    for other in others:
        side, other_side = (other.new, other.old) if is_new else (other.old, other.new)
        if (unit := holds(side)) is None or not (unit.number or unit.label):
            continue
        if holds(other_side) is None:
            return unit.number or unit.label, False
        if matter is Matter.LAW and not stays:
            stays = unit.number or unit.label
    return stays, bool(stays)


def _find_holder(matter: Matter, key: str, word: str, units: Sequence[Unit]) -> Unit | None:
    return next((u for u in units if word in u.text.lower() and key in _keys(matter, u.text)), None)


def _first_word(key: str) -> str:
    """What stands in every text that has the key, for a quick look; nothing where it may be written otherwise (`10`, `ten`; `DSL`)."""
    first = re.split(r"[\s/]", key, maxsplit=1)[0]
    return "" if key in patterns.SHORT_FOR.values() or first.isdecimal() else first[:4]


def _keys(matter: Matter, text: str) -> _Keys:
    """What `text` names of a matter. Bare numbers are none: two copies here and two visitors there are not the same two."""
    if matter is Matter.BODY:
        return frozenset(term.key for term in terms.bodies(text))
    matching = terms.facts(text).get(matter, [])
    if matter is Matter.NUMBER:
        return frozenset(term.wording.lower() for term in matching if not term.wording.isdecimal())
    return frozenset(term.key for term in matching)
