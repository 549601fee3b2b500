"""Say whether a sentence has the words of another in another order, and none changed its part.

    Copies are kept safely by the clerk.   Copies are safely kept by the clerk.
    Bills are paid at the desk by guests.  Bills are paid by guests at the desk.
    At the end the chair counts the votes. The chair counts the votes at the end.

Refused: people or figures that change places, "only", "not", "all" and relative clauses in what
moved, a condition or a phrase that passes a verb, unless it goes from one end to the other, and
single words that are no adverbs ("black shoes and bags").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policybook.meaning.sentences.word_kinds import is_agent, is_deed

#: More parts than these are another sentence.
_MOST_PARTS = 4
_RELATIVE = frozenset("who whom whose which that".split())
_CONDITIONS = frozenset(
    "if when whenever where wherever unless until because while whether".split()
)
_HOLDS = _RELATIVE | frozenset(
    "not no never none nor only all both either even just also except other but then so".split()
)
_JOINS = frozenset({"and", "or"})
_FINITE = frozenset(
    "is are was were has have must shall will should may can cannot do does".split()
)
_BESIDE = frozenset("by at in on to from with for of under before after".split())
_ARTICLES = frozenset("the a an any each every our your their its".split())
#: A phrase that may move starts like this.
_STARTS = frozenset(
    """
    at by in on during throughout within before after until each every once twice if when whenever
    where with from under
    """.split()
)
_ADVERB = re.compile(r"\w{3,}ly$|(?:twice|once|always|often|sometimes)$")
_FIGURE = re.compile(r"\d")


def is_other_order(olds: Sequence[str], news: Sequence[str]) -> bool:
    """Return whether the tokens of two sentences differ only in the place of a phrase."""
    was, now = _plain(olds), _plain(news)
    if was == now or sorted(was) != sorted(now):
        return False
    start = next(k for k, pair in enumerate(zip(was, now, strict=True)) if pair[0] != pair[1])
    ends = zip(reversed(was), reversed(now), strict=True)
    end = len(was) - next(k for k, pair in enumerate(ends) if pair[0] != pair[1])
    before, parts = was[:start], list(_parts(was[start:end], now[start:end]))
    is_whole = start == 0 and end == len(was)
    return (
        len(parts) <= _MOST_PARTS
        and _HOLDS.isdisjoint(now[start:end])
        and _may_stand_elsewhere(parts)
        and _keeps_verb(before, parts, is_whole)
        and _keeps_neighbours(was, now)
    )


def _plain(tokens: Sequence[str]) -> list[str]:
    """Return the words without commas, and "each time" for "each time that"."""
    words = [word for word in tokens if word != ","]
    return [word for k, word in enumerate(words) if word != "that" or words[k - 1] != "time"]


def _parts(was: list[str], now: list[str]) -> Iterator[list[str]]:
    """Yield the longest runs of words of one text that stand together in the other."""
    place = 0
    joined = f" {' '.join(was)} "
    while place < len(now):
        end = place + 1
        while end < len(now) and f" {' '.join(now[place : end + 1])} " in joined:
            end += 1
        yield now[place:end]
        place = end


def _may_stand_elsewhere(parts: Sequence[Sequence[str]]) -> bool:
    """Return whether one part or more are phrases that move, and no lone word but an adverb."""
    adverbs = [part for part in parts if len(part) == 1 and _ADVERB.match(part[0])]
    lone = [part for part in parts if len(part) == 1 and part not in adverbs]
    lone = [part for part in lone if part[0] not in _FINITE]
    phrases = [part for part in parts if len(part) > 1 and part[0] in _STARTS]
    return bool(adverbs or phrases) and len(lone) <= bool(adverbs)


def _keeps_verb(before: Sequence[str], parts: Sequence[Sequence[str]], is_whole: bool) -> bool:
    """Return whether nothing passed a verb, or a phrase went from one end to the other."""
    moved = [word for part in parts for word in part]
    after_and = [moved[k + 1] for k, word in enumerate(moved[:-1]) if word in _JOINS]
    if any(word in _FINITE or is_deed(word) or is_agent(word) for word in after_and):
        return False
    if is_whole:
        return _RELATIVE.isdisjoint(moved) and (parts[0][0] in _STARTS or parts[-1][0] in _STARTS)
    last = before[-1] if before else ""
    if not before or last in _RELATIVE | _JOINS:
        return True
    is_after_verb = last in _FINITE or not _FINITE.isdisjoint(before) or any(map(is_deed, before))
    is_free = _FINITE.isdisjoint(moved) and (_RELATIVE | _CONDITIONS).isdisjoint((*before, *moved))
    return is_after_verb and is_free and _JOINS.isdisjoint(moved)


def _keeps_neighbours(was: Sequence[str], now: Sequence[str]) -> bool:
    """Return whether people, figures and conditions have the same words at their side."""
    return _anchors(was) == _anchors(now) and _doers(was) == _doers(now)


def _anchors(tokens: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Return what stands around each figure, and what follows each condition."""
    padded = ["", *tokens, "", ""]
    return Counter(
        tuple(padded[k : k + 3]) if word in _CONDITIONS else (word, padded[k + 1])
        for k, word in enumerate(padded)
        if word in _CONDITIONS or _FIGURE.match(word)
    ) + Counter(
        (padded[k - 1], word)
        for k, word in enumerate(padded)
        if _FIGURE.match(word) and padded[k - 1] in _BESIDE
    )


def _doers(tokens: Sequence[str]) -> tuple[list[str], Counter[tuple[str, str]]]:
    """Return the people in order, and those behind a preposition with it."""
    free: list[str] = []
    bound: Counter[tuple[str, str]] = Counter()
    for place, word in enumerate(tokens):
        if not is_agent(word):
            continue
        k = place - 1
        while k >= 0 and (tokens[k] in _ARTICLES or (tokens[k].isalpha() and place - k < 2)):
            k -= 1
        if k >= 0 and tokens[k] in _BESIDE:
            bound[tokens[k], word] += 1
        else:
            free.append(word)
    return free, bound
