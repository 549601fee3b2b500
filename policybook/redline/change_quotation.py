"""Quote the old and the new words of one change, with a few words around them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from policybook.meaning.types import Matter, Weight
from policybook.redline.replaced_sentences import (
    TextPlace,
    are_alike,
    are_nearly_equal,
    sentences_around,
)
from policybook.redline.row_quotation import quote_row
from policybook.redline.short_quotations import shorten, surround, tidy
from policybook.redline.types import ClauseChange, Run, RunKind
from policybook.redline.unit_context import UnitContext

#: Words that did not change, between two changes that are quoted together.
_BRIDGE = 3
#: A place of so few words is quoted with a few words around it, if its sentence has more
#: characters.
_FEW, _WHOLE = 12, 140


class Quotation(NamedTuple):
    """The old and the new words of a change; a side may be empty.

    `is_apart` says that they are sentences of which neither surely replaces the other.
    """

    old: str
    new: str
    is_apart: bool = False


def quote_change(
    change: ClauseChange, weights: Sequence[Weight], context: UnitContext
) -> Quotation:
    """Return the old and the new words of a change, with a few words around them.

    Where several places changed, the quotation is of the first place that has a word
    of `weights`. A long quotation is cut so that it holds this word. If no word changed, it
    is of the first link that leads elsewhere, or names the first invisible character.
    Each cell of a row is quoted under the name of its column.
    """
    if change.cells and any(row := quote_row(change, context)):
        old, new = row
        return Quotation(
            shorten(old, [weight.old for weight in weights]),
            shorten(new, [weight.new for weight in weights]),
        )
    if not change.old or not change.new:
        return _quote_one_side(change, weights)
    runs = list(change.runs)
    places = [*_changed_places(runs)]
    if not places:
        unseen = (w for w in weights if w.matter in (Matter.LINK, Matter.INVISIBLE))
        return next((Quotation(weight.old, weight.new) for weight in unseen), Quotation("", ""))
    first, last = next(
        (place for place in places if _has_word(runs[place[0] : place[1]], weights)), places[0]
    )
    if any(whole := _whole_sentences(runs[:first], runs[first:last])):
        marked = [weight.old or weight.new for weight in weights]
        return Quotation(shorten(whole[0], marked), shorten(whole[1], marked))
    return _quote_sentences(runs, first, last, weights) or _quote_place(runs, first, last, weights)


def _quote_place(
    runs: Sequence[Run], first: int, last: int, weights: Sequence[Weight]
) -> Quotation:
    """Return the words of a place, with a few words around them."""
    before, after = runs[:first], runs[last:]
    old, new = (
        surround(
            _side_of(before, old),
            _side_of(runs[first:last], old),
            _side_of(after, old),
            [weight.old if old else weight.new for weight in weights],
        )
        for old in (True, False)
    )
    return Quotation(old, new)


def _quote_sentences(
    runs: Sequence[Run], first: int, last: int, weights: Sequence[Weight]
) -> Quotation | None:
    """Return the sentences that hold the words of `weights`, or those around the place.

    A sentence stands alone if none that is like it was there before or came instead, or if the
    other version has it too. None is returned for a few words of a long sentence.
    """
    (old_place, olds), (new_place, news) = (
        _sentences_of_place(runs, first, last, old=old) for old in (True, False)
    )
    named = [weight for weight in weights if weight.matter is not Matter.CONTENT]
    old_words, new_words = [w.old for w in named if w.old], [w.new for w in named if w.new]
    old, new = _holding(olds, old_words), _holding(news, new_words)
    is_pair = are_alike(old, new)
    if not is_pair and bool(old_words) != bool(new_words):
        old, new = (old, "") if old_words else ("", new)
    is_long = max(len(old), len(new)) > _WHOLE
    if is_pair and is_long and max(old_place, new_place) <= _FEW and are_nearly_equal(old, new):
        return None
    return Quotation(shorten(old, old_words), shorten(new, new_words), is_apart=not is_pair)


def _sentences_of_place(
    runs: Sequence[Run], first: int, last: int, *, old: bool
) -> tuple[int, list[str]]:
    """Return how many words of one version are in a place, and its sentences around them.

    Those that the other version has too are empty.
    """
    start = len(_side_of(runs[:first], old))
    words = _side_of(runs[first:last], old)
    place = TextPlace(start, start + len(words))
    other = tidy(_side_of(runs, not old))
    sentences = sentences_around(_side_of(runs, old), place)
    return len(words.split()), ["" if sentence in other else sentence for sentence in sentences]


def _holding(sentences: Sequence[str], words: Sequence[str]) -> str:
    """Return the sentences that hold one of the words, or all of them if none does.

    Dots stand for a sentence between two of them.
    """
    holding = [s if any(_contains(s.lower(), w) for w in words) else "" for s in sentences]
    chosen = holding if any(holding) else list(sentences)
    runs = [" ".join(run) for has_words, run in groupby(chosen, key=bool) if has_words]
    return " … ".join(runs)


def _quote_one_side(change: ClauseChange, weights: Sequence[Weight]) -> Quotation:
    """Return the words of a rule that only came, or only went.

    These are the sentences that have a word of `weights`, if any has.
    """
    words = tidy(" ".join(unit.text for unit in (*change.old, *change.new)))
    marked = [weight.old or weight.new for weight in weights if weight.old or weight.new]
    words = _holding(sentences_around(words, TextPlace(0, len(words))), marked)
    words = shorten(words, marked)
    return Quotation(words, "") if change.old else Quotation("", words)


def _whole_sentences(before: Sequence[Run], place: Sequence[Run]) -> tuple[str, str]:
    """Return sentences that only came, or only went, so that none seems to replace another."""
    is_old = place[0].kind is RunKind.REMOVED
    words, ahead = tidy(_side_of(place, is_old)), tidy(_side_of(before, is_old))
    is_whole = len(place) == 1 and {ahead[-1:], words[-1:]} <= {".", "!", "?"}
    if not is_whole:
        return "", ""
    return (words, "") if is_old else ("", words)


def _changed_places(runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Yield the runs, from and to, of each place that changed. Near places are one place."""
    start = end = -1
    for index, run in enumerate(runs):
        if run.kind in (RunKind.EQUAL, RunKind.RESTYLED):
            continue
        between = _side_of(runs[end:index], old=False) if end >= 0 else ""
        if end >= 0 and len(between.split()) > _BRIDGE:
            yield start, end
            start = index
        elif end < 0:
            start = index
        end = index + 1
    if end >= 0:
        yield start, end


def _has_word(runs: Sequence[Run], weights: Sequence[Weight]) -> bool:
    """Return whether a word or figure of `weights` is in the changed words."""
    gone = [run for run in runs if run.kind is RunKind.REMOVED]
    come = [run for run in runs if run.kind is RunKind.ADDED]
    old, new = _side_of(gone, old=True).lower(), _side_of(come, old=False).lower()
    return any(_contains(old, weight.old) or _contains(new, weight.new) for weight in weights)


def _contains(text: str, words: str) -> bool:
    """Return whether `words` are in `text`. Three dots stand for other words: `no … may`."""
    return bool(words) and all(part.strip() in text for part in words.lower().split("…"))


def _side_of(runs: Sequence[Run], old: bool) -> str:
    """Return the words of one version in `runs`."""
    return "".join(piece.text for run in runs for piece in (run.old if old else run.new))
