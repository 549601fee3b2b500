"""Take back what a label claims where the redline cannot be sure of it.

A rule that says less is right more often: the change stays marked, and is to be read. Measured on
the labels of 50 real revisions that were read one by one, a claim fails mostly in these cases.

words elsewhere    Most words of a sentence that came or went are in another rule of the other
                   version. It neither came nor went; a whole rule names the other one.
other verb         One verb of the same force took the place of another, and more changed: these
                   are mostly two sentences. "Can" and "may" bind nobody, and headings do not.
rewritten          So little of a rule stayed, or so much of a long one changed, that a condition,
                   or a verb in the place of another, may belong to another sentence.
other figures      Two figures may be of two things (`sure_figures`).
"""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from policybook.meaning.effects.weight import sort_weights
from policybook.meaning.types import BINDING, FIGURES, OTHER_WORDS, Direction, Matter, Weight
from policybook.meaning.words.similarity import tokenise
from policybook.redline.kept_words import KeptWords
from policybook.redline.opening_words import joined_text, own_text
from policybook.redline.sure_figures import is_sure_figure
from policybook.redline.types import ChangeKind, ClauseChange, Part, RunKind, Unit

_Key = TypeVar("_Key", bound=Hashable)
_EDITS = frozenset({RunKind.REMOVED, RunKind.ADDED})
#: "Can" and "may" bind nobody. "Can not" is "cannot".
_LEAVE = frozenset({"can", "may"})
_CAN_NOT = re.compile(r"\bcan not\b", re.IGNORECASE)
#: A rule with more edits was rewritten.
_MOST_EDITS = 16
#: Of the words of both versions, so many are the same in a rule that was not rewritten.
_LEAST_OF_CONDITION = 0.5
#: A rule names at most so many others.
_MOST_NAMED = 3


def keep_sure_claims(changes: Mapping[_Key, ClauseChange]) -> dict[_Key, ClauseChange]:
    """Return `changes` without the claims that are not sure."""
    claiming = {
        key: change
        for key, change in changes.items()
        if change.part is not Part.COVER and not change.cells and _may_claim(change)
    }
    if not claiming:
        return dict(changes)
    kept, moved = KeptWords(changes), _moved_texts(changes)
    return {
        **changes,
        **{key: _keep_sure(key, change, kept, moved) for key, change in claiming.items()},
    }


def _moved_texts(changes: Mapping[_Key, ClauseChange]) -> Mapping[bool, list[str]]:
    """Return the words that moved to another rule, and those that moved here from one."""
    every = [w for c in changes.values() for w in c.weights if w.matter is Matter.MOVED]
    return {False: [w.new for w in every if w.new], True: [w.old for w in every if w.old]}


def _may_claim(change: ClauseChange) -> bool:
    """Return whether a change says more than that a rule came, or that words are to be read."""
    is_gone = change.kind is ChangeKind.REMOVED
    return is_gone or any(weight.is_specific for weight in change.weights)


def _keep_sure(
    key: _Key, change: ClauseChange, kept: KeptWords[_Key], moved: Mapping[bool, list[str]]
) -> ClauseChange:
    if change.part is not Part.CLAUSE:
        return _bind_nobody(change)
    homes = {is_new: dict(kept.homes(key, is_new=is_new)) for is_new in (False, True)}
    if not (change.old and change.new):
        return _name_home(change, homes[bool(change.new)])
    for is_new, own, other in ((False, change.old, change.new), (True, change.new, change.old)):
        homes[is_new] |= dict.fromkeys(_went_with(moved[is_new], own, other), "")
    rest = [
        weight
        for weight in change.weights
        if not _is_elsewhere(weight, homes) and not _is_rewritten(weight, change)
    ]
    if len(rest) == len(change.weights):
        return change
    return replace(change, weights=sort_weights((*rest, OTHER_WORDS)))


