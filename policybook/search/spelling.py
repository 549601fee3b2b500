"""Guess the words that an unknown word may mean. Numbers are never guessed.

The order is: words that it begins, words a slip of the finger away, two words written
as one, the word that it begins with.
"""

from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from functools import cache
from typing import NamedTuple

from policybook.search.stemming import is_number, stem

FEWEST = 4  # letters of a word that is guessed at
MOST = 3  # guesses
BEGUN, ONE_SLIP, TWO_SLIPS = 90, 90, 60  # hundredths of its weight that a guess keeps


class Guess(NamedTuple):
    """A guessed word, and the hundredths of its weight that it keeps."""

    word: str
    weight: int  # hundredths


def guesses(word: str, vocabulary: Sequence[str], text_words: Container[str] = ()) -> list[Guess]:
    """Return the likeliest words of the sorted `vocabulary`, best first, one for each stem.

    Of two equally near words, one of the texts' own comes first.
    """
    if len(word) < FEWEST or is_number(word):
        return []
    begun = sorted(_words_beginning(word, vocabulary), key=lambda w: (len(w), w))
    return _unique_stems(
        [Guess(w, BEGUN) for w in begun] or _slips(word, vocabulary, text_words)
    ) or _longest_start(word, vocabulary)


def distant_guesses(
    word: str, vocabulary: Sequence[str], text_words: Container[str] = ()
) -> list[Guess]:
    """Return the likeliest words for an unknown word, with one more slip allowed."""
    if len(word) <= FEWEST or is_number(word):
        return []
    return _unique_stems(_slips(word, vocabulary, text_words, 1))


def split_word(word: str, is_known: Callable[[str], bool]) -> tuple[str, str] | None:
    """Return the two known words of three letters or more that were written as one.

    The longest first word counts.
    """
    places = range(len(word) - 3, 2, -1) if not is_number(word) else ()
    pairs = ((word[:place], word[place:]) for place in places)
    return next((pair for pair in pairs if is_known(pair[0]) and is_known(pair[1])), None)


def _words_beginning(word: str, vocabulary: Sequence[str]) -> list[str]:
    """Return the known words that `word` begins."""
    start = bisect_left(vocabulary, word)
    end = start
    while end < len(vocabulary) and vocabulary[end].startswith(word):
        end += 1
    return list(vocabulary[start:end])


def _longest_start(word: str, vocabulary: Sequence[str]) -> list[Guess]:
    """Return the longest known word that `word` begins with, if that is most of it."""
    for length in range(len(word) - 1, max(FEWEST, (3 * len(word) + 4) // 5) - 1, -1):
        place = bisect_left(vocabulary, word[:length])
        if place < len(vocabulary) and vocabulary[place] == word[:length]:
            return [Guess(vocabulary[place], TWO_SLIPS)]
    return []


def _slips(
    word: str, vocabulary: Sequence[str], text_words: Container[str], more: int = 0
) -> list[Guess]:
    """Return the nearest words: one slip away, two for eight letters or more, and `more`."""
    limit = (2 if len(word) >= 8 else 1) + more
    near: list[tuple[int, bool, bool, int, str]] = []
    letters = _letters(word)
    for other in vocabulary:
        if (
            abs(len(other) - len(word)) <= limit
            and len(other) >= FEWEST - 1
            and not is_number(other)
        ):
            if (letters & ~_letters(other)).bit_count() > limit:
                continue
            slips = distance(word, other, limit)
            if slips <= limit:
                near.append(
                    (
                        slips,
                        other[0] != word[0],
                        other not in text_words,
                        abs(len(other) - len(word)),
                        other,
                    )
                )
    near.sort()
    return [
        Guess(w, ONE_SLIP if slips == 1 else TWO_SLIPS)
        for slips, _, _, _, w in near
        if slips == near[0][0]
    ]


@cache
def _letters(word: str) -> int:
    """Return a bit for each letter of `word`.

    A slip adds at most one new letter, which rules out most words quickly.
    """
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def _unique_stems(candidates: Sequence[Guess]) -> list[Guess]:
    """Return the best guess for each stem."""
    by_stem: dict[str, Guess] = {}
    for guess in candidates:
        by_stem.setdefault(stem(guess.word), guess)
    return list(by_stem.values())[:MOST]


def distance(word: str, other: str, limit: int) -> int:
    """Return the number of letters added, left out, changed or swapped; at most `limit` + 1.

    This is the optimal string alignment distance (Damerau, "A technique for computer
    detection and correction of spelling errors", 1964).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        oldest, before, row = before, row, [i]
        for j, facing in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != facing))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == facing:
                cost = min(cost, oldest[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and (not before or min(before) > limit):
            return limit + 1
    return min(row[-1], limit + 1)
