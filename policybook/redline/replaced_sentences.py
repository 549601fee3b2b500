"""Find the sentences around a place that changed, and tell whether one replaces the other.

A place of a redline may lie between words of two sentences that have nothing to do with each
other. Then a reader must not be told that one became the other.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from policybook.meaning.words.similarity import words
from policybook.meaning.words.stems import stem

#: Two sentences are one if so large a share of the words of the shorter one is in the other.
_LEAST_SHARED = 0.45
#: They differ in few places if so large a share of all their words is in both.
_NEARLY_ALL = 0.7
#: Words that recur by chance.
_LITTLE = frozenset(
    """a an and any are as at be by for from has have if in into is it may must not of on or
    school should that the their them they this to was which who will with you your""".split()
)
_SENTENCE_END = re.compile(r"(?<=[.!?:;])[”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9])")


class TextPlace(NamedTuple):
    """A place in a text, from its first character to the one after its last."""

    start: int
    end: int


def sentences_around(text: str, place: TextPlace) -> list[str]:
    """Return the sentences of a text that have characters of a place, each with single spaces."""
    inside = text[place.start : place.end]
    first = place.start + len(inside) - len(inside.lstrip())
    last = max(first, place.start + len(inside.rstrip()) - 1)
    starts = [0, *(hit.end() for hit in _SENTENCE_END.finditer(text)), len(text) + 1]
    sentences = (
        " ".join(text[start:end].split())
        for start, end in pairwise(starts)
        if start <= last and first < end
    )
    return [sentence for sentence in sentences if sentence]


def are_alike(old: str, new: str) -> bool:
    """Return whether most words of the shorter of two sentences are in the other."""
    olds, news = _stems(old), _stems(new)
    return len(olds & news) >= _LEAST_SHARED * max(min(len(olds), len(news)), 1)


def are_nearly_equal(old: str, new: str) -> bool:
    """Return whether most words of two sentences together are in both."""
    olds, news = _stems(old), _stems(new)
    return len(olds & news) >= _NEARLY_ALL * len(olds | news)


def _stems(text: str) -> frozenset[str]:
    stems = (stem(word) for word in words(text) if word not in _LITTLE)
    return frozenset(word for word in stems if word)
