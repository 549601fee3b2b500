"""Name the laws, references, figures and dates that differ between two texts.

The terms of both texts (`terms`) are compared sort by sort. What a sentence does with them is
for `sentence_effects`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from policybook.meaning.effects.row_differences import differences
from policybook.meaning.effects.same_places import as_places
from policybook.meaning.effects.swapped_figures import swapped_figures
from policybook.meaning.effects.weight_values import replaced, replaced_term
from policybook.meaning.types import FIGURES, Direction, Matter, Weight
from policybook.meaning.words import patterns, terms
from policybook.meaning.words.number_words import ORDINALS
from policybook.meaning.words.plain_amounts import plain_amounts
from policybook.meaning.words.similarity import words
from policybook.meaning.words.terms import Term

#: "(1) player" is "a player".
_ONE_IN_BRACKETS = re.compile(r"\(1\) (?=[a-z])(?!.*\(2\))")
#: "7.15 Sails", "(supersedes 6.11)".
_OF_A_RULE = re.compile(
    r"(?<![\d.£$€])(?:(?<=upersedes )|(?<=odifies )|(?=[\d.]+ [A-Z{]))(\d{1,2}\.\d{1,3})(?![\d%])"
)
#: "By one member instead of two": what holds no longer.
_NO_LONGER = re.compile(r"\b(?:instead of|rather than) (\w+)\b")
_YEAR = re.compile(r"\s*\(?\b(?:19|20)\d\d\b\)?")
#: What has a number as its name: "stage three", "Level 2".
_NUMBERED = re.compile(
    r"\b(?:stage|level|step|phase|tier|room|classroom|class|unit)\s+(\w+)", re.IGNORECASE
)
_ONE_PERIOD = re.compile(rf"(?:a|an|one|each|every) ({patterns.UNIT})")
_ORDINAL = re.compile(rf"{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)")
_DIGIT = re.compile(r"\d")
_FIGURE_MATTERS = FIGURES | {Matter.LAW, Matter.REFERENCE}
_MONEY = (
    "allowance|charge|contribution|fee|grant|income|instalment|pay|payment|premium|rate|rent"
    "|salary|salaries|subscription|sum|wage"
)
_SINGULARS = {"people": "person", "children": "child", "men": "man", "women": "woman"}


def fact_changes(old: str, new: str) -> Iterator[Weight]:
    """Yield the laws, references, figures and dates that differ."""
    return as_places(list(_all_changes(old, new)), old, new)


def _all_changes(old: str, new: str) -> Iterator[Weight]:
    """Yield each law, reference, figure and date that came, went or was replaced."""
    olds, news = terms.facts(old), terms.facts(new)
    if not olds and not news:
        return
    names = {
        Direction.REMOVED: _names_of_steps(old, new),
        Direction.ADDED: _names_of_steps(new, old),
    }
    for matter in Matter:
        if matter in olds or matter in news:
            was, now = olds.get(matter, ()), news.get(matter, ())
            if matter in FIGURES:
                yield from swapped_figures(matter, (old, new), was, now)
            for weight in _terms(matter, was, now):
                other = new if weight.direction is Direction.REMOVED else old
                own = old if weight.old else new
                is_no_amount = _is_no_amount(weight, names, own) or _tells_which(weight, own, other)
                is_no_amount = is_no_amount or _names_a_rule(weight, own)
                if not is_no_amount and not _has_article_only(weight, own, other):
                    yield _with_one(weight, own, other)


def _is_no_amount(weight: Weight, names: Mapping[Direction, frozenset[str]], own: str) -> bool:
    """Return whether a number that came or went is a name, or only says a place in an order."""
    figure = (weight.old or weight.new).split(" ")[0].lower()
    if weight.matter is not Matter.NUMBER or weight.direction is Direction.REPLACED:
        return False
    if figure in names[weight.direction] or _ORDINAL.fullmatch(figure):
        return True
    return any(figure == hit[1].lower() for hit in _NO_LONGER.finditer(own))


def _names_a_rule(weight: Weight, own: str) -> bool:
    """Return whether a number that came or went stands like that of a rule: `7.15 Sails`."""
    if weight.matter is not Matter.NUMBER or weight.direction is Direction.REPLACED:
        return False
    return any((weight.old or weight.new) == hit[1] for hit in _OF_A_RULE.finditer(own))


def _tells_which(weight: Weight, own: str, other: str) -> bool:
    """Return whether a period that came or went only says what did: money, or another thing.

    `pays a daily allowance`, `runs the daily mile`.
    """
    if weight.matter is not Matter.DEADLINE or weight.direction is Direction.REPLACED:
        return False
    period = re.escape(weight.old or weight.new)
    thing = rf"(?<=\bthe ){period}\s+(\w+)" if period.endswith("ly") else "(?!)"
    money = rf"\b{period}\s+(?:\w+\s+)?({_MONEY})s?\b"
    # A new "£5 per hour": the sum says it.
    price = re.search(rf"([£$€]\s?\d[\d.,]*)\s+{period}", own, re.IGNORECASE)
    if price and price[1] not in other:
        return True
    # "Two years below their age", "a weekly update from": no deadline.
    if re.search(rf"{period}\s+(?:below|behind|older|younger|ahead of)\b", own, re.IGNORECASE):
        return True
    paper = (
        rf"\b{period}\s+(?:\w+\s+)?(updates?|newsletters?|bulletins?|magazines?|digests?)\s+from\b"
    )
    hits = [re.search(pattern, own, re.IGNORECASE) for pattern in (thing, money, paper)]
    return any(hit and hit[1].lower() not in other.lower() for hit in hits)


def _with_one(weight: Weight, own: str, other: str) -> Weight:
    """Return the weight of a number that `one` replaced, or that replaced it.

    "One" may be a person, so it is no number by itself: "two members" → "one member" is one.
    """
    if weight.matter is not Matter.NUMBER or weight.direction is Direction.REPLACED:
        return weight
    figure, _, unit = (weight.old or weight.new).partition(" ")
    if not figure.isalnum() or words(other).count("one") != words(own).count("one") + 1:
        return weight
    if not unit:
        pair = (figure, "one")
    elif hit := re.search(rf"\bone {_singular(unit)}\b", other, re.IGNORECASE):
        pair = (f"{figure} {unit}", hit[0])
    else:
        return weight
    return replaced(Matter.NUMBER, *(pair if weight.old else reversed(pair)))


def _singular(unit: str) -> str:
    """Return a pattern for one of the things that a figure counts."""
    low = unit.lower()
    if low in _SINGULARS:
        return _SINGULARS[low]
    return rf"{re.escape(low.removesuffix('s'))}" if not low.endswith("ies") else f"{low[:-3]}y"


def _has_article_only(weight: Weight, own: str, other: str) -> bool:
    """Return whether `a year` that came or went is `the year`, or `1 player` is `a player`."""
    period = _ONE_PERIOD.fullmatch((weight.old or weight.new).lower())
    is_lone = weight.direction is not Direction.REPLACED
    hit = (
        re.search(r"\b1\)? ([a-z]+)", own)
        if (weight.old or weight.new)[:2].strip() == "1"
        else None
    )
    if is_lone and hit:
        return re.search(rf"\ban? {hit[1]}\b", other, re.IGNORECASE) is not None
    return bool(period and is_lone and re.search(rf"\bthe {period[1]}\b", other, re.IGNORECASE))


def _names_of_steps(own: str, other: str) -> frozenset[str]:
    """Return the figures of `own` that are no numbers if only it has them.

    These are the names of steps, and 1 if the other text has "one", which may be a person.
    """
    names = {name.lower() for name in _NUMBERED.findall(own)}
    return frozenset(names | {"1"} if "one" in words(other) else names)


def _terms(matter: Matter, olds: Sequence[Term], news: Sequence[Term]) -> Iterator[Weight]:
    """Yield the terms of one matter that differ."""
    places = {term.key: term for term in reversed((*olds, *news))}
    # "Weekly" in both texts, "7 days" in one: it is these that came.
    written = [{term.wording for term in side} for side in (olds, news)]
    places |= {
        t.key: t for t in (*olds, *news) if (t.wording in written[0]) != (t.wording in written[1])
    }
    old_keys, new_keys = [term.key for term in olds], [term.key for term in news]
    if sorted(old_keys) == sorted(new_keys):
        return
    # A law that both texts name, however often, neither came nor went.
    if matter is Matter.LAW:
        both = set(old_keys) & set(new_keys)
        old_keys = [key for key in dict.fromkeys(old_keys) if key not in both]
        new_keys = [key for key in dict.fromkeys(new_keys) if key not in both]
        new_keys.sort(
            key=lambda key: next(
                (n for n, k in enumerate(old_keys) if _YEAR.sub("", k) == _YEAR.sub("", key)), 99
            )
        )
    for was, now in differences(old_keys, new_keys):
        yield replaced_term(matter, places[was] if was else None, places[now] if now else None)


def unnamed_figures(old: str, new: str, matters: frozenset[Matter]) -> Iterator[Weight]:
    """Yield figures that no rule named, so that none passes as wording.

    The same figures in another order are left to the reader.
    """
    if not matters.isdisjoint(_FIGURE_MATTERS) or _keys(old) == _keys(new) != {}:
        return
    if _digits(old) == _digits(new):
        return
    old, new = (
        terms.without_references(
            _NO_LONGER.sub("", _OF_A_RULE.sub("", _ONE_IN_BRACKETS.sub("a ", text)))
        )
        for text in (old, new)
    )
    olds, news = (terms.figures(plain_amounts(text)) for text in (old, new))
    if Counter(olds) != Counter(news):
        for was, now in differences(olds, news):
            yield replaced(Matter.NUMBER, was or "", now or "")


def _keys(text: str) -> dict[Matter, list[str]]:
    """Return the keys of all terms of a text, sorted. Equal amounts have equal keys."""
    return {matter: sorted(term.key for term in rows) for matter, rows in terms.facts(text).items()}


def _digits(text: str) -> str:
    """Return the digits of a text."""
    return "".join(_DIGIT.findall(text))
