"""The words inside one changed clause: old and new pieces -> runs. Knows no clauses.

Tokens are words, numbers and signs; white space belongs to the token after it. Curly and straight quotes, and dashes
of any length, are alike.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from policybook.model import Mark
from policybook.redline.changes import Piece, Run, RunKind
from policybook.redline.edits import Edit, edits
from policybook.redline.likeness import evened
from policybook.redline.units import OBJECT, plain

_PLAIN = rf"\d+(?:[.,:/-]\d+)+|[^\W_]+(?:'[^\W_]+)*|{OBJECT}+|\S"
_TOKEN = re.compile(rf"\s*+({_PLAIN})")
_TOKEN_OR_ADDRESS = re.compile(rf"\s*+([\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+|{_PLAIN})")  # looked for where there is an @

Pieces = tuple[Piece, ...]
# Looked up once: a member of an enumeration takes long.
_EQUAL, _REMOVED, _ADDED, _IMAGE = RunKind.EQUAL, RunKind.REMOVED, RunKind.ADDED, Mark.IMAGE


class Side(NamedTuple):
    """One side: its texts as one row of pieces; of each token its key, its end in that row and the text it is in."""

    pieces: Pieces
    keys: Sequence[str]
    ends: Sequence[int]
    at: Sequence[int]


def runs(old: Sequence[Pieces], new: Sequence[Pieces], typed: tuple[int, int] = (0, 0)) -> tuple[Run, ...]:
    """Return the runs that lead from the old texts to the new ones, read one after the other.

    The old pieces of all runs are exactly those of the old texts, cut, and the new ones those of the new texts. The
    first `typed` characters of each side are a typed number; they are set against each other.
    """
    if len(old) == len(new) == 1 and old[0] == new[0]:
        return (Run(RunKind.EQUAL, old[0], new[0]),) if old[0] else ()
    a, b = _side(old, typed[0]), _side(new, typed[1])
    return tuple(_merged([*_typed(a, b, typed), *_Writer(a, b, typed).runs(edits(a.keys, b.keys))]))


def whole(texts: Sequence[Pieces], kind: RunKind) -> tuple[Run, ...]:
    """Return the texts of a clause that is only in one version as runs."""
    if kind is RunKind.REMOVED:
        return tuple(Run(kind, old=pieces, old_at=at) for at, pieces in enumerate(texts) if pieces)
    return tuple(Run(kind, new=pieces, new_at=at) for at, pieces in enumerate(texts) if pieces)


def cut(pieces: Pieces, start: int, end: int) -> Pieces:
    """Return what stands from character `start` to `end`, in its marks."""
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


def glued(pieces: Sequence[Piece]) -> Pieces:
    """Neighbouring pieces of text in the same marks as one."""
    if len(pieces) < 2:
        return tuple(pieces)
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if last and last[1:] == piece[1:] and piece.mark in ("text", "code"):
            result[-1] = piece._replace(text=last.text + piece.text)
        else:
            result.append(piece)
    return tuple(result)


def _merged(found: Sequence[Run]) -> Iterator[Run]:
    """Equal neighbours as one."""
    held: Run | None = None
    for run in found:
        if held and held.kind is run.kind is _EQUAL and held[3:] == run[3:]:
            held = held._replace(old=glued((*held.old, *run.old)), new=glued((*held.new, *run.new)))
            continue
        if held:
            yield held
        held = run
    if held:
        yield held


def _typed(a: Side, b: Side, typed: tuple[int, int]) -> Iterator[Run]:
    old, new = cut(a.pieces, 0, typed[0]), cut(b.pieces, 0, typed[1])
    if old or new:
        yield Run(RunKind.EQUAL if old == new else RunKind.RESTYLED, old, new)


def _side(texts: Sequence[Pieces], typed: int) -> Side:
    keys: list[str] = []
    ends: list[int] = []
    at: list[int] = []
    starts = accumulate([sum([len(p.text) for p in pieces]) for pieces in texts], initial=0)
    for number, (pieces, start) in enumerate(zip(texts, starts, strict=False)):
        first, length = 0 if number else typed, len(plain(pieces))
        found = _tokens(pieces, first)
        if not found and length > first:
            found = [(" ", 0)]  # white space alone
        if found:
            found[-1] = (found[-1][0], length)  # with the white space at the very end
        keys += [key for key, _ in found]
        ends += [start + end for _, end in found]
        at += [number] * len(found)
    return Side(texts[0] if len(texts) == 1 else tuple([p for pieces in texts for p in pieces]), keys, ends, at)


def _tokens(pieces: Pieces, first: int) -> list[tuple[str, int]]:
    """Each token from character `first` on, with its end. A picture is one token, whatever words stand for it."""
    text = evened(plain(pieces))
    token = _TOKEN_OR_ADDRESS if "@" in text else _TOKEN
    if _IMAGE not in [piece.mark for piece in pieces]:
        return [(hit[1], hit.end()) for hit in token.finditer(text, first, len(text.rstrip()))]
    masked = "".join([OBJECT * len(p.text) if p.mark is _IMAGE else evened(p.text) for p in pieces])
    hits = token.finditer(masked, first, len(masked.rstrip()))
    return [(text[hit.start(1) : hit.end()], hit.end()) for hit in hits]


class _Writer:
    """Turns steps between tokens into runs, from the start of both sides to their ends."""

    def __init__(self, a: Side, b: Side, typed: tuple[int, int]) -> None:
        self.a, self.b = a, b
        self.done_a, self.done_b = typed

    def runs(self, found: list[Edit]) -> Iterator[Run]:
        for equal, i1, i2, j1, j2 in found:
            if equal:
                yield from self.kept(i1, i2, j1)
                continue
            if i1 < i2 and j1 < j2:
                yield from self.space(i1, j1)
            yield from self.removed(i1, i2, j1)
            yield from self.added(j1, j2, i2)

    def space(self, i: int, j: int) -> Iterator[Run]:
        """The space that stands before what is removed and before what comes for it."""
        old, new = cut(self.a.pieces, self.done_a, self.done_a + 1), cut(self.b.pieces, self.done_b, self.done_b + 1)
        if (
            old == new
            and old
            and old[0].text == " "
            and self.a.ends[i] > self.done_a + 1
            and self.b.ends[j] > self.done_b + 1
        ):
            self.done_a, self.done_b = self.done_a + 1, self.done_b + 1
            yield Run(_EQUAL, old, new, self.a.at[i], self.b.at[j])

    def kept(self, i1: int, i2: int, j1: int) -> Iterator[Run]:
        shift = j1 - i1
        if self.a.at[i1] == self.a.at[i2 - 1] and self.b.at[j1] == self.b.at[i2 - 1 + shift]:
            yield from self.stretch(i1, i2, shift, self.a.at[i1], self.b.at[j1])
            return
        for (at_a, at_b), group in groupby(range(i1, i2), lambda i: (self.a.at[i], self.b.at[i + shift])):
            tokens = list(group)
            yield from self.stretch(tokens[0], tokens[-1] + 1, shift, at_a, at_b)

    def stretch(self, i1: int, i2: int, shift: int, at_a: int, at_b: int) -> Iterator[Run]:
        """Tokens that stayed, as one run if they look alike, else token by token."""
        start = (self.done_a, self.done_b)
        old, new = self.old(i2), self.new(i2 + shift)
        if old == new:
            yield Run(_EQUAL, old, new, at_a, at_b)
            return
        self.done_a, self.done_b = start
        pairs = [(self.old(i), self.new(i + shift)) for i in range(i1 + 1, i2 + 1)]
        for alike, group in groupby(pairs, lambda pair: _looks_alike(*pair)):
            olds, news = zip(*group, strict=True)
            kind = RunKind.EQUAL if alike else RunKind.RESTYLED
            yield Run(kind, glued([p for o in olds for p in o]), glued([p for n in news for p in n]), at_a, at_b)

    def removed(self, i1: int, i2: int, j: int) -> Iterator[Run]:
        beside = self.b.at[min(j, len(self.b.at) - 1)] if self.b.at else 0
        for at, group in groupby(range(i1, i2), self.a.at.__getitem__):
            yield Run(_REMOVED, old=self.old(max(group) + 1), old_at=at, new_at=beside)

    def added(self, j1: int, j2: int, i: int) -> Iterator[Run]:
        beside = self.a.at[min(i, len(self.a.at) - 1)] if self.a.at else 0
        for at, group in groupby(range(j1, j2), self.b.at.__getitem__):
            yield Run(_ADDED, new=self.new(max(group) + 1), old_at=beside, new_at=at)

    def old(self, upto: int) -> Pieces:
        """What stands on the old side up to token `upto` and is not written yet."""
        start, self.done_a = self.done_a, self.a.ends[upto - 1]
        return cut(self.a.pieces, start, self.done_a)

    def new(self, upto: int) -> Pieces:
        start, self.done_b = self.done_b, self.b.ends[upto - 1]
        return cut(self.b.pieces, start, self.done_b)


def _looks_alike(old: Pieces, new: Pieces) -> bool:
    """Whether a reader sees no difference: the same signs in the same marks, white space left aside."""
    return old == new or _shown(old) == _shown(new)


def _shown(pieces: Pieces) -> Pieces:
    return tuple(piece._replace(text=word) for piece in pieces if (word := piece.text.strip()))
