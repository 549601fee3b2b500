"""Read the number that an author typed before a heading, paragraph or item.

    read_ordinal("(ii) of any harm")   # typed "(ii)", bare "ii"
    read_heading("Appendix B: Form")   # typed "Appendix B:", bare "Appendix B"

A number has a shape, and the words after it must fit: "1.5 metres", "2 weeks before" and
"(a) and (b)" start with no number. This module must not know clauses.
"""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from policybook.text.list_labels import roman


class OrdinalKind(Enum):
    """The shapes of numbers."""

    #: `4.2`, `A.1`, `2.1(a)`, `4(a)`, and what somebody put between two: `4.2A`, `19A.`. It
    #: does not need the number above it.
    WHOLE = "4.2"
    #: `(a)`, `(ii)`, `(1)`.
    INSIDE = "(a)"
    #: `a)`, `3)`.
    CLOSED = "a)"
    #: `a.`, `iv.`, `A.`, `3.`.
    DOTTED = "a."
    #: `4` before a capital.
    BARE = "4"
    #: `Appendix B`, `Part II`, `Section 4`.
    NAMED = "Appendix B"


class Ordinal(NamedTuple):
    """A typed number.

    `typed` has its signs, and `bare` is without them. The words after it start at `end`.
    `before_capital` is whether they start with a capital, a figure or a sign.
    """

    kind: OrdinalKind
    typed: str
    bare: str
    end: int
    before_capital: bool


#: Put between two numbers: 5.1.1A, 4.1bis.
INSERTED = r"(?:[A-Z]{1,2}|bis|ter|quater)"
_COUNT = r"(?:\d{1,3}|[a-z]{1,6}|[A-Z]{1,6})"
_SHAPES = (
    (
        OrdinalKind.WHOLE,
        re.compile(
            r"(?P<bare>(?:(?:\d{1,3}[A-Z]?|[A-Z]|[IVX]{2,5})(?:\.\d{1,3})+"
            rf"(?:(?:{INSERTED}|[a-z])(?=[.):]?[\s(]))?"
            r"|\d{1,3}(?:[A-Z]|bis|ter)(?=[.:]\s)|\d{1,3}(?=\([a-z]))"
            r"(?:\((?:[a-z]{1,5}|\d{1,2})\))*)[.):]?(?P<gap>\s+)(?=\S)"
        ),
    ),
    (OrdinalKind.INSIDE, re.compile(rf"\((?P<bare>{_COUNT})\)(?P<gap>\s+)(?=\S)")),
    (OrdinalKind.CLOSED, re.compile(rf"(?P<bare>{_COUNT})\)(?P<gap>\s+)(?=\S)")),
    (OrdinalKind.DOTTED, re.compile(rf"(?P<bare>{_COUNT})\.(?P<gap>\s+)(?![A-Za-z]\.)(?=\S)")),
    (OrdinalKind.BARE, re.compile(r"(?P<bare>\d{1,3})(?P<gap>\s+)(?=[A-Z“‘\"'(])")),
)
#: A heading that names itself. After the number is a sign, or a capital.
_NAMED = re.compile(
    r"(?P<bare>(?i:appendix|annexe?|schedule|part|section|chapter)\s+"
    r"(?:\d{1,2}(?:\.\d{1,3})*[a-z]?|[A-Z]|[IVXLC]{2,6}))"
    r"(?:\s*[:.)–—]|\s+-(?=\s)|(?=\s+[A-Z“‘\"'(\d]))(?P<gap>\s+)(?=\S)"
)
_UNIT = (
    r"%|per\b|(?:centi|milli|kilo)?met(?:re|er)s?|[ckm]?m|km/h|mph|miles?|feet|inches"
    r"|seconds?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|terms?|years?|times|hundred"
    r"|thousand|[mb]illion|percent(?:age)?|points?|k?g|litres?|ml|[KMG]B|[GMk]Hz"
    r"|[ap]\.?m\b|o[’']clock|pounds|pence|°"
)
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
#: "1 – Aims" and "1: Aims".
_DASHED = re.compile(r"(?P<bare>\d{1,3})(?:\s*[:–—]|\s+-)(?P<gap>\s+)(?=[A-Z“‘\"'(])")
#: A quantity or a time: "1.5 metres", "8.45 am". "4.2 Times of the day" has a number.
_QUANTITY = re.compile(rf"(?:{_UNIT})(?![\w-])")
#: A quantity or a date: "2 Weeks", "1 September".
_COUNTED = re.compile(rf"(?:{_UNIT}|{_MONTH})(?![\w-])", re.IGNORECASE)
#: What shows that the number is itself a word of the sentence: "4.2 and 4.3 apply".
_SUBJECT = re.compile(r"(?:and|or|to|&|above|below|appl(?:y|ies))(?!\w)|[–—]\s")
_ANOTHER = re.compile(r"(?:and|or|to|&|,|[–—-])\s*(?:and\s+|or\s+)?\(?(?:[a-z]{1,4}|\d{1,2})\)")
#: The letter of a number that was put between two others: 4.2A, 19A.
_INSERTED = re.compile(rf"(.*\d)(?:{INSERTED}|[a-z])$")
_CALENDAR = re.compile(r"\d{1,2}\.\d{1,2}\.\d\d")
_ROMAN = {roman(value): value for value in range(1, 90)}
_ALPHABET = 26
#: After z come aa, bb, cc.
_MOST_LETTERS = 3


