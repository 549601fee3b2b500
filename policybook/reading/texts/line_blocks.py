"""Say which block each line of a version became.

The lines of its headings and clauses tell it. This module must not know what a line
should have become.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from policybook.model import Clause, ClauseKind, Group, Outline, Version

_MARKER = re.compile(r"(?:[\s>]|[-*+]\s+(?=[-*+]\s))*(?:([-*+])|\d{1,9}([.)]))(?=\s|$)")
#: The term of a definition has no mark.
_TERM = ("term", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBlock:
    """The block of a line.

    `kind` is heading, paragraph, item, row or code. `start` is the first line of the block.
    `place` and `length` are those of an item in its list. `depth` counts the clauses around
    it. `numbered` says that the author numbered the item, and `labelled` that the typed
    number is not among the words. `holder` is the first line of the footnote or definition
    around it, or 0.
    """

    kind: str
    start: int
    depth: int = 0
    place: int = 0
    length: int = 1
    numbered: bool = False
    labelled: bool = False
    quoted: bool = False
    words: str = ""
    holder: int = 0


def read_blocks(text: Outline | Version, lines: Sequence[str], first: int) -> dict[int, LineBlock]:
    """Return the innermost block of each line, by the line in the file.

    `lines` are those of the body, and `first` is the line in the file of the first one.
    """
    result = {
        line: LineBlock(kind="heading", start=line, words=words) for line, words in text.titles
    }
    _enter_clauses(result, text.cover_lines, 0, lines, first)
    for section in text.sections:
        if section.number:
            _enter(result, section.lines, "heading", section.title)
        for part in section.parts:
            if isinstance(part, Group):
                _enter(result, part.lines, "heading", part.text)
        for is_group, parts in groupby(section.parts, lambda part: isinstance(part, Group)):
            if not is_group:
                clauses = [part for part in parts if isinstance(part, Clause)]
                _enter_clauses(result, clauses, 0, lines, first)
    return result


def _enter(result: dict[int, LineBlock], span: tuple[int, int], kind: str, words: str) -> None:
    block = LineBlock(kind=kind, start=span[0], words=words)
    result.update(dict.fromkeys(range(*span), block))


def _enter_clauses(
    result: dict[int, LineBlock],
    clauses: Sequence[Clause],
    depth: int,
    lines: Sequence[str],
    first: int,
    holder: int = 0,
) -> None:
    """Enter clauses that follow one another, and those inside them."""
    for items in _group_lists(clauses, lines, first):
        for place, clause in enumerate(items):
            holds = clause.kind is ClauseKind.NOTE or _read_marker(clause, lines, first) == _TERM
            inner = clause.lines[0] if holds else holder
            block = LineBlock(
                kind=str(clause.kind),
                start=clause.lines[0],
                depth=depth,
                place=place,
                length=len(items),
                numbered=clause.ordered,
                labelled=clause.typed != "",
                quoted=clause.quoted,
                words=clause.text,
                holder=inner,
            )
            for line in range(*clause.lines):
                # Items on one line are those of lists that start in one another.
                if line not in result or result[line].start < clause.lines[0] or depth == 0:
                    result[line] = block
            _enter_clauses(result, clause.children, depth + 1, lines, first, inner)


def _group_lists(
    clauses: Sequence[Clause], lines: Sequence[str], first: int
) -> Iterator[list[Clause]]:
    """Yield the items of each list together, and every other clause alone."""
    for _, group in groupby(clauses, lambda clause: _read_marker(clause, lines, first)):
        yield list(group)


def _read_marker(clause: Clause, lines: Sequence[str], first: int) -> tuple[str, int]:
    if clause.kind is not ClauseKind.ITEM:
        return "", clause.lines[0]
    match = _MARKER.match(lines[clause.lines[0] - first])
    return (match[1] or match[2], 0) if match else _TERM
