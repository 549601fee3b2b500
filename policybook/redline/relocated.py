"""Find where a law or body that left one clause is now.

`weight` compares clauses one by one, so a law that moved to another rule reads "taken
out" in one and "added" in the other. With both whole texts the first reads "no longer
here, now in 4.1(d)".

For a law, the words also say where it still is, already was, or was until now. For a
person they do not: who must sign this form says nothing about that form. A figure is only
the same with its words around it (`divided_figures`): a year here is not a year there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from policybook.meaning.types import Direction, Matter, Weight
from policybook.meaning.words import terms
from policybook.redline.types import ClauseChange, Part, Unit

_Key = TypeVar("_Key")
_Keys = frozenset[str]
_MAY_LEAVE = frozenset({Matter.LAW, Matter.BODY})


def trace_relocations(changes: Mapping[_Key, ClauseChange]) -> dict[_Key, ClauseChange]:
    """Return `changes`, with clause numbers in the weights of what is now elsewhere."""
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
    """Return the texts of the units."""
    return [unit.text for unit in units]


def _may_have_moved(change: ClauseChange) -> bool:
    """Return whether a law or body in this change may now be elsewhere.

    An added or removed clause reports only whether it sets a duty.
    """
    return bool(change.old and change.new) and any(map(_weight_may_have_moved, change.weights))


def _weight_may_have_moved(weight: Weight) -> bool:
    """Return whether the law or body of a weight may be in another clause."""
    leaves = weight.matter in _MAY_LEAVE and weight.direction is Direction.REMOVED
    return leaves or (weight.matter is Matter.LAW and weight.direction is Direction.ADDED)


def _trace_change(
    change: ClauseChange, every: Sequence[ClauseChange], reworded: Sequence[ClauseChange]
) -> ClauseChange:
    """Return the change with its weights traced."""
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
    """Return the weight with the number of the clause that has its law or body."""
    if not _weight_may_have_moved(weight):
        return weight
    # A clause with the same words neither lost nor gained anything. Only a law may stay there.
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
    """Return the clause that has the word in the other version, and whether it has it in both.

    `is_new` looks for what left this clause in the new version, else in the old one.
    The number is empty where no clause has it. Only for a law may the clause have it in
    both.
    """
    key = next(iter(_keys(matter, text)), None)
    if key is None:
        return "", False
    holds = partial(_find_holder, matter, key)
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


def _find_holder(matter: Matter, key: str, units: Sequence[Unit]) -> Unit | None:
    """Return the first unit that names the key."""
    return next((unit for unit in units if key in _keys(matter, unit.text)), None)


def _keys(matter: Matter, text: str) -> _Keys:
    """Return what `text` names of a matter."""
    if matter is Matter.BODY:
        return frozenset(term.key for term in terms.bodies(text))
    return frozenset(term.key for term in terms.facts(text).get(matter, ()))
