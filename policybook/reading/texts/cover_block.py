"""Divide the lines of a printed cover from the rules before the first section.

Only the first blocks of a text can be a cover. The first block that may be a rule ends
it, and the rules after it keep the numbers that they would have without a cover.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from policybook.model import Clause, ClauseKind, Section
from policybook.reading.texts import clauses, markdown
from policybook.text import cover_lines

_LIST_SIGN = re.compile(r"[-*+]\s+|\\$")


def divide(
    sections: tuple[Section, ...], lines: Sequence[str], first_line: int
) -> tuple[tuple[Clause, ...], tuple[Section, ...]]:
    """Return the clauses of the cover, without numbers, and the sections without them.

    `lines` are those of the text, and `first_line` is the first one's number.
    """
    if not sections or sections[0].number:
        return (), sections
    first, *others = sections
    runs = clauses.group_table_rows(first.parts)
    cover_runs = takewhile(lambda run: _is_cover(run, lines, first_line), runs)
    cover = tuple(p for p in chain.from_iterable(cover_runs) if isinstance(p, Clause))
    rest = first.parts[len(cover) :]
    unnumbered = tuple(replace(clause, number="", label="") for clause in cover)
    return unnumbered, (*([replace(first, parts=rest)] if rest else []), *others)


def find_rules_of_cover(
    sections: tuple[Section, ...], lines: Sequence[str], first_line: int
) -> Iterator[Clause]:
    """Yield the rules before the first section that only say how to reach the school.

    Those among them that a cover would have too are there as well. They keep their numbers,
    because texts in the record have such rules.
    """
    if len(sections) < 2 or sections[0].number:
        return
    for part in sections[0].parts:
        if not isinstance(part, Clause) or part.kind is ClauseKind.CODE:
            return
        if part.table or part.children or part.quoted:
            return
        words = list(_source_lines(part, lines, first_line))
        if not all(
            cover_lines.is_cover_line(w) or cover_lines.tells_how_to_reach(w) for w in words
        ):
            return
        yield part


def _is_cover(run: Sequence[object], lines: Sequence[str], first_line: int) -> bool:
    """Return whether a block, or the rows of a table, say only what a cover says."""
    blocks = [part for part in run if isinstance(part, Clause)]
    if len(blocks) != len(run) or any(b.children or b.quoted for b in blocks):
        return False
    if blocks[0].table:
        return _is_cover_table(blocks)
    if blocks[0].kind is ClauseKind.CODE:
        return False
    return all(map(cover_lines.is_cover_line, _source_lines(blocks[0], lines, first_line)))


def _source_lines(clause: Clause, lines: Sequence[str], first_line: int) -> Iterator[str]:
    """Yield the lines of a clause as typed, without marks at their ends."""
    start, end = (line - first_line for line in clause.lines)
    return (_LIST_SIGN.sub("", line.strip()) for line in lines[start:end] if line.strip())


def _is_cover_table(rows: Sequence[Clause]) -> bool:
    """Return whether all columns, or all rows, have the name of a box of a cover.

    A table with a duty in a cell may be a table of rules.
    """
    cells = (markdown.plain_text(cell) for row in rows for cell in row.cells)
    if any(map(cover_lines.holds_duty, cells)):
        return False
    header = [markdown.plain_text(cell) for cell in rows[0].header]
    if header and all(map(cover_lines.is_cover_label, filter(None, map(str.strip, header)))):
        return True
    firsts = [markdown.plain_text(row.cells[0]).strip() for row in rows if row.cells]
    heads = [*header[:1], *firsts]
    return len(rows[0].cells) > 1 and all(
        cover_lines.is_cover_label(words) for words in heads if words
    )
