"""Leave to the reader a rule that went and a rule that came if they may be one in other words.

    Staff must never leave a gate unlocked.   →   Staff must always keep gates locked.

Each keeps the label of what it does, and names the other, so that a reader can compare them; but
neither is listed as lifting or adding a duty. The new rule is listed if it binds more:

    2.1 Staff should sign the form.   →   4.2 The form must be signed by staff.
                                          Duty made stronger, if it replaces old 2.1
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from policybook.meaning.effects.weight import sort_weights
from policybook.meaning.types import DUTIES, Direction, Matter, Weight
from policybook.meaning.words.stems import stem, telling_stems
from policybook.redline.moved_sentences import without_sentences
from policybook.redline.opening_words import joined_text
from policybook.redline.placed_sentences import PlacedSentence
from policybook.redline.rule_homes import RuleHome, find_homes
from policybook.redline.types import ChangeKind, ClauseChange
from policybook.redline.unit_weights import Around, weigh_units

_Key = TypeVar("_Key", bound=Hashable)
#: A rule that was divided names at most so many others.
_MOST_NAMED = 3
#: What names the rule with which it is to be compared.
_NAMING = DUTIES | {Matter.RIGHT}
#: "Asked" to "should", and "must" or "shall".
_ASKED, _ADVISED, _BOUND = 1.0, 2.0, 4.0


def quieten_similar_rules(
    changes: Mapping[_Key, ClauseChange], around: Around
) -> dict[_Key, ClauseChange]:
    """Return `changes`, in which rules that may be the same rule name each other.

    Their effects have the numbers of the other rule, too, which says that they may be none.
    """
    return {**changes, **_weigh_homes(changes, find_homes(changes, around), around)}


def _weigh_homes(
    changes: Mapping[_Key, ClauseChange], homes: Sequence[RuleHome[_Key]], around: Around
) -> dict[_Key, ClauseChange]:
    """Return the removed rules that have homes, and the new rules that are homes."""
    quiet: dict[_Key, dict[str, str]] = {}
    weights: dict[_Key, list[Weight]] = {}
    named: dict[_Key, list[tuple[PlacedSentence[_Key], str]]] = {}
    for home in homes:
        old, new, difference = home.old, home.new, _difference(home)
        is_new_rule = changes[new.key].kind is ChangeKind.ADDED
        if difference and is_new_rule:
            weights.setdefault(new.key, []).append(difference)
        if difference or _binds_as_much(home):
            quiet.setdefault(old.key, {})[old.text] = new.number
        if is_new_rule and (difference or _bound_as_much(home)):
            quiet.setdefault(new.key, {})[new.text] = old.number
        if home.is_named:
            named.setdefault(old.key, []).append((old, new.number))
            if is_new_rule:
                named.setdefault(new.key, []).append((new, old.number))
    return {
        key: _reweigh(
            changes[key],
            quiet.get(key, {}),
            [*weights.get(key, ()), _whole_weight(changes[key], named.get(key, ()))],
            around,
        )
        for key in {**quiet, **weights, **named}
    }


def _whole_weight(
    change: ClauseChange, others: Sequence[tuple[PlacedSentence[_Key], str]]
) -> Weight:
    """Return the weight of a whole rule, with the numbers of the rules that it may be, too."""
    numbers = tuple(dict.fromkeys(number for _, number in others if number))[:_MOST_NAMED]
    stems = {word for sentence, _ in others for word in sentence.stems}
    every = telling_stems(joined_text(change.new or change.old))
    return Weight(
        matter=Matter.NEW if change.new else Matter.GONE,
        direction=Direction.ADDED if change.new else Direction.REMOVED,
        elsewhere=numbers,
        is_part=bool(numbers) and 2 * len(stems) < len(every),
    )


def _binds_as_much(home: RuleHome[_Key]) -> bool:
    """Return whether the old rule is not surely gone: its home may bind as much."""
    old, new = home.old.duty, home.new.duty
    if old is None or not old.force:
        return True
    # A home that surely gives leave, or only advises, is no full home.
    return not (new and new.verb and (new.force or 0.0) < min(old.force, _BOUND - 1))


def _bound_as_much(home: RuleHome[_Key]) -> bool:
    """Return whether the new rule may set nothing new: the old one bound as much."""
    old, new = home.old.duty, home.new.duty
    if new is None or not new.force:
        return True
    if old is None or not old.force:
        return False
    return min(old.force, _BOUND - 1) >= min(new.force, _BOUND - 1)


def _difference(home: RuleHome[_Key]) -> Weight | None:
    """Return how the duty of a rule differs from that of the rule that it surely replaces."""
    old, new = home.old.duty, home.new.duty
    if not home.is_sure or not (old and new and old.verb and new.verb):
        return None
    if old.forbids is not new.forbids or old.force is None or new.force is None:
        return None
    # "Is bought by the club" is not "may be paid back", whatever else both say.
    if stem(old.deed) != stem(new.deed):
        return None
    if _ASKED <= old.force <= _ADVISED and new.force >= _BOUND:
        matter = Matter.STRONGER
    elif old.force >= _BOUND and new.force <= _ADVISED:
        matter = Matter.WEAKER
    else:
        return None
    number = (home.old.number,) if home.old.number else ()
    return Weight(
        matter=matter,
        direction=Direction.REPLACED,
        old=old.verb,
        new=new.verb,
        elsewhere=number,
    )


def _reweigh(
    change: ClauseChange, quiet: Mapping[str, str], more: Sequence[Weight], around: Around
) -> ClauseChange:
    """Return the change with other weights. The effects of its `quiet` sentences name a rule."""
    weights, sure = change.weights, change.weights
    if quiet and any(weight.matter in _NAMING for weight in weights):
        moved = {w.new or w.old for w in weights if w.matter is Matter.MOVED}
        old, new = (
            without_sentences(units, {*quiet, *moved}) for units in (change.old, change.new)
        )
        sure = weigh_units(old, new, around) if old or new else ()
    numbers = tuple(dict.fromkeys(filter(None, quiet.values())))[:_MOST_NAMED]
    if not change.new and any(weight.elsewhere for weight in more):
        sure = ()  # What a rule loses of which a part may stand is for the reader.
    rest = [
        weight if weight in sure else _name(weight, numbers)
        for weight in weights
        if all(other.matter is not weight.matter for other in more)
    ]
    return replace(change, weights=sort_weights((*more, *rest)))


def _name(weight: Weight, numbers: tuple[str, ...]) -> Weight:
    """Return the weight of an effect with the numbers of the rules to compare it with."""
    return replace(weight, elsewhere=numbers) if weight.matter in _NAMING else weight
