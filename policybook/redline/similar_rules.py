"""Leave to the reader a rule that went and a rule that came if they may be one in other words.

    Staff must never leave a gate unlocked.   →   Staff must always keep gates locked.

Neither is said to lift or to add a duty: the page shows both texts. A rule that went names the
rule that may say the same now, so that a reader can compare them. The new rule is quiet only if
the old one bound as much:

    2.1 Staff should sign the form.   →   4.2 The form must be signed by staff.
                                          Duty made stronger, if it replaces old 2.1

The same holds for a rule whose words another rule took in:

    Phones must be off. | Tablets must be off.   →   Phones and tablets must be off.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import TypeVar

from policybook.meaning.effects.weight import sort_weights
from policybook.meaning.sentences.reading import split_sentences
from policybook.meaning.types import Direction, Matter, Weight
from policybook.meaning.words.stems import content_stems, stem
from policybook.redline.opening_words import own_text
from policybook.redline.rule_homes import RuleHome, find_homes
from policybook.redline.types import ChangeKind, ClauseChange, Part, Unit
from policybook.redline.unit_weights import Around, weigh_units

_Key = TypeVar("_Key", bound=Hashable)
#: Share of the words of a rule that are in the rule that took it in.
_MIN_TAKEN_IN = 0.75
#: A rule of a single such word is too little to recognise.
_MIN_WORDS = 2
# Pairs of rules that are all compared.
_MAX_PAIRS = 2500
#: A rule that was divided names at most so many others.
_MOST_NAMED = 3
_BINDING = frozenset(
    {Matter.WEAKER, Matter.LIFTED, Matter.STRONGER, Matter.PROHIBITED, Matter.CONDITION}
)
_OF_THE_PAGE = frozenset({Matter.MOVED, Matter.LINK, Matter.INVISIBLE})
#: "Asked" to "should", and "must" or "shall".
_ASKED, _ADVISED, _BOUND = 1.0, 2.0, 4.0

_OTHER_WORDS = Weight(matter=Matter.CONTENT, direction=Direction.WORDED)


def quieten_similar_rules(
    changes: Mapping[_Key, ClauseChange], around: Around
) -> dict[_Key, ClauseChange]:
    """Return `changes` without the effects of rules that may be the same rule.

    A removed rule has the numbers of the rules that may say it now in its weight.
    """
    homes = find_homes(changes, around)
    result = {**changes, **_weigh_homes(changes, homes, around)}
    return {**result, **_quieten_grown(result)}


def _weigh_homes(
    changes: Mapping[_Key, ClauseChange], homes: Sequence[RuleHome[_Key]], around: Around
) -> dict[_Key, ClauseChange]:
    """Return the removed rules that have homes, and the new rules that are homes."""
    quiet: dict[_Key, set[str]] = {}
    weights: dict[_Key, list[Weight]] = {}
    named: dict[_Key, list[RuleHome[_Key]]] = {}
    for home in homes:
        difference = _difference(home)
        is_new_rule = changes[home.new.key].kind is ChangeKind.ADDED
        if difference and is_new_rule:
            weights.setdefault(home.new.key, []).append(difference)
        if difference or _binds_as_much(home):
            quiet.setdefault(home.old.key, set()).add(home.old.text)
        if is_new_rule and (difference or _bound_as_much(home)):
            quiet.setdefault(home.new.key, set()).add(home.new.text)
        if home.is_sure and home.new.number:
            named.setdefault(home.old.key, []).append(home)
    return {
        key: _reweigh(
            changes[key],
            quiet.get(key, set()),
            [*weights.get(key, ())],
            _whole_weight(changes[key], named.get(key, ())),
            around,
        )
        for key in {**quiet, **weights, **named}
    }


def _whole_weight(change: ClauseChange, homes: Sequence[RuleHome[_Key]]) -> Weight:
    """Return the weight of a whole rule, with the numbers of the rules that may say it now."""
    numbers = tuple(dict.fromkeys(home.new.number for home in homes))
    if change.new:
        return Weight(matter=Matter.NEW, direction=Direction.ADDED)
    in_homes = {word for home in homes for word in home.old.stems}
    return Weight(
        matter=Matter.GONE,
        direction=Direction.REMOVED,
        elsewhere=numbers[:_MOST_NAMED],
        is_part=bool(homes) and 2 * len(in_homes) < len(_stems(change.old)),
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
    change: ClauseChange,
    quiet: set[str],
    more: Sequence[Weight],
    whole: Weight,
    around: Around,
) -> ClauseChange:
    """Return the change without the effects of its `quiet` sentences, and with other weights."""
    weights: Sequence[Weight] = change.weights
    if quiet and any(weight.matter in _BINDING for weight in weights):
        moved = {w.new or w.old for w in weights if w.matter is Matter.MOVED}
        old, new = (_without(units, quiet | moved) for units in (change.old, change.new))
        kept_ones = [weight for weight in weights if weight.matter in _OF_THE_PAGE]
        weights = [*weigh_units(old, new, around), *kept_ones] if old or new else kept_ones
    rest = [weight for weight in weights if weight.matter is not whole.matter]
    return replace(change, weights=sort_weights((*more, *rest, whole)))


def _without(units: Sequence[Unit], left_out: set[str]) -> tuple[Unit, ...]:
    """Return the units without some of their sentences."""
    rest = []
    for unit in units:
        sentences = split_sentences(" ".join(own_text(unit).split()))
        if text := " ".join(text for text in sentences if text not in left_out):
            rest.append(unit._replace(text=text, typed=0))
    return tuple(rest)


# --- rules that took in another one


def _quieten_grown(changes: Mapping[_Key, ClauseChange]) -> dict[_Key, ClauseChange]:
    """Return the rules without effects of which one may have taken in the other."""
    gone, come, changed = (
        [
            key
            for key, change in changes.items()
            if change.kind is kind and change.part is Part.CLAUSE and not _has_moves(change)
        ]
        for kind in (ChangeKind.REMOVED, ChangeKind.ADDED, ChangeKind.REWORDED)
    )
    pairs = [*product(gone, changed), *product(changed, come)]
    if len(pairs) > _MAX_PAIRS:
        return {}
    same = [
        pair
        for pair in pairs
        if any(_binds(changes[key]) for key in pair)
        and _took_in(changes[pair[0]], changes[pair[1]])
    ]
    return {key: _quiet(changes[key]) for pair in same for key in pair}


def _has_moves(change: ClauseChange) -> bool:
    """Return whether sentences of the change are known to have moved."""
    return any(weight.matter is Matter.MOVED for weight in change.weights)


def _binds(change: ClauseChange) -> bool:
    """Return whether the change is said to add or to lift something."""
    return any(weight.matter in _BINDING and not weight.elsewhere for weight in change.weights)


def _took_in(old: ClauseChange, new: ClauseChange) -> bool:
    """Return whether a reworded rule has nearly all words of another one, some of them new."""
    a, b = _stems(old.old), _stems(new.new)
    return _is_part(b, a, a - _stems(old.new)) if old.new else _is_part(a, b, b - _stems(new.old))


def _is_part(rule: Counter[str], whole: Counter[str], moved: Counter[str]) -> bool:
    """Return whether `whole` has nearly all words of a rule, and some of them are `moved`."""
    if rule.total() < _MIN_WORDS:
        return False
    shared = (rule & whole).total()
    return shared >= _MIN_TAKEN_IN * rule.total() and bool(rule & moved)


def _stems(units: Sequence[Unit]) -> Counter[str]:
    """Return the words of the units that say something. Figures recur by chance."""
    stems = content_stems(" ".join(map(own_text, units)))
    return Counter({word: count for word, count in stems.items() if not word.isdecimal()})


def _quiet(change: ClauseChange) -> ClauseChange:
    """Return the change without its effects on duties."""
    rest = tuple(_rest(change))
    # A rule in other words has not only another form.
    return replace(change, weights=rest or (_OTHER_WORDS,))


def _rest(change: ClauseChange) -> Iterator[Weight]:
    """Yield the weights that lift or add nothing, and those of a rule that replaces another."""
    for weight in change.weights:
        if weight.matter not in _BINDING or weight.elsewhere:
            yield weight
