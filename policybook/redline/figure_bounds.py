"""Say that a figure is a least, a most or a guess now: `at least one adult` → `about one adult`.

    at least two   a minimum of two   no fewer than two   two or more     the same bound
    up to £60                         →  £60                              a bound less
    one or two figures of a text that is otherwise new                    left to the reader

A figure counts where each text has it once, with the same word after it.
"""

import re
from collections.abc import Iterator

from policybook.redline.patterns import KIND_OF_DAY, NOT, UNIT, WORDS_FOR, N
from policybook.redline.sentence_forms import plain_form
from policybook.redline.term_stems import stem
from policybook.redline.types import Matter, Weight
from policybook.redline.weight_values import replaced

_BEFORE = {
    "least": r"at least|an? minimum of|minimum of|no less than",
    "most": r"at most|up to|an? maximum of|maximum of|not exceeding",
    "more": r"more than|in excess of|above",
    "less": r"fewer than|less than|below",
    "about": r"about|around|approximately|roughly|nearly|almost",
}
_AFTER = {"least": r"or (?:more|over|above)", "most": r"or (?:fewer|less|under)", "about": r"or so"}
_AHEAD = "|".join(f"(?P<{name}>{words})" for name, words in _BEFORE.items())
_BEHIND = "|".join(f"(?P<{name}_>{words})" for name, words in _AFTER.items())
_BOUND = re.compile(
    rf"(?<![\w.])(?:(?:{_AHEAD})\s+(?:a\s+)?)?(?P<figure>[£$€]?{N})(?![\w:/]|[.,]\d)"
    rf"(?P<unit>\s?%|[\s-]{KIND_OF_DAY}[a-z]+)?(?:\s+(?:{_BEHIND})\b)?"
)
_IS_PERIOD = re.compile(rf"[\s-]{KIND_OF_DAY}{UNIT}\b")
_MAY_BOUND = re.compile(
    r"least|minimum|less|most|up to|maximum|exceed|more|excess|above|fewer|below|about|around"
    r"|approximately|roughly|nearly|almost|\bor (?:over|under|so)\b"
)


def bound_changes(old: str, new: str) -> Iterator[Weight]:
    """Yield the figures that both texts have, with another bound."""
    if not (_MAY_BOUND.search(old.lower()) or _MAY_BOUND.search(new.lower())):
        return
    # "No pupil has more than one hour" is "every pupil has at most one hour".
    if len(NOT.findall(plain_form(old).lower())) != len(NOT.findall(plain_form(new).lower())):
        return
    olds, news = _figures(old), _figures(new)
    for figure in olds.keys() & news.keys():
        was, now = olds[figure], news[figure]
        if was and now and _kind(was) != _kind(now) and _unit(was) == _unit(now):
            is_period = _IS_PERIOD.match(was["unit"] or "") is not None
            matter = Matter.DEADLINE if is_period else Matter.NUMBER
            yield replaced(matter, " ".join(was[0].split()), " ".join(now[0].split()))


def _figures(text: str) -> dict[str, re.Match[str] | None]:
    """Return the hit of each figure of a text; None for a figure that it has twice."""
    figures: dict[str, re.Match[str] | None] = {}
    for hit in _BOUND.finditer(plain_form(text).lower()):
        key = WORDS_FOR.get(hit["figure"], hit["figure"])
        figures[key] = None if key in figures else hit
    return figures


def _kind(hit: re.Match[str]) -> str:
    """Return the kind of bound of a figure, or nothing."""
    kinds = (*_BEFORE, *(f"{name}_" for name in _AFTER))
    return next((kind.rstrip("_") for kind in kinds if hit[kind]), "")


def _unit(hit: re.Match[str]) -> str:
    """Return the word after a figure, without its ending."""
    unit = (hit["unit"] or "").strip(" -")
    return stem(unit) or unit
