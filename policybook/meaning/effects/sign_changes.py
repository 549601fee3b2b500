"""Say whether texts with the same words differ only in signs and capitals that change no rule.

A sign is minor only where this module knows it: a comma before the last of a list, a full stop
at the end, quotation marks. Everything else is for the reader.

    pens, rulers and books → pens, rulers, and books      minor
    ☐ I consent → ☑ I consent                             a box is ticked
    2 to 8 °C → -2 to 8 °C                                a sign before a figure
    Staff, who are trained, may → Staff who are trained may
    nut free → nut-free; resign → re-sign                 a hyphen that makes another word
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policybook.meaning.words.similarity import straighten
from policybook.text.letter_forms import fold_forms

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
#: Quotation marks, and dots before items: with or without them, the words say the same.
_UNSAID = re.compile(r"[\"'•·]")
_SPACE = re.compile(r"\s+")
#: Around these, white space says nothing.
_AROUND = re.compile(r"\s*([/|])\s*")
#: Signs that may end a text: nothing follows that they could divide.
_END = re.compile(r"[\s.,;:!)]*$")
#: Each of these ends a statement.
_BREAKS = frozenset({". ", "; ", ": ", " - ", "! "})
#: "Mr Hill" is "Mr. Hill".
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "st"})
_JOINS = frozenset({"and", "or", "nor"})
_RELATIVE = frozenset("who whom whose which that where when while as if unless".split())
#: A comma before these divides nothing, unless one of the others is ahead in the sentence.
_PART = _JOINS | {"but", "so", "we", "they"}
_UNSURE = (_RELATIVE - {"which", "as"}) | frozenset(
    "except only not no never without all any".split()
)
#: After these at the start of a sentence, a comma is a matter of style.
_OPENERS = frozenset(
    """
    however therefore finally firstly secondly thirdly lastly additionally furthermore moreover
    instead otherwise nevertheless similarly today
    """.split()
)
_OPENING_PHRASES = frozenset(
    {"for example", "for instance", "in addition", "in particular", "as a result", "of course"}
)
#: Before these, too: "sign in, please".
_CLOSERS = frozenset({"please", "too"})
#: Compounds that schools write with a hyphen, with a space, or as both.
_COMPOUNDS = frozenset(
    """
    half-term mid-term well-being break-time lunch-time after-school long-term short-term
    full-time part-time follow-up drop-off pick-up sign-in log-in head-teacher vice-chair
    co-operate co-ordinate e-mail on-line off-site on-site up-to-date day-to-day face-to-face
    one-to-one decision-making record-keeping risk-assessment age-appropriate school-wide
    whole-school term-time play-time home-school year-group first-aid first-aider cyber-bullying
    multi-agency safeguarding-related
    """.split()
)
_CAPITALS = frozenset("MUST NOT NEVER ALWAYS ALL NO ONLY ANY AND OR".split())
#: With a capital these are names, of a month, a class or a person.
_OTHER_AS_NAMES = frozenset(
    "may march august will reception nursery polish bill mark grant rose act i".split()
)


class _Gap(NamedTuple):
    """What stands between two words of both texts, and the words around it in small letters."""

    old: str
    new: str
    before: tuple[str, ...]
    after: str


def are_minor(old: str, new: str) -> bool:
    """Return whether the texts have the same words, and surely differ in nothing that matters."""
    (olds, old_gaps), (news, new_gaps) = _divide(old), _divide(new)
    low = [word.lower() for word in olds]
    if low != [word.lower() for word in news]:
        return False
    if not low:
        return old_gaps == new_gaps
    gaps = [
        _Gap(was, now, tuple(low[max(0, place - 8) : place]), low[place] if low[place:] else "")
        for place, (was, now) in enumerate(zip(old_gaps, new_gaps, strict=True))
    ]
    signs = all(_is_minor_gap(gaps, place) for place in range(len(gaps)))
    return signs and _are_minor_capitals(olds, news, gaps)


def _divide(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a text, and what stands before, between and after them."""
    plain = fold_forms(straighten(text)).strip()
    gaps = [_AROUND.sub(r"\1", _SPACE.sub(" ", gap)) for gap in _WORD.split(plain)]
    return _WORD.findall(plain), [_UNSAID.sub("", gap) for gap in gaps]


