"""Decide whether figures, dates, laws or references can differ: then `weight` reads them."""

import re
from collections import Counter
from functools import lru_cache

from policybook.meaning.words import patterns, terms

_CACHED_WORDS = 1 << 12


def _word_starts(*patterns: str) -> tuple[str, ...]:
    """Return the possible first letters of words in the patterns; rather too many than too few."""
    plain = [
        re.sub(r"\[[A-Z]([a-z])\]", r"\1", re.sub(r"\w\?", "", pattern)) for pattern in patterns
    ]
    starts = {
        word.lower()
        for pattern in plain
        for word in re.findall(r"(?<!\\)[A-Za-z]{3,}|(?<=\\[sbd])[A-Za-z]{3,}", pattern)
    }
    return tuple(sorted(starts - _COMMON))


_NEVER_A_TERM = frozenset("in on at by or as it we us he so if my me do go".split())
_COMMON = frozenset("and the for all any this from with our see that are has had".split())
_STARTS = _word_starts(
    patterns.LAW,
    patterns.REFERENCE,
    patterns.DATE,
    patterns.AGE,
    patterns.PERIOD,
    patterns.NUMBER,
    "per",
    "million",
)


def may_differ_in_facts(old: str, new: str) -> bool:
    """Return whether a figure, date, law or reference can differ between two texts.

    The words that only one text has decide. The answer may be yes too often, never no.
    """
    if not old or not new:
        return True
    words = _unshared_words(old.lower(), new.lower())
    # No word: the same words are in another order.
    return not words or any(map(_is_possible, words)) or terms.has_law(old) or terms.has_law(new)


def _unshared_words(old: str, new: str) -> set[str]:
    """Return the words that one text has more often than the other."""
    olds, news = old.split(" "), new.split(" ")
    # Words with their signs come first, so that few need a closer look.
    unlike = {word for word, _ in Counter(olds).items() ^ Counter(news).items()}
    gone, come = (
        Counter(patterns.PLAIN_WORD.findall(" ".join([word for word in side if word in unlike])))
        for side in (olds, news)
    )
    return {word for word, _ in gone.items() ^ come.items()}


@lru_cache(maxsize=_CACHED_WORDS)
def _is_possible(word: str) -> bool:
    """Return whether `word` may be part of such a term."""
    if not word.isalpha():
        return True
    if len(word) < 3:
        return word not in _NEVER_A_TERM
    return word.startswith(_STARTS)
