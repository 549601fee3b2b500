"""Fold the forms of letters that look the same, and name characters that nobody sees.

Letters in another Unicode form, ligatures, full-width letters and hidden characters change
no word. `²` and `½` are other characters than `2` and `1/2`, so they stay.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from policybook.text import characters

#: Marks that belong to the letter before them, as ranges inside a pattern.
COMBINING = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_HIDDEN_CHARACTER = re.compile(f"[{characters.UNSEEN}]")
#: Ligatures, and letters and digits of double width.
_OTHER_FORM = re.compile("[\ufb00-\ufb06\uff01-\uff5e]+")
#: They help a browser to break lines, or choose the picture of a sign.
_HARMLESS = frozenset("\u00ad\ufe0e\ufe0f")


def fold_forms(text: str) -> str:
    """Return `text` with each letter in one form, and without hidden characters."""
    return text if text.isascii() else _fold(text)


@lru_cache(maxsize=1 << 12)
def _fold(text: str) -> str:
    """Return the folded text. Cached, because neighbouring versions share most words."""
    if _HIDDEN_CHARACTER.search(text):
        text = _HIDDEN_CHARACTER.sub("", text)
    if _OTHER_FORM.search(text):
        text = _OTHER_FORM.sub(lambda hit: unicodedata.normalize("NFKC", hit[0]), text)
    return unicodedata.normalize("NFC", text)


def hidden_characters(text: str) -> list[str]:
    """Return the hidden characters of `text`, in order."""
    return [] if text.isascii() else _HIDDEN_CHARACTER.findall(text)


def is_harmless(character: str) -> bool:
    """Return whether a hidden character changes only line breaks or the look of a sign."""
    return character in _HARMLESS


def name_character(character: str) -> str:
    """Return the name of a character for people: `U+200B zero width space`."""
    code, _, name = characters.name_character(character).partition(" ")
    return f"{code} {name.lower()}"


def show_hidden(text: str) -> str:
    """Return `text` with the code of each hidden character in its place: `<U+200B>`."""
    if text.isascii():
        return text
    return _HIDDEN_CHARACTER.sub(lambda hit: f"<U+{ord(hit[0]):04X}>", text)


def describe_forms(old: str, new: str) -> Iterator[str]:
    """Yield what differs between texts with the same words: letters, spaces or quotation marks."""
    if old != new and old.lower() == new.lower():
        yield "capital letters"
    if _is_composed(old) != _is_composed(new) or (
        old != new and unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new)
    ):
        yield "letters in another Unicode form, which look the same"
    olds, news = _OTHER_FORM.findall(old), _OTHER_FORM.findall(new)
    if olds != news:
        signs = dict.fromkeys("".join(olds) + "".join(news))
        yield f"joined or wide letters ({', '.join(signs)})"
    if _spaces(old) != _spaces(new):
        spaces = dict.fromkeys(c for c in _spaces(old) + _spaces(new) if c != " ")
        yield f"kinds of space ({', '.join(map(name_character, spaces))})"


def _is_composed(text: str) -> bool:
    """Return whether each letter and its accent are one character where there is one."""
    return unicodedata.is_normalized("NFC", text)


def _spaces(text: str) -> list[str]:
    """Return the kinds of space that are in `text`, in order."""
    return [c for c in text if c.isspace() and c not in "\t\n\r"]
