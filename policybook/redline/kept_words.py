"""Find the sentence of another rule that has most words of one which came or went.

    3.1 A form is sent to the office.     3.1 A form is filled in.
                                          3.4 The form is sent to the office by post.

What rule 3.1 lost was not lifted, and what rule 3.4 got is not new. A sentence whose own rule
has most of its words in both versions is only reworded, so it is looked for nowhere else.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from policybook.meaning.types import Matter
from policybook.meaning.words.similarity import tokenise
from policybook.meaning.words.stems import telling_stems
from policybook.redline.moved_sentences import list_lost_sentences
from policybook.redline.opening_words import read_sentences
from policybook.redline.types import ClauseChange, Part

_Key = TypeVar("_Key", bound=Hashable)
#: Words that say something. Fewer of them recur by chance.
_LEAST = 5
#: Most of the words of a sentence; of so many words, this share is enough.
_MOST = 0.7
_MANY, _SHARE_OF_MANY = 7, 0.5
_DENIALS = frozenset("not no never nor neither nobody none cannot".split())
#: Sentences that have a word. One that more of them have finds no home.
_MOST_HOLDERS = 40


class LooseSentence(NamedTuple, Generic[_Key]):
    """A sentence that a rule has in one version only, and its words that say something."""

    key: _Key
    number: str
    text: str
    stems: frozenset[str]

    @property
    def denies(self) -> bool:
        """Return whether it has a "not": a ban is never kept in a rule that allows."""
        return not _DENIALS.isdisjoint(tokenise(self.text).words) or "n't" in self.text.lower()


class KeptWords(Generic[_Key]):
    """The sentences that rules lost or got, by their words."""

    def __init__(self, changes: Mapping[_Key, ClauseChange]) -> None:
        self._lost = [*_loose(changes, is_new=False)]
        self._got = [*_loose(changes, is_new=True)]
        self._homes: dict[LooseSentence[_Key], LooseSentence[_Key]] = {}
        self._holders = {False: _index(self._lost), True: _index(self._got)}
        self._of_rules: dict[bool, dict[_Key, list[LooseSentence[_Key]]]] = {False: {}, True: {}}
        for is_new, sentences in ((False, self._lost), (True, self._got)):
            for sentence in sentences:
                self._of_rules[is_new].setdefault(sentence.key, []).append(sentence)
                if home := self._find_home(sentence, is_new=is_new):
                    self._homes[sentence] = home
        # A sentence that is a home came from the one whose home it is.
        for sentence, home in [*self._homes.items()]:
            self._homes.setdefault(home, sentence)

    def homes(self, key: _Key, *, is_new: bool) -> Iterator[tuple[str, str]]:
        """Yield each sentence of one side of a change that has a home, with the home's number."""
        for sentence in self._of_rules[is_new].get(key, ()):
            if home := self._homes.get(sentence):
                yield sentence.text, home.number

    def _find_home(
        self, sentence: LooseSentence[_Key], *, is_new: bool
    ) -> LooseSentence[_Key] | None:
        """Return the sentence of the other version that has most of the words, if any has."""
        if len(sentence.stems) < _LEAST:
            return None
        others, holders = self._lost if is_new else self._got, self._holders[not is_new]
        shared: Counter[int] = Counter()
        for word in sentence.stems:
            shared.update(holders.get(word, ()))
        elsewhere = (
            (count, -place)
            for place, count in shared.items()
            if others[place].key != sentence.key and others[place].denies is sentence.denies
        )
        count, place = max(elsewhere, default=(0, 0))
        least = _SHARE_OF_MANY if count >= _MANY else _MOST
        return others[-place] if count >= least * len(sentence.stems) else None


def find_lost_sentences(changes: Sequence[ClauseChange]) -> Iterator[tuple[ClauseChange, str]]:
    """Yield each sentence that a rule of both versions lost, and that no other rule has now."""
    kept = KeptWords({change.count: change for change in changes})
    for change in changes:
        homes = dict(kept.homes(change.count, is_new=False))
        yield from ((change, text) for text in list_lost_sentences(change) if text not in homes)


def _index(sentences: Sequence[LooseSentence[_Key]]) -> Mapping[str, list[int]]:
    """Return the places of the sentences that have each word, without the commonest words."""
    result: dict[str, list[int]] = {}
    for place, sentence in enumerate(sentences):
        for word in sentence.stems:
            result.setdefault(word, []).append(place)
    return {word: places for word, places in result.items() if len(places) <= _MOST_HOLDERS}


def _loose(changes: Mapping[_Key, ClauseChange], *, is_new: bool) -> Iterator[LooseSentence[_Key]]:
    """Yield the sentences that only one side of each change has, but for those that moved."""
    for key, change in changes.items():
        if change.part is not Part.CLAUSE or change.cells:
            continue
        own, other = (change.new, change.old) if is_new else (change.old, change.new)
        if own == other or not own:
            continue
        moved = {w.new if is_new else w.old for w in change.weights if w.matter is Matter.MOVED}
        stays = [frozenset(telling_stems(text)) for text in read_sentences(other)]
        for unit in own:
            for text in read_sentences((unit,)):
                stems = frozenset(telling_stems(text))
                is_here = any(len(stems & one) >= _MOST * len(stems) for one in stays)
                if text not in moved and not is_here:
                    yield LooseSentence(key, unit.number or unit.label, text, stems)
