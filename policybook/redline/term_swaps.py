"""Say once that one term replaces another throughout, and not "please read" at each place.

    sensitive data   →   private information        in sixteen rules, and nothing else in them

A rule in which anything else changed keeps its other effects.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from policybook.meaning.types import FORM, Direction, Matter, Weight
from policybook.meaning.words.similarity import tokenise, words
from policybook.meaning.words.stems import content_stems
from policybook.redline.opening_words import own_text
from policybook.redline.types import ChangeKind, ClauseChange, Run, RunKind

_Key = TypeVar("_Key", bound=Hashable)
_Swap = tuple[str, str]
#: Rules in which a term must change, and share of its places where it may stay.
_MIN_RULES, _MAX_LEFT = 4, 0.25
#: Words. A longer passage is no term.
_LONGEST = 5
_ARTICLE = re.compile(r"^(?:an?|the) (?=\w)")
_FORM = FORM | {Matter.CONTENT, Matter.ORDER}


def name_swaps(changes: Mapping[_Key, ClauseChange]) -> dict[_Key, ClauseChange]:
    """Return `changes`, with the term named in each that has another one and no other edit."""
    edits = {
        key: list(_edits(change))
        for key, change in changes.items()
        if change.kind is ChangeKind.REWORDED and _may_be_swap(change)
    }
    if len(edits) < _MIN_RULES:
        return dict(changes)
    counts = Counter(swap for swaps in edits.values() for swap in dict.fromkeys(swaps))
    often = [swap for swap, count in counts.items() if swap and count >= _MIN_RULES]
    texts = _texts(changes) if often else ("", "")
    known_swaps = {swap for swap in often if _is_throughout(swap, *texts)}
    only = {
        key: swaps
        for key, swaps in edits.items()
        if swaps and all(swap in known_swaps for swap in swaps)
    }
    return {**changes, **{key: _name(changes[key], swaps) for key, swaps in only.items()}}


def _may_be_swap(change: ClauseChange) -> bool:
    """Return whether no effect of a change is named."""
    matters = {weight.matter for weight in change.weights}
    return Matter.CONTENT in matters and matters <= _FORM


def _edits(change: ClauseChange) -> Iterator[_Swap | None]:
    """Yield the term that each edit takes out, and the one it puts in; None for other edits."""
    texts: Sequence[Sequence[Run]] = [cell.runs for cell in change.cells] or [change.runs]
    for runs in texts:
        gone = ""
        for run in (*runs, None):
            if gone and (run is None or run.kind is not RunKind.ADDED):
                yield None
            if run is None or run.kind in (RunKind.EQUAL, RunKind.RESTYLED):
                gone = ""
            elif run.kind is RunKind.REMOVED:
                gone = "".join(piece.text for piece in run.old)
            else:
                yield _swap(gone, "".join(piece.text for piece in run.new))
                gone = ""


def _swap(old: str, new: str) -> _Swap | None:
    """Return two terms in small letters, without an article; None if one is no term."""
    was, now = (_ARTICLE.sub("", " ".join(words(text))) for text in (old, new))
    for term in (was, now):
        is_term = 0 < len(term.split()) <= _LONGEST and content_stems(term)
        if not is_term or any(sign.isdigit() for sign in term):
            return None
    return (was, now) if was != now else None


def _texts(changes: Mapping[_Key, ClauseChange]) -> tuple[str, str]:
    """Return the words of both versions."""
    return (
        " ".join([tokenise(own_text(u)).key for change in changes.values() for u in change.old]),
        " ".join([tokenise(own_text(u)).key for change in changes.values() for u in change.new]),
    )


def _is_throughout(swap: _Swap, old_text: str, new_text: str) -> bool:
    """Return whether the new text has the old term in few places, if any."""
    old = re.compile(rf"\b{re.escape(swap[0])}\b")
    return len(old.findall(new_text)) <= _MAX_LEFT * len(old.findall(old_text))


def _name(change: ClauseChange, swaps: Sequence[_Swap | None]) -> ClauseChange:
    """Return the change with the terms that it replaces as its only weights."""
    named = (
        Weight(matter=Matter.TERM, direction=Direction.REPLACED, old=swap[0], new=swap[1])
        for swap in dict.fromkeys(swaps)
        if swap
    )
    return replace(change, weights=tuple(named))
