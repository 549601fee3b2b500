"""Divide the lines of a printed cover from the rules before the first section.

Only the first blocks of a text can be a cover. The first block that may be a rule ends
it, and the rules after it keep the numbers that they would have without a cover. Below a
line `From the cover:` every block is of the cover, unless it asks for something.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby

from policybook.model import Clause, ClauseKind, Group, Section, Version
from policybook.reading.texts import clauses, markdown
from policybook.text import cover_lines

#: What a person writes above the lines of a cover whose form does not tell.
_MARK = re.compile(r"From the cover:?", re.IGNORECASE)
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
    cover_runs = _take_cover(runs, lines, first_line)
    cover = tuple(p for p in chain.from_iterable(cover_runs) if isinstance(p, Clause))
    rest = first.parts[len(cover) :]
    unnumbered = tuple(replace(clause, number="", label="") for clause in cover)
    return unnumbered, (*([replace(first, parts=rest)] if rest else []), *others)


def find_rules_of_cover(
    sections: tuple[Section, ...], lines: Sequence[str], first_line: int
) -> Iterator[tuple[Clause, ...]]:
    """Yield the rules before the first section that say what a cover says, run by run.

    They keep their numbers, because texts in the record have such rules.
    """
    if len(sections) < 2 or sections[0].number:
        return

    def is_of_cover(part: object) -> bool:
        if not isinstance(part, Clause) or part.kind is ClauseKind.CODE:
            return False
        if part.table or part.children or part.quoted:
            return False
        return all(map(cover_lines.may_be_cover_line, _source_lines(part, lines, first_line)))

    for fits, run in groupby(sections[0].parts, key=is_of_cover):
        if fits:
            yield tuple(part for part in run if isinstance(part, Clause))


def is_mark(words: str) -> bool:
    """Return whether a line only says that the lines below it are of the cover."""
    return bool(_MARK.fullmatch(words))


def list_shown_lines(version: Version) -> tuple[Clause, ...]:
    """Return the lines of the cover without their mark, which the page says in its own words."""
    return tuple(line for line in version.cover_lines if not is_mark(line.text))


def _take_cover(
    runs: Iterable[Sequence[Clause | Group]], lines: Sequence[str], first_line: int
) -> Iterator[Sequence[Clause | Group]]:
    """Yield the first blocks that are of the cover."""
    is_marked = False
    for run in runs:
        first = run[0]
        is_marked = is_marked or (isinstance(first, Clause) and is_mark(first.text))
        is_kept = is_marked and all(_asks_nothing(part) for part in run)
        if not (is_kept or _is_cover(run, lines, first_line)):
            return
        yield run


def _asks_nothing(part: Clause | Group) -> bool:
    """Return whether a block has no part and asks for nothing, so that it may be of a cover."""
    if not isinstance(part, Clause) or part.children or part.kind is ClauseKind.CODE:
        return False
    return not cover_lines.holds_duty(part.text)


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
