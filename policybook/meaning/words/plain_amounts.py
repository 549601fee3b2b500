"""Put amounts into one form, so that `£250` and `£250.00` are the same.

8.45 am, 8:45am, 08:45          08:45
12:00 noon, 12 noon, noon       12:00
£1,000.00, £1000                £1000
1st September 2026, 01/09/2026  2026-09-01
¾, 3/4, three quarters of       3/4
one in five, 1 in 5             1 in 5
5mg, 5 milligrams               5 mg
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from policybook.meaning.words import amount_patterns as amounts
from policybook.meaning.words.number_words import WORDS_FOR, N

_CACHED_TEXTS = 1 << 11
_PENCE = 100
_NAMES = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTHS = _NAMES.split("|")
_TENTHS = {"hal": 2, "thi": 3, "qua": 4, "fif": 5, "six": 6, "eig": 8, "ten": 10}
_UNITS = (
    ("milli", "m"),
    ("centi", "c"),
    ("kilos", "kg"),
    ("kilo", "k"),
    ("grams", "g"),
    ("gram", "g"),
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"


def _time(hit: re.Match[str]) -> str:
    """Return a time of day on the clock of 24 hours."""
    hours, half = int(hit[1]) % 12, hit[3].lower()
    return f"{hours + 12 * (half == 'p'):02}:{hit[2] or '00'}"


def _date(day: str, month: str, year: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"


def _month(name: str) -> str:
    return str(_MONTHS.index(name.lower()) + 1)


def _money(hit: re.Match[str]) -> str:
    """Return a sum without pence that are nought."""
    figure = hit[2].replace(",", "") + (hit[3] or "")
    if hit[4]:
        million = Decimal(figure) * (1000 if hit[4].lower() == "k" else 1_000_000)
        figure = f"{million.normalize():f}"
    return f"{hit[1]}{figure}"


def _figure(word: str) -> str:
    """Return a number in figures."""
    return WORDS_FOR.get(word.lower(), word)


def _share(hit: re.Match[str]) -> str:
    """Return a share in words as a fraction."""
    return f"{_figure(hit[1])}/{_TENTHS[hit[2].lower()[:3]]}"


def _part(hit: re.Match[str]) -> str:
    """Return a fraction of one character as two figures."""
    plain = unicodedata.normalize("NFKC", hit[2]).replace("\u2044", "/")
    return f"{hit[1]} {plain}" if hit[1] else plain


def _ratio(hit: re.Match[str]) -> str:
    return f"{_figure(hit[1])}:{_figure(hit[2])}"


def _share_of_many(hit: re.Match[str]) -> str:
    return f"{_figure(hit[1])} in {_figure(hit[2])}"


def _measure(hit: re.Match[str]) -> str:
    """Return a measure with the sign of its unit."""
    figure, written = _figure(hit[1] or hit[3]), hit[2] or hit[4]
    # "Mg" stays: it is another unit than "mg".
    sign = _unit(written.lower())
    unit = written if sign == written.lower() else sign
    if unit == "p" and figure.isdecimal() and int(figure) < _PENCE:
        return f"£0.{int(figure):02}"
    return f"{figure} {unit}"


@lru_cache(maxsize=1 << 7)
def _unit(written: str) -> str:
    """Return the sign of a unit: `mg` for `milligrams`."""
    if written.startswith(("degree", "°")):
        return "°" + written.removeprefix("degree").removeprefix("s").strip("° ")[:1]
    for long, short in _UNITS:
        written = written.replace(long, short)
    written = re.sub(r"met(?:re|er)s?$", "m", re.sub(r"lit(?:re|er)s?$", "l", written))
    return {"miles": "mile", "foot": "ft", "feet": "ft", "pence": "p", "lbs": "lb"}.get(
        written, written
    ).replace("\u03bc", "\u00b5")


_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _rule(pattern: str, form: str | Callable[[re.Match[str]], str]) -> _Rule:
    return re.compile(pattern, re.IGNORECASE), form


_RULES: tuple[_Rule, ...] = (
    _rule(r"\b(?:12(?:[:.]00)?\s*)?noon\b", "12:00"),
    _rule(r"\b(?:12(?:[:.]00)?\s*)?midnight\b", "00:00"),
    _rule(r"(?<![\d.:£$€])(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s*([ap])(?:m\b|\.m\.)", _time),
    _rule(rf"{amounts.AT}(\d{{1,2}})\.([0-5]\d)(?!\d|\.\d)", r"\1:\2"),
    # A school writes 8:45 for the morning. Whether 3:15 is in the afternoon is not sure.
    _rule(r"(?<![\d:.])([89]:[0-5]\d)(?![\d:])", r"0\1"),
    _rule(
        rf"\b{_DAY}({_NAMES}),?\s+(\d{{4}})\b", lambda hit: _date(hit[1], _month(hit[2]), hit[3])
    ),
    _rule(
        rf"\b({_NAMES})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b",
        lambda hit: _date(hit[2], _month(hit[1]), hit[3]),
    ),
    _rule(
        r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])", lambda hit: _date(hit[1], hit[2], hit[3])
    ),
    _rule(rf"\b({_NAMES})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?![\d:.,/]\d)", r"\2 \1"),
    _rule(rf"\b{_DAY}({_NAMES})\b", r"\1 \2"),
    _rule(
        r"([£$€])\s?(\d+(?:,\d{3})*)(?:\.00(?!\d))?(\.\d+)?(?!,?\d)"
        r"(?:\s?(million|m|k)\b)?",
        _money,
    ),
    _rule(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,]|\.\d)", lambda hit: hit[0].replace(",", "")),
    _rule(rf"(?:(?<![\w.])(\d+)\s?)?([{amounts.PARTS}])", _part),
    _rule(rf"(?<![\w.,])({N}|an?)[\s-]({amounts.SHARE})(?=\s+(?:of|majority)\b|$)", _share),
    _rule(r"\bhalf(?=\s+of\b|$)", "1/2"),
    _rule(r"(?<![\d:])(\d{1,3}) : (\d{1,4})(?![\d:])", _ratio),
    _rule(rf"{amounts.AFTER_RATIO}({N})\s+to\s+(?:every\s+)?({N})\b", _ratio),
    _rule(r"\byears?\s*(\d{1,2})\s*(?:to|-|–)\s*(\d{1,2})\b", r"years \1-\2"),
    _rule(r"\b(one|1)-to-(one|two|three|four|\d)\b", _ratio),
    _rule(r"\b(?:one|1) to (?:one|1)\b", "1:1"),
    _rule(rf"(?<![\w.,])({N})\s+(?:in|out\s+of)\s+(?:every\s+)?({N})\b", _share_of_many),
    _rule(r"(\d)\s?(?:%|per\s?cent\b)", r"\1%"),
    _rule(rf"(?<![\w.,£$€]){amounts.QUANTITY}", _measure),
    _rule(r"\bhalf-term", "half term"),
    _rule(r"(?<=[\d\s-])min(?=s?\b)", "minute"),
    _rule(r"(?<=[\d\s-])hr(?=s?\b)", "hour"),
)


@lru_cache(maxsize=_CACHED_TEXTS)
def plain_amounts(text: str) -> str:
    """Return `text` with every amount in one form. Other words stay as they are."""
    text = text.replace("−", "-") if "−" in text else text
    for pattern, form in _RULES:
        text = pattern.sub(form, text)
    return text
