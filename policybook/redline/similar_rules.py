"""Leave to the reader a rule that went and a rule that came if they may be one in other words.

    Staff must never leave a gate unlocked.   →   Staff must always keep gates locked.

Neither is said to lift or to add a duty: the page shows both texts. The same holds for a rule
whose words another rule took in:

    Phones must be off. | Tablets must be off.   →   Phones and tablets must be off.

A permission and a ban are two rules, though they share their words.

A rule that went names the rule that may say the same now, so that a reader can compare them.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import TypeVar

from policybook.meaning.sentences.reading import SentenceMeaning, read
from policybook.meaning.types import Direction, Matter, Weight
from policybook.meaning.words.stems import content_stems
from policybook.redline.opening_words import own_text
from policybook.redline.types import ChangeKind, ClauseChange, Unit

_Key = TypeVar("_Key", bound=Hashable)
#: Share of content words that both rules have, anywhere and where they have the same number.
_MIN_SAME, _MIN_SAME_PLACE = 0.4, 0.15
#: Share of the words of a rule that are in the rule that took it in.
_MIN_TAKEN_IN = 0.75
#: A rule of a single such word is too little to recognise.
_MIN_WORDS = 2
# Pairs of rules that are all compared.
_MAX_PAIRS = 2500
_BINDING = frozenset(
    {Matter.WEAKER, Matter.LIFTED, Matter.STRONGER, Matter.PROHIBITED, Matter.CONDITION}
)

_OTHER_WORDS = Weight(matter=Matter.CONTENT, direction=Direction.WORDED)


def quieten_similar_rules(changes: Mapping[_Key, ClauseChange]) -> dict[_Key, ClauseChange]:
    """Return `changes` without the effects of rules that may be the same rule.

    A removed rule has the number of the most similar one in its weight.
    """
    gone, come, changed = (
        [key for key, change in changes.items() if change.kind is kind and not _has_moves(change)]
        for kind in (ChangeKind.REMOVED, ChangeKind.ADDED, ChangeKind.REWORDED)
    )
    left, grown = [*product(gone, come), *product(gone, changed)], list(product(changed, come))
    if len(left) + len(grown) > _MAX_PAIRS:
        return dict(changes)
    same = [(old, new) for old, new in left if _may_be_same(changes[old], changes[new])]
    same += [
        (old, new)
        for old, new in grown
        if (_binds(changes[old]) or _binds(changes[new]))
        and _may_be_same(changes[old], changes[new])
    ]
    alike = {key: _quiet(changes[key]) for pair in same for key in pair}
    homes = _nearest({old: [new for was, new in same if was == old] for old in gone}, changes)
    return {**changes, **alike, **{old: _name(alike[old], changes[homes[old]]) for old in homes}}


def _nearest(
    homes: Mapping[_Key, Sequence[_Key]], changes: Mapping[_Key, ClauseChange]
) -> dict[_Key, _Key]:
    """Return for each removed rule the new one that shares most of its words."""
    return {
        old: max(news, key=lambda new: _shared(changes[old].old, changes[new].new))
        for old, news in homes.items()
        if news
    }


def _shared(old: Sequence[Unit], new: Sequence[Unit]) -> int:
    """Return how many words that say something are in both."""
    return (_stems(old) & _stems(new)).total()


def _name(change: ClauseChange, home: ClauseChange) -> ClauseChange:
    """Return a removed rule whose weight has the number of the rule that may say the same."""
    number = next((u.number or u.label for u in home.new if u.number or u.label), "")
    if not number:
        return change
    weights = (
        replace(weight, elsewhere=(number,)) if weight.matter is Matter.GONE else weight
        for weight in change.weights
    )
    return replace(change, weights=tuple(weights))


def _has_moves(change: ClauseChange) -> bool:
    """Return whether sentences of the change are known to have moved."""
    return any(weight.matter is Matter.MOVED for weight in change.weights)


def _binds(change: ClauseChange) -> bool:
    """Return whether the change is said to add or to lift something."""
    return any(weight.matter in _BINDING for weight in change.weights)


def _may_be_same(old: ClauseChange, new: ClauseChange) -> bool:
    """Return whether the rule of one change may be in the other change.

    Two whole rules share many words that say something. A reworded rule got, or lost, some
    of the words of the other one and has nearly all of them.
    """
    a, b = _stems(old.old), _stems(new.new)
    if old.new:
        return _is_part(b, a, a - _stems(old.new))
    if new.old:
        return _is_part(a, b, b - _stems(new.old))
    if _are_opposite(old.old, new.new):
        return False
    total = a.total() + b.total()
    least = _MIN_SAME_PLACE if old.old[0].number == new.new[0].number else _MIN_SAME
    return bool(total) and 2 * (a & b).total() >= least * total


def _are_opposite(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Return whether one rule allows something and the other forbids something.

    With a condition they may be one: "may leave only if", "must not leave unless".
    """
    was, now = (read(" ".join(map(own_text, units))) for units in (old, new))
    if any(one.force is None or one.conditions or one.negations for one in (*was, *now)):
        return False
    return (_all_forbid(was) and _all_allow(now)) or (_all_allow(was) and _all_forbid(now))


def _all_forbid(rule: Sequence[SentenceMeaning]) -> bool:
    return bool(rule) and all(one.forbids for one in rule)


def _all_allow(rule: Sequence[SentenceMeaning]) -> bool:
    return bool(rule) and all(one.force == 0 and not one.forbids for one in rule)


def _is_part(rule: Counter[str], whole: Counter[str], moved: Counter[str]) -> bool:
    """Return whether `whole` has nearly all words of a rule, and some of them are `moved`."""
    if rule.total() < _MIN_WORDS:
        return False
    shared = (rule & whole).total()
    return shared >= _MIN_TAKEN_IN * rule.total() and bool(rule & moved)


def _stems(units: Sequence[Unit]) -> Counter[str]:
    """Return the words of the units that say something."""
    return content_stems(" ".join(map(own_text, units)))


def _quiet(change: ClauseChange) -> ClauseChange:
    """Return the change without its effects on duties."""
    rest = tuple(weight for weight in change.weights if weight.matter not in _BINDING)
    # A rule in other words has not only another form.
    return replace(change, weights=rest or (_OTHER_WORDS,))
