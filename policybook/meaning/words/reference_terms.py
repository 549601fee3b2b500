"""Find the references in a text, and make the keys by which they are compared.

Article VII, Article 7                          article 7
Articles II, III, and IV                        article 2, article 3, article 4
section 7.3, paragraph 7.3, §7.3                7.3
Section 5                                       section 5
Subsection 5                                    subsection 5

A number of several parts is one place, whatever the noun before it. Text is in small letters.
"""

import re
from collections.abc import Iterator

from policybook.meaning.words import patterns

_REFERENCE = re.compile(rf"(?<!\w)(?:{patterns.REFERENCE})")
_FIGURE, _ROMAN = r"\d{1,2}(?:\.\d{1,3})*", r"[ivx]+"
_JOIN = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s*[–—&-]\s*|\s+(?:and|or|to)\s+)"
_END = (
    rf"(?![\w%£$€(]|[.,:/]\d|\s*(?:%|{patterns.KIND_OF_DAY}{patterns.UNIT}\b"
    r"|(?:pupils|children|staff|members|people|adults|students)\b))"
)
_MORE = {
    is_roman: re.compile(rf"{_JOIN}((?:§+\s?)?{number}){_END}")
    for is_roman, number in ((True, _ROMAN), (False, _FIGURE))
}
_IS_LIST = re.compile(
    r"(?:(?:sub-?)?sections|clauses|paragraphs|rules|parts|chapters|articles"
    r"|appendi(?:x|ces)|pages?|pgs?\.?|§§?)"
)
_PARTED = re.compile(r"(?P<noun>[a-z-]+|§+)?\s*(?P<number>\S.*)")
#: Places of a text: their noun says nothing more where the number has several parts.
_PLACES = frozenset(
    ("", "§", "section", "subsection", "clause", "paragraph", "rule", "article", "see")
)
_ROMAN_NUMBER = re.compile(r"([ivx]+)(?![a-z])")
_VALUES = {"i": 1, "v": 5, "x": 10}


def locate(low: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the start and end of each reference of a text with its key, in order."""
    end = 0
    for hit in _REFERENCE.finditer(low):
        if hit.start() < end:
            continue
        end = hit.end()
        noun, number = _parts(hit[0])
        yield hit.span(), _key(noun, number)
        if _IS_LIST.match(hit[0]):
            more = _MORE[_ROMAN_NUMBER.match(number) is not None]
            while following := more.match(low, end):
                end = following.end()
                yield following.span(1), _key(noun, following[1].lstrip("§ "))


def place_number(words: str) -> str:
    """Return the number of a reference in figures: `7` for `Article VII`."""
    return _arabic(_parts(words.lower())[1].rpartition(" ")[2])


def _parts(words: str) -> tuple[str, str]:
    """Return noun and number of a reference; the noun in the singular."""
    plain = " ".join(words.split())
    hit = _PARTED.fullmatch(plain) if not plain[0].isdigit() else None
    if not hit:
        return "", plain
    noun = (hit["noun"] or "").replace("sub-", "sub").replace("by-", "by")
    if noun == "appendices":
        noun = "appendix"
    return noun.rstrip("s").replace("§§", "§"), hit["number"]


def _key(noun: str, number: str) -> str:
    first, comma, rest = number.partition(",")
    plain = f"{_arabic(first)}{comma}{rest}"
    return plain if "." in plain and noun in _PLACES else f"{noun} {plain}".strip()


def _arabic(number: str) -> str:
    """Return a number with its first part in figures: `7(a)` for `vii(a)`."""
    hit = _ROMAN_NUMBER.match(number)
    if not hit:
        return number
    values = [_VALUES[letter] for letter in hit[1]]
    total = sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )
    return f"{total}{number[hit.end() :]}"
