"""Find the sentence of the new text that says what a removed sentence said, in other words.

    Reports should include the day and the place.   removed
    A report must include the place and the day.    its home, in another rule

Rare words weigh more than those that many rules share. Where two rules are alike by common words
only, neither is a home. A home is sure if it binds as much as the removed sentence did, or gives
leave as that did, and asks for the same deed or has most of its words. A sentence that both
versions have is never sure: it says today what it always said. A sentence that is not sure, but
says much of the old one with the same force, is named only for a reader to compare.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from policybook.meaning.sentences.duty import WILL, StatedDuty
from policybook.meaning.sentences.reading import read
from policybook.meaning.sentences.word_kinds import REVERSAL, is_agent
from policybook.meaning.words.similarity import tokenise
from policybook.meaning.words.stems import stem
from policybook.redline.opening_words import read_sentences
from policybook.redline.placed_sentences import PlacedSentence, place_sentences
from policybook.redline.types import ChangeKind, ClauseChange, Part
from policybook.redline.unit_weights import Around

_Key = TypeVar("_Key", bound=Hashable)
#: So many shared words are few, and so many are many.
_FEW, _MANY = 3, 6
#: Shorter sentences are no kept rule by their words.
_SHORT = 4
#: Shares of the weight of the words of both sentences. Nearly all of them are enough. Others must
#: bind nobody, or ask for one deed, or have many words in common, or be alike otherwise.
_NEARLY_ALL, _UNBOUND, _OF_DEED, _OF_MANY, _ALIKE = 0.75, 0.55, 0.25, 0.28, 0.38
#: The same of two rules that were not both written anew, or that leave something to people.
_LEAST = 0.5
#: Two rules at one number that share so much may be one. That is too little to name a home.
_MIN_SAME_PLACE = 0.3
#: Of both sentences, so much may be the rule in other words; of a few words, so much.
_MUCH, _MUCH_OF_FEW = 0.335, 0.42
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
    """A removed sentence and one that may say the same.

    If not `is_sure`, nothing is said of how they differ. If not `is_named`, it is not named.
    """

    old: PlacedSentence[_Key]
    new: PlacedSentence[_Key]
    is_sure: bool
    is_named: bool = True


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
            for text in read_sentences(change.old)
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
        homes = [home for home in best if self._is_home(old, home[1])]
        is_clear = len(homes) < 2 or homes[0][0] >= _CLEARLY * homes[1][0]
        if homes[:1] == best[:1]:
            for _, new in homes[:1] if is_clear else homes:
                stays = self._stays(old, new)
                if stays or self._is_home(old, new, is_clear=is_clear):
                    yield RuleHome(old, new, is_sure=not stays, is_named=not stays)
            return
        like = next((news[-place] for _, place in scored if self._may_say(old, news[-place])), None)
        if like:
            yield RuleHome(old, like, is_sure=False)
            return
        for new in news:
            is_near = new.number == old.number and not self._stays(old, new)
            if is_near and self._shares(old, new)[1] >= _MIN_SAME_PLACE:
                yield RuleHome(old, new, is_sure=False, is_named=False)

    def _may_say(self, old: PlacedSentence[_Key], new: PlacedSentence[_Key]) -> bool:
        """Return whether the new sentence says much of the old one, and binds as it."""
        of_both, count = self._shares(old, new)[1], len(old.stems & new.stems)
        if count < _FEW or self._stays(old, new) or _has_other_agent(old, new):
            return False
        was, now = old.duty, new.duty
        if was and now and not _has_same_sign(old, new):
            return False
        if (was is None) is not (now is None) or bool(_strength(old)) is not bool(_strength(new)):
            return of_both >= _LEAST and count > _FEW
        if was and now and _deeds(was) == _deeds(now) and _strength(old) == _strength(new):
            return of_both >= (_OF_DEED if count >= _MANY else _MUCH)
        return of_both >= (_MUCH_OF_FEW if count == _FEW else _MUCH if was else _ALIKE)

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
            self._weights[stems] = sum(
                [math.log(self._total / self._counts[word]) for word in sorted(stems)]
            )
        return self._weights[stems]

    def _stays(self, old: PlacedSentence[_Key], new: PlacedSentence[_Key]) -> bool:
        """Return whether the old text has the new sentence, too, beside the removed one."""
        key = tokenise(new.text).key
        return self._olds[key] > (key == tokenise(old.text).key)

    def _is_home(
        self, old: PlacedSentence[_Key], new: PlacedSentence[_Key], *, is_clear: bool = True
    ) -> bool:
        """Return whether the new sentence surely says what the old one said.

        `is_clear`: no other one is as like it.
        """
        of_old, of_both = self._shares(old, new)
        count, was, now = len(old.stems & new.stems), old.duty, new.duty
        if self._stays(old, new):
            return len(old.stems) >= _SHORT and old.stems <= new.stems
        if count < _FEW or (was and now and not _has_same_sign(old, new)):
            return False
        if of_both >= _NEARLY_ALL:
            return is_clear or was is not None
        if _has_other_agent(old, new):
            return False
        if was is None or now is None:
            return was is now and min(of_both, of_old) >= _UNBOUND
        is_new = self._changes[new.key].kind is ChangeKind.ADDED and was.verb and now.verb
        least = 0.0 if is_new and was.force and now.force else _LEAST
        if of_both < least:
            return False
        if _deeds(was) & new.stems and _deeds(now) & old.stems:
            return of_both >= _OF_DEED and bool(_strength(old)) is bool(_strength(new))
        is_like = of_both >= (_OF_MANY if count >= _MANY else _ALIKE)
        return is_clear and is_like and _strength(old) == _strength(new)


def _strength(rule: PlacedSentence[_Key]) -> float:
    """Return how much a rule binds: "may only" and "will" as much as "must"."""
    is_only = any(one.kind == "only" for text in read(rule.text) for one in text.conditions)
    force = rule.duty.force if rule.duty else None
    return WILL if is_only else min(force or 0.0, WILL)


def _deeds(duty: StatedDuty) -> set[str | None]:
    return {stem(word) for word in duty.deed.split()}


def _has_other_agent(old: PlacedSentence[_Key], new: PlacedSentence[_Key]) -> bool:
    """Return whether both sentences ask one deed, of people whom the other one does not name."""
    was, now = old.duty, new.duty
    if not (was and now and _deeds(was) == _deeds(now) != {None}):
        return False
    pairs = ((old, new, was), (new, old, now))
    starts = [(one.text.lower().split(f" {d.verb or d.deed}")[0], two) for one, two, d in pairs]
    return all(
        is_agent(start) and stem(start.split()[-1]) not in two.stems for start, two in starts
    )


def _has_same_sign(old: PlacedSentence[_Key], new: PlacedSentence[_Key]) -> bool:
    """Return whether both sentences forbid, or neither does.

    A "not" may be in other words: "only if" and "unless", "leave unlocked" and "lock".
    """
    if old.duty and new.duty and old.duty.forbids is new.duty.forbids:
        return True
    return any(
        one.negations
        or any(condition.kind in ("only", "unless") for condition in one.conditions)
        or any(map(REVERSAL.match, one.text.lower().split()))
        for text in (old, new)
        for one in read(text.text)
    )
