"""Say that a figure is a least, a most or a guess now: `at least one adult` → `about one adult`.

    at least two   a minimum of two   no fewer than two   two or more     the same bound
    up to £60                         →  £60                              a bound less
    not later than 5 days             →  not earlier than 5 days          a bound that turned
    one or two figures of a text that is otherwise new                    left to the reader

A figure counts where each text has it once, with the same word after it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policybook.meaning.effects.weight_values import replaced
from policybook.meaning.sentences.plain_forms import plain_form
from policybook.meaning.types import FIGURES, Direction, Matter, Weight
from policybook.meaning.words.amount_patterns import MEASURE, TIME
from policybook.meaning.words.code_patterns import plain_figures
from policybook.meaning.words.number_words import WORDS_FOR, N
from policybook.meaning.words.patterns import KIND_OF_DAY, MONTH, NOT, UNIT
from policybook.meaning.words.plain_amounts import plain_amounts
from policybook.meaning.words.stems import stem

_Hits = dict[str, re.Match[str] | None]

_BEFORE = {
    "least": r"at least|an? minimum of|minimum of|(?:no|not) (?:fewer|less) than",
    "most": (
        r"at most|up ?to|an? maximum of|maximum of|not exceeding"
        r"|(?:no|not) (?:more|longer|greater|higher|larger) than"
    ),
    "more": r"more than|in excess of|above|over",
    "less": r"fewer than|less than|below|under",
    "about": r"about|around|approximately|roughly|nearly|almost",
    "latest": r"(?:no|not) later than|by|before|within|until|till",
    "earliest": r"(?:no|not) (?:earlier|sooner) than|not before|not until|after|from|since|beyond",
}
_AFTER = {
    "least": r"or (?:more|over|above)",
    "most": r"or (?:fewer|less|under|below)",
    "about": r"or so",
}
#: "18 years old" is in "at least 18 years".
_OF_AGE = re.compile(r"(?<=years)[\s-](?:olds?|of age)|\bage[ds]?(?: of)? ")
#: Without one of these a figure is no bound; two of the same end are one bound.
_OF_TIME = frozenset({"latest", "earliest"})
_TURNED = tuple({low, high} for low in ("least", "more") for high in ("most", "less"))
_TURNED += ({"latest", "earliest"},)
#: Most important first, because "no later than" contains "later than".
_ORDER = ("latest", "earliest", "least", "most", "more", "less", "about")
_AHEAD = "|".join(f"(?P<{name}>{_BEFORE[name]})" for name in _ORDER)
_BEHIND = "|".join(f"(?P<{name}_>{words})" for name, words in _AFTER.items())
_NO_UNIT = r"(?!(?:is|are|was|were|for|and|or|to|of|in|on|at|by|the|an?|with|as|from|per|each)\b)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_FIGURE = (
    rf"{_DAY}(?:\s+\d{{1,2}})?|once|twice|half(?![\s-]term)|[£$€]\d+(?:,\d{{3}})*(?:\.\d\d)?"
    rf"|{TIME}|\d+(?:,\d{{3}})+|{N}"
)
_BOUND = re.compile(
    rf"(?<![\w.])(?:(?:{_AHEAD})\s+(?:a\s+)?)?(?P<figure>{_FIGURE})(?![\w:/]|[.,]\d)"
    rf"(?P<unit>\s?%|[\s-]?{MEASURE}|[\s-]{KIND_OF_DAY}{_NO_UNIT}[a-z]+)?(?:\s+(?:{_BEHIND})\b)?",
    re.IGNORECASE,
)
_AHEAD_ALONE = re.compile(rf"\b(?:{_AHEAD})\b")
_IS_PERIOD = re.compile(rf"[\s-]{KIND_OF_DAY}{UNIT}\b")
_KIND_OF_DAY = re.compile(rf"^{KIND_OF_DAY}")
_IS_MONTH = re.compile(rf"\s(?:{MONTH})")
#: "Not before five days after the vote" is at least five days after it.
_FROM = re.compile(r"\s*(?:after|before|from)\b")
_IS_LEAST = re.compile(r"not before|(?:no|not) (?:earlier|sooner) than", re.IGNORECASE)
_IS_TIME = re.compile(rf"(?:{TIME}|{_DAY}.*)")
#: "Over two sites", "under three headings".
_MAY_BE_PLACE = re.compile(r"(?:over|under)\s+(?![£$€])", re.IGNORECASE)


def with_bounds(old: str, new: str, weights: Sequence[Weight]) -> Iterator[Weight]:
    """Yield the weights, with the bounds that changed in the place of their figures alone."""
    bounds = [
        bound
        for bound in bound_changes(old, new)
        if not any(_starts(weight, bound) for weight in weights)
    ]
    ages = [weight for weight in weights if weight.matter is Matter.AGE]
    for bound in bounds:
        of_age = any(_is_inside(age, bound) for age in ages)
        yield replace(bound, matter=Matter.AGE) if of_age else bound
    for weight in weights:
        if not any(_is_inside(weight, bound) for bound in bounds):
            yield weight


def _starts(weight: Weight, bound: Weight) -> bool:
    """Return whether a weight names a bound itself: `under 8 → over 8` as an age."""
    if weight.direction is not Direction.REPLACED:
        return False
    olds, news = (bound.old.lower(), weight.old.lower()), (bound.new.lower(), weight.new.lower())
    return olds[0].startswith(olds[1]) and news[0].startswith(news[1])


def _is_inside(weight: Weight, bound: Weight) -> bool:
    """Return whether a bound says what a weight says: it has both figures, or the only one."""
    if weight.matter not in FIGURES:
        return False
    pairs = ((bound.old, weight.old), (bound.new, weight.new))
    return all(not figure or _has_figure(words, figure) for words, figure in pairs)


def _has_figure(bound: str, figure: str) -> bool:
    """Return whether the words of a bound have a figure whole: no `5` is in `up to £50`."""
    bound, figure = bound.lower(), _OF_AGE.sub("", figure)
    return re.search(rf"(?<![\w.,]){re.escape(figure.lower())}(?![\w%]|[.,:]\d)", bound) is not None


def bound_changes(old: str, new: str) -> Iterator[Weight]:
    """Yield the figures that both texts have, with another bound."""
    # "No pupil has more than one hour" is "every pupil has at most one hour".
    if count_refusals(old) != count_refusals(new):
        return
    for was, now in _pairs(_figures(old), _figures(new)):
        kinds = {_kind(was), _kind(now)}
        if len(kinds) == 1 or _unit(was) != _unit(now):
            continue
        matter = _matter(was)
        # "By 3 pm" and "3 pm" may be the same; "by 3 pm" and "from 3 pm" are not.
        if kinds & _OF_TIME and ("" in kinds or matter is Matter.NUMBER):
            continue
        if "" in kinds and (_MAY_BE_PLACE.match(was[0]) or _MAY_BE_PLACE.match(now[0])):
            continue
        yield replaced(matter, " ".join(was[0].split()), " ".join(now[0].split()))


def count_refusals(text: str) -> int:
    """Return how often a text says no, apart from its bounds."""
    plain = plain_form(text).lower().replace("cannot", "can not")
    return len(NOT.findall(_AHEAD_ALONE.sub("", plain)))


def _pairs(olds: _Hits, news: _Hits) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the hits of the same figure, and another figure if its bound turned."""
    for figure, was in olds.items():
        now = news.get(figure)
        if was and now:
            yield was, now
    gone = [hit for figure, hit in olds.items() if hit and figure not in news]
    come = [hit for figure, hit in news.items() if hit and figure not in olds]
    if len(gone) == len(come) == 1 and {_kind(gone[0]), _kind(come[0])} in _TURNED:
        yield gone[0], come[0]


