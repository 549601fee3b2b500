"""Measure how alike two texts are, by the words that they share in order. Knows no clauses.

The Unicode form of a letter, ligatures and hidden characters make no word another.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from policybook.text.letter_forms import fold_forms

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ALIKE = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "‑": "-",
    }
)

# Words that say nothing of what a clause is about.
EMPTY = frozenset(
    """
    a an and any are as at be been but by can could did do does for from had has have he her his
    how i if in into is it its may might must no not of on only or our out shall she should so
    such than that the their them then there these they this those to up us was we were what when
    where which while who whom whose will with would you your s t
    """.split()
)


def straighten(text: str) -> str:
    """Return `text` with straight quotes and short dashes. Its length stays the same."""
    return text if text.isascii() else text.translate(_ALIKE)


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in small letters; without words, its signs."""
    low = fold_forms(straighten(text.lower()))
    return tuple(_WORD.findall(low)) or tuple(low.split())


def count_common(a: Iterable[str], b: Iterable[str]) -> int:
    """Return how many words both rows start with."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


class TokenisedText:
    """The words of one text, and what comparing it with many others needs."""

    def __init__(self, text: str) -> None:
        self.words = words(text)
        self.key = " ".join(self.words)

    @cached_property
    def places(self) -> "TokenPositions":
        """Return where each word is."""
        return TokenPositions(self.words)

    @cached_property
    def content(self) -> frozenset[str]:
        """Return the words that say what a clause is about."""
        return frozenset(self.words) - EMPTY


@lru_cache(maxsize=1 << 12)
def tokenise(text: str) -> TokenisedText:
    """Return the tokenised text. Cached, because neighbouring versions share most clauses."""
    return TokenisedText(text)


class TokenPositions:
    """The positions of each word of one text, as bits, for comparison with many others."""

    __slots__ = ("bits", "count")

    def __init__(self, tokens: Sequence[str]) -> None:
        self.count = len(tokens)
        bits: dict[str, int] = {}
        for place, word in enumerate(tokens):
            bits[word] = bits.get(word, 0) | 1 << place
        self.bits = bits

    def common_length(self, other: Sequence[str]) -> int:
        """Return the length of the longest common subsequence of words.

        The algorithm is Hyyrö's bit-parallel LCS (2004).
        """
        full = (1 << self.count) - 1
        state = full
        for hit in filter(None, map(self.bits.get, other)):
            used = state & hit
            state = ((state + used) | (state - used)) & full
        return self.count - state.bit_count()

    def likeness(self, other: Sequence[str]) -> float:
        """Return a figure from 0 (nothing in common) to 1 (the same words in the same order)."""
        total = self.count + len(other)
        return 2 * self.common_length(other) / total if total else 1.0
