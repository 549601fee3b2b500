"""Make the keys by which amounts are compared: two forms of one amount have one key.

ten days, 10 days                     10 day
two weeks, a fortnight, 14 days       14 day
12 months, one year, yearly           12 month
twice a year, two times per year      2 times a year
50%, one half of, 1/2                 1/2
ten pounds, £10                       £10
1:4, one to four                      1:4
aged 8, 8 years old                   8
"""

import re
from fractions import Fraction

from policybook.meaning.words import patterns
from policybook.meaning.words.number_words import ORDINALS, WORDS_FOR, N
from policybook.meaning.words.plain_amounts import plain_amounts

_RATIO = re.compile(
    rf"{N}(?:\s?:\s?|[\s-](?:adults?\s+)?(?:to|in|out of)[\s-](?:every\s+)?){N}", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s?:\s?|[\s-](?:adults? )?(to|in|out of)[\s-](?:every\s+)?")
#: "Aged 8", "8 years old" and "8-year-olds" are one age.
_AGE_WORDS = re.compile(
    r"\b(?:the\s+)?ages?\s+of\s+|\bage[ds]?\s+|[\s-]years?(?:[\s-]olds?|\s+of\s+age)"
    r"|(?<=\d)s\b|(?<=\d)[\s-]years?\b"
)
#: A time after "at", which is no other number.
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
#: A minus in front is no dash.
_RANGE = re.compile(r"\s+to\s+|(?<=\S)\s?[-–]\s?(?=\S)")
#: "Weekly" is every week.
_OFTEN = re.compile(
    r"(?:(half-term|term|month|week|quarter|fortnight)ly|once (?:an?|each|every|per) (\w+))"
)
#: "Twice per year" is two times a year.
_RATE = re.compile(rf"(twice|({N}) times) (?:an?|each|every|per|in every) (.+)")
_TIMES = {"twice": "2"}
_YEARLY = {"daily": "day", "annual": "year", "annually": "year"}
#: One and the same moment.
_AT_ONCE = re.compile(r"immediate(?:ly)?|at once|forthwith|(?:straight|right) ?away")
#: A unit as so many of a smaller one. A day is rarely meant as 24 hours, so they stay apart.
_SMALLER = {
    "hour": (60, "minute"),
    "hr": (60, "minute"),
    "week": (7, "day"),
    "fortnight": (14, "day"),
    "quarter": (3, "month"),
    "year": (12, "month"),
    "min": (1, "minute"),
}
_SHARE = re.compile(r"(\d+(?:\.\d+)?)%|(\d+)/([1-9]\d*)")
_ONE_HALF = re.compile(r"half an? (\w+)")


def ratio_key(value: str) -> str:
    """Return one key for `1:4` and `one to four`, another for `1 in 4`, and none for others."""
    if not _RATIO.fullmatch(value):
        return ""
    first, kind, second = _BETWEEN.split(value)
    sign = " in " if kind in ("in", "out of") else ":"
    return f"{_figure(first)}{sign}{_figure(second)}"


def age_key(value: str) -> str:
    """Return one key for the forms of an age or year group: `year 6`, `8`."""
    plain = _AGE_WORDS.sub(" ", _RANGE.sub("-", value.replace("years ", "year ")))
    return " ".join(map(_figure, plain.replace(" -", "-").split()))


def amount_key(value: str, unit: str) -> str:
    """Return one key for the forms of a period, date or number, in small letters.

    The noun after a bare number does not count, apart from pounds.
    """
    if _AT_ONCE.fullmatch(value):
        return "immediately"
    if value.startswith(("same ", "next ", "following ")):
        return value.removesuffix("s")
    value = value.removeprefix("with no ").replace("without ", "") if "delay" in value else value
    if often := _OFTEN.fullmatch(value):
        return _period("1", often[1] or often[2])
    if rate := _RATE.fullmatch(f"{value} {unit}".strip()):
        return f"{_TIMES.get(rate[1]) or WORDS_FOR.get(rate[2], rate[2])} times a {rate[3]}"
    if half := _ONE_HALF.fullmatch(value):
        return "30 minute" if half[1] == "hour" else f"1/2 {half[1]}"
    if value in _YEARLY:
        return _period("1", _YEARLY[value])
    unit = plain_amounts(f" {unit}").strip()
    if _CLOCK.fullmatch(value):
        return plain_amounts(value.replace(".", ":"))
    figure = "-".join(WORDS_FOR.get(part, part) for part in _RANGE.split(plain_amounts(value)))
    if patterns.IS_PERIOD.fullmatch(unit):
        return _period(figure, unit.removesuffix("s").replace("-", " "))
    if value.startswith("most "):
        return f"last {value.split()[-1]}"
    if value in ORDINALS:
        return ORDINALS[value]
    if unit in ("pound", "pounds"):
        return f"£{figure}"
    return _share(figure.replace("–", "-"))


def _period(figure: str, unit: str) -> str:
    """Return a period in the smallest unit that is surely the same: `14 day` for 2 weeks."""
    times, smaller = _SMALLER.get(unit, (1, unit))
    parts = figure.split("-")
    if all(part.isdecimal() for part in parts):
        return f"{'-'.join(str(times * int(part)) for part in parts)} {smaller}"
    return f"{figure} {unit}"


def _share(figure: str) -> str:
    """Return a share as a fraction in lowest terms: `1/2` for 50%. Others stay as they are."""
    if hit := _SHARE.fullmatch(figure):
        return str(Fraction(hit[1]) / 100 if hit[1] else Fraction(int(hit[2]), int(hit[3])))
    return figure


def _figure(word: str) -> str:
    """Return a number in figures, and any other word as it is."""
    return WORDS_FOR.get(word, word) if len(word) > 2 else word
