"""Find sentences that left one clause and are now in another.

    2.1 Trips are planned. Dogs stay at home.    2.1 Trips are planned.
    3.4 The gate is shut.                        3.4 The gate is shut. Dogs stay at home.

The sentence moved: no duty went and none came. If a few of its words changed on the way, the
clause where it is now says what they do. A sentence that several clauses lost, or got, may have
come from any of them; it is left as it is.
"""

from collections.abc import Container, Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TypeVar

from policybook.meaning.effects.weight import sort_weights, weights
from policybook.meaning.effects.weight_values import one_sided
from policybook.meaning.types import FORM, Matter, Weight
from policybook.meaning.words.similarity import tokenise
from policybook.redline.opening_words import read_sentences
from policybook.redline.taken_in import find_taken_in
from policybook.redline.types import ClauseChange, Part, Unit
from policybook.redline.unit_weights import Around, weigh_units

_Key = TypeVar("_Key", bound=Hashable)
# Words. Shorter sentences recur by chance; more are needed where the words are not the same.
_MIN_WORDS, _MIN_WORDS_NEAR = 4, 6
_MOST_OF_A_TITLE = 8
#: As many words at the start of one sentence are another statement.
_MOST_AHEAD = 6
_MIN_LIKENESS, _MIN_REWORDED = 0.75, 0.5
# Pairs of sentences that are all compared.
_MAX_PAIRS = 10_000
#: A whole line in bold may be a rule, too.
_OF_SENTENCES = frozenset({Part.CLAUSE, Part.GROUP})
ELSEWHERE = "another place"


@dataclass(slots=True)
class _Sentences:
    """The sentences that a change lost and got, and those of them that moved."""

    lost: list[str]
    got: list[str]
    gone_to: dict[str, str] = field(default_factory=dict)
    come_from: dict[str, tuple[str, str]] = field(default_factory=dict)


def trace_sentences(
    changes: Mapping[_Key, ClauseChange], around: Around
) -> dict[_Key, ClauseChange]:
    """Return `changes`, with the sentences that moved named as such."""
    loose = {
        key: _loose_sentences(change)
        for key, change in changes.items()
        if change.weights and change.part in _OF_SENTENCES and not change.cells
    }
    pairs = list(_pairs(loose))
    for key, old, other, new in pairs:
        loose[key].gone_to[old] = _name(changes[other].new)
        loose[other].come_from[new] = (_name(changes[key].old), old)
    touched = {key for key, _, other, _ in pairs for key in (key, other)}
    for key, units in find_taken_in(changes, loose.keys() - touched, around):
        for text in read_sentences(changes[key].old):
            loose[key].gone_to[text] = _name(units)
        for text in read_sentences(changes[key].new):
            loose[key].come_from[text] = (_name(units), text)
        touched.add(key)
    return {
        key: _rename(change, loose[key], around) if key in touched else change
        for key, change in changes.items()
    }


def _name(units: Sequence[Unit]) -> str:
    """Return the number of the clause."""
    return next((unit.number or unit.label for unit in units if unit.number or unit.label), "")


def list_lost_sentences(change: ClauseChange) -> tuple[str, ...]:
    """Return the sentences of a rule that it has no longer, and that no other rule got.

    The new rule has at least half of the old sentences, and none that shares more than a third
    of the content words: such a one may say the same in other words.
    """
    if not change.old or not change.new or change.part is not Part.CLAUSE or change.cells:
        return ()
    loose = _loose_sentences(change)
    moved = {weight.old for weight in change.weights if weight.matter is Matter.MOVED}
    if 2 * len(loose.lost) > len(read_sentences(change.old)):
        return ()
    come = [tokenise(text).content for text in read_sentences(change.new)]
    return tuple(
        text
        for text in loose.lost
        if text not in moved
        and len(tokenise(text).words) >= _MIN_WORDS
        and not any(_shares_much(tokenise(text).content, new) for new in come)
    )


def _shares_much(old: Set[str], new: Set[str]) -> bool:
    """Return whether more than a third of the content words of a sentence are in another.

    Figures recur by chance.
    """
    words = [word for word in old if not word.isdecimal()]
    return 3 * sum(word in new for word in words) > len(words)


def _loose_sentences(change: ClauseChange) -> _Sentences:
    """Return the sentences that only one side of a change has."""
    titles = {_title(unit) for unit in (*change.old, *change.new)}
    olds, news = (
        [text for text in read_sentences(units) if text not in titles]
        for units in (change.old, change.new)
    )
    old_keys, new_keys = set(map(_key, olds)), set(map(_key, news))
    lost = [text for text in olds if _key(text) not in new_keys]
    got = [text for text in news if _key(text) not in old_keys]
    if len(lost) * len(got) > _MAX_PAIRS:
        return _Sentences([], [])
    # A sentence that is reworded in its place has not moved.
    return _Sentences(
        [text for text in lost if not any(_likeness(text, new) >= _MIN_REWORDED for new in got)],
        [text for text in got if not any(_likeness(old, text) >= _MIN_REWORDED for old in lost)],
    )