def _is_minor_gap(gaps: Sequence[_Gap], place: int) -> bool:
    """Return whether the signs at one place differ in nothing that matters."""
    gap = gaps[place]
    old, new = gap.old, gap.new
    if old == new:
        return True
    if place == len(gaps) - 1:
        return bool(_END.fullmatch(old) and _END.fullmatch(new))
    if not place:
        return not (old + new).strip()
    if gap.before[-1][-1].isdigit() or gap.after[0].isdigit():
        return False
    if {old, new} <= _BREAKS or ({old, new} == {" ", ". "} and gap.before[-1] in _TITLES):
        return True
    if {old, new} == {" ", "-"}:
        return _is_compound(gaps, place)
    return {old, new} == {" ", ", "} and _is_comma_of_style(gaps, place)


def _is_compound(gaps: Sequence[_Gap], place: int) -> bool:
    """Return whether the words at a gap are a compound that schools write in several ways."""
    before, after = gaps[place].before, gaps[place].after
    pair = f"{before[-1]}-{after}"
    last = gaps[place + 1].after
    triples = (f"{pair}-{last}", f"{before[-2]}-{pair}" if len(before) > 1 else "")
    return pair in _COMPOUNDS or not _COMPOUNDS.isdisjoint(triples)


def _is_comma_of_style(gaps: Sequence[_Gap], place: int) -> bool:
    """Return whether a comma that came or went is one that divides nothing.

    It is the last comma of a list, stands between two statements of a sentence without a
    condition, or sets off "however" at the start or "please" at the end.
    """
    gap = gaps[place]
    if gap.after in _CLOSERS and not gaps[place + 1].after:
        return True
    start = next((k for k in range(place - 1, -1, -1) if _ends(gaps[k], k)), 0)
    ahead = " ".join(gap.before[start - place :])
    if ahead in _OPENERS or ahead in _OPENING_PHRASES:
        return True
    if gap.after in _PART and _UNSURE.isdisjoint(one.after for one in gaps[start:place]):
        return True
    inside = gaps[max(start + 1, place - 4) : place]
    is_list = any(one.old == one.new == ", " for one in inside)
    return gap.after in _JOINS and is_list and not any(one.after in _RELATIVE for one in inside)


def _ends(gap: _Gap, place: int) -> bool:
    """Return whether a sentence starts after a gap in both texts."""
    return not place or {gap.old, gap.new} <= _BREAKS


# --- capitals


def _are_minor_capitals(olds: Sequence[str], news: Sequence[str], gaps: Sequence[_Gap]) -> bool:
    """Return whether no word is another one with its capital: `US`, `us`."""
    if _is_in_capitals(olds) != _is_in_capitals(news):
        return True
    return all(
        was == now or _is_minor_capital(was, now, gaps, place)
        for place, (was, now) in enumerate(zip(olds, news, strict=True))
    )


def _is_in_capitals(words: Sequence[str]) -> bool:
    """Return whether a text is in capitals, as a heading may be."""
    long = [word for word in words if len(word) > 1 and word.isalpha()]
    return len(long) >= 3 and all(map(str.isupper, long))


def _is_minor_capital(was: str, now: str, gaps: Sequence[_Gap], place: int) -> bool:
    """Return whether a word is the same with and without a capital."""
    low, before = was.lower(), gaps[place].before
    starts = not place or gaps[place].old in _BREAKS or gaps[place].new in _BREAKS
    if before and before[-1][-1].isdigit():
        # "5 Mg" is no "5 mg".
        return low in ("am", "pm") or len(low) > 3
    if low == "a":
        return starts
    if len(low) == 1 or low in _OTHER_AS_NAMES:
        return False
    capitals = {word for word in (was, now) if not (word.islower() or word.istitle())}
    return capitals <= _CAPITALS
