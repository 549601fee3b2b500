"""Make weights: of a word that one text has, or of one that replaces another."""

import re

from policybook.meaning.types import Direction, Matter, Weight
from policybook.meaning.words.similarity import EMPTY
from policybook.meaning.words.terms import Term

#: Words of a stretch that are quoted.
_QUOTED = 4


def one_sided(matter: Matter, word: str, is_new: bool) -> Weight:
    """Return the weight of a word that came or went."""
    if is_new:
        return Weight(matter=matter, direction=Direction.ADDED, new=word)
    return Weight(matter=matter, direction=Direction.REMOVED, old=word)


def replaced(matter: Matter, was: str, now: str, unit: str = "") -> Weight:
    """Return the weight of `was` in one text and `now` in the other; one may be empty."""
    if was and now:
        return Weight(matter=matter, direction=Direction.REPLACED, old=was, new=now, unit=unit)
    return one_sided(matter, was or now, is_new=bool(now))


def replaced_term(matter: Matter, was: Term | None, now: Term | None) -> Weight:
    """Return the weight of a term. Two figures share a unit if the new unit starts with the old."""
    if was and now and _is_same_unit(was, now):
        return replaced(matter, was.value, now.value, now.unit)
    return replaced(matter, was.wording if was else "", now.wording if now else "")


def _is_same_unit(was: Term, now: Term) -> bool:
    """Return whether one unit serves for both figures: `day` and `days`, but not `m` and `mg`."""
    if was.value == now.value or len(was.unit) in (1, 2):
        return was.unit == now.unit
    return now.unit.startswith(was.unit)


def first_words(stretch: str) -> str:
    """Return the first words of a stretch, up to one that says something."""
    words = re.findall(r"[\w'’-]+", stretch)[:_QUOTED]
    while len(words) > 1 and words[-1] in EMPTY:
        words.pop()
    return " ".join(words)
