"""Read the sentences of a change, each with its unit, its opening words and what it binds to."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from policybook.meaning.sentences.duty import StatedDuty
from policybook.meaning.sentences.reading import complete, read, split_sentences
from policybook.meaning.types import Matter
from policybook.meaning.words.similarity import words
from policybook.meaning.words.stems import stem
from policybook.redline.opening_words import read_sentences
from policybook.redline.types import ClauseChange, Unit
from policybook.redline.unit_weights import Around

_Key = TypeVar("_Key", bound=Hashable)
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
        for text in read_sentences((unit,)):
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
