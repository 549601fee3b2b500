"""Find the sentence of the new text that says what a removed sentence said, in other words.

    Reports should include the day and the place.   removed
    A report must include the place and the day.    its home, in another rule

Rare words weigh more than those that many rules share. Where two rules are alike by common words
only, neither is a home. A home is sure if it binds as much as the removed sentence did, or gives
leave as that did, and asks for the same deed or has most of its words. A sentence that both
versions have is never sure: it says today what it always said.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from policybook.meaning.sentences.duty import WILL, StatedDuty
from policybook.meaning.sentences.reading import read, split_sentences
from policybook.meaning.sentences.word_kinds import REVERSAL
from policybook.meaning.words.similarity import tokenise
from policybook.meaning.words.stems import stem
from policybook.redline.opening_words import own_text
from policybook.redline.placed_sentences import PlacedSentence, place_sentences
from policybook.redline.types import ChangeKind, ClauseChange, Part
from policybook.redline.unit_weights import Around

_Key = TypeVar("_Key", bound=Hashable)
#: Shares of the weight of words: those of both sentences, and those of the removed one.
_MIN_BOTH, _MIN_BOTH_MANY, _MIN_OLD_MANY = 0.5, 0.4, 0.4
_MIN_OLD, _MIN_OLD_FEW = 0.6, 0.6
_MIN_MOST = 0.75
#: Shared words that are few, and many.
_FEW, _MANY = 3, 6
#: Sentences with so few content words are recognised only by nearly all of them.
_SHORT = 4
_NEARLY_ALL = 0.9
#: Of two duties of one deed, of two other ones, and of two with many words in common.
_MIN_OF_DEED, _MIN_OF_DUTIES, _MIN_OF_MANY = 0.25, 0.38, 0.28
#: Two sentences that bind nobody.
_MIN_UNBOUND = 0.55
#: Two rules at one number that share so much may be one. That is too little to name a home.
_MIN_SAME_PLACE = 0.3
#: The best home is this much better than the next one, or both are named.
_CLEARLY = 1.15
#: A word that more sentences have finds no home.
_MOST_HOLDERS = 20
#: A word that so few sentences have finds one alone.
_FEW_HOLDERS = 12
#: Pairs of sentences that are compared.
_MAX_PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class RuleHome(Generic[_Key]):
    """A removed sentence and one that may say the same. If not `is_sure`, it is not named."""

    old: PlacedSentence[_Key]
    new: PlacedSentence[_Key]
    is_sure: bool


def find_homes(changes: Mapping[_Key, ClauseChange], around: Around) -> list[RuleHome[_Key]]:
    """Return the homes of the sentences of removed rules, those of one sentence best first."""
    gone = [
        sentence
        for key, change in changes.items()
        if change.kind is ChangeKind.REMOVED and change.part is Part.CLAUSE
        for sentence in place_sentences(key, change, around, is_new=False)
    ]
    if not gone:
        return []
    come = [
        sentence
        for key, change in changes.items()
        if change.new and change.part is Part.CLAUSE
        for sentence in place_sentences(key, change, around, is_new=True)
    ]
    return [*_Finder(gone, come, changes).homes()]


class _Finder(Generic[_Key]):
    """Compares removed sentences with those of the new text."""

    def __init__(
        self,
        gone: Sequence[PlacedSentence[_Key]],
        come: Sequence[PlacedSentence[_Key]],
        changes: Mapping[_Key, ClauseChange],
    ) -> None:
        self._gone, self._come, self._changes = gone, come, changes
        counts = Counter(word for one in come for word in one.stems)
        counts |= Counter(word for one in gone for word in one.stems)
        self._counts, self._total = counts, max(len(come), len(gone)) + 1
        self._weights: dict[frozenset[str], float] = {}
        self._holders: dict[str, list[int]] = {}
        for place, sentence in enumerate(come):
            for word in sentence.stems:
                self._holders.setdefault(word, []).append(place)

    @cached_property
    def _olds(self) -> Counter[str]:
        """Return how often the old text has the words of each of its sentences."""
        return Counter(
            tokenise(text).key
            for change in self._changes.values()
            for unit in change.old
            for text in split_sentences(" ".join(own_text(unit).split()))
        )

    def homes(self) -> Iterator[RuleHome[_Key]]:
        """Yield the homes of all sentences. Where there is too much to compare, yield none."""
        most = max(_MOST_HOLDERS, len(self._come) // _MOST_HOLDERS)
        near = [self._near(old, most) for old in self._gone]
        if sum(map(len, near)) > _MAX_PAIRS:
            return
        for old, places in zip(self._gone, near, strict=True):
            yield from self._homes_of(old, [self._come[place] for place in sorted(places)])

    def _near(self, old: PlacedSentence[_Key], most: int) -> list[int]:
        """Return the new sentences that share a very rare word with an old one, or two."""
        shared: Counter[int] = Counter()
        for word in old.stems:
            holders = self._holders.get(word, ())
            if len(holders) <= most:
                shared.update(holders)
            if len(holders) <= _FEW_HOLDERS:
                shared.update(holders)
        return [place for place, count in shared.items() if count > 1]

    def _homes_of(
        self, old: PlacedSentence[_Key], news: Sequence[PlacedSentence[_Key]]
    ) -> Iterator[RuleHome[_Key]]:
        """Yield the best home of a sentence, and the next one if it is as good."""
        scored = sorted(
            ((sum(self._shares(old, new)), -place) for place, new in enumerate(news)), reverse=True
        )
        best = [(score, news[-place]) for score, place in scored[:2]]
        homes = [new for _, new in best if self._is_home(old, new)]
        is_clear = len(best) < 2 or best[0][0] >= _CLEARLY * best[1][0]
        if best and homes[:1] == [best[0][1]]:
            for new in homes[:1] if is_clear else homes:
                if is_sure := self._says_same(old, new, is_clear):
                    yield RuleHome(old, new, is_sure)
                elif self._stays(old, new):
                    yield RuleHome(old, new, is_sure=False)
            return
        for new in news:
            is_near = new.number == old.number and not self._stays(old, new)
            if is_near and self._shares(old, new)[1] >= _MIN_SAME_PLACE:
                yield RuleHome(old, new, is_sure=False)

    def _shares(self, old: PlacedSentence[_Key], new: PlacedSentence[_Key]) -> tuple[float, float]:
        """Return how much of the old sentence is in the new one, and of both in each other."""
        shared, was, now = self._weigh(old.stems & new.stems), self._weigh(old.stems), 0.0
        if shared:
            now = self._weigh(new.stems)
        return (shared / was if was else 0.0, 2 * shared / (was + now) if was + now else 0.0)

    def _weigh(self, stems: frozenset[str]) -> float:
        """Return how much words weigh: a rare one more than a common one."""
        if stems not in self._weights:
            # In order, because the sum of fractions depends on it.
            self._weights[stems] = sum([self._weight(word) for word in sorted(stems)])
        return self._weights[stems]

    def _weight(self, word: str) -> float:
        return math.log(self._total / self._counts[word])

    def _stays(self, old: PlacedSentence[_Key], new: PlacedSentence[_Key]) -> bool:
        """Return whether the old text has the new sentence, too, beside the removed one."""
        key = tokenise(new.text).key
        return self._olds[key] > (key == tokenise(old.text).key)

    def _is_home(self, old: PlacedSentence[_Key], new: PlacedSentence[_Key]) -> bool:
        """Return whether the words of both sentences say the same, or nearly so."""
        of_old, of_both = self._shares(old, new)
        count = len(old.stems & new.stems)
        if self._stays(old, new):
            return len(old.stems) >= _SHORT and old.stems <= new.stems
        if _are_opposite(old, new):
            return False
        if len(old.stems) < _SHORT:
            return of_both >= _NEARLY_ALL or (count >= _FEW and of_both >= _MIN_MOST)
        if count >= _FEW and of_both >= _MIN_BOTH:
            return True
        if of_both >= _MIN_BOTH_MANY and of_old >= _MIN_OLD and count >= _FEW:
            return len(old.stems) > _SHORT
        many = count >= _MANY and of_old >= _MIN_OLD_MANY
        if many and (of_both >= _MIN_BOTH_MANY or of_old >= _MIN_OLD_FEW):
            return True
        is_added = self._changes[new.key].kind is ChangeKind.ADDED
        return is_added and _bind(old, new) and self._is_same_duty(old, new, is_clear=True)

    def _says_same(
        self, old: PlacedSentence[_Key], new: PlacedSentence[_Key], is_clear: bool
    ) -> bool:
        """Return whether the home of a sentence is sure. `is_clear`: no other one is as like it."""
        of_old, of_both = self._shares(old, new)
        if self._stays(old, new) or len(old.stems & new.stems) < _FEW:
            return False
        if of_both >= _MIN_MOST:
            return True
        if old.duty is None and new.duty is None:
            return of_both >= _MIN_UNBOUND and of_old >= _MIN_OLD
        return self._is_same_duty(old, new, is_clear)

    def _is_same_duty(
        self, old: PlacedSentence[_Key], new: PlacedSentence[_Key], is_clear: bool
    ) -> bool:
        """Return whether two duties, or two that give leave, may be one."""
        was, now = old.duty, new.duty
        count, of_both = len(old.stems & new.stems), self._shares(old, new)[1]
        if was is None or now is None or count < _FEW:
            return False
        if was.forbids is not now.forbids and not _is_conditional(old, new):
            return False
        strengths = [_strength(rule) for rule in (old, new)]
        if _deeds(was) & new.stems or _deeds(now) & old.stems:
            return of_both >= _MIN_OF_DEED and all(strengths) is any(strengths)
        many = count >= _MANY and of_both >= _MIN_OF_MANY
        is_alike = is_clear and (of_both >= _MIN_OF_DUTIES or many)
        return is_alike and strengths[0] == strengths[1]


def _strength(rule: PlacedSentence[_Key]) -> float:
    """Return how much a rule binds: "may only" and "will" as much as "must"."""
    is_only = any(one.kind == "only" for text in read(rule.text) for one in text.conditions)
    force = rule.duty.force if rule.duty else None
    return WILL if is_only else min(force or 0.0, WILL)


def _deeds(duty: StatedDuty) -> set[str | None]:
    return {stem(word) for word in duty.deed.split()}


def _bind(*rules: PlacedSentence[_Key]) -> bool:
    """Return whether each rule binds somebody with a verb such as "must"."""
    return all(rule.duty is not None and rule.duty.verb and rule.duty.force for rule in rules)


def _is_conditional(old: PlacedSentence[_Key], new: PlacedSentence[_Key]) -> bool:
    """Return whether a "not" may be in other words: "only if", "unless", "unlocked"."""
    return any(
        one.negations
        or any(condition.kind in ("only", "unless") for condition in one.conditions)
        or any(map(REVERSAL.match, one.text.lower().split()))
        for text in (old, new)
        for one in read(text.text)
    )


def _are_opposite(old: PlacedSentence[_Key], new: PlacedSentence[_Key]) -> bool:
    """Return whether one sentence gives leave and the other one forbids.

    With a condition they may be one: "may leave only if", "must not leave unless".
    """
    was, now = old.duty, new.duty
    if was is None or now is None or was.forbids is now.forbids:
        return False
    return not _is_conditional(old, new) and not (was if now.forbids else now).force
