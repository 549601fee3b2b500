"""Patterns for figures that are no quantities, and for figures that are written twice.

post codes and the codes of forms   ZE9 1AA, CL-18F, Covid-19: no numbers at all
names and places                    Mrs May, 14 Mill Lane, the 36 bus, Room 12: no dates, no numbers
telephone numbers                   01632 960123: one number, shown whole
a word and its figure               ninety-six (96) hours: 96 hours; two-thirds (2/3): two-thirds
hundreds in words                   two hundred and fifty: 250
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
_TEENS = {
    word: place
    for place, word in enumerate(
        """ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen""".split(),
        start=10,
    )
}
_ANY_OF = {name: "|".join(words) for name, words in (("tens", _TENS), ("ones", _ONES))}
_UNDER_HUNDRED = (
    rf"(?:(?:{_ANY_OF['tens']})(?:[- ](?:{_ANY_OF['ones']}))?"
    rf"|{'|'.join(_TEENS)}|{_ANY_OF['ones']})"
)
_WORD = rf"(?:{_UNDER_HUNDRED}|\w*hundred)"
#: "ninety-six (96)" and "ten (10)": the words go. "One" is no number, as in "no one".
_WITH_FIGURE = re.compile(
    rf"\b(?!one\s)(?:(?:an?|{_ANY_OF['ones']})[- ](?=hundred\b))?(?:hundred\s+and\s+)?"
    rf"{_WORD}\s+\((\d+)\)",
    re.IGNORECASE,
)
_ONE_TWICE = re.compile(r"\b(one)\s+\(1\)", re.IGNORECASE)
_SHARE = (
    r"(?:[\w.]+\s?(?:%|per\s?cent)|[\w]+[\s-](?:half|thirds?|quarters?|fifths?|tenths?)|\d/\d+)"
)
#: "Two-thirds (2/3)", "five percent (5%)": what is in brackets says it again.
_SHARE_TWICE = re.compile(rf"\b({_SHARE})\s+\(({_SHARE})\)", re.IGNORECASE)
_COMPOUND = re.compile(rf"\b({_ANY_OF['tens']})[- ]({_ANY_OF['ones']})\b", re.IGNORECASE)
_HUNDREDS = re.compile(
    rf"\b(a|{_ANY_OF['ones']})\s+hundred(?:\s+and\s+({_UNDER_HUNDRED}|\d\d))?\b", re.IGNORECASE
)
TELEPHONE = (
    r"(?:\d{3}[.-]\d{3}[.-]\d{4}|0\d{2,4}\s?\d{3,4}(?:\s?\d{3,4})?|\+\d{1,3}\s[\d\s]{7,11}\d)\b"
)
#: Addresses of the web, post codes, codes of forms: these are in capitals. Meetings of two (1:1s).
_CODE = re.compile(
    r"https?://\S+|www\.\S+|\[(?!19|20)\d{4,6}[-–]\d{4,6}\]"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"
    r"|\b\d{2,5}-(?!(?:HOUR|DAY|WEEK|MONTH|YEAR|MIN|TERM|PAGE|MILE|POINT))[A-Z]{1,6}\b"
    r"|\b1:1s\b|\b(?!KS)[A-Z]{1,5}-\d+[A-Z]*\b|\b[A-Z]{1,5}\d+[A-Z]+\b|\b[Cc]ovid-\d+\b"
)

#: "Mrs May" is no month, "14 Mill Lane", "the 36 bus" and "Room 12" are no amounts.
_IN_A_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Sir|Prof|Professor|Cllr|Councillor|Canon|Fr"
    r"|Father|Captain)\b\.?(?: [A-Z][\w'’-]*){1,2}"
    r"|(?:^|(?<=[:,;] )|\b(?:at|to|of|from|in|is|near|outside|opposite|on|visit) )"
    r"\d{1,4}[a-z]?,? (?:[A-Z][\w'’]+ ){1,3}"
    r"(?:Street|Road|Lane|Avenue|Close|Drive|Way|Crescent|Terrace|Square|Gardens|Grove|Row|Mews)\b"
    r"(?! (?!(?:is|was|has|as)\b)[a-z]+s\b)"
    r"|\b(?:[Tt]he|[Nn]umber|[Nn]o\.?) (?:number |no\.? )?\d{1,3}[A-Z]? (?:bus|tram|night bus)\b"
    r"(?! [a-z]+[^s]e?s\b)"
    r"|\b(?i:bus|tram|route|room|classroom|class|platform|pitch|gate|hut|bay|hymn|carol|song|psalm"
    r"|locker|cabin|tent|plot|flat|court|lane|extension|track|peg)"
    r" (?:number |no\.? )?\d{1,3}[A-Z]?"
    r"(?!\w|[.:]\d|%| (?:to|(?!is\b|has\b|was\b)[a-z]+s|children|people)\b)"
)
_MAY_NAME = re.compile(r"\d|[MDRSPCF][a-z]+\.? [A-Z]")
#: "Half a dozen" is six.
_DOZENS = re.compile(
    rf"\b(?:(?P<half>half a)|a|(?P<times>{_ANY_OF['ones']}|\d)) dozen\b", re.IGNORECASE
)

#: "By (1) post, and (2) by notice": a list within a sentence.
_MARKER = re.compile(
    r"(?:(?<=^)|(?<=[:;,.] )|(?<=\b(?:by|or|if|to|is) )|(?<=\b(?:and|are) )|(?<=\bthat )"
    r"|(?<=\beither ))\(\d{1,2}\)"
)
#: "1. check the name; 2. ring home; 3. write it down": the numbers of a list within a rule.
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[;:,.] ))\d{1,2}[.)](?= [^\s\d])")
_FIRST = re.compile(r"^\s*\d{1,2}[.)](?= [A-Z])")
_FURTHER = re.compile(r"(?<=; )\d{1,2}[.)](?= )")


def plain_figures(text: str) -> str:
    """Return `text` with every number once and in figures: `96 hours`, `28 days`."""
    text = _SHARE_TWICE.sub(r"\1", _ONE_TWICE.sub(r"\1", _WITH_FIGURE.sub(r"\1", text)))
    text = _DOZENS.sub(_twelves, text)
    return _HUNDREDS.sub(_hundreds, _COMPOUND.sub(lambda hit: str(_value(hit[0])), text))


def _hundreds(hit: re.Match[str]) -> str:
    return str(100 * (_ONES.get(hit[1].lower()) or 1) + _value(hit[2] or ""))


def _twelves(hit: re.Match[str]) -> str:
    return "6" if hit["half"] else str(12 * (_value(hit["times"] or "one")))


def _value(words: str) -> int:
    """Return a number below a hundred: 21 for `twenty-one`, 0 for no words."""
    parts = re.split(r"[- ]", words.lower())
    values = _TENS | _TEENS | _ONES
    return sum(int(part) if part.isdecimal() else values[part] for part in parts if part)


def blank_codes(text: str) -> str:
    """Return `text` with post codes, codes of forms and the numbers of lists as spaces."""
    if "(1)" in text and "(2)" in text:
        text = _MARKER.sub(lambda hit: " " * len(hit[0]), text)
    text = _FIRST.sub(lambda hit: " " * len(hit[0]), text)
    if _FURTHER.search(text):
        text = _NUMBERED.sub(lambda hit: " " * len(hit[0]), text)
    if _MAY_NAME.search(text):
        text = _IN_A_NAME.sub(lambda hit: " " * len(hit[0]), text)
    return _CODE.sub(lambda hit: " " * len(hit[0]), text)
