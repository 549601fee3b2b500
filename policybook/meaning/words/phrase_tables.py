"""Read the tables of phrases that say the same, and of abbreviations that the field knows.

in the course of the visit            during the visit: a row of `data/same_phrases.txt`
designated safeguarding lead          DSL: a row of `data/abbreviations.txt`
"""

import re
from functools import cache
from importlib.resources import files

from policybook.meaning.words.number_words import SPELT

#: A figure follows, or "a".
FIGURE = rf"(?:[£$€]?\d|(?:{SPELT}|one|an?)\b)"
_NEIGHBOURS = {
    " THE": r"(?= (?:the|an?|any|each|every|this|that|these|their|his|her|its|our|your)\b)",
    " N": rf"(?= {FIGURE})",
}


def _read_rows(name: str) -> list[list[str]]:
    lines = (
        files("policybook").joinpath(f"data/{name}.txt").read_text(encoding="utf-8").splitlines()
    )
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


@cache
def read_phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for the phrases of the table, and what is said first for each."""
    first: dict[str, str] = {}
    patterns = {}
    for row in _read_rows("same_phrases"):
        for plain, *others in zip(*(phrase.split("/") for phrase in row), strict=True):
            for phrase in others:
                neighbour = next((mark for mark in _NEIGHBOURS if phrase.endswith(mark)), "")
                key = phrase.removesuffix(neighbour)
                first[key] = plain.removesuffix(neighbour)
                patterns[key] = re.escape(key) + _NEIGHBOURS.get(neighbour, "")
    longest = (patterns[key] for key in sorted(patterns, key=len, reverse=True))
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(longest)})(?![\w'-])"), first


@cache
def _read_abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for what has an abbreviation, and the abbreviation of each."""
    short = {name.lower(): row[0] for row in _read_rows("abbreviations") for name in row}
    longest = "|".join(re.escape(name) for name in sorted(short, key=len, reverse=True))
    return re.compile(rf"(?<![\w'-])((?i:{longest}))(?: \((\w+)\))?(?=s?(?!\w))"), short


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
