"""Say whether a figure surely came, went or took the place of another one.

    within 6 months of joining   →   within 3 months of joining      the same place
    a fee of $80                 →   a new fee of $150               the only sum of both
    two years' service           →   free up to £30,000              two things
    a chair                      →   one (1) chair                   no amount

A figure that stands between the same words took the place of the other. So did the only one of
its sort, or any figure where nothing else changed. Other pairs may be two things.
"""

import re

from policybook.meaning.types import Direction, Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.code_patterns import TELEPHONE, plain_figures
from policybook.meaning.words.similarity import words

#: "£5", "10%", "two-thirds", "250 words", "three children", "01632 960123".
_COUNTS = re.compile(
    rf"[£$€%/:]|per cent|thirds?\b|quarters?\b|\bhalf\b|\s\w*(?:s|children|people|men)$|{TELEPHONE}"
)
_ONE = frozenset({"1", "one"})
_YEARLY = re.compile(r"\b(?:yearly|annual(?:ly)?|(?:each|every|a|per) year)\b")
_SUM = frozenset("£$€")


def is_sure_figure(weight: Weight, old: str, new: str, *, is_alone: bool) -> bool:
    """Return whether a label may name the figure of a rule that is in both versions.

    `is_alone`: nothing else changed than one stretch of words, which labels name.
    """
    if weight.direction is not Direction.REPLACED:
        own, other = (old, new) if weight.old else (new, old)
        return _is_amount(weight, own, other, is_alone=is_alone)
    if weight.new not in new:
        return True  # the figure of another rule took its place: `divided_figures`
    if _sort(weight.old) != _sort(weight.new):
        return False
    return is_alone or _is_only_one(weight, old, new) or _is_same_place(weight, old, new)


def _is_amount(weight: Weight, own: str, other: str, *, is_alone: bool) -> bool:
    """Return whether a figure that came or went is an amount by itself.

    "One" is also an article, and "2-factor" a name. Among other words that changed, an amount has
    a sign or a unit in the plural, or is a telephone number. What the other version has in
    another place may have stayed, and so may a period of which it has the unit: "a single day",
    "1 day". Whose age it is other words may say.
    """
    figure = (weight.old or weight.new).lower()
    is_name = re.search(rf"(?<!\w){re.escape(figure.split()[0])}-(?!\d)[a-z]", own.lower())
    if weight.matter is Matter.NUMBER and (is_name or figure in _ONE):
        return False
    if is_alone or weight.matter is Matter.AGE:
        return is_alone
    if weight.matter is Matter.NUMBER and not _COUNTS.search(figure):
        return False
    if weight.matter is Matter.DEADLINE and _has_unit(figure, other.lower()):
        return False
    return not re.search(rf"(?<!\w){re.escape(figure)}(?!\w)", other.lower())


def _has_unit(period: str, other: str) -> bool:
    """Return whether a text has the unit of a period, or says "yearly" for "annual"."""
    unit = "yearly" if _YEARLY.search(period) else period.split()[-1].removesuffix("s")
    if unit == "yearly":
        return _YEARLY.search(other) is not None
    return len(period.split()) > 1 and re.search(rf"\b{re.escape(unit)}s?\b", other) is not None


def _sort(figure: str) -> str:
    """Return whether a figure is a sum of money, a share or a number."""
    if figure[:1] in _SUM:
        return "sum"
    return "share" if figure.endswith(("%", "cent")) else "number"


def _is_only_one(weight: Weight, old: str, new: str) -> bool:
    """Return whether both texts have one figure of this sort, and no more."""
    return all(
        sum(_sort(term.value) == _sort(weight.old) for term in found) == 1
        for found in (terms.facts(text).get(weight.matter, ()) for text in (old, new))
    )


def _is_same_place(weight: Weight, old: str, new: str) -> bool:
    """Return whether both figures stand between the same two words."""
    return bool(_around(weight.old, old) & _around(weight.new, new))


def _around(figure: str, text: str) -> set[tuple[str, str]]:
    """Return the words before and after each place of a figure; the ends of a text are one."""
    every, own = ["", *words(plain_figures(text)), ""], list(words(plain_figures(figure)))
    return {
        (every[at - 1], every[at + len(own)])
        for at in range(1, len(every) - len(own))
        if every[at : at + len(own)] == own
    }
