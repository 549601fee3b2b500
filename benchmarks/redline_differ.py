"""Two texts as written -> the redline in the form that the scorer reads: `diff(old_md, new_md)`.

The redline is the one that the site publishes, and it is checked as in a build. What is added here is only where each
word stands in the source: the redline speaks of what a reader sees, the scorer counts characters of Markdown. Text
that no reader sees (link definitions, rules, blank lines) is set against its like line by line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from redline_source import Source, Span

from policybook.meaning.words.similarity import straighten
from policybook.model import Mark
from policybook.redline import (
    ChangeKind,
    ClauseChange,
    Moved,
    Piece,
    Redline,
    Run,
    RunKind,
    Unit,
    all_changes,
    check,
    redline,
)
from policybook.redline.tokens import _TOKEN
from policybook.redline.types import HEADINGS
from policybook.redline.word_diff import runs as word_runs

_LINK_END = re.compile(r"[*_`~]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?")
_KEY = re.compile(r"[\w-]+(?=:)")


def diff(old_md: str, new_md: str) -> dict[str, Any]:
    """Return the blocks and sections of the redline of two policies, front matter included."""
    old, new = Source(old_md), Source(new_md)
    found = redline(old.version, new.version)
    check(found)
    groups = [change for change in all_changes(found) if len(change.old) > 1 or len(change.new) > 1]
    old.keep_together([[u.place for u in c.old] for c in groups])
    new.keep_together([[u.place for u in c.new] for c in groups])
    blocks = [_block(change, old, new) for change in all_changes(found)]
    loose = [
        *_loose(old, new, old.front(), new.front(), by_key=True),
        *_loose(old, new, old.loose(), new.loose(), by_key=False),
    ]
    return {
        "blocks": [b for b in (*loose, *blocks) if b["old"] or b["new"]],
        "sections": list(_sections(found, old, new)),
    }


# --- words


@dataclass(slots=True)
class Place:
    """Where the words of one unit stand: `ends` by offset in its text (of a row by cell and offset)."""

    first: int
    ends: dict[tuple[int, int], int]


def _placed(source: Source, unit: Unit, cursor: int, end: int) -> Place:
    place = Place(-1, {})
    for cell, pieces in enumerate(unit.cells or (unit.pieces,)):
        offset, link = 0, ""
        for piece in pieces:
            here = "".join(w.target for w in piece.wraps if w.mark is Mark.LINK)
            if link and here != link:
                cursor = _after_link(source.text, cursor, end, place, (cell, offset))
            link = here
            for hit in _TOKEN.finditer(straighten(piece.text)):
                token = piece.text[hit.start() : hit.end()].lstrip()
                at = source.text.find(token, cursor, end)
                if at >= 0:
                    place.first = at if place.first < 0 else place.first
                    cursor = at + len(token)
                place.ends[cell, offset + hit.end()] = cursor
            offset += len(piece.text)
            if piece.mark is Mark.IMAGE:
                cursor = _after_link(source.text, cursor, end, place, (cell, offset))
        if link:
            cursor = _after_link(source.text, cursor, end, place, (cell, offset))
    return place


def _after_link(text: str, cursor: int, end: int, place: Place, key: tuple[int, int]) -> int:
    """The address of a link goes with its last word."""
    found = _LINK_END.match(text, cursor, end)
    if found:
        place.ends[key] = found.end()
        return found.end()
    return cursor


def _block(change: ClauseChange, old: Source, new: Source) -> dict[str, Any]:
    a, b = old.span(change.old), new.span(change.new)
    op = {
        ChangeKind.REWORDED: "changed",
        ChangeKind.DIVIDED: "split",
        ChangeKind.JOINED: "merge",
        ChangeKind.ADDED: "added",
        ChangeKind.REMOVED: "removed",
        ChangeKind.FORMATTING: "format",
        ChangeKind.FOLLOWED: "changed",
        ChangeKind.LINK: "format",
    }.get(change.kind, "same")
    moved: bool | str = {Moved.NO: False, Moved.ALONE: True, Moved.ALONG: "section"}[change.moved]
    block: dict[str, Any] = {"old": _shown(a), "new": _shown(b), "op": op, "moved": moved}
    if a and b and old.text[slice(*a)] != new.text[slice(*b)]:
        block["runs"] = list(
            _merged(_runs(change, _Side(old, change.old, a), _Side(new, change.new, b)))
        )
    return block


def _shown(span: Span | None) -> list[int] | None:
    return list(span) if span and span[0] < span[1] else None


class _Side:
    """One side of a block, read from its start to its end."""

    def __init__(self, source: Source, found: Sequence[Unit], span: Span) -> None:
        self.text, self.done, self.end = source.text, span[0], span[1]
        self.places = []
        cursor = span[0]
        for unit in found:
            cursor = max(cursor, source.spans[unit.place][0])
            self.places.append(_placed(source, unit, cursor, source.spans[unit.place][1]))
        self.offsets: dict[tuple[int, int], int] = {}

    def upto(self, end: int) -> str:
        end = max(self.done, min(end, self.end))
        text, self.done = self.text[self.done : end], end
        return text

    def lead(self) -> str:
        first = next((p.first for p in self.places if p.first >= 0), self.done)
        return self.upto(first)

    def take(self, at: int, cell: int, pieces: Sequence[Piece]) -> str:
        """The source of `pieces`, which follow what was taken of this unit and cell before."""
        offset = self.offsets.get((at, cell), 0) + sum(len(p.text) for p in pieces)
        self.offsets[at, cell] = offset
        ends = [end for (c, o), end in self.places[at].ends.items() if c == cell and o <= offset]
        return self.upto(max(ends, default=self.done))


def _runs(change: ClauseChange, a: _Side, b: _Side) -> Iterator[list[str]]:
    yield _both(a.lead(), b.lead())
    cells = [(c.old or 0, c.new or 0, c.runs) for c in change.cells] or [(0, 0, change.runs)]
    for x, y, runs in cells:
        for run in runs:
            was = a.take(run.old_at, x, run.old) if run.old else ""
            now = b.take(run.new_at, y, run.new) if run.new else ""
            if run.kind is RunKind.REMOVED:
                yield ["-", was]
            elif run.kind is RunKind.ADDED:
                yield ["+", now]
            elif change.kind is ChangeKind.LINK and run.kind is RunKind.RESTYLED:
                yield from (_plain_run(r) for r in word_runs([(Piece(was),)], [(Piece(now),)]))
            else:
                yield _both(was, now)
    was, now = a.upto(a.end), b.upto(b.end)
    same = next(
        (k for k, (x, y) in enumerate(zip(was, now, strict=False)) if x != y),
        min(len(was), len(now)),
    )
    yield _both(was[:same], now[:same])
    yield _both(was[same:], now[same:])


def _both(was: str, now: str) -> list[str]:
    return ["=", was] if was == now else ["~", was, now]


def _merged(runs: Iterator[list[str]]) -> Iterator[list[str]]:
    """Neighbours of one kind as one; empty ones go."""
    last: list[str] | None = None
    for run in runs:
        if not any(run[1:]):
            continue
        if last and last[0] == run[0]:
            last = [last[0], *(x + y for x, y in zip(last[1:], run[1:], strict=True))]
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


# --- what is between the units


def _loose(
    old: Source, new: Source, olds: list[Span], news: list[Span], by_key: bool
) -> Iterator[dict[str, Any]]:
    """Lines that are no unit of their own, paired by key (front matter) or in order."""
    name = _front_key if by_key else str
    steps = _by_key if by_key else _in_order
    for x, y in steps(
        [name(old.text[slice(*s)]) for s in olds], [name(new.text[slice(*s)]) for s in news]
    ):
        a, b = (olds[x] if x is not None else None), (news[y] if y is not None else None)
        block: dict[str, Any] = {
            "old": _shown(a),
            "new": _shown(b),
            "op": "changed" if a and b else "added" if b else "removed",
            "moved": False,
        }
        if a and b:
            was, now = old.text[slice(*a)], new.text[slice(*b)]
            block["op"] = "same" if was == now else "changed"
            if was != now:
                block["runs"] = [
                    _plain_run(run) for run in word_runs([(Piece(was),)], [(Piece(now),)])
                ]
        yield block


def _plain_run(run: Run) -> list[str]:
    was, now = "".join(p.text for p in run.old), "".join(p.text for p in run.new)
    if run.kind is RunKind.REMOVED:
        return ["-", was]
    return ["+", now] if run.kind is RunKind.ADDED else _both(was, now)


def _front_key(line: str) -> str:
    found = _KEY.match(line)
    return found[0] if found else line.strip()


def _by_key(olds: list[str], news: list[str]) -> Iterator[tuple[int | None, int | None]]:
    places: dict[str, list[int]] = {}
    for x, key in enumerate(olds):
        places.setdefault(key, []).append(x)
    for y, key in enumerate(news):
        yield (places[key].pop(0) if places.get(key) else None), y
    yield from ((x, None) for left in places.values() for x in left)


def _in_order(olds: list[str], news: list[str]) -> Iterator[tuple[int | None, int | None]]:
    for _, i1, i2, j1, j2 in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        for k in range(max(i2 - i1, j2 - j1)):
            yield (i1 + k if i1 + k < i2 else None), (j1 + k if j1 + k < j2 else None)


# --- sections


def _sections(found: Redline, old: Source, new: Source) -> Iterator[dict[str, Any]]:
    """Every heading of either version, with what happened under it down to the next heading."""
    home_old, home_new = _homes(old.units), _homes(new.units)
    headings = [c for c in all_changes(found) if c.part in HEADINGS]
    partner = {c.old[0].place: c.new[0].place for c in headings if c.old and c.new}
    tally: dict[tuple[bool, int], dict[str, int]] = {}
    for change in all_changes(found):
        for key, name, count in _counted(change, home_old, home_new, partner):
            counts = tally.setdefault(
                key, {"added": 0, "removed": 0, "reworded": 0, "moved": 0, "format": 0}
            )
            counts[name] += count
    for c in headings:
        key = (True, c.new[0].place) if c.new else (False, c.old[0].place)
        yield {
            "old": _shown(old.span(c.old)),
            "new": _shown(new.span(c.new)),
            "counts": tally.get(key, {}),
        }


def _homes(found: Sequence[Unit]) -> list[int]:
    homes, here = [], -1
    for unit in found:
        here = unit.place if unit.part in HEADINGS else here
        homes.append(here)
    return homes


def _counted(
    change: ClauseChange, home_old: list[int], home_new: list[int], partner: dict[int, int]
) -> Iterator[tuple[tuple[bool, int], str, int]]:
    if change.new:
        key = (True, home_new[change.new[0].place])
    else:
        home = home_old[change.old[0].place]
        key = (True, partner[home]) if home in partner else (False, home)
    if change.moved is Moved.ALONE:
        yield key, "moved", 1
    name = {
        ChangeKind.ADDED: "added",
        ChangeKind.REMOVED: "removed",
        ChangeKind.FORMATTING: "format",
        ChangeKind.LINK: "format",
        ChangeKind.FOLLOWED: "reworded",
        ChangeKind.REWORDED: "reworded",
        ChangeKind.DIVIDED: "reworded",
        ChangeKind.JOINED: "reworded",
    }.get(change.kind)
    if name:
        yield key, name, max(len(change.old), len(change.new)) if name == "reworded" else 1