def _matter(hit: re.Match[str]) -> Matter:
    """Return whether a figure is a period, a day or time, or another number."""
    unit, figure = (hit["unit"] or "").lower(), hit["figure"].lower()
    if figure in ("once", "twice"):
        return Matter.DEADLINE
    if _IS_TIME.fullmatch(figure) or _IS_MONTH.fullmatch(unit):
        return Matter.DATE
    return Matter.DEADLINE if _IS_PERIOD.match(unit) else Matter.NUMBER


def _figures(text: str) -> _Hits:
    """Return the hit of each figure of a text; None for a figure that it has twice."""
    figures: _Hits = {}
    for hit in _BOUND.finditer(plain_figures(" ".join(text.split()))):
        key = WORDS_FOR.get(hit["figure"].lower(), plain_amounts(hit["figure"].lower()))
        figures[key] = None if key in figures else hit
    return figures


def _kind(hit: re.Match[str]) -> str:
    """Return the kind of bound of a figure, or nothing."""
    if (
        _IS_LEAST.match(hit[0])
        and _IS_PERIOD.match(hit["unit"] or "")
        and _FROM.match(hit.string, hit.end())
    ):
        return "least"
    kinds = (*_ORDER, *(f"{name}_" for name in _AFTER))
    return next((kind.rstrip("_") for kind in kinds if hit[kind]), "")


def _unit(hit: re.Match[str]) -> str:
    """Return the word after a figure, without its ending and without the kind of day."""
    unit = _KIND_OF_DAY.sub("", (hit["unit"] or "").lower().strip(" -"))
    return stem(unit) or unit
