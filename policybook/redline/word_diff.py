"""Find the changed words inside one clause: old and new pieces give runs. Knows no clauses."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from policybook.redline.token_edits import Edit, edits, widen
from policybook.redline.tokens import Gap, Pieces, TextSide, gaps, skip_space, text_side
from policybook.redline.types import Piece, Run, RunKind

# As many words make a text in capitals; fewer may be names and short forms.
_MIN_CAPITALS = 5
_ORDINARY_SPACE = " \t\n\r"


def runs(
    old: Sequence[Pieces], new: Sequence[Pieces], typed: tuple[int, int] = (0, 0)
) -> tuple[Run, ...]:
    """Return the runs from the old texts to the new ones, in reading order.

    The old pieces of all runs are exactly those of the old texts, cut; the same holds
    for the new ones. `typed` counts the first characters of each side that are a typed
    number; these are compared with each other.
    """
    if len(old) == len(new) == 1 and old[0] == new[0]:
        return (Run(RunKind.EQUAL, old[0], new[0]),) if old[0] else ()
    # The space after a typed number goes with it.
    typed = skip_space(old[0], typed[0]), skip_space(new[0], typed[1])
    a, b = text_side(old, typed[0]), text_side(new, typed[1])
    if _is_in_capitals(a.keys) != _is_in_capitals(b.keys):
        a, b = (side._replace(keys=[key.lower() for key in side.keys]) for side in (a, b))
    olds, news = gaps(a, typed[0]), gaps(b, typed[1])
    steps = widen(edits(a.keys, b.keys), olds, news)
    a = _with_last_space(a, steps, olds, news)
    return tuple(_merge_equal([*_typed_runs(a, b, typed), *_RunWriter(a, b, typed).runs(steps)]))


def _with_last_space(
    side: TextSide, steps: Sequence[Edit], olds: Sequence[Gap], news: Sequence[Gap]
) -> TextSide:
    """Return the old side, with the space after words that went before the start of a new text.

    `Be calm. Be kind.` → `Be kind.` removes `Be calm. `, so that no space is lost.
    """
    ends = list(side.ends)
    for (was_equal, i1, i2, _, _), (_, _, _, j, _) in pairwise(steps):
        is_cut = not was_equal and i1 < i2 < len(olds) and j < len(news)
        if is_cut and news[j] is Gap.START and olds[i2] is Gap.SPACE:
            ends[i2 - 1] = skip_space(side.pieces, ends[i2 - 1])
    return side._replace(ends=ends)


def _is_in_capitals(keys: Sequence[str]) -> bool:
    """Return whether a text is in capitals: its words are the same as those in small letters."""
    words = [key for key in keys if len(key) > 1 and key.isalpha()]
    return len(words) >= _MIN_CAPITALS and sum(map(str.isupper, words)) > 0.8 * len(words)


def one_sided_runs(texts: Sequence[Pieces], kind: RunKind) -> tuple[Run, ...]:
    """Return the texts of a clause that is only in one version as runs."""
    if kind is RunKind.REMOVED:
        return tuple(
            Run(kind, old=pieces, old_at=place) for place, pieces in enumerate(texts) if pieces
        )
    return tuple(
        Run(kind, new=pieces, new_at=place) for place, pieces in enumerate(texts) if pieces
    )


def slice_pieces(pieces: Pieces, start: int, end: int) -> Pieces:
    """Return the text from character `start` to `end`, with its marks."""
    if start >= end:
        return ()
    if len(pieces) == 1:
        text, mark, wraps, target = pieces[0]
        return (Piece(text[start:end], mark, wraps, target),)
    result, offset = [], 0
    for text, mark, wraps, target in pieces:
        stop = offset + len(text)
        if stop > start and offset < end:
            result.append(Piece(text[max(0, start - offset) : end - offset], mark, wraps, target))
        offset = stop
    return tuple(result)


def merge_pieces(pieces: Sequence[Piece]) -> Pieces:
    """Return the pieces, with neighbours that have the same marks merged."""
    if len(pieces) < 2:
        return tuple(pieces)
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if last and last[1:] == piece[1:] and piece.mark in ("text", "code"):
            result[-1] = Piece(last.text + piece.text, piece.mark, piece.wraps, piece.target)
        else:
            result.append(piece)
    return tuple(result)


def _merge_equal(sequence: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs, with equal neighbours merged."""
    pending: Run | None = None
    for run in sequence:
        if pending and pending.kind is run.kind is RunKind.EQUAL and pending[3:] == run[3:]:
            pending = pending._replace(
                old=merge_pieces((*pending.old, *run.old)),
                new=merge_pieces((*pending.new, *run.new)),
            )
            continue
        if pending:
            yield pending
        pending = run
    if pending:
        yield pending


def _typed_runs(a: TextSide, b: TextSide, typed: tuple[int, int]) -> Iterator[Run]:
    """Yield the run of the typed numbers."""
    old, new = slice_pieces(a.pieces, 0, typed[0]), slice_pieces(b.pieces, 0, typed[1])
    if old or new:
        yield Run(RunKind.EQUAL if old == new else RunKind.RESTYLED, old, new)


