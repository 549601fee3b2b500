"""Say whether a reader of a redline can read both texts from it, with the spaces between words.

An equal run is shown once, in its new form, for both texts.
"""

from collections.abc import Iterator, Sequence

from policybook.redline.types import Piece, Run, RunKind
from policybook.redline.units import plain_text


def find_fault(runs: Sequence[Run]) -> str:
    """Return what is wrong with the runs of a text: a run is not of its kind, or a space is lost.

    Return an empty text if nothing is wrong.
    """
    for run in runs:
        is_equal = _without_space(run.old) == _without_space(run.new)
        is_right = {
            RunKind.EQUAL: is_equal,
            RunKind.RESTYLED: True,
            RunKind.ADDED: not run.old,
            RunKind.REMOVED: not run.new,
        }
        if not is_right[run.kind]:
            return f"a run of {run.kind} text is none"
    return "" if shows_both(runs) else "a text is shown with other spaces between its words"


def _without_space(pieces: Sequence[Piece]) -> str:
    """Return the text without white space."""
    return "".join(plain_text(pieces).split())


def shows_both(runs: Sequence[Run]) -> bool:
    """Return whether what is shown of each side has its words, divided as they are.

    How much white space divides them does not count, nor where a text ends, because the
    next one has a line of its own.
    """
    return all(
        _words(runs, old, shown=True) == _words(runs, old, shown=False) for old in (True, False)
    )


def _words(runs: Sequence[Run], old: bool, shown: bool) -> list[str]:
    """Return one side's words: as they are, or as they are shown."""
    parts: list[str] = []
    place = 0, 0
    for run in runs:
        if (run.old_at, run.new_at) != place:
            place = run.old_at, run.new_at
            parts.append(" ")
        own = run.old if old else run.new
        parts.append(plain_text(run.new if shown and own and is_shown_once(run) else own))
    return "".join(parts).split()


def is_shown_once(run: Run) -> bool:
    """Return whether one form of a run stands for both sides."""
    if run.kind is RunKind.RESTYLED:
        return bool(run.new) and plain_text(run.old).split() == plain_text(run.new).split()
    return run.kind is RunKind.EQUAL


def part_texts(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs, with a space where the next of several old texts starts.

    This is for views that show them in one line: `shops.` and `Staff` are two words.
    """
    place, last = 0, " "
    for run in runs:
        shown = run.new or run.old
        text = plain_text(shown)
        if run.old and run.old_at != place:
            place = run.old_at
            if not (last[-1:].isspace() or text[:1].isspace()):
                yield Run(RunKind.EQUAL, new=(Piece(" "),), old_at=run.old_at, new_at=run.new_at)
        last = text or last
        yield run
