"""Walk the clauses of a version in reading order."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from policybook.model import Clause, ClauseKind, Group, Inline, Mark, Section, Version

#: The label of an item without a number. One with a box to tick has none.
BULLET = "•"
_BOXES = ("☐", "☑")


def walk_sections(sections: Sequence[Section]) -> Iterator[Clause]:
    """Yield every clause in reading order, with those inside others."""
    for section in sections:
        yield from walk_section(section)


def walk_text(version: Version) -> Iterator[Clause]:
    """Yield every clause of a version in reading order, with the lines of its cover."""
    yield from version.cover_lines
    yield from walk_sections(version.sections)


def walk_parts(version: Version) -> Iterator[Section | Group | Clause]:
    """Yield the lines of the cover, then each heading and clause, in reading order."""
    yield from version.cover_lines
    for section in version.sections:
        yield section
        for part in section.parts:
            yield part
            if isinstance(part, Clause):
                yield from _walk_below(part)


def walk_blocks(version: Version) -> Iterator[tuple[tuple[int, int], Sequence[Inline]]]:
    """Yield the lines and the words of each heading, clause and cell."""
    table = 0
    for part in walk_parts(version):
        yield part.lines, part.inlines
        if isinstance(part, Clause) and part.table:
            yield from ((part.lines, cell) for cell in part.cells)
            if part.table != table:
                # The header is two lines above the first row.
                table, start = part.table, part.lines[0]
                yield from (((start - 2, start), cell) for cell in part.header)


def walk_words(inlines: Sequence[Inline]) -> Iterator[str]:
    """Yield the words that are no code, each piece of text alone."""
    for piece in inlines:
        if piece.mark is Mark.TEXT:
            yield piece.text
        if piece.children:
            yield from walk_words(piece.children)


def walk_section(section: Section) -> Iterator[Clause]:
    """Yield every clause of a section in reading order, with those inside others."""
    for part in section.parts:
        if isinstance(part, Clause):
            yield part
            if part.children:
                yield from _walk_below(part)


def walk_clause(clause: Clause) -> Iterator[Clause]:
    """Yield a clause, then every clause inside it."""
    yield clause
    yield from _walk_below(clause)


def _walk_below(clause: Clause) -> Iterator[Clause]:
    for child in clause.children:
        yield child
        if child.children:
            yield from _walk_below(child)


def group_table_rows(parts: Sequence[Clause | Group]) -> list[list[Clause | Group]]:
    """Return the parts of a section in lists, with the rows of one table in one list."""
    runs: list[list[Clause | Group]] = []
    for part in parts:
        last = runs[-1][-1] if runs else None
        if (
            isinstance(part, Clause)
            and isinstance(last, Clause)
            and part.table
            and part.table == last.table
        ):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def note_number(label: str) -> str:
    """Return what readers call a footnote: `footnote 1`, or `footnote “search”`."""
    return f"footnote {label}" if label.isdecimal() else f"footnote “{label}”"


def note_id(label: str) -> str:
    """Return the id of the footnote with this label: `note-1`."""
    name = slug(label).replace("-", "_") or "".join(f"{ord(sign):x}" for sign in label)
    return f"note-{name}"


def slug(title: str) -> str:
    """Return the fragment by which a link names a heading: `what-happens-next`."""
    return re.sub(r"[^\w]+", "-", unicodedata.normalize("NFKC", title).casefold()).strip("-")


def item_sign(clause: Clause) -> str:
    """Return the label of a clause without a number: a bullet for an item of a list."""
    is_bullet = clause.kind is ClauseKind.ITEM and not clause.text.startswith(_BOXES)
    return BULLET if is_bullet else ""