def _title(unit: Unit) -> str:
    """Return the short title after a name and number: `Definitions.` of "Section 3. Definitions."

    It says nothing that could move.
    """
    named = unit.text[: unit.typed].split()
    sentences = read_sentences((unit,)) if len(named) > 1 and named[0].isalpha() else []
    is_title = len(sentences) > 1 and len(tokenise(sentences[0]).words) <= _MOST_OF_A_TITLE
    return sentences[0] if is_title else ""


def _key(sentence: str) -> str:
    return tokenise(sentence).key


def _pairs(loose: Mapping[_Key, _Sentences]) -> Iterator[tuple[_Key, str, _Key, str]]:
    """Yield the sentences that moved: where from, what, where to, and how it reads there."""
    lost = [(key, text) for key, found in loose.items() for text in found.lost]
    got = [(key, text) for key, found in loose.items() for text in found.got]
    taken: set[tuple[object, str]] = set()
    homes = _unique(got)
    for text_key, (key, text) in _unique(lost).items():
        if (home := homes.get(text_key)) and home[0] != key:
            taken |= {(key, text), home}
            yield key, text, *home
    lost, got = (
        [one for one in side if one not in taken and len(tokenise(one[1]).words) >= _MIN_WORDS]
        for side in (lost, got)
    )
    if len(lost) * len(got) <= _MAX_PAIRS:
        yield from _near_pairs(lost, got)


def _unique(found: Sequence[tuple[_Key, str]]) -> dict[str, tuple[_Key, str]]:
    """Return the sentences that are long enough and occur once, by their words."""
    places: dict[str, tuple[_Key, str] | None] = {}
    for key, text in found:
        words = tokenise(text)
        if len(words.words) >= _MIN_WORDS:
            places[words.key] = None if words.key in places else (key, text)
    return {words: place for words, place in places.items() if place}


def _is_long(text: str) -> bool:
    return len(tokenise(text).words) >= _MIN_WORDS_NEAR


def _has_same_content(old: str, new: str) -> bool:
    """Return whether only small words differ: "helpers should wear", "helpers must wear"."""
    return tokenise(old).content == tokenise(new).content


def _near_pairs(
    lost: Sequence[tuple[_Key, str]], got: Sequence[tuple[_Key, str]]
) -> Iterator[tuple[_Key, str, _Key, str]]:
    """Yield the pairs that are nearly the same, the most similar first."""
    scored = sorted(
        (
            (-likeness, i, j)
            for i, (key, old) in enumerate(lost)
            for j, (other, new) in enumerate(got)
            if key != other
            and _key(old) != _key(new)
            and ((_is_long(old) and _is_long(new)) or _has_same_content(old, new))
            and (likeness := _likeness(old, new)) >= _MIN_LIKENESS
            and not _has_other_start(old, new)
        )
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, i, j in scored:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            yield *lost[i], *got[j]


def _has_other_start(old: str, new: str) -> bool:
    """Return whether one sentence starts with a clause of its own: "hazing is defined here as"."""
    (olds, news), first = (tokenise(text).words for text in (old, new)), _MOST_AHEAD
    return not (set(olds[:first]) & set(news[:first]))


def _likeness(old: str, new: str) -> float:
    a, b = tokenise(old), tokenise(new)
    if len(a.content & b.content) < _MIN_WORDS - 1:
        return 0.0
    return a.places.likeness(b.words)


# --- the weights of a change whose sentences moved


def _rename(change: ClauseChange, found: _Sentences, around: Around) -> ClauseChange:
    """Return the change with weights that name what moved, and say what the rest does."""
    old = without_sentences(change.old, found.gone_to)
    new = without_sentences(change.new, found.come_from)
    result = list(weigh_units(old, new, around)) if old or new else []
    same = {weight for weight in change.weights if weight.matter in (Matter.LINK, Matter.INVISIBLE)}
    moves = [
        *(_move(text, place, is_new=False) for text, place in found.gone_to.items()),
        *(_move(text, place, is_new=True) for text, (place, _) in found.come_from.items()),
    ]
    for text, (_, before) in found.come_from.items():
        if _key(before) != _key(text):
            result += weights(before, text)
    # "Please read" stays: what moved does not say all.
    named = [weight for weight in result if weight.matter not in FORM]
    whole = (Matter.NEW, Matter.GONE)
    if all(weight.matter in whole for weight in named) and change.old and change.new:
        named = []
    return replace(change, weights=sort_weights((*named, *moves, *same)))


def without_sentences(units: Sequence[Unit], left_out: Container[str]) -> tuple[Unit, ...]:
    """Return the units without some of their sentences."""
    rest = []
    for unit in units:
        sentences = [text for text in read_sentences((unit,)) if text not in left_out]
        if sentences:
            rest.append(unit._replace(text=" ".join(sentences), typed=0))
    return tuple(rest)


def _move(text: str, place: str, is_new: bool) -> Weight:
    """Return the weight of a sentence that moved to, or from, a clause."""
    return replace(one_sided(Matter.MOVED, text, is_new), elsewhere=(place or ELSEWHERE,))
