"""A version -> its units in reading order: titles, headings, table headers and clauses, each with its pieces.

Every word of the version's sections and titles is in exactly one unit.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count

from policybook.model import Clause, ClauseKind, Group, Inline, Mark, Section, Version
from policybook.redline.types import Part, Piece, Unit, Wrap

OBJECT = "\ufffc"  # stands for a picture or link without words
# Looked up once: a member of an enumeration takes long.
_TEXT, _CLAUSE = Mark.TEXT, Part.CLAUSE
_WRAPS = frozenset({Mark.STRONG, Mark.EMPHASIS, Mark.LINK})
# A number that an author typed: "3.2 ", "3. ", "(a) ", "iv) ", "B. ". A decimal before a small letter is a quantity.
_TYPED = re.compile(
    r"(?:(\d+(?:\.\d+)+)[.)]?(?=\s+[^\sa-z\d])|(\d+)[.)](?=\s)"
    r"|\(?([a-z]|[ivx]{2,5}|\d+)\)(?=\s)|([A-Z])[.)](?=\s+[A-Z]))\s+"
)


def read_units(version: Version) -> tuple[Unit, ...]:
    """Return every unit of `version`, with `at` counting from 0."""
    found = list(_with_titles(version)) if version.titles else _of_sections(version.sections)
    return tuple(_numbered_by_hand(found))


def flatten(inlines: Sequence[Inline], wraps: tuple[Wrap, ...] = ()) -> Iterator[Piece]:
    """The inline tree as a row of pieces, each with the marks that it stands in."""
    for piece in inlines:
        if piece.mark in _WRAPS:
            inside = (*wraps, Wrap(piece.mark, piece.target))
            if piece.children:
                yield from flatten(piece.children, inside)
            else:
                yield Piece(OBJECT, wraps=inside)
        elif piece.mark in (Mark.BREAK, Mark.GAP):
            yield Piece(" ", piece.mark, wraps)
        else:
            yield Piece(piece.text or OBJECT, piece.mark, wraps, piece.target)


def _pieces(inlines: Sequence[Inline]) -> tuple[Piece, ...]:
    if len(inlines) == 1 and inlines[0].mark is _TEXT:
        return _text(inlines[0].text)
    return tuple(flatten(inlines))


@lru_cache(maxsize=1 << 12)
def _text(text: str) -> tuple[Piece, ...]:
    """The same value for the same words, which most clauses of the next version have."""
    return (Piece(text),)


def plain_text(pieces: Sequence[Piece]) -> str:
    return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])


def _with_titles(version: Version) -> Iterator[Unit]:
    titles = [_title(line, text) for line, text in version.titles]
    at = count()
    for unit in _of_sections(version.sections):
        while titles and titles[0].lines[0] <= unit.lines[0]:
            yield titles.pop(0)._replace(place=next(at))
        yield unit._replace(place=next(at))
    yield from (title._replace(place=next(at)) for title in titles)


def _title(line: int, text: str) -> Unit:
    return Unit(
        part=Part.TITLE,
        place=0,
        text=text,
        lines=(line, line + 1),
        level=1,
        pieces=(Piece(text),) if text else (),
    )


def _of_sections(sections: Sequence[Section]) -> list[Unit]:
    found: list[Unit] = []
    for at, section in enumerate(sections):
        if section.number:
            found.append(_heading(section, at, len(found)))
        table = 0
        for part in section.parts:
            if isinstance(part, Group):
                found.append(_heading(part, at, len(found)))
            else:
                _put_clause(found, part, at, 0, table)
                table = part.table
    return found


def _heading(source: Section | Group, section: int, at: int) -> Unit:
    part, level, number = Part.GROUP, 2, ""
    if isinstance(source, Section):
        part, number = Part.SECTION, str(source.number)
    else:
        level = source.level
    pieces = _pieces(source.inlines)
    return Unit(
        part=part,
        place=at,
        text=plain_text(pieces),
        lines=source.lines,
        number=number,
        label=number,
        id=source.id,
        level=level,
        section=section,
        pieces=pieces,
    )


def _put_clause(found: list[Unit], clause: Clause, section: int, depth: int, table: int) -> None:
    """Put the clause and those inside it behind `found`; before the first row of a table its header.

    `table` is that of the clause before.
    """
    if clause.table and clause.table != table and clause.header:
        found.append(_header(clause, section, depth, len(found)))
    found.append(_clause(clause, section, depth, len(found)))
    inner = 0
    for child in clause.children:
        _put_clause(found, child, section, depth + 1, inner)
        inner = child.table


def _header(row: Clause, section: int, depth: int, at: int) -> Unit:
    cells = tuple(_pieces(cell) for cell in row.header)
    line = max(1, row.lines[0] - 2)  # the header, a line of dashes, the first row
    return Unit(
        part=Part.HEADER,
        place=at,
        text=" | ".join(map(plain_text, cells)),
        lines=(line, line + 2),
        kind=ClauseKind.ROW,
        level=depth,
        section=section,
        cells=cells,
        table=row.table,
    )


def _clause(clause: Clause, section: int, depth: int, at: int) -> Unit:
    pieces = _pieces(clause.inlines)
    cells = tuple([_pieces(cell) for cell in clause.cells]) if clause.cells else ()
    text = " | ".join(map(plain_text, cells)) if cells else plain_text(pieces)
    # In their order: naming the fields takes twice as long, and there is one for each clause of each version.
    return Unit(
        _CLAUSE, at, text, clause.lines, clause.kind, clause.number, clause.label, clause.id, depth, section, pieces, cells, 0,
        clause.ordered, clause.quoted, clause.table,
    )  # fmt: skip


def _numbered_by_hand(found: list[Unit]) -> list[Unit]:
    """The units, each with the length of its typed number, where it has one."""
    hits = [
        (unit.place, hit) for unit in found if not unit.cells and (hit := _TYPED.match(unit.text))
    ]
    numbers = {_number(hit) for _, hit in hits}
    for at, hit in hits:
        if _stands_in_a_row(_number(hit), numbers):
            found[at] = found[at]._replace(typed=hit.end())
    return found


def _number(hit: re.Match[str]) -> str:
    return hit[1] or hit[2] or hit[3] or hit[4]


def _stands_in_a_row(number: str, numbers: set[str]) -> bool:
    """Whether `number` is a first one, or the one before it was typed too: a lone "2.5" is none, nor are initials."""
    head, _, last = number.rpartition(".")
    if last.isupper() and last > "A":
        return chr(ord(last) - 1) in numbers
    if last in ("1", "A") or not last.isdigit():
        return True
    return f"{head}{'.' if head else ''}{int(last) - 1}" in numbers
