"""Read the tables of phrases that say the same, and of abbreviations that the field knows.

in the course of the visit            during the visit: a row of `data/same_phrases.txt`
designated safeguarding lead          DSL: a row of `data/abbreviations.txt`
"""

import re
from functools import cache

from policybook.meaning.words.number_words import SPELT, WORDS_FOR
from policybook.text import data_files

_SPELT = re.compile(rf"(?<![\w-])({SPELT})(?![\w-])")
#: "[the]", "WHO", "KIND_" and "~", which parts two marks.
_MARK = re.compile(r"\[(\w+)\] |([A-Z]{2,})(?:_ |~)?")


def _read_rows(name: str) -> list[list[str]]:
    text = data_files.read_text(f"{name}.txt")
    return [row.split(" | ") for row in text.splitlines() if row and not row.startswith("#")]


@cache
def _read_table() -> tuple[dict[str, str], list[list[str]], list[list[str]]]:
    """Return what the words in capitals are, the rows without them, and those with them."""
    rows = [row for row in _read_rows("same_phrases") if " = " not in row[0]]
    marks = dict(row[0].split(" = ", 1) for row in _read_rows("same_phrases") if " = " in row[0])
    plain = [row for row in rows if not _MARK.search("".join(row))]
    return marks, plain, [row for row in rows if row not in plain]


@cache
def _read_phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for the phrases without marks, and what is said first for each."""
    forms = (zip(*(phrase.split("/") for phrase in row), strict=True) for row in _read_table()[1])
    first = {other: plain for row in forms for plain, *others in row for other in others}
    longest = "|".join(re.escape(phrase) for phrase in sorted(first, key=len, reverse=True))
    return re.compile(rf"(?<![\w'-])(?:{longest})(?![\w'-])"), first


@cache
def _read_templates() -> tuple[tuple[str, str, str], ...]:
    """Return for each phrase with marks words that it has, and what is said first."""
    rows = (
        (_MARK.sub(r"\\g<\2>", first.strip("^$")), other)
        for first, *others in _read_table()[2]
        for other in others
    )
    keys = re.compile(r"\[.*?\]|[A-Z_~$^]+")
    return tuple((max(keys.split(o), key=len).strip(), o, plain) for plain, o in rows)


@cache
def _compile(template: str) -> re.Pattern[str]:
    """Return the pattern of a template: `unless [the] WHO agrees$`."""
    marks, plain, pattern, place = _read_table()[0], template.strip("^$"), "", 0
    for hit in _MARK.finditer(plain):
        mark = f"(?:{hit[1]} )?" if hit[1] else f"(?P<{hit[2]}>{marks[hit[2]]})"
        pattern += re.escape(plain[place : hit.start()]) + mark
        place = hit.end()
    start = "^" if template.startswith("^") else r"(?<![\w'-])"
    end = "$" if template.endswith("$") else r"(?![\w'-])"
    return re.compile(f"{start}{pattern}{re.escape(plain[place:])}{end}")


@cache
def _read_abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for what has an abbreviation, and the abbreviation of each."""
    short = {name.lower(): row[0] for row in _read_rows("abbreviations") for name in row}
    longest = "|".join(re.escape(name) for name in sorted(short, key=len, reverse=True))
    return re.compile(rf"(?<![\w'-])((?i:{longest}))(?: \((\w+)\))?(?=s?(?!\w))"), short


def one_phrase(low: str) -> str:
    """Return a sentence in small letters with the first phrase of each row for the others."""
    phrase, first = _read_phrases()
    low = phrase.sub(lambda hit: first[hit[0]], low)
    low = _SPELT.sub(lambda hit: WORDS_FOR[hit[1]], low)
    for key, template, plain in _read_templates():
        if key in low:
            low = _compile(template).sub(plain, low)
    return low


def abbreviate(text: str) -> str:
    """Return a text with the abbreviation that everybody in the field knows for each name."""
    pattern, short = _read_abbreviations()

    def shorten(hit: re.Match[str]) -> str:
        name = short[hit[1].lower()]
        is_given = not hit[2] or hit[2].lower() == name.lower()
        return name if is_given else f"{name} ({hit[2]})"

    return pattern.sub(shorten, text)


@cache
def full_names() -> dict[str, str]:
    """Return what each abbreviation stands for, all in small letters."""
    return {name.lower(): row[1].lower() for row in _read_rows("abbreviations") for name in row}
