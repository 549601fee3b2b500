"""Count words, so that words in = words in the draft + words left out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from policybook.word.incoming.names import COMPATIBLE, MATHS, W

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Raised figures: in a Word file, they are figures with another look.
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_WORDS = frozenset({f"{W}t", f"{MATHS}t"})
_APART = frozenset(W + name for name in ("p", "tab", "br", "cr", "noBreakHyphen", "sym", "ptab"))
#: These stand twice in a file, or are never seen.
_SKIPPED = frozenset({f"{COMPATIBLE}Fallback", f"{W}rt", f"{W}instrText", f"{W}delText"})


def split_words(text: str) -> list[str]:
    """Return the words of a text, in small letters, as the proof counts them."""
    plain = unicodedata.normalize("NFC", text.replace("\u00ad", "").replace("’", "'"))
    plain = _RAISED.sub(lambda hit: unicodedata.normalize("NFKC", hit[0]), plain)
    return _WORD.findall(plain.lower())


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in the texts."""
    return Counter(word for text in texts for word in split_words(text))


def read_raw_words(root: etree._Element) -> str:
    """Return all words in a part of a Word file, with a space where a reader sees one.

    It knows nothing of styles, lists and fields, so that it can witness for the reader
    that does.
    """
    pieces: list[str] = []
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            if element is skipped:
                skipped = None
            elif element.tag == f"{W}p" and skipped is None:
                pieces.append(" ")
        elif skipped is not None:
            continue
        elif element.tag in _SKIPPED:
            skipped = element
        elif element.tag in _WORDS:
            pieces.append(element.text or "")
        elif element.tag in _APART:
            pieces.append(" ")
    return "".join(pieces)
