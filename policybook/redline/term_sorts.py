"""Decide which sorts of terms can differ between two texts, so that `weight` reads only those."""

import re
from collections import Counter
from functools import lru_cache

from policybook.redline import patterns, role_patterns, terms

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


_NEVER_A_TERM = frozenset("in on at by or as it we us he so if my me do go".split())  # noqa: SIM905
_COMMON = frozenset(
    "and the for all any this from with our see that are has had".split()  # noqa: SIM905
)
_HINTS = {
    "duties": _word_starts(
        *(pattern for pattern, _, _ in patterns.DUTIES),
        patterns.MODAL.pattern,
        patterns.NOT.pattern,
        patterns.CONDITION.pattern,
        "no",
        "have",
    ),
    "facts": _word_starts(
        patterns.LAW,
        patterns.REFERENCE,
        patterns.DATE,
        patterns.AGE,
        patterns.PERIOD,
        patterns.NUMBER,
        "per",
        "million",
    ),
    "bodies": _word_starts(role_patterns.ROLES, "DSL", "LADO", "ICO", "SLT", "SMT", "DPO", "CEOP"),
}


_ALL_SORTS = frozenset(_HINTS)


def differing_sorts(old: str, new: str) -> frozenset[str]:
    """Return which sorts of terms (duties, facts, bodies) can differ between two texts.

    The words that only one text has decide. The answer may name too many sorts, never
    too few.
    """
    if not old or not new:
        return _ALL_SORTS
    words = _unshared_words(old.lower(), new.lower())
    if not words:
        # The same words in another order.
        return _ALL_SORTS
    sorts: frozenset[str] = frozenset()
    for word in words:
        sorts |= _possible_sorts(word)
        if len(sorts) == len(_ALL_SORTS):
            return sorts
    if terms.has_law(old) or terms.has_law(new):
        sorts |= {"facts"}
    if role_patterns.MAY_NAME.search(old) or role_patterns.MAY_NAME.search(new):
        sorts |= {"bodies"}
    return sorts


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
def _possible_sorts(word: str) -> frozenset[str]:
    """Return the sorts of terms that `word` may be part of."""
    if len(word) < 3 and word not in _NEVER_A_TERM:
        return _ALL_SORTS
    sorts = {sort for sort, starts in _HINTS.items() if word.startswith(starts)}
    return frozenset(sorts if word.isalpha() else {*sorts, "facts", "bodies"})
