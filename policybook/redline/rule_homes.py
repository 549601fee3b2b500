"""Find the sentence of the new text that says what a removed sentence said, in other words.

    Reports should include the day and the place.   removed
    A report must include the place and the day.    its home, in another rule

Rare words weigh more than those that many rules share. Where two rules are alike by common words
only, neither is a home. A home is sure if it binds as much as the removed sentence did, or gives
leave as that did, and asks for the same deed or has most of its words. A sentence that both
versions have is never sure: it says today what it always said.
"""

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Generic, TypeVar

from policybook.meaning.sentences.duty import WILL, StatedDuty
from policybook.meaning.sentences.reading import complete, read, split_sentences
from policybook.meaning.sentences.word_kinds import REVERSAL
from policybook.meaning.types import Matter
from policybook.meaning.words.similarity import tokenise, words
from policybook.meaning.words.stems import stem
from policybook.redline.opening_words import own_text
from policybook.redline.types import ChangeKind, ClauseChange, Part, Unit
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
#: The best home is this much better than the next one, or both are named.
_CLEARLY = 1.15
#: A word that more sentences have finds no home.
_MOST_HOLDERS = 20
#: A word that so few sentences have finds one alone.
_FEW_HOLDERS = 12
#: Pairs of sentences that are compared.
_MAX_PAIRS = 20_000
#: Words of opening words after the verb whose items it binds.
_MOST_AFTER = 3
#: "1-to-1" is a word, and no figure.
_COMPOUND = re.compile(r"\b(\w+)-to-(\w+)\b")
_ONE_OF = MappingProxyType({"people": "person", "children": "child", "families": "family"})
_LETTERS = "abcdefghij"


@dataclass(frozen=True, slots=True)
class PlacedSentence(Generic[_Key]):
    """A sentence of a change, with its unit, its opening words and what it says."""

    key: _Key
    text: str
    unit: Unit
    lead: str
    stems: frozenset[str]

    @property
    def number(self) -> str:
        return self.unit.number or self.unit.label

    @property
    def duty(self) -> StatedDuty | None:
        """Return the duty that binds most, or None where nothing binds or allows.

        An item has the duty of its opening words only if they end with it: "Staff must:".
        """
        own_duty = _strongest(self.text)
        if not self.lead or (own_duty and own_duty.verb):
            return own_duty
        lead = split_sentences(self.lead)[-1]
        duty = _strongest(complete(lead, self.text))
        if duty is None or not duty.verb:
            return own_duty
        _, verb, after = lead.lower().rpartition(duty.verb)
        return duty if verb and len(after.split()) <= _MOST_AFTER else own_duty


def _strongest(text: str) -> StatedDuty | None:
    """Return the duty of a text that binds most; one with a modal verb comes first."""
    return max(
        (one.duty for one in read(text) if one.duty.force is not None),
        key=lambda duty: (bool(duty.verb), duty.force or 0.0),
        default=None,
    )


def place_sentences(
    key: _Key, change: ClauseChange, around: Around, *, is_new: bool
) -> Iterator[PlacedSentence[_Key]]:
    """Yield the sentences of one side of a change, without those that moved."""
    moved = {
        weight.new if is_new else weight.old
        for weight in change.weights
        if weight.matter is Matter.MOVED
    }
    for unit in change.new if is_new else change.old:
        lead = around[is_new].lead((unit,))
        for text in split_sentences(" ".join(own_text(unit).split())):
            if text not in moved:
                yield PlacedSentence(key, text, unit, lead, _stems(text))


def _stems(text: str) -> frozenset[str]:
    """Return the words that say something. Figures recur by chance."""
    if "-to-" in text:
        text = _COMPOUND.sub(lambda hit: f"{_spell(hit[1])}to{_spell(hit[2])}", text)
    stems = [stem(_ONE_OF.get(word, word)) for word in words(text.replace("'", ""))]
    return frozenset([word for word in stems if word and not word.isdecimal()])


def _spell(part: str) -> str:
    """Return a part of a compound, with a letter for each figure."""
    return "".join(_LETTERS[int(sign)] if sign in "0123456789" else sign for sign in part)


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
        homes = [home for home in best if self._is_home(old, home[1])]
        is_clear = len(homes) < 2 or homes[0][0] >= _CLEARLY * homes[1][0]
        if homes[:1] == best[:1]:
            for _, new in homes[:1] if is_clear else homes:
                stays = self._stays(old, new)
                if stays or self._is_home(old, new, is_clear=is_clear):
                    yield RuleHome(old, new, is_sure=not stays)
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
        if was is None or now is None:
            return was is now and min(of_both, of_old) >= _UNBOUND
        is_new = self._changes[new.key].kind is ChangeKind.ADDED and was.verb and now.verb
        least = 0.0 if is_new and was.force and now.force else _LEAST
        if of_both < least:
            return False
        if _deeds(was) & new.stems or _deeds(now) & old.stems:
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
