"""Find what a text says in figures: a time, a sum, a period, an age, a number to ring.

People ask "how long" and "what time", and no clause has these words. A row of the
thesaurus finds such a clause by the name of the quantity: `means: a period of time`.
"""

import re

from policybook.search.stemming import stem

_PEOPLE = "member person trustee governor director councillor guest adult pupil student volunteer"
#: The name of a quantity in a row, and how a text says it: as the text is, or as stems.
_IN_TEXT = {
    "a sum of money": re.compile(r"[£$€] ?\d|\d ?[£€]|\b\d+p\b"),
    "a percentage": re.compile(r"\d ?%|per ?cent"),
    "an email address": re.compile(r"\w@\w"),
    "a telephone number": re.compile(r"\b0\d{2,4}[ )-]{0,2}\d{3}"),
    "a time of day": re.compile(
        r"(?<![\d.])[012]?\d[.:][0-5]\d(?![.\d])|\b1?\d ?[ap]\.?m\b|\b(?:noon|midday)\b",
        re.IGNORECASE,
    ),
}
_IN_STEMS = {
    "a period of time": re.compile(
        r"\b\d+ (?:(?:work|school|calendar|consecutiv|full|clear) )?"
        r"(?:minut|hour|day|week|month|term|year|night)\b"
    ),
    "a number of people": re.compile(
        r"\b\d+ (?:(?!per |for |in )[a-z]+ )?"
        rf"(?:{'|'.join(map(stem, _PEOPLE.split()))})\b"
    ),
    "an age": re.compile(r"\b(?:age|aged|under|over) (?:of )?(?:1?\d|2[0-5])\b|\b\d+ year old\b"),
}
QUANTITIES = (*_IN_TEXT, *_IN_STEMS)
#: Most texts have no figure, and none of these words.
_SIGN = re.compile(r"[\d@]|per ?cent|noon|midday", re.IGNORECASE)
_FIGURE = re.compile(r"\d")


def find_quantities(text: str, stems: list[str]) -> list[str]:
    """Return the names of the quantities in a text, which also comes as its stems."""
    names = []
    if _SIGN.search(text):
        names += [name for name, pattern in _IN_TEXT.items() if pattern.search(text)]
    joined = " ".join(stems)
    if _FIGURE.search(joined):
        names += [name for name, pattern in _IN_STEMS.items() if pattern.search(joined)]
    return names