class _RunWriter:
    """Turn steps between tokens into runs, from the start of both sides to their ends."""

    def __init__(self, a: TextSide, b: TextSide, typed: tuple[int, int]) -> None:
        self.a, self.b = a, b
        self.done_a, self.done_b = typed

    def runs(self, steps: list[Edit]) -> Iterator[Run]:
        """Yield the runs of all steps."""
        for equal, i1, i2, j1, j2 in steps:
            if equal:
                yield from self.write_equal(i1, i2, j1)
                continue
            if i1 < i2 and j1 < j2:
                yield from self.write_space(i1, j1)
            yield from self.write_removed(i1, i2, j1)
            yield from self.write_added(j1, j2, i2)

    def write_space(self, i: int, j: int) -> Iterator[Run]:
        """Yield the space before both the removed and the added words."""
        old = slice_pieces(self.a.pieces, self.done_a, self.done_a + 1)
        new = slice_pieces(self.b.pieces, self.done_b, self.done_b + 1)
        if (
            old == new
            and old
            and old[0].text == " "
            and self.a.ends[i] > self.done_a + 1
            and self.b.ends[j] > self.done_b + 1
        ):
            self.done_a, self.done_b = self.done_a + 1, self.done_b + 1
            yield Run(RunKind.EQUAL, old, new, self.a.owners[i], self.b.owners[j])

    def write_equal(self, i1: int, i2: int, j1: int) -> Iterator[Run]:
        """Yield the runs of tokens that stayed, separately for each pair of texts."""
        shift = j1 - i1
        if (
            self.a.owners[i1] == self.a.owners[i2 - 1]
            and self.b.owners[j1] == self.b.owners[i2 - 1 + shift]
        ):
            yield from self.write_stretch(i1, i2, shift, self.a.owners[i1], self.b.owners[j1])
            return
        for (at_a, at_b), group in groupby(
            range(i1, i2), lambda i: (self.a.owners[i], self.b.owners[i + shift])
        ):
            tokens = list(group)
            yield from self.write_stretch(tokens[0], tokens[-1] + 1, shift, at_a, at_b)

    def write_stretch(self, i1: int, i2: int, shift: int, at_a: int, at_b: int) -> Iterator[Run]:
        """Yield tokens that stayed: as one run if they look alike, else token by token."""
        start = (self.done_a, self.done_b)
        old, new = self.take_old(i2), self.take_new(i2 + shift)
        if old == new:
            yield Run(RunKind.EQUAL, old, new, at_a, at_b)
            return
        self.done_a, self.done_b = start
        pairs = [(self.take_old(i), self.take_new(i + shift)) for i in range(i1 + 1, i2 + 1)]
        for alike, group in groupby(pairs, lambda pair: _look_alike(*pair)):
            olds, news = zip(*group, strict=True)
            kind = RunKind.EQUAL if alike else RunKind.RESTYLED
            yield Run(
                kind,
                merge_pieces([p for o in olds for p in o]),
                merge_pieces([p for n in news for p in n]),
                at_a,
                at_b,
            )

    def write_removed(self, i1: int, i2: int, j: int) -> Iterator[Run]:
        """Yield the removed tokens, a run for each old text."""
        beside = self.b.owners[min(j, len(self.b.owners) - 1)] if self.b.owners else 0
        for owner, group in groupby(range(i1, i2), self.a.owners.__getitem__):
            yield Run(
                RunKind.REMOVED, old=self.take_old(max(group) + 1), old_at=owner, new_at=beside
            )

    def write_added(self, j1: int, j2: int, i: int) -> Iterator[Run]:
        """Yield the added tokens, a run for each new text."""
        beside = self.a.owners[min(i, len(self.a.owners) - 1)] if self.a.owners else 0
        for owner, group in groupby(range(j1, j2), self.b.owners.__getitem__):
            yield Run(RunKind.ADDED, new=self.take_new(max(group) + 1), old_at=beside, new_at=owner)

    def take_old(self, upto: int) -> Pieces:
        """Return the old text up to token `upto` that is not written yet."""
        start, self.done_a = self.done_a, self.a.ends[upto - 1]
        return slice_pieces(self.a.pieces, start, self.done_a)

    def take_new(self, upto: int) -> Pieces:
        """Return the new text up to token `upto` that is not written yet."""
        start, self.done_b = self.done_b, self.b.ends[upto - 1]
        return slice_pieces(self.b.pieces, start, self.done_b)


def _look_alike(old: Pieces, new: Pieces) -> bool:
    """Return whether a reader sees the same signs and marks, apart from ordinary white space."""
    return old == new or _visible(old) == _visible(new)


def _visible(pieces: Pieces) -> Pieces:
    """Return the pieces without white space at their ends. A mark without words stays.

    A hard space stays, because it is another form.
    """
    return tuple(
        piece._replace(text=word)
        for piece in pieces
        if (word := piece.text.strip(_ORDINARY_SPACE)) or piece.wraps
    )
