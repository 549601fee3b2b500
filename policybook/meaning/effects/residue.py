"""Say whether more came or went than the weights of a change name: then a reader must look.

    The form is signed. A copy is sent within a week.  →  The form is signed.
        `a week removed` leaves "copy" and "sent": read it
    Hirers pay £20.  →  Hirers who are members pay £25.
        `£20 → £25` leaves "members": read it
    Staff must sign.  →  Staff must sign if they leave early.
        `if added` accounts for the whole condition

A weight accounts for the words that it quotes. A condition that came or went accounts for its
words up to a comma, and a duty that came or went for the rest of its sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from policybook.meaning.effects.small_swaps import keeps_tense
from policybook.meaning.sentences.plain_forms import count_nots, plain_form
from policybook.meaning.sentences.reading import split_sentences
from policybook.meaning.sentences.word_kinds import is_deed
from policybook.meaning.types import DUTIES, FIGURES, Direction, Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.code_patterns import plain_figures
from policybook.meaning.words.patterns import MODAL
from policybook.meaning.words.plain_amounts import plain_amounts
from policybook.meaning.words.stems import content_stems, stem
from policybook.meaning.words.verb_forms import verb_stem

_OF_FORCE = DUTIES | {Matter.RIGHT}
#: These say themselves that a sentence binds otherwise, with or without its "not".
_OF_NOT = DUTIES | {Matter.NEGATION, Matter.DUTY}
_NEGATIVE = re.compile(
    r"\b(?:not|no|unless|until|without|only|solely|except\w*|but|apply|exempt)\b"
)
#: The share of a text that may be left unsaid where no deed is in it: several words, or one.
_MOST_SHARE, _MOST_SHARE_OF_ONE = 0.1, 0.3
#: The share that makes a sentence a new one.
_IS_NEW = 0.8
#: What goes with a figure.
_BESIDE_FIGURES = "within each every per least most more less than about around"
#: The word before or after a figure that came or went goes with it: "after 14 days".
_AFTER, _BEFORE = (
    r"(?:\W+(?:after|before)\b)?",
    r"(?:\b(?:after|before|until|since|over|under)\W+)?",
)
#: What most often says only how. "Neither" and "nor" are in the duties.
_SMALL = "also all any both please kindly therefore however own same neither nor"
_UNTOLD = frozenset(stem(word) for word in f"{_BESIDE_FIGURES} {_SMALL}".split())
#: One of these alone turns a rule.
_TURNS = frozenset(stem(word) for word in "before after until since even free".split())


def leaves_unsaid(weights: Sequence[Weight], old: str, new: str) -> bool:
    """Return whether words came or went that say something, and that no weight accounts for."""
    if not weights:
        return False
    old, new = plain_form(old), plain_form(new)
    if not any(map(_tells_of_not, weights)) and _count_nots(old) != _count_nots(new):
        return True
    if _narrows_ban(weights, old, new):
        return True
    olds, news = _content(old), _content(new)
    gone = _rest(old, olds - news, weights, is_new=False)
    come = _rest(new, news - olds, weights, is_new=True)
    # "Duty worded differently" promises that hardly anything changed.
    if all(weight.matter is Matter.DUTY for weight in weights):
        return bool(gone or come) or not keeps_tense(old, new)
    return _says_something(gone, olds) or _says_something(come, news)


def _narrows_ban(weights: Sequence[Weight], old: str, new: str) -> bool:
    """Return whether a figure that came or went says what a ban is of: "gifts over £25"."""
    if not all(weight.matter in FIGURES for weight in weights):
        return False
    is_lone = any(weight.direction is not Direction.REPLACED for weight in weights)
    return is_lone and all(any(d.bars for d in terms.duties(text)) for text in (old, new))


def _count_nots(text: str) -> int:
    return count_nots(text.lower().replace("cannot", "can not"))


def _tells_of_not(weight: Weight) -> bool:
    """Return whether a weight says that a sentence binds otherwise, or has a "not" in it.

    "Is not used" → "is used if the head agrees": "if added" alone hides that a ban went.
    """
    quotes = f"{weight.old} {weight.new}".lower()
    is_negative = weight.matter is Matter.CONDITION and _NEGATIVE.search(quotes)
    return weight.matter in _OF_NOT or bool(is_negative)


def _content(text: str) -> Counter[str]:
    """Return how often a text has each word that says something, in any form."""
    result: Counter[str] = Counter()
    for word, count in content_stems(plain_amounts(plain_figures(text))).items():
        result[verb_stem(word)] += count
    return result


def _says_something(rest: Counter[str], text: Counter[str]) -> bool:
    """Return whether words that no weight accounts for are a deed, or more than a few."""
    # The stem of "pays" is "pa".
    if any(is_deed(word) or is_deed(f"{word}y") or word in _TURNS for word in rest):
        return True
    share = rest.total() / max(1, text.total())
    return share > (_MOST_SHARE if rest.total() > 1 else _MOST_SHARE_OF_ONE)


def _rest(text: str, extra: Counter[str], weights: Sequence[Weight], is_new: bool) -> Counter[str]:
    """Return the words of one text only that no weight accounts for."""
    told = _UNTOLD.union(*map(_content, _quotes(weights, text, extra, is_new)))
    return Counter({w: n for w, n in extra.items() if w not in told and not w.isdigit()})


def _quotes(
    weights: Sequence[Weight], text: str, extra: Counter[str], is_new: bool
) -> Iterator[str]:
    """Yield the parts of a text that the weights account for."""
    for weight in weights:
        quote = plain_form(weight.new if is_new else weight.old)
        yield f"{quote} {weight.unit}"
        if quote and (weight.matter is Matter.CONDITION or _is_lone(weight, _OF_FORCE)):
            for sentence in split_sentences(text):
                if hit := _find(quote.rpartition("… ")[2], sentence):
                    yield _account(sentence, hit.start(), weight.matter, extra)
        elif quote and weight.direction is not Direction.REPLACED:
            yield from _bounds(quote, text)


def _is_lone(weight: Weight, matters: Set[Matter]) -> bool:
    return weight.matter in matters and weight.direction is not Direction.REPLACED


def _account(sentence: str, start: int, matter: Matter, extra: Counter[str]) -> str:
    """Return what a word accounts for: a whole sentence if that is new, else what follows.

    "If it rains, we stay" has its condition up to the comma; so has "must, if it rains, stay".
    """
    words = _content(sentence)
    if (words & extra).total() > _IS_NEW * words.total():
        return sentence
    ahead, rest = sentence[:start].rstrip(), sentence[start:]
    is_aside = not ahead or MODAL.fullmatch(ahead.lower().rpartition(" ")[2].rstrip(","))
    return re.split(r"[,;]\s", rest)[0] if matter is Matter.CONDITION and is_aside else rest


def _bounds(quote: str, text: str) -> Iterator[str]:
    """Yield a figure with the word before or after it."""
    for hit in re.finditer(rf"{_BEFORE}{re.escape(quote)}{_AFTER}", text, re.IGNORECASE):
        yield hit[0]


def _find(quote: str, sentence: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", sentence, re.IGNORECASE)
