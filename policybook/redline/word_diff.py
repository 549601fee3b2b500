"""Find the changed words inside one clause: old and new pieces give runs. Knows no clauses."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from policybook.model import Mark
from policybook.redline.similarity import straighten
from policybook.redline.token_edits import Edit, edits
from policybook.redline.types import Piece, Run, RunKind
from policybook.redline.units import OBJECT, plain_text

_PLAIN = rf"\d+(?:[.,:/-]\d+)+|[^\W_]+(?:'[^\W_]+)*|{OBJECT}+|\S"
_SPACE = r"[\s\x1c-\x1f]*+"  # the last four are no space to an ASCII pattern
_TOKEN = re.compile(rf"{_SPACE}(?:{_PLAIN})")
_ASCII_TOKEN = re.compile(
    _TOKEN.pattern, re.ASCII
)  # the same in half the time, for a text that is ASCII
_TOKEN_OR_ADDRESS = re.compile(
    rf"{_SPACE}(?:[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+|{_PLAIN})"
)  # looked for where there is an @

Pieces = tuple[Piece, ...]
# Looked up once: a member of an enumeration takes long.
_EQUAL, _REMOVED, _ADDED, _IMAGE, _TEXT = (
    RunKind.EQUAL,
    RunKind.REMOVED,
    RunKind.ADDED,
    Mark.IMAGE,
    Mark.TEXT,
)


class TextSide(NamedTuple):
    """One side: its texts as one row of pieces; of each token its key, its end in that row and the text it is in."""

    pieces: Pieces
    keys: Sequence[str]
    ends: Sequence[int]
    owners: Sequence[int]


def runs(
    old: Sequence[Pieces], new: Sequence[Pieces], typed: tuple[int, int] = (0, 0)
) -> tuple[Run, ...]:
    """Return the runs from the old texts to the new ones, in reading order.

    The old pieces of all runs are exactly those of the old texts, cut; the same holds
    for the new ones. `typed` counts the first characters of each side that are a typed
    number; these are compared with each other.
    """
    if len(old) == len(new) == 1 and old[0] == new[0]:
        return (Run(_EQUAL, old[0], new[0]),) if old[0] else ()
    a, b = _side(old, typed[0]), _side(new, typed[1])
    steps = edits(a.keys, b.keys)
    if typed == (0, 0) and len(old) == len(new) == 1 and (straight := _plain_runs(a, b, steps)):
        return straight
    return tuple(_merge_equal([*_typed_runs(a, b, typed), *_RunWriter(a, b, typed).runs(steps)]))


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
        if pending and pending.kind is run.kind is _EQUAL and pending[3:] == run[3:]:
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


def _side(texts: Sequence[Pieces], typed: int) -> TextSide:
    if len(texts) == 1:
        keys, ends = _tokens(texts[0], typed)
        return TextSide(texts[0], keys, ends, [0] * len(keys))
    keys, ends = [], []
    owners: list[int] = []
    start = 0
    for number, pieces in enumerate(texts):
        tokens, stops = _tokens(pieces, 0 if number else typed)
        keys += tokens
        ends += [start + stop for stop in stops]
        owners += [number] * len(tokens)
        start += sum([len(piece.text) for piece in pieces])
    return TextSide(tuple([p for pieces in texts for p in pieces]), keys, ends, owners)


@lru_cache(
    maxsize=1 << 8
)  # a clause that changes is often the new one of a redline, and the old one of the next
def _tokens(pieces: Pieces, first: int) -> tuple[Sequence[str], Sequence[int]]:
    """Each token from character `first` on, and where each ends, the last with the white space at the very end. A picture is one token,
    whatever words stand for it."""
    whole = straighten(plain_text(pieces))
    text = whole
    if _IMAGE in [piece.mark for piece in pieces]:
        text = "".join(
            [OBJECT * len(p.text) if p.mark is _IMAGE else straighten(p.text) for p in pieces]
        )
    token = _TOKEN_OR_ADDRESS if "@" in text else _ASCII_TOKEN if text.isascii() else _TOKEN
    tokens = token.findall(
        text, first, len(text.rstrip())
    )  # each with the space before it: nothing stands between them
    if not tokens:
        return ([" "], [len(text)]) if len(text) > first else ([], [])  # white space alone
    keys, ends = list(map(str.lstrip, tokens)), list(accumulate(map(len, tokens), initial=first))
    if text is not whole:
        keys = [whole[end - len(key) : end] for key, end in zip(keys, ends[1:], strict=True)]
    ends[-1] = len(text)
    return keys, ends[1:]


def _plain_runs(a: TextSide, b: TextSide, found: Sequence[Edit]) -> tuple[Run, ...]:
    """The runs between two texts without any mark, or all in one mark, as most are: those that `_Writer` gives, at a third of the cost.

    Nothing where a stretch that stayed does not look alike.
    """
    if (
        len(a.pieces) != 1
        or len(b.pieces) != 1
        or a.pieces[0][1:] != b.pieces[0][1:]
        or a.pieces[0].mark is not _TEXT
    ):
        return ()
    old, new = a.pieces[0].text, b.pieces[0].text
    look = a.pieces[0][1:]
    result: list[Run] = []
    x = y = kept = (
        0  # written of the old text, of the new one, and of the old one without what stayed last
    )
    for equal, i1, i2, j1, j2 in found:
        to_x, to_y = a.ends[i2 - 1] if i1 < i2 else x, b.ends[j2 - 1] if j1 < j2 else y
        if equal:
            if old[x:to_x] != new[y:to_y]:
                return ()
            x, y = to_x, to_y
            continue
        if (
            i1 < i2
            and j1 < j2
            and old[x] == " " == new[y]
            and a.ends[i1] > x + 1
            and b.ends[j1] > y + 1
        ):
            x, y = x + 1, y + 1  # the space before what is removed and before what comes for it
        if kept < x:
            same = (Piece(old[kept:x], *look),)
            result.append(Run(_EQUAL, same, same))
        if x < to_x:
            result.append(Run(_REMOVED, (Piece(old[x:to_x], *look),)))
        if y < to_y:
            result.append(Run(_ADDED, (), (Piece(new[y:to_y], *look),)))
        x, y, kept = to_x, to_y, to_x
    if kept < x:
        same = (Piece(old[kept:x], *look),)
        result.append(Run(_EQUAL, same, same))
    return tuple(result)


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
        old, new = (
            slice_pieces(self.a.pieces, self.done_a, self.done_a + 1),
            slice_pieces(self.b.pieces, self.done_b, self.done_b + 1),
        )
        if (
            old == new
            and old
            and old[0].text == " "
            and self.a.ends[i] > self.done_a + 1
            and self.b.ends[j] > self.done_b + 1
        ):
            self.done_a, self.done_b = self.done_a + 1, self.done_b + 1
            yield Run(_EQUAL, old, new, self.a.owners[i], self.b.owners[j])

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
            yield Run(_EQUAL, old, new, at_a, at_b)
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
            yield Run(_REMOVED, old=self.take_old(max(group) + 1), old_at=owner, new_at=beside)

    def write_added(self, j1: int, j2: int, i: int) -> Iterator[Run]:
        """Yield the added tokens, a run for each new text."""
        beside = self.a.owners[min(i, len(self.a.owners) - 1)] if self.a.owners else 0
        for owner, group in groupby(range(j1, j2), self.b.owners.__getitem__):
            yield Run(_ADDED, new=self.take_new(max(group) + 1), old_at=beside, new_at=owner)

    def take_old(self, upto: int) -> Pieces:
        """Return the old text up to token `upto` that is not written yet."""
        start, self.done_a = self.done_a, self.a.ends[upto - 1]
        return slice_pieces(self.a.pieces, start, self.done_a)

    def take_new(self, upto: int) -> Pieces:
        """Return the new text up to token `upto` that is not written yet."""
        start, self.done_b = self.done_b, self.b.ends[upto - 1]
        return slice_pieces(self.b.pieces, start, self.done_b)


def _look_alike(old: Pieces, new: Pieces) -> bool:
    """Return whether a reader sees no difference: the same signs and marks, apart from white space."""
    return old == new or _visible(old) == _visible(new)


def _visible(pieces: Pieces) -> Pieces:
    """Return the pieces without white space at their ends."""
    return tuple(piece._replace(text=word) for piece in pieces if (word := piece.text.strip()))