def _went_with(moved: Sequence[str], own: Sequence[Unit], other: Sequence[Unit]) -> Iterator[str]:
    """Yield the words that moved and that a rule has in one version only."""
    words, rest = (f" {tokenise(joined_text(units)).key} " for units in (own, other))
    for text in moved:
        part = f" {tokenise(text).key} "
        if part in words and part not in rest:
            yield text


def _bind_nobody(heading: ClauseChange) -> ClauseChange:
    """Return the change of a heading without what it would do as a rule."""
    rest = tuple(weight for weight in heading.weights if weight.matter not in BINDING)
    return heading if rest == heading.weights else replace(heading, weights=rest or (OTHER_WORDS,))


def _is_elsewhere(weight: Weight, homes: Mapping[bool, Mapping[str, str]]) -> bool:
    """Return whether a weight may rest on a sentence of which another rule has most words."""
    if weight.matter not in BINDING | FIGURES - {Matter.DATE}:
        return False
    is_whole = weight.matter in BINDING or weight.direction is not Direction.REPLACED
    sides = ((False, weight.old), (True, weight.new))
    return is_whole and any(
        word and any(_says(text, word) for text in homes[is_new]) for is_new, word in sides
    )


def _says(sentence: str, words: str) -> bool:
    """Return whether a sentence has the words of a weight: `no … may` are two."""
    low = sentence.lower().replace("’", "'")
    return all(part in low for part in words.lower().split(" … "))


def _is_rewritten(weight: Weight, change: ClauseChange) -> bool:
    """Return whether a weight compares what may be two sentences."""
    is_alone = OTHER_WORDS not in change.weights and _count_edits(change) <= len(_EDITS)
    if weight.matter is Matter.DUTY:
        return not is_alone or not _LEAVE.isdisjoint((weight.old, weight.new))
    if weight.matter is Matter.NEGATION:
        was, now = (len(_CAN_NOT.findall(joined_text(units))) for units in (change.old, change.new))
        return was != now
    if weight.matter in FIGURES:
        old, new = joined_text(change.old), joined_text(change.new)
        return not is_sure_figure(weight, old, new, is_alone=is_alone)
    if weight.direction is Direction.REPLACED and weight.matter in BINDING:
        return _count_edits(change) > _MOST_EDITS
    return weight.matter is Matter.CONDITION and _likeness(change) < _LEAST_OF_CONDITION


def _count_edits(change: ClauseChange) -> int:
    return sum(run.kind in _EDITS for run in change.runs)


def _likeness(change: ClauseChange) -> float:
    """Return how much of both versions of a rule is the same, from 0 to 1."""
    old, new = (tokenise(joined_text(units)) for units in (change.old, change.new))
    return old.places.likeness(new.words)


# --- whole rules


def _name_home(change: ClauseChange, homes: Mapping[str, str]) -> ClauseChange:
    """Return a rule that came or went, with the numbers of the rules that may say the same.

    A label asks to compare them only where a rule went: a new one can be read.
    """
    numbers = tuple(dict.fromkeys(filter(None, homes.values())))[:_MOST_NAMED]
    whole = (Matter.NEW, Matter.GONE)
    is_named = any(w.elsewhere for w in change.weights if w.matter in whole)
    if not numbers or is_named:
        return change
    result = [*_compare(change, homes, numbers)]
    return replace(change, weights=sort_weights(result))


def _compare(
    change: ClauseChange, homes: Mapping[str, str], numbers: tuple[str, ...]
) -> Iterator[Weight]:
    """Yield the weights of a whole rule, each beside the rules to compare it with."""
    sentences = sum(len(tokenise(text).words) for text in homes)
    every = sum(len(tokenise(own_text(unit)).words) for unit in (*change.old, *change.new))
    for weight in change.weights:
        if weight.matter is Matter.GONE:
            yield replace(weight, elsewhere=numbers, is_part=2 * sentences < every)
        elif weight.matter in BINDING and any(
            _says(text, weight.old or weight.new) for text in homes
        ):
            yield replace(weight, elsewhere=numbers)
        else:
            yield weight
