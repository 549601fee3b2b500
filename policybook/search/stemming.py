"""Turn text into words and stems, the same in Python and in `search.js`.

The script has no tables of its own. They travel in the index (`language`), so that both
sides always use the same.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from policybook.search.english import FORMS, LIGHT, STEPS, STOP

_MARKS = re.compile("[\u0300-\u036f]")
_QUOTES = re.compile("[\u2018\u2019\u02bc\u0060\u00b4]")
_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WORD = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
_CONTRACTION = re.compile("'(s|d|m|ll|re|ve)$")
_VOWEL = re.compile("[aeiouy]")


def fold(text: str) -> str:
    """Return `text` without case, accents and soft hyphens, with one kind of apostrophe.

    It uses NFKD, then upper and lower case, as case folding does (ß is ss). A browser
    can do the same.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", _QUOTES.sub("'", text)).upper().lower()
    return _HIDDEN.sub("", _MARKS.sub("", plain))


def words(text: str) -> list[str]:
    """Return the words of `text` in order: runs of letters or of digits (`KS2` is two).

    `pupil's` becomes pupil, and `don't` becomes dont.
    """
    found = _WORD.findall(fold(text))
    return [strip_apostrophes(word) if "'" in word else word for word in found]


def strip_apostrophes(word: str) -> str:
    """Return a word without apostrophes and contractions: pupil's, I'll, we've."""
    return _CONTRACTION.sub("", word).replace("'", "")


@cache
def stem(word: str) -> str:
    """Return the form that indexes a word: one stem for `bully`, `bullied`, `bullying`.

    Only words of a to z change.
    """
    if FORMS.get(word) == word:
        return word
    word = FORMS.get(word, word)
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    for number, rules in enumerate(STEPS):
        word = _step(word, rules, needs_vowel=number == 1)
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def _step(word: str, rules: Sequence[tuple[str, str, int]], *, needs_vowel: bool) -> str:
    """Return the word after the first rule that fits."""
    for ending, instead, least in rules:
        left = len(word) - len(ending)
        if (
            left >= least
            and word.endswith(ending)
            and (not needs_vowel or _VOWEL.search(word, 0, left))
        ):
            return word[:left] + instead
    return word


def stems(text: str) -> list[str]:
    """Return the stems of all words of `text`, including stop words."""
    return [stem(word) for word in words(text)]


def drop_light(stems: Sequence[str]) -> tuple[str, ...]:
    """Return `stems` without those of articles and pronouns."""
    return tuple(stem for stem in stems if stem not in _LIGHT)


def is_number(word: str) -> bool:
    """Return whether the word is a number."""
    return word.isdecimal()


_LIGHT = frozenset(stem(word) for word in LIGHT)


def language() -> dict[str, object]:
    """Return the tables as the index has them."""
    return {
        "stop": sorted(STOP),
        "light": sorted(_LIGHT),
        "forms": dict(sorted(FORMS.items())),
        "steps": STEPS,
    }
