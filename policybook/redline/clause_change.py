"""Compare old and new units that belong together: one change with its kind, runs and weights."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from policybook.meaning.effects.weight import sort_weights, weights
from policybook.meaning.types import FIGURES, OTHER_WORDS, Direction, Matter, Weight
from policybook.redline import word_diff
from policybook.redline.form_changes import invisible_weights
from policybook.redline.link_changes import address_of, link_weights
from policybook.redline.opening_words import joined_text
from policybook.redline.types import (
    CellChange,
    ChangeKind,
    ClauseChange,
    Moved,
    Part,
    Piece,
    Run,
    RunKind,
    Unit,
)
from policybook.redline.unit_weights import Around, weigh_units
from policybook.redline.units import is_note_mark, plain_text, text_with_marks

_EDITS = (RunKind.REMOVED, RunKind.ADDED)
_BINDING = (Matter.WEAKER, Matter.LIFTED, Matter.STRONGER, Matter.PROHIBITED, Matter.NEGATION)


def compare_units(
    old: tuple[Unit, ...], new: tuple[Unit, ...], moved: Moved, around: Around | None = None
) -> ClauseChange:
    """Return the change from `old` to `new`, without its number in the redline.

    One of the two may be empty: the clause was added or removed. `around` has the opening
    words of the lists of both versions.
    """
    if (
        len(old) == len(new) == 1
        and old[0].pieces == new[0].pieces
        and old[0].cells == new[0].cells
    ):
        return _same_words(old, new, moved)
    is_row = any(unit.cells for unit in (*old, *new))
    cells = _cells(old, new) if is_row else ()
    runs = () if is_row else _runs(old, new)
    every: Sequence[Run] = [run for cell in cells for run in cell.runs] if is_row else runs
    kind = _kind(old, new, every)
    return ClauseChange(
        part=(new or old)[0].part,
        kind=ChangeKind.SAME if moved and kind is ChangeKind.RENUMBERED else kind,
        moved=moved,
        count=0,
        old=old,
        new=new,
        runs=runs,
        cells=cells,
        weights=_weights(old, new, runs, cells, around),
    )


def _weights(
    old: Sequence[Unit],
    new: Sequence[Unit],
    runs: Sequence[Run],
    cells: Sequence[CellChange],
    around: Around | None,
) -> tuple[Weight, ...]:
    """Return what the changed words do, and where links lead now.

    A line of a cover is no rule, so its change of words does nothing.
    """
    texts = [cell.runs for cell in cells] if cells else [runs]
    is_rule = all(unit.part is not Part.COVER for unit in (*old, *new))
    is_edited = any(run.kind in _EDITS for text in texts for run in text)
    # Marks of footnotes are no words: where they lead says enough.
    is_heavy = (
        is_rule and is_edited and list(map(text_with_marks, old)) != list(map(text_with_marks, new))
    )
    result = weigh_units(old, new, around) if is_heavy else ()
    if cells and result:
        result = _pair_duties(_pair_figures(result, old, new, cells), old, new, cells)
    others = list(invisible_weights(joined_text(old), joined_text(new)))
    if old and new:
        others += (weight for text in texts for weight in link_weights(text))
    return sort_weights((*result, *others)) if others else result


def _pair_figures(
    result: tuple[Weight, ...],
    old: Sequence[Unit],
    new: Sequence[Unit],
    cells: Sequence[CellChange],
) -> tuple[Weight, ...]:
    """Return the weights of a row, with the figures of each cell beside those they replace.

    Read as one text, `10 days | 15 days` and `7 days | 10 days` have 10 days in common.
    """
    figures = {weight.matter for weight in result if weight.matter in FIGURES}
    if not figures or any(cell.old is None or cell.new is None for cell in cells):
        return result
    by_cell = [
        weight
        for cell in cells
        for weight in weights(_cell_text(old, cell.old), _cell_text(new, cell.new))
        if weight.matter in figures
    ]
    rest = [w for w in result if w.matter not in {weight.matter for weight in by_cell}]
    return sort_weights((*rest, *by_cell))


def _pair_duties(
    result: tuple[Weight, ...],
    old: Sequence[Unit],
    new: Sequence[Unit],
    cells: Sequence[CellChange],
) -> tuple[Weight, ...]:
    """Return the weights of a row, with the duties that came or went inside one cell.

    The first of several cells names its row: words that only come or go there bind nobody.
    """
    if not (old and new) or all(weight.matter not in _BINDING for weight in result):
        return result
    by_cell = [
        weight
        for place, cell in enumerate(cells)
        if cell.old is not None and cell.new is not None
        for weight in weights(_cell_text(old, cell.old), _cell_text(new, cell.new))
        if weight.matter in _BINDING
        and (place or len(cells) == 1 or weight.direction is Direction.REPLACED)
    ]
    rest = [weight for weight in result if weight.matter not in _BINDING]
    return sort_weights((*rest, *by_cell)) or (OTHER_WORDS,)


def _cell_text(row: Sequence[Unit], column: int | None) -> str:
    """Return the words of a cell."""
    if column is None:
        return ""
    return "".join(piece.text for piece in row[0].cells[column] if not is_note_mark(piece))


def _same_words(old: tuple[Unit, ...], new: tuple[Unit, ...], moved: Moved) -> ClauseChange:
    """Return the change of a unit whose words and marks are the same."""
    (was,), (now,) = old, new
    kind = ChangeKind.SAME if moved or was.number == now.number else ChangeKind.RENUMBERED
    if not _is_same_form(was, now):
        kind = ChangeKind.FORMATTING
    runs = (Run(RunKind.EQUAL, was.pieces, now.pieces),) if now.pieces else ()
    cells: tuple[CellChange, ...] = ()
    if now.cells:
        cells = tuple(
            CellChange(old=column, new=column, runs=word_diff.runs([cell], [cell]))
            for column, cell in enumerate(now.cells)
        )
    return ClauseChange(now.part, kind, moved, 0, old, new, runs, cells)


def _runs(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Run, ...]:
    """Return the runs from the old units to the new ones."""
    if not old:
        return word_diff.one_sided_runs([u.pieces for u in new], RunKind.ADDED)
    if not new:
        return word_diff.one_sided_runs([u.pieces for u in old], RunKind.REMOVED)
    return word_diff.runs(
        [u.pieces for u in old], [u.pieces for u in new], (old[0].typed, new[0].typed)
    )


# --- rows


def _cells(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[CellChange, ...]:
    """Compare rows cell by cell, in new order. A removed cell follows the cell that it followed."""
    olds, news = (old[0].cells if old else ()), (new[0].cells if new else ())
    return tuple(
        CellChange(old=x, new=y, runs=_cell_runs(olds, news, x, y)) for x, y in _columns(olds, news)
    )


def _cell_runs(
    olds: Sequence[tuple[Piece, ...]],
    news: Sequence[tuple[Piece, ...]],
    x: int | None,
    y: int | None,
) -> tuple[Run, ...]:
    """Return the runs from the old cell `x` to the new cell `y`; None means no such cell."""
    if x is None and y is not None:
        return word_diff.one_sided_runs([news[y]], RunKind.ADDED)
    if y is None and x is not None:
        return word_diff.one_sided_runs([olds[x]], RunKind.REMOVED)
    # `_columns` gives at least one of the two.
    assert x is not None and y is not None
    return word_diff.runs([olds[x]], [news[y]])


def _columns(
    olds: Sequence[tuple[Piece, ...]], news: Sequence[tuple[Piece, ...]]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield which old column corresponds to which new one.

    Rows with the same number of cells correspond by place; otherwise equal cells come
    first.
    """
    if len(olds) == len(news):
        yield from ((x, x) for x in range(len(olds)))
        return
    steps = SequenceMatcher(
        None, [plain_text(c) for c in olds], [plain_text(c) for c in news], autojunk=False
    ).get_opcodes()
    for _, i1, i2, j1, j2 in steps:
        for k in range(max(i2 - i1, j2 - j1)):
            yield (i1 + k if i1 + k < i2 else None), (j1 + k if j1 + k < j2 else None)