def read_ordinal(text: str) -> Ordinal | None:
    """Return the number at the start of a paragraph or an item, or None."""
    for kind, shape in _SHAPES:
        if (hit := shape.match(text)) and (
            kind is OrdinalKind.WHOLE or bool(read_values(hit["bare"]))
        ):
            return _ordinal(kind, hit, text) if _fits(kind, hit, text) else None
    return None


def read_heading(text: str) -> Ordinal | None:
    """Return the number at the start of a heading, or None."""
    if hit := _NAMED.match(text):
        return _ordinal(OrdinalKind.NAMED, hit, text)
    if hit := _DASHED.match(text):
        return _ordinal(OrdinalKind.BARE, hit, text)
    return read_ordinal(text)


def read_name(text: str) -> str:
    """Return the name of a heading that has no other words, such as "Annex 2"; or nothing."""
    hit = _NAMED.match(f"{text.rstrip(' .:')}: x")
    return hit["bare"] if hit and hit.end() > len(text.rstrip()) else ""


def _ordinal(kind: OrdinalKind, hit: re.Match[str], text: str) -> Ordinal:
    bare = " ".join(hit["bare"].split())
    return Ordinal(kind, text[: hit.start("gap")], bare, hit.end(), not text[hit.end()].islower())


def _fits(kind: OrdinalKind, hit: re.Match[str], text: str) -> bool:
    """Return whether the words after a number leave it a number."""
    end = hit.end()
    if kind is OrdinalKind.BARE:
        return not _COUNTED.match(text, end)
    if kind is OrdinalKind.WHOLE:
        return not (_QUANTITY.match(text, end) or _SUBJECT.match(text, end))
    return not _ANOTHER.match(text, end)


def is_date_like(ordinal: Ordinal) -> bool:
    """Return whether a number may be a date, such as 1.9.26."""
    return _CALENDAR.fullmatch(ordinal.bare) is not None


def read_base(ordinal: Ordinal) -> str:
    """Return the number after which somebody put this one: `4.2` for `4.2A`; or nothing."""
    hit = _INSERTED.fullmatch(ordinal.bare)
    return hit[1] if hit else ""


def follows(before: Ordinal, after: Ordinal) -> bool:
    """Return whether `after` comes next in a list: (b) after (a), 4. after 3., (v) after (iv)."""
    if before.kind is not after.kind or before.bare.isupper() != after.bare.isupper():
        return False
    values = read_values(after.bare)
    return any((system, value + 1) in values for system, value in read_values(before.bare))


def is_first(ordinal: Ordinal) -> bool:
    """Return whether a number starts a list: 1, a, i, A or I."""
    return ordinal.bare.lower() in ("1", "a", "i")


def is_like(before: Ordinal, after: Ordinal) -> bool:
    """Return whether two numbers are of one form: then the second starts another list."""
    if before.kind is not after.kind:
        return False
    if after.bare.lower() == "i" and len(before.bare) == 1 and before.bare.lower() not in "ivx":
        return False
    return (before.bare.isdecimal(), before.bare.isupper()) == (
        after.bare.isdecimal(),
        after.bare.isupper(),
    )


@lru_cache(maxsize=1 << 10)
def read_values(bare: str) -> frozenset[tuple[str, int]]:
    """Return each way to count with a number: "i" is the ninth letter, or the Roman one."""
    low = bare.lower()
    values: set[tuple[str, int]] = set()
    if low.isdecimal():
        values.add(("figure", int(low)))
    elif low == low[:1] * len(low) and len(low) < _MOST_LETTERS:
        values.add(("letter", ord(low[0]) - ord("a") + 1 + _ALPHABET * (len(low) - 1)))
    if low in _ROMAN:
        values.add(("roman", _ROMAN[low]))
    return frozenset(values)
