"""Decide whether a version corrects slips of the pen alone, as a minor version must.

This is the only place with the rule. A minor version may change:

- how words look: bold, quotation marks, dashes, spaces, small and capital letters, the
  sign of a list; and punctuation
- the spelling of a word that no dictionary has, by one or two letters
- a word that was typed twice, and words that were joined or divided
- lines of a printed cover
- the facts of its own approval and review: who, when, which minute, the next review.

Everything else is a change that people must hear of: any other word, a duty, a number, a
date, a name, a person, an address, `not`, a clause that is new, gone, moved or divided,
and the number of a clause.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from policybook.redline import (
    ChangeKind,
    ClauseChange,
    Direction,
    Matter,
    Moved,
    Part,
    Redline,
    all_changes,
    weight_words,
)
from policybook.search.spelling import distance
from policybook.text.syllables import is_word

#: Fields that say when and by whom this version was approved, and when it is reviewed.
_OF_THE_APPROVAL = frozenset(
    """
    status approved_by approved_on minute effective_from review_year review_by reviews
    withdrawn_on reason
    """.split()
)
#: What the redline may call a change of words that is only spelling or punctuation.
_OF_FORM = frozenset({Matter.SIGNS, Matter.WORDING, Matter.CONTENT, Matter.TERM})
_LOOKS = frozenset({ChangeKind.SAME, ChangeKind.FORMATTING, ChangeKind.FOLLOWED})
_KINDS = {
    ChangeKind.ADDED: "it is new",
    ChangeKind.REMOVED: "it was removed",
    ChangeKind.DIVIDED: "it was divided",
    ChangeKind.JOINED: "clauses were joined",
    ChangeKind.LINK: "a link leads elsewhere, or a picture is another",
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIGURE = re.compile(r"\d+(?:[.,:/\-–]\d+)*|[£$€%°<>≤≥±=+×÷☐☑✓✗]")
_NOT = frozenset(
    """
    no not nor non never none neither nothing nobody nowhere without cannot
    """.split()
)
_REVERSALS = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "ex", "re", "pre")
_SHORTEST, _LONG = 4, 6
#: Pairs of words that are compared in one clause. Beyond that, the change is no slip.
_MOST_PAIRS = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorChange:
    """A change that no minor version may make: where it is, and what changed.

    `line` is 0 where the new text has no such place.
    """

    line: int
    place: str
    words: str


def find_major_changes(changes: Redline) -> Iterator[MajorChange]:
    """Yield every change that is more than a slip of the pen, in the order of the page."""
    for fact in changes.facts:
        is_slip = fact.name == "title" and not describe_difference(fact.old, fact.new)
        if fact.name not in _OF_THE_APPROVAL and not is_slip:
            line = changes.new.facts.lines.get(fact.name, 0)
            words = f"“{fact.old or 'nothing'}” became “{fact.new or 'nothing'}”"
            yield MajorChange(line=line, place=f"`{fact.name}`", words=words)
    for change in all_changes(changes):
        if words := _describe_change(change):
            unit = (change.new or change.old)[0]
            name = "heading" if change.part not in (Part.CLAUSE, Part.HEADER) else "clause"
            place = f"{name} {unit.label or unit.number}".rstrip()
            if not unit.number:
                place = f"the {name} “{unit.text[:40]}”"
            yield MajorChange(line=unit.lines[0] if change.new else 0, place=place, words=words)


def _describe_change(change: ClauseChange) -> str:
    """Return in words what is more than a slip in a change; empty if nothing is."""
    if change.part is Part.COVER:
        return ""
    for weight in () if _corrects_spelling_alone(change) else change.weights:
        is_cleaned = weight.matter is Matter.INVISIBLE and weight.direction is Direction.REMOVED
        if weight.matter not in _OF_FORM and not is_cleaned:
            words = weight_words.describe(weight)
            name = weight_words.matter_words(weight.matter)
            return f"{name[0].lower()}{name[1:]}" + (f" ({words})" if words else "")
    if change.kind in _KINDS:
        return _KINDS[change.kind]
    if change.moved is not Moved.NO:
        return "it moved"
    if any(cell.old != cell.new for cell in change.cells):
        return "its columns changed"
    old, new = change.old[0], change.new[0]
    if old.spans != new.spans:
        return "its cells are joined in another way"
    if (old.number, old.label) != (new.number, new.label):
        return f"its number was {old.label or old.number or 'none'}"
    return "" if change.kind in _LOOKS else describe_difference(old.text, new.text)


def _corrects_spelling_alone(change: ClauseChange) -> bool:
    """Return whether a change does nothing but correct words that no dictionary has.

    A role, a duty or a date that was misspelt is then no new one.
    """
    if not (change.old and change.new):
        return False
    old, new = (unicodedata.normalize("NFC", side[0].text) for side in (change.old, change.new))
    olds, news = _WORD.findall(old), _WORD.findall(new)
    if _WORD.split(old) != _WORD.split(new) or len(olds) != len(news):
        return False
    pairs = [(a, b) for a, b in zip(olds, news, strict=True) if a != b]
    return bool(pairs) and all(
        a.casefold() != b.casefold()
        and b.casefold() not in _NOT
        and _is_spelling(a, b, may_be_name=True)
        for a, b in pairs
    )


def describe_difference(old: str, new: str) -> str:
    """Return the first difference of two texts that is no slip of the pen; empty if none is."""
    old, new = unicodedata.normalize("NFC", old), unicodedata.normalize("NFC", new)
    figures, new_figures = _FIGURE.findall(old), _FIGURE.findall(new)
    if figures != new_figures:
        return f"figures or signs: {' '.join(figures)} became {' '.join(new_figures) or 'nothing'}"
    olds, news = _WORD.findall(old), _WORD.findall(new)
    start, end = _count_equal_ends(olds, news)
    olds, news = olds[start : len(olds) - end], news[start : len(news) - end]
    if len(olds) * len(news) > _MOST_PAIRS:
        return "many words differ"
    matcher = SequenceMatcher(None, _fold(olds), _fold(news), autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal" and not _is_slip(olds, news, (i1, i2), (j1, j2), is_first=not start):
            was, now = " ".join(olds[i1:i2])[:60], " ".join(news[j1:j2])[:60]
            return f"“{was}” became “{now}”" if was and now else f"“{was or now}” came or went"
    return ""


def _count_equal_ends(olds: Sequence[str], news: Sequence[str]) -> tuple[int, int]:
    """Return how many words are equal at the start, less one, and then at the end, less one.

    The word that stays on each side may be the other half of a word that was typed twice.
    """
    least = min(len(olds), len(news))
    start = next((n for n in range(least) if olds[n] != news[n]), least)
    end = next((n for n in range(least - start) if olds[-n - 1] != news[-n - 1]), least - start)
    return max(start - 1, 0), max(end - 1, 0)


def _fold(words: Sequence[str]) -> list[str]:
    return [word.casefold().replace("’", "'") for word in words]


def _is_slip(
    olds: Sequence[str],
    news: Sequence[str],
    old_span: tuple[int, int],
    new_span: tuple[int, int],
    *,
    is_first: bool,
) -> bool:
    """Return whether the words of two spans are the same but for a slip of the pen."""
    was, now = _fold(olds[slice(*old_span)]), _fold(news[slice(*new_span)])
    if not _NOT.isdisjoint((*was, *now)):
        return False
    if "".join(was).replace("'", "") == "".join(now).replace("'", ""):
        return True
    if not now and len(was) == 1:
        before = _fold(olds[max(old_span[0] - 1, 0) : old_span[0]])
        after = _fold(olds[old_span[1] : old_span[1] + 1])
        return was in (before, after)
    pairs = zip(olds[slice(*old_span)], news[slice(*new_span)], strict=False)
    return len(was) == len(now) and all(
        _is_spelling(a, b, may_be_name=not (is_first and old_span[0] + n == 0))
        for n, (a, b) in enumerate(pairs)
    )


def _is_spelling(old: str, new: str, *, may_be_name: bool) -> bool:
    """Return whether `new` corrects the spelling of `old`, which is no word. Names never do."""
    was, now = old.casefold(), new.casefold()
    if was == now:
        return True
    if may_be_name and (old[0].isupper() or new[0].isupper()):
        return False
    shortest = min(len(was), len(now))
    limit = 2 if shortest >= _LONG else 1
    longer, shorter = sorted((was, now), key=len, reverse=True)
    is_reversed = longer.endswith("less") != shorter.endswith("less") or any(
        longer == start + shorter for start in _REVERSALS
    )
    return (
        shortest >= _SHORTEST
        and not is_reversed
        and not is_word(was)
        and is_word(now)
        and distance(was, now, limit) <= limit
    )
