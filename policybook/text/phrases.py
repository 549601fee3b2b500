"""Turn a phrase that a person typed into a pattern that finds it in a text.

The pattern matches whole words, with any white space and either apostrophe. A hyphen
matches a space. `…` matches up to 80 characters of one sentence. Case does not matter,
except in a phrase of capital letters only (`CRB`).
"""

import re
from collections.abc import Iterable
from functools import cache

GAP = "…"
#: The pattern of a gap.
GAP_PATTERN = r"[^.;:!?|]{0,80}?"
_ENDLESS = re.compile(r"\S{1000,}")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+"
    r"|\b[\w-]+\.(?:com|org|net|info|uk|co\.uk|org\.uk|gov\.uk|sch\.uk)\b(?:/\S*)?"
    r"|[@#]\w+",
    re.IGNORECASE,
)
#: Every web address has a dot inside a word.
_INNER_DOT = re.compile(r"\.\S")


@cache
def compile_phrase(phrase: str) -> re.Pattern[str]:
    """Return the compiled pattern of `phrase`. The result is cached."""
    parts = (_compile_words(part) for part in phrase.replace("’", "'").split(GAP))
    flags = re.NOFLAG if phrase.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{GAP_PATTERN.join(parts)})(?!\w)", flags)


def _compile_words(part: str) -> str:
    """Return the pattern of the words between two gaps of a phrase."""
    return (
        r"\b"
        + r"[\s-]+".join(
            re.escape(word).replace("'", "['’]") for word in part.replace("-", " ").split()
        )
        + r"\b"
    )


def names(text: str, wanted: Iterable[str], but_not: Iterable[str]) -> bool:
    """Return whether `text` has one of the `wanted` phrases outside those of `but_not`."""
    for phrase in but_not:
        text = compile_phrase(phrase).sub("|", text)
    return any(compile_phrase(phrase).search(text) for phrase in wanted)


@cache
def key_words(phrase: str) -> tuple[str, ...]:
    """Return the words of `phrase` in small letters.

    A text without one of them cannot have the phrase.
    """
    return tuple(re.findall(r"[a-z0-9]{2,}", phrase.lower()))


@cache
def longest_word(phrase: str) -> str:
    """Return the longest word of `phrase`, for the quickest look."""
    return max(key_words(phrase), key=len, default="")


def may_hold(low: str, phrase: str) -> bool:
    """Return whether a text can have `phrase`. `low` is the text in small letters.

    This is quicker than the pattern, so callers ask it first.
    """
    return all(key in low for key in key_words(phrase))


def blank_addresses(text: str) -> str:
    """Return `text` with web addresses, e-mail addresses and handles replaced by NULs.

    Its length stays the same. A name in an address is not a word of the text.
    """
    if _INNER_DOT.search(text) or "/" in text or "@" in text or "#" in text:
        # No word is so long, and looking for addresses in one would take too long.
        words = _ENDLESS.sub(lambda hit: "\0" * len(hit[0]), text)
        return _ADDRESS.sub(lambda hit: "\0" * len(hit[0]), words)
    return text