# --- kinds


def _kind(old: Sequence[Unit], new: Sequence[Unit], runs: Sequence[Run]) -> ChangeKind:
    """Return what happened to the units."""
    if not old or not new:
        return ChangeKind.REMOVED if old else ChangeKind.ADDED
    if len(old) > 1 or len(new) > 1:
        return ChangeKind.JOINED if len(old) > 1 else ChangeKind.DIVIDED
    if any(run.kind in _EDITS for run in runs):
        return ChangeKind.REWORDED
    restyled = [run for run in runs if run.kind is RunKind.RESTYLED]
    # A number that an author typed in one version only leaves the other side empty.
    linked = [run for run in restyled if run.old and run.new]
    if any(_targets(run.old) != _targets(run.new) for run in linked):
        return ChangeKind.LINK
    retyped = old[0].text[: old[0].typed] != new[0].text[: new[0].typed]
    if restyled[1:] or (restyled and not retyped) or not _is_same_form(old[0], new[0]):
        return ChangeKind.FORMATTING
    return ChangeKind.RENUMBERED if retyped or old[0].number != new[0].number else ChangeKind.SAME


def _targets(pieces: Sequence[Piece]) -> list[str]:
    """Return the link targets and picture addresses, each once for a stretch."""
    targets: list[str] = []
    for piece in pieces:
        target = address_of(piece)
        if not targets or targets[-1] != target:
            targets.append(target)
    return targets


def _is_same_form(was: Unit, now: Unit) -> bool:
    """Return whether a reader sees the same form: list, quotation, code, table, heading level."""
    return (
        was.part is now.part
        and was.kind is now.kind
        and was.ordered == now.ordered
        and was.quoted == now.quoted
        and was.spans == now.spans
        and was.aligns == now.aligns
        and (was.kind is not None or was.level == now.level)
    )
