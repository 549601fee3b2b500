"""Say whether a sentence surely says the same in other words or in another order.

Every term the bursar counts the keys.   The bursar counts the keys every term.
if possible at the end                   if possible after "must", or at the start
dental and medical care                  medical and dental care
£9 per hour                              £9 an hour
in the event of a fire                   if there is a fire
the child's name                         the name of the child
All boats must be locked.                Every boat must be locked.
must be clean and must be kept dry       must be clean and kept dry
The clerk sends a copy to the tenant.    A copy is sent to the tenant by the clerk.
in its entirity (`slips`)                in its entirety

Both sentences are brought into one order and form (`plain_wordings`, `adjuncts`) and must then be
equal, word for word, or be active and passive of one another (`voices`). "Wording only" is a
promise, so each step leaves alone what it is not sure of. A phrase that stands elsewhere may
belong to another word: those are the same words in another order (`word_order`).
"""

import re
from collections.abc import Sequence

from policybook.meaning.effects.adjuncts import adjuncts_last
from policybook.meaning.effects.plain_wordings import plain_wording
from policybook.meaning.effects.sentence_forms import one_of_class, without_who_is
from policybook.meaning.effects.sentence_joins import joined_sentences, noun_for_pronoun
from policybook.meaning.effects.slips import mend
from policybook.meaning.effects.small_swaps import keeps_phrases, keeps_tense
from policybook.meaning.effects.voices import is_other_voice
from policybook.meaning.effects.word_order import is_other_order
from policybook.meaning.types import Direction, Matter, Weight
from policybook.meaning.words.phrase_tables import abbreviate
from policybook.meaning.words.similarity import words

#: A reader may still be told that a duty is worded differently.
_OTHER_WORDS = frozenset({Matter.CONTENT, Matter.NEGATION})
_SAYS_LESS = _OTHER_WORDS | {Matter.DUTY}
_ORDER = Weight(matter=Matter.ORDER, direction=Direction.WORDED)
#: More sentences that differ are rather another text.
_MOST_SENTENCES, _LONGEST = 4, 400
_TRIGGER = re.compile(r"\b(?:unless|except with|[A-Z]{3,})\b")
_SMALL = {"an": "a", "which": "that"}
_CAPITAL = re.compile(r"\b\w*[A-Z][\w'-]*")


def without_reading(
    weights: Sequence[Weight], was: Sequence[str], now: Sequence[str]
) -> tuple[Weight, ...]:
    """Return the weights without "other words" where every sentence surely says the same.

    The result is empty if nothing else is in the weights. Where only the order differs, it
    says so in their place.
    """
    matters = {weight.matter for weight in weights}
    if _OTHER_WORDS.isdisjoint(matters) or not matters <= _SAYS_LESS or len(was) != len(now):
        return tuple(weights)
    if len(was) == 1 and keeps_tense(was[0], now[0]):
        was = [_with_new_duties(was[0], weights)]
    pairs = [(old, new) for old, new in zip(was, now, strict=True) if old != new]
    if not 0 < len(pairs) <= _MOST_SENTENCES:
        return tuple(weights)
    others = [pair for pair in pairs if not is_reworded(*pair)]
    if not all(is_reordered(*pair) for pair in others):
        return tuple(weights)
    rest = tuple(weight for weight in weights if weight.matter not in _OTHER_WORDS)
    return (*rest, _ORDER) if others else rest


def are_surely_same(was: Sequence[str], now: Sequence[str]) -> bool:
    """Return whether one of two texts says in one sentence what the other says in two.

    The same holds for "without the approval of" and "unless … has approved", and for abbreviations.
    """
    if len(was) == len(now) == 1:
        olds, news = ({*_TRIGGER.findall(text)} for text in (*was, *now))
        return olds != news and is_reworded(*was, *now)
    if {len(was), len(now)} != {1, 2}:
        return False
    (whole,), two = sorted((was, now), key=len)
    return any(text == whole or is_reworded(text, whole) for text in joined_sentences(*two))


def _with_new_duties(text: str, weights: Sequence[Weight]) -> str:
    """Return a sentence with the duties that its new version says in other words."""
    for weight in weights:
        if weight.matter is Matter.DUTY and weight.old and weight.new:
            text = text.replace(f" {weight.old} ", f" {weight.new} ", 1)
    return text


def is_reworded(old: str, new: str) -> bool:
    """Return whether two sentences surely say the same with other words, or in another order."""
    if max(len(old), len(new)) > _LONGEST:
        return False
    old, new = abbreviate(old), abbreviate(new)
    mended = mend(noun_for_pronoun(old, new), new)
    new = noun_for_pronoun(new, mended)
    mended, new = without_who_is(mended, new), without_who_is(new, mended)
    if words(mended) == words(new):
        return mended == new or words(old) != words(new)
    if not _has_same_capitals(mended, new) or not keeps_phrases(mended, new):
        return False
    rows = (adjuncts_last(plain_wording(text)) for text in (mended, new))
    olds, news = ([_SMALL.get(word, word) for word in row if word != "the"] for row in rows)
    if olds == news or is_other_voice(olds, news) or is_other_voice(news, olds):
        return True
    return one_of_class(" ".join(olds)) == one_of_class(" ".join(news))


def is_reordered(old: str, new: str) -> bool:
    """Return whether two sentences have the same words, and a phrase stands elsewhere."""
    if max(len(old), len(new)) > _LONGEST or not _has_same_capitals(old, new):
        return False
    return is_other_order(plain_wording(old), plain_wording(new))


def _has_same_capitals(old: str, new: str) -> bool:
    """Return whether the same words have capitals, apart from the first of each sentence.

    "The send list" is not "the SEND list".
    """
    olds, news = (_CAPITAL.findall(text) for text in (old, new))
    firsts = {word for text in (old, new) for word in re.findall(r"^\w[\w'-]*", text)}
    may_differ = {word for word in firsts if word[1:].islower() or word in ("A", "S")}
    return {*olds} ^ {*news} <= may_differ
