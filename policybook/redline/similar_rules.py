"""Leave to the reader a rule that went and a rule that came if they may be one in other words.

    Staff must never leave a gate unlocked.   →   Staff must always keep gates locked.

Neither is said to lift or to add a duty: the page shows both texts.
"""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import TypeVar

from policybook.redline.opening_words import own_text
from policybook.redline.term_stems import content_stems
from policybook.redline.types import ChangeKind, ClauseChange, Matter

_Key = TypeVar("_Key", bound=Hashable)
#: Share of content words that both rules have.
_MIN_SAME = 0.4
# Pairs of rules that are all compared.
_MAX_PAIRS = 2500
_BINDING = frozenset(
    {Matter.WEAKER, Matter.LIFTED, Matter.STRONGER, Matter.PROHIBITED, Matter.CONDITION}
)


def quieten_similar_rules(changes: Mapping[_Key, ClauseChange]) -> dict[_Key, ClauseChange]:
    """Return `changes` without the effects of rules that may be the same rule."""
    gone, come = (
        [key for key, change in changes.items() if change.kind is kind]
        for kind in (ChangeKind.REMOVED, ChangeKind.ADDED)
    )
    if not gone or not come or len(gone) * len(come) > _MAX_PAIRS:
        return dict(changes)
    alike = {
        key
        for old in gone
        for new in come
        if (_binds(changes[old]) or _binds(changes[new]))
        and _is_similar(changes[old], changes[new])
        for key in (old, new)
    }
    return {**changes, **{key: _quiet(changes[key]) for key in alike}}


def _binds(change: ClauseChange) -> bool:
    """Return whether the change is said to add or to lift something."""
    return any(weight.matter in _BINDING for weight in change.weights)


def _is_similar(old: ClauseChange, new: ClauseChange) -> bool:
    """Return whether two rules share many words that say something."""
    a, b = content_stems(own_text(old.old[0])), content_stems(own_text(new.new[0]))
    total = a.total() + b.total()
    return bool(total) and 2 * (a & b).total() >= _MIN_SAME * total


def _quiet(change: ClauseChange) -> ClauseChange:
    """Return the change without its effects on duties."""
    rest = tuple(weight for weight in change.weights if weight.matter not in _BINDING)
    return replace(change, weights=rest)
