"""Turn a place of the merged row into tracked paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policybook.redline import ClauseChange, Run, RunKind, Unit
from policybook.word.outgoing.merged_order import Place
from policybook.word.outgoing.paragraph_forms import ParagraphForm, paragraph_form, shown_label
from policybook.word.outgoing.run_text import TrackedText, compare_sides, one_side, plain_words
from policybook.word.outgoing.xml_parts import OLD_ONLY, Track


@dataclass(slots=True)
class TrackedLine:
    """A paragraph: its text, how its mark is tracked, and its forms in both versions.

    `move` names the move that the whole paragraph is half of.
    """

    form: ParagraphForm
    old_form: ParagraphForm | None = None
    stretches: list[TrackedText] = field(default_factory=list)
    mark: Track = Track.NONE
    move: str = ""


def tracked_lines(place: Place) -> Iterator[TrackedLine]:
    """Yield the paragraphs of a unit. A clause that was divided or joined has several."""
    change, unit = place.change, place.unit
    if unit is None:
        yield from _both(change)
        return
    is_old = place.track in OLD_ONLY
    units = change.old if is_old else change.new
    stretches = [
        *label_stretches(None if not is_old else unit, unit if not is_old else None, place.track),
        *_side(change.runs, units.index(unit), place.track),
    ]
    yield TrackedLine(
        form=paragraph_form(unit), stretches=stretches, mark=place.track, move=place.move
    )


def _side(runs: Sequence[Run], at: int, track: Track) -> Iterator[TrackedText]:
    """Yield one side of the runs of one unit. Words that did not move are added or removed."""
    is_old = track in OLD_ONLY
    alone = Track.REMOVED if is_old else Track.ADDED
    for run in runs:
        if (run.old_at if is_old else run.new_at) == at and (run.old if is_old else run.new):
            moved = run.kind in (RunKind.EQUAL, RunKind.RESTYLED)
            yield from one_side(run.old if is_old else run.new, track if moved else alone)


def _both(change: ClauseChange) -> Iterator[TrackedLine]:
    """Yield the paragraphs of a change that stays.

    Between two old clauses that were joined, the mark of the paragraph is removed. Between
    two new ones it is added.
    """
    i = j = 0
    stretches = label_stretches(change.old[0], change.new[0])
    for run in change.runs:
        next_i = run.old_at if run.old else i
        next_j = run.new_at if run.new else j
        if next_i > i or next_j > j:
            mark = (
                Track.NONE
                if next_i > i and next_j > j
                else (Track.REMOVED if next_i > i else Track.ADDED)
            )
            yield _line(change, i, j, stretches, mark)
            stretches = label_stretches(
                change.old[next_i] if next_i > i else None,
                change.new[next_j] if next_j > j else None,
            )
            i, j = next_i, next_j
        stretches += compare_sides(run)
    yield _line(change, i, j, stretches, Track.NONE)


def _line(
    change: ClauseChange, i: int, j: int, stretches: list[TrackedText], mark: Track
) -> TrackedLine:
    """Return a paragraph of a change that stays, between two of its marks."""
    old, new = paragraph_form(change.old[i]), paragraph_form(change.new[j])
    form = old if mark is Track.REMOVED else new
    old_form = old if mark is Track.NONE and old != new else None
    return TrackedLine(form=form, old_form=old_form, stretches=stretches, mark=mark)


def label_stretches(
    old: Unit | None, new: Unit | None, track: Track = Track.NONE
) -> list[TrackedText]:
    """Return the number at the start of a paragraph, tracked where it differs."""
    was, now = (shown_label(unit) if unit else "" for unit in (old, new))
    if was == now:
        return [plain_words(now, track, is_number=True)] if now else []
    if was and now:
        numbers = [plain_words(was, Track.REMOVED), plain_words(now, Track.ADDED)]
        return [*numbers, plain_words("", is_number=True)]
    return [
        plain_words(words, track or alone, is_number=True)
        for words, alone in ((was, Track.REMOVED), (now, Track.ADDED))
        if words
    ]
