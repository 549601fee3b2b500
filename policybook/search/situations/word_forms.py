"""Bring the words of a query into the forms that phrases have.

`my self` becomes `myself`, `wanna` becomes `want to`, and one letter too many, too few or
in the wrong place becomes the word of a phrase. So a phrase covers its spellings. The
browser does the same: `assets/help-cards.js` has a namesake of each function here.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

#: A longer query is cut: nobody types a situation in more words.
MOST_WORDS = 60
#: Only words of so many letters are read with a slip: short ones are too near to others.
LEAST_LETTERS = 6
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_OTHER = re.compile(r"[^a-z0-9]+")
#: Signs that hide letters of a rude word, as in `p**i` and `n****`. They become one `0`.
_MASK = re.compile(r"([a-z])(?:[*#@$]+(?=[a-z])|\*{3,})")
#: An age as people shorten it: `12yr old`, `9yo`, `13 y/o`.
_AGE = re.compile(r"\b([0-9]{1,2}) ?(?:yo|y/o|yrs? ?old|years? ?old)\b")
#: A class as people shorten it: `y9`, `yr 10`.
_YEAR = re.compile(r"\by(?:ea)?r? ?([0-9]{1,2})\b")
_VOWELS = "aeiouy"
#: Three letters to which an `e` makes another word: `her` and `here`, `hat` and `hate`.
_SHORT = re.compile("[^aeiouy][aeiouy][^aeiouwxy]")

#: A form that phrases use, and how else people write it.
Spellings = Mapping[str, Sequence[str]]


def drop_apostrophes(text: str) -> str:
    """Return a text without the signs that people write, or do not write, in `don't`."""
    return _APOSTROPHES.sub("", text)


def normalise(text: str) -> str:
    """Return the words of a query in small letters without accents, one space between two.

    Signs that hide letters become `0`: `p**i` and `p*i` are one word.
    """
    plain = unicodedata.normalize("NFKD", drop_apostrophes(text)).lower()
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    whole = _AGE.sub(r"\g<1> year old", _MASK.sub(r"\g<1>0", bare))
    whole = _YEAR.sub(r"year \g<1>", whole)
    return " ".join(_OTHER.sub(" ", whole).split()[:MOST_WORDS])


def find_base(word: str) -> str:
    """Return a word without its ending: `messages`, `messaging` and `messaged` are one."""
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        rest = word.removesuffix(ending)
        if word.endswith(ending) and len(rest) > 2 - bool(instead) and not rest.endswith("s"):
            word = rest + instead
            word += "e" if ending in ("ing", "ed") and _SHORT.fullmatch(word) else ""
            break
    if word.endswith("e") and len(word) > 3 and not _SHORT.fullmatch(word[:-1]):
        word = word[:-1]
    is_double = len(word) > 2 and word[-1] == word[-2] and word[-1] not in _VOWELS
    return word[:-1] if is_double else word


class SpellingTable:
    """Replace what people write by the form that phrases use, the longest first."""

    def __init__(self, spellings: Spellings) -> None:
        self._forms = {
            tuple(normalise(other).split()): tuple(form.split())
            for form, others in spellings.items()
            for other in others
        }
        self._longest = max(map(len, self._forms), default=0)

    def replace(self, words: Sequence[str]) -> list[str]:
        """Return the words in the forms of phrases."""
        result: list[str] = []
        place = 0
        while place < len(words):
            for length in range(self._longest, 0, -1):
                form = self._forms.get(tuple(words[place : place + length]))
                if form is not None:
                    result += form
                    place += min(length, len(words) - place)
                    break
            else:
                result.append(words[place])
                place += 1
        return result


class BaseReader:
    """Find the base of a typed word, with one slip of the pen in a word of the phrases."""

    def __init__(self, vocabulary: Iterable[str], not_slips: Iterable[str]) -> None:
        self._bases = set(vocabulary)
        self._whole = {find_base(word) for word in not_slips}
        self._slips: dict[str, str] = {}
        for base in sorted(base for base in self._bases if len(base) >= LEAST_LETTERS - 1):
            for slip in (*_drop_letters(base), *_swap_letters(base)):
                self._slips.setdefault(slip, base)

    def find(self, word: str) -> str:
        """Return the base of a word, or of the word of a phrase that it is a slip of."""
        base = find_base(word)
        if base in self._bases or base in self._whole:
            return base
        if word.endswith(("ing", "ed")) and base[:-1] in self._bases:
            return base[:-1]
        if len(word) >= LEAST_LETTERS - 1 and word.endswith("in"):
            whole = find_base(f"{word}g")
            if whole in self._bases:
                return whole
        if len(word) < LEAST_LETTERS:
            return base
        tries = [other for other in _drop_letters(base) if len(other) > 4]
        tries += _change_vowels(base) if len(base) > LEAST_LETTERS else []
        return self._slips.get(base) or next((it for it in tries if it in self._bases), base)


def _drop_letters(word: str) -> list[str]:
    """Return a word without one of its letters. The first letter is seldom wrong."""
    return [word[:n] + word[n + 1 :] for n in range(1, len(word))]


def _change_vowels(word: str) -> list[str]:
    """Return a word with another vowel in one place: `horrable` is `horrible`."""
    places = [n for n in range(1, len(word)) if word[n] in _VOWELS]
    return [word[:n] + vowel + word[n + 1 :] for n in places for vowel in _VOWELS]


def _swap_letters(word: str) -> list[str]:
    """Return a word with two neighbouring letters in the other order."""
    return [word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(1, len(word) - 1)]
