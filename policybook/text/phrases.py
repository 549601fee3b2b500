"""A phrase as a person types it -> a pattern that finds it in a text. Knows no policy.

Whole words; any white space, either apostrophe, and a hyphen for a space; `…` stands for up to 80 characters of one sentence. Small and
capital letters are the same, but in a phrase of capital letters alone (`CRB`).
"""

import re
from functools import cache

GAP = "…"
_GAP = r"[^.;:!?|]{0,80}?"
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|\b[\w-]+\.(?:com|org|net|info|uk|co\.uk|org\.uk|gov\.uk|sch\.uk)\b(?:/\S*)?|[@#]\w+",
    re.IGNORECASE,
)
#: No address has its dots at the ends of words alone.
_DOT_WITHIN = re.compile(r"\.\S")


@cache
def pattern(phrase: str) -> re.Pattern[str]:
    """The pattern of `phrase`. Compiled once."""
    parts = (_words(part) for part in phrase.replace("’", "'").split(GAP))
    flags = re.NOFLAG if phrase.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{_GAP.join(parts)})(?!\w)", flags)


def _words(part: str) -> str:
    return (
        r"\b"
        + r"[\s-]+".join(
            re.escape(word).replace("'", "['’]") for word in part.replace("-", " ").split()
        )
        + r"\b"
    )


@cache
def keys(phrase: str) -> tuple[str, ...]:
    """The words of `phrase` in small letters: a text without one of them cannot hold it."""
    return tuple(re.findall(r"[a-z0-9]{2,}", phrase.lower()))


@cache
def longest(phrase: str) -> str:
    """The longest of its words, for a still quicker look."""
    return max(keys(phrase), key=len, default="")


def may_hold(low: str, phrase: str) -> bool:
    """Whether a text, `low` in small letters, can hold `phrase`: a quick look before its pattern is tried."""
    return all(key in low for key in keys(phrase))


def without_addresses(text: str) -> str:
    """`text` of the same length, with web and e-mail addresses and handles blotted out: a name in them is not the text's own word."""
    if _DOT_WITHIN.search(text) or "/" in text or "@" in text or "#" in text:
        return _ADDRESS.sub(lambda hit: "\0" * len(hit[0]), text)
    return text
