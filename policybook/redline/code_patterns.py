"""Patterns for figures that are no quantities, and for figures that are written twice.

post codes and the codes of forms   ZE9 1AA, CL-18F, Covid-19: no numbers at all
telephone numbers                   01632 960123: one number, shown whole
a word and its figure               ninety-six (96) hours: 96 hours
numbers of several parts            7.3.1: the number of a rule
"""

import re

_TENS = {
    word: 10 * place
    for place, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        start=2,
    )
}
_ONES = {
    word: place
    for place, word in enumerate(
        "one two three four five six seven eight nine".split(),
        start=1,
    )
}
_BOTH = rf"(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_ONES)})"
_WORD = rf"{_BOTH}|{'|'.join(_TENS)}|{'|'.join(_ONES)}|ten|eleven|twelve|\w+teen|\w*hundred"
#: "ninety-six (96)" and "ten (10)": the words go.
_WITH_FIGURE = re.compile(rf"\b(?:{_WORD})\s+\((\d+)\)", re.IGNORECASE)
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS)})[- ]({'|'.join(_ONES)})\b", re.IGNORECASE)
TELEPHONE = r"(?:0\d{2,4}\s?\d{3,4}(?:\s?\d{3,4})?|\+\d{1,3}\s[\d\s]{7,11}\d)\b"
#: Addresses of the web, post codes, codes of forms: these are in capitals.
_CODE = re.compile(
    r"https?://\S+|www\.\S+"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"
    r"|\b(?!KS)[A-Z]{1,5}-\d+[A-Z]*\b|\b[A-Z]{1,5}\d+[A-Z]+\b|\bCovid-\d+\b"
)


def plain_figures(text: str) -> str:
    """Return `text` with every number once and in figures: `96 hours`, `28 days`."""
    if "(" in text:
        text = _WITH_FIGURE.sub(r"\1", text)
    if "ty" not in text:
        return text
    return _COMPOUND.sub(lambda hit: str(_TENS[hit[1].lower()] + _ONES[hit[2].lower()]), text)


def blank_codes(text: str) -> str:
    """Return `text` with post codes and the codes of forms as spaces."""
    return _CODE.sub(lambda hit: " " * len(hit[0]), text)
