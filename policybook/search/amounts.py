"""Read amounts by value and unit: "half past three" is "15:30", "a fortnight" is "14 days".

Each amount is a term of the index beside the words of its text, so that "£10" finds sums
and not pages. `search-engine.js` reads the amounts of a query by the same forms, which
travel in the index. A test compares the two.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

#: Signs that are no letters, as words: pounds, per cent, and what parts hours and minutes.
POUNDS, PERCENT, CLOCK = "gbp", "pct", "hh"
SIGNS = frozenset({POUNDS, PERCENT, CLOCK})
#: How the term of an amount begins.
AMOUNT = "~"
#: The term of every text that says when: a time, a period, a day of the week or a month.
WHEN = "~w"
_DAYS = """monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays
saturday saturdays sunday sundays january february march april june july august september october
november december"""
DAYS = frozenset(_DAYS.split())
#: A query that asks for a day or a time: "when is …". A text that says none cannot answer it.
ASKS_WHEN = (
    "^(?:so )?(?:when (?:is|are|s|do|does|will)|whens|(?:on )?(?:what|which) (?:date|day)"
    "|(?:dates?|deadline) (?:of|for)|how (?:long|soon|early|late|quickly|fast|far ahead"
    "|many (?:minutes|hours|days|weeks|months|terms|years))|what time)\\b"
    "|\\bwhen (?:do|does|will|can|should) (?:i|we|he|she|they|it|you)\\b"
)
#: Hundredths that the hour of a time counts, and any age for an age.
HOUR, ANY_AGE = 50, 40
#: Hundredths that a figure keeps as a word where it is part of an amount.
FIGURE = 25

_SMALL = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty"""
NUMBERS = {word: value for value, word in enumerate(_SMALL.split(), 1)} | {
    "a": 1, "an": 1, "half": 0.5, "quarter": 0.25, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
_WORD = "|".join(word for word in NUMBERS if len(word) > 2 and word not in ("half", "quarter"))
_N = f"([0-9]{{1,4}}|{_WORD})"
_HOUR = "(1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
#: Words after which a bare hour is the end of what is said about it.
_ENDS = (
    "in|on|and|or|at|to|today|tomorrow|tonight|when|if|what|can|do|does|is|are|will|am|pm"
    "|each|every"
    "|the|for|because|with|they|we|i|he|she"
)
_KINDS = "(?:(?:school|working|work|calendar|consecutive|full|clear|teaching|whole) )*"
_UNIT = "(minute|min|hour|hr|day|week|wk|month|term|year|yr|fortnight)s?"
_MINUTES = {"min": 1, "hou": 60, "hr": 60, "day": 1440, "wee": 10080, "wk": 10080, "for": 20160}
_MONTHS = {"mon": 1, "yea": 12, "yr": 12}

_UNITS = """minute minutes min mins hour hours hr hrs day days week weeks wk wks month months term
terms year years yr yrs fortnight"""

#: The kind of an amount, its form in the words of a text, and words of which the form needs one.
_FORMS: tuple[tuple[str, str, str], ...] = (
    ("money", rf"\b([0-9]{{1,6}}) {POUNDS}(?: ([0-9]{{2}})\b)?", POUNDS),
    ("money", rf"\b{_N} (?:pounds?|quid)\b(?: ([0-9]{{2}})\b)?", "pound pounds quid"),
    ("pence", r"\b([0-9]{1,2}) (?:p|pence)\b", "p pence"),
    ("note", r"\b(fiver|tenner)s?\b", "fiver fivers tenner tenners"),
    ("percent", rf"\b([0-9]{{1,3}}) (?:{PERCENT}|per ?cent)\b", f"{PERCENT} percent cent"),
    ("time", rf"\b([01]?[0-9]|2[0-3]) {CLOCK} ([0-5][0-9])\b", CLOCK),
    ("time", r"\b([01]?[0-9]) ([0-5][0-9]) [ap] ?m\b", "am pm m"),
    ("time", rf"\b{_HOUR} (?:am|pm|a m|p m|oclock|o clock)\b", "am pm m oclock clock"),
    ("ratio", rf"\b(?:1|one)(?: [a-z]+)? (?:to|for|per|in) (?:every )?{_N}\b", "1 one"),
    ("noon", r"\b(noon|midday|midnight)\b", "noon midday midnight"),
    ("past", rf"\b(half|quarter|five|ten|twenty|twenty five) (past|to) {_HOUR}\b",
     "half quarter five ten twenty"),
    ("past", rf"\b(half)( ){_HOUR}\b(?! (?:days?|weeks?|terms?|hours?|years?|months?))", "half"),
    ("time", rf"\b(?:at|after|before|by|until|till|past|since) {_HOUR}(?: (?=(?:{_ENDS})\b)|$)",
     "at after before by until till past since"),
    ("age", rf"\b(?:under|over|above|below|aged?)(?: the)?(?: age)?(?: of)? {_N}"
            rf"(?! (?:{POUNDS}|{PERCENT}|{CLOCK}|per|p|to|pounds?|quid|minutes?|mins?|hours?|days?"
            r"|weeks?|months?|terms?|pupils?|children|people|kg|cm|mm)\b)\b",
     "under over above below age aged"),
    ("age", rf"\b{_N} (?:year|yr)s? olds?\b", "old olds"),
    ("age", rf"\b{_N} (?:years? of age|yo)\b", "age yo"),
    ("duration", rf"\b{_N} {_KINDS}{_UNIT}\b(?! (?:old|of age))", _UNITS),
    ("duration", rf"\b(half an?|half|quarter of an) {_UNIT}\b", "half quarter"),
    ("duration",
     rf"\b(?:within|after|for|in|of|than|least|takes?|lasts?) (an?) {_UNIT}\b", "a an"),
    ("duration", r"\b(an) (hour)\b", "hour"),
    ("duration", r"\b(a) (fortnight)\b", "fortnight"),
)  # fmt: skip
_COMPILED = tuple(
    (kind, re.compile(form, re.ASCII), frozenset(needs.split())) for kind, form, needs in _FORMS
)
#: Every amount without figures has one of these words, or a number above one.
_IN_WORDS = """half hour hours day days week weeks month months term terms year years fortnight
noon midday midnight fiver tenner"""
_MAY_HAVE = frozenset({*NUMBERS, *_IN_WORDS.split()} - {"a", "an", "one"})

_SUM = re.compile(r"[£$€] ?([0-9][0-9,]*)(?:\.([0-9]{2})(?![0-9]))?")
_SUM_BEFORE = re.compile(r"\b([0-9]+)(?:\.([0-9]{2}))? ?[£€]", re.ASCII)
_COLON = re.compile(r"([0-9]) ?: ?(?=[0-9])")
_FRACTION = re.compile(r"([0-9]) ?/ ?(?=[0-9])")
_HALF_DAY = re.compile(r"([0-9])\.([0-9]{2}) ?([ap])\.?m\b", re.IGNORECASE | re.ASCII)
_AT = re.compile(
    r"\b(at|by|before|after|until|till|from) ([0-9]{1,2})\.([0-5][0-9])(?![.0-9])",
    re.IGNORECASE | re.ASCII,
)
_MEASURE = re.compile(r"([0-9])\.(?=[0-9]+ ?(?:%|°|[gml]\b))", re.IGNORECASE | re.ASCII)
_SHARE = re.compile(r"([0-9]) ?%")


_ASKS_WHEN = re.compile(ASKS_WHEN, re.ASCII)


class Amount(NamedTuple):
    """An amount as terms with their hundredths, and its first and last word's place."""

    terms: tuple[tuple[str, int], ...]
    first: int
    last: int


def spell_signs(text: str) -> str:
    """Return a text with words for the signs of sums, shares and times.

    "£2.50" becomes "2 gbp 50", and "1:4" becomes "1 hh 4". So two figures name no rule;
    "2.5" stays, as it may be one.
    """
    for form in (_SUM, _SUM_BEFORE):
        text = form.sub(lambda m: f" {m[1].replace(',', '')} {POUNDS} {m[2] or ''} ", text)
    text = _FRACTION.sub(r"\1 to ", _COLON.sub(rf"\1 {CLOCK} ", text))
    text = _AT.sub(rf"\1 \2 {CLOCK} \3", _HALF_DAY.sub(rf"\1 {CLOCK} \2 \3m", text))
    return _SHARE.sub(rf"\1 {PERCENT} ", _MEASURE.sub(r"\1 to ", text))


def find_amounts(words: Sequence[str]) -> Iterator[Amount]:
    """Yield the amounts in the words of a text, whose signs are spelt. None overlap."""
    present = set(words)
    if _MAY_HAVE.isdisjoint(present) and not any(map(str.isdecimal, present)):
        return
    joined, taken = " ".join(words), set[int]()
    for kind, form, needs in _COMPILED:
        for match in () if needs.isdisjoint(present) else form.finditer(joined):
            end = match.start() + len(match[0].rstrip())
            first, last = joined.count(" ", 0, match.start()), joined.count(" ", 0, end)
            places = range(first, last + 1)
            if taken.isdisjoint(places) and (terms := _read(kind, match.groups(""))):
                taken.update(places)
                yield Amount(terms, first, last)


def list_terms(words: Sequence[str]) -> Iterator[str]:
    """Yield the terms of the amounts in a text, and `WHEN` if it says when something is."""
    terms = {term for amount in find_amounts(words) for term, _ in amount.terms}
    yield from terms
    if not DAYS.isdisjoint(words) or any(term[1] in "tdo" for term in terms):
        yield WHEN


def asks_when(words: Sequence[str]) -> bool:
    """Return whether a query asks for a day or a time, as "when is …" does."""
    return _ASKS_WHEN.search(" ".join(words)) is not None


def _read(kind: str, parts: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return the terms of an amount from the groups of its form."""
    value = _number(parts[0])
    if kind in ("money", "pence", "note"):
        scale = 1 if kind == "pence" else 100
        pence = int(parts[1]) if kind == "money" and parts[1] else 0
        worth = {"fiver": 5, "tenner": 10}.get(parts[0], value)
        return ((f"~m{int(worth * scale) + pence}", 100),)
    if kind == "percent":
        return ((f"~p{int(value)}", 100),)
    if kind == "age":
        return ((f"~a{int(value)}", 100), ("~a", ANY_AGE))
    if kind == "ratio":
        return ((f"~r{int(value)}", 100),)
    if kind == "duration":
        return _read_duration(value, parts[1])
    return _read_time(kind, value, parts)


def _read_time(kind: str, value: float, parts: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return a time on a clock of twelve hours, because few texts say which half of the day."""
    if kind == "noon":
        minutes = 0
    elif kind == "past":
        away = {"half": 30, "quarter": 15, "twenty five": 25}.get(parts[0], int(value))
        minutes = int(_number(parts[2])) * 60 + (-away if parts[1] == "to" else away)
    else:
        minutes = int(value) * 60 + (int(parts[1]) if len(parts) > 1 else 0)
    times = ((f"~t{minutes % 720}", 100), (f"~h{minutes % 720 // 60}", HOUR))
    may_be_ratio = kind == "time" and value == 1 and len(parts) > 1
    return (*times, (f"~r{int(parts[1])}", 100)) if may_be_ratio else times


def _read_duration(value: float, unit: str) -> tuple[tuple[str, int], ...]:
    short = unit[:3] if unit[:2] not in ("hr", "wk", "yr") else unit[:2]
    if short in _MINUTES:
        return ((f"~d{int(value * _MINUTES[short])}", 100),)
    if short in _MONTHS and value * _MONTHS[short] >= 1:
        return ((f"~o{int(value * _MONTHS[short])}", 100),)
    return ((f"~s{int(value)}", 100),) if short == "ter" and value >= 1 else ()


def _number(word: str) -> float:
    first = word.split(" ")[0]
    return float(first) if first.isdecimal() else NUMBERS.get(first, 0)


def as_data() -> dict[str, Any]:
    """Return what the script needs to read the amounts of a query."""
    return {
        "forms": [(kind, form) for kind, form, _ in _FORMS],
        "asksWhen": ASKS_WHEN,
        "numbers": NUMBERS,
        "minutes": _MINUTES,
        "months": _MONTHS,
        "hour": HOUR,
        "anyAge": ANY_AGE,
        "figure": FIGURE,
    }
