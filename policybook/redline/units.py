"""Turn a version into units: titles, headings, table headers and clauses, in reading order.

Every word of the version's sections and titles is in exactly one unit.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from policybook.model import Clause, ClauseKind, Group, Inline, Mark, Section, Version
from policybook.redline.types import Part, Piece, Unit, Wrap

# The text of a picture or link without words.
OBJECT = "\ufffc"
_WRAPS = frozenset({Mark.STRONG, Mark.EMPHASIS, Mark.LINK})
# A number that an author typed: "3.2 ", "3. ", "(a) ", "iv) ", "B. ".
# A decimal before a small letter is a quantity.
_TYPED = re.compile(
    r"(?:(\d+(?:\.\d+)+)[.)]?(?=\s+[^\sa-z\d])|(\d+)[.)](?=\s)"
    r"|\(?([a-z]|[ivx]{2,5}|\d+)\)(?=\s)|([A-Z])[.)](?=\s+[A-Z]))\s+"
)
#: The name and number of a heading or clause: "Section 5 – Powers", "Article VI: Staff".
_NAME = (
    r"(?i:(?:sub-?)?section|article|chapter|part|clause|rule|paragraph|by-?law|appendix|annexe?"
    r"|schedule)\s+(?:\d+[A-Za-z]?|\d+(?:\.\d+)+|[IVXLC]+|[A-Z])"
)
_NAMED = re.compile(rf"{_NAME}\s*(?:[.:)]\s+|[–—-]\s+)(?=[^\sa-z])")
#: In a heading no sign need follow: "Section 1.4 Membership".
_NAMED_HEADING = re.compile(rf"{_NAME}(?:\s*[.:)–—-]+)?\s+(?=[^\sa-z])")
_HEADINGS = frozenset({Part.SECTION, Part.GROUP})
#: As many numbers under one head are those of a document, though one between them is missing.
_FEW_OF_A_HEAD = 3


def read_units(version: Version) -> tuple[Unit, ...]:
    """Return every unit of `version`, with `place` counting from 0."""
    row = list(_merge_titles(version)) if version.titles else _body_units(version)
    return tuple(_mark_typed_numbers(row))


def flatten(inlines: Sequence[Inline], wraps: tuple[Wrap, ...] = ()) -> Iterator[Piece]:
    """Yield the inline tree as a row of pieces, each with its marks."""
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
    """Return the inlines as pieces."""
    if len(inlines) == 1 and inlines[0].mark is Mark.TEXT:
        return (Piece(inlines[0].text),)
    return tuple(flatten(inlines))


def plain_text(pieces: Sequence[Piece]) -> str:
    """Return the text of the pieces."""
    return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])


def is_note_mark(piece: Piece) -> bool:
    """Return whether a piece is the mark of a footnote, such as [1]."""
    is_note = any(wrap.target.startswith("#note-") for wrap in piece.wraps)
    return is_note and piece.text.startswith("[") and piece.text.endswith("]")


def text_with_marks(unit: Unit, marks: Mapping[str, str] | None = None) -> str:
    """Return the text of a unit with other marks for footnotes, by target; without them, none."""
    blocks = unit.cells or (unit.pieces,)
    if not any(is_note_mark(piece) for block in blocks for piece in block):
        return unit.text

    def read(piece: Piece) -> str:
        if not is_note_mark(piece):
            return piece.text
        return "" if marks is None else marks.get(piece.wraps[-1].target, piece.text)

    return " | ".join("".join(map(read, block)) for block in blocks)


def _merge_titles(version: Version) -> Iterator[Unit]:
    """Yield all units, with titles among them by line."""
    titles = [_title(line, text) for line, text in version.titles]
    places = count()
    for unit in _body_units(version):
        while titles and titles[0].lines[0] <= unit.lines[0]:
            yield titles.pop(0)._replace(place=next(places))
        yield unit._replace(place=next(places))
    yield from (title._replace(place=next(places)) for title in titles)


def _title(line: int, text: str) -> Unit:
    """Return a title as a unit."""
    return Unit(
        part=Part.TITLE,
        place=0,
        text=text,
        lines=(line, line + 1),
        level=1,
        pieces=(Piece(text),) if text else (),
    )


def _body_units(version: Version) -> list[Unit]:
    """Return the units of the cover and of all sections."""
    row: list[Unit] = []
    table = 0
    for clause in version.cover_lines:
        _add_clause(row, clause, -1, 0, table)
        row[-1] = row[-1]._replace(part=Part.COVER)
        table = clause.table
    for section_place, section in enumerate(version.sections):
        if section.number:
            row.append(_heading(section, section_place, len(row)))
        table = 0
        for part in section.parts:
            if isinstance(part, Group):
                row.append(_heading(part, section_place, len(row)))
            else:
                _add_clause(row, part, section_place, 0, table)
                table = part.table
    return row


def _heading(source: Section | Group, section: int, place: int) -> Unit:
    """Return a section's or group's heading as a unit."""
    part, level, number = Part.GROUP, 2, ""
    if isinstance(source, Section):
        part, number = Part.SECTION, source.label
    else:
        level, number = source.level, source.number
    pieces = _pieces(source.inlines)
    return Unit(
        part=part,
        place=place,
        text=plain_text(pieces),
        lines=source.lines,
        number=number,
        label=number,
        id=source.id,
        level=level,
        section=section,
        pieces=pieces,
    )


def _add_clause(row: list[Unit], clause: Clause, section: int, depth: int, table: int) -> None:
    """Append the clause and its children to `row`, and the header before a table's first row.

    `table` is the table of the clause before.
    """
    if clause.table and clause.table != table and clause.header:
        row.append(_header(clause, section, depth, len(row)))
    row.append(_clause(clause, section, depth, len(row)))
    inner = 0
    for child in clause.children:
        _add_clause(row, child, section, depth + 1, inner)
        inner = child.table


def _header(row: Clause, section: int, depth: int, place: int) -> Unit:
    """Return the header of a table as a unit."""
    cells = tuple(_pieces(cell) for cell in row.header)
    line = max(1, row.lines[0] - 2)
    return Unit(
        part=Part.HEADER,
        place=place,
        text=" | ".join(map(plain_text, cells)),
        lines=(line, line + 2),
        kind=ClauseKind.ROW,
        level=depth,
        section=section,
        cells=cells,
        table=row.table,
        spans=row.header_spans,
        aligns=row.aligns,
    )


def _clause(clause: Clause, section: int, depth: int, place: int) -> Unit:
    """Return a clause as a unit."""
    pieces = _pieces(clause.inlines)
    cells = tuple([_pieces(cell) for cell in clause.cells]) if clause.cells else ()
    text = " | ".join(map(plain_text, cells)) if cells else plain_text(pieces)
    # Positional, because naming the fields of so many units takes twice as long.
    return Unit(
        Part.CLAUSE,
        place,
        text,
        clause.lines,
        clause.kind,
        clause.number,
        clause.label,
        clause.id,
        depth,
        section,
        pieces,
        cells,
        min(len(clause.ordinal) + 1, len(text)) if clause.ordinal else 0,
        clause.ordered,
        clause.quoted,
        clause.table,
        clause.spans,
    )


def _mark_typed_numbers(row: list[Unit]) -> list[Unit]:
    """Return the units, each with the length of its typed number, if it has one.

    The reader has already decided this for the items of a numbered list. But a list that
    starts at 15 and goes on from no other list may be words: "15. school days".
    """
    _keep_numbers_as_words(row)
    hits = [
        (unit.place, hit)
        for unit in row
        if not unit.cells and not unit.ordered and (hit := _TYPED.match(unit.text))
    ]
    numbers = {_number(hit) for _, hit in hits}
    for place, hit in hits:
        if _continues_sequence(_number(hit), numbers):
            row[place] = row[place]._replace(typed=hit.end())
    for place, unit in enumerate(row):
        if not (unit.cells or unit.typed) and (end := _end_of_name(unit)):
            row[place] = unit._replace(typed=end)
    return row


def _end_of_name(unit: Unit) -> int:
    """Return where the name and number of a heading or clause end; 0 if it has none."""
    pattern = _NAMED_HEADING if unit.part in _HEADINGS else _NAMED
    hit = pattern.match(unit.text)
    return hit.end() if hit else 0


def _keep_numbers_as_words(row: list[Unit]) -> None:
    """Let the numbers of a list count as words if it neither starts at 1 nor goes on."""
    before: set[int] = set()
    goes_on = False
    for place, unit in enumerate(row):
        number = unit.text[: unit.typed].strip(" .)")
        if not (unit.ordered and number.isdecimal()):
            goes_on = goes_on and bool(unit.level)
            continue
        goes_on = goes_on or int(number) <= 1 or int(number) - 1 in before
        if goes_on:
            before.add(int(number))
        else:
            row[place] = unit._replace(typed=0)


def _number(hit: re.Match[str]) -> str:
    """Return the number that an author typed."""
    return hit[1] or hit[2] or hit[3] or hit[4]


def _continues_sequence(number: str, numbers: set[str]) -> bool:
    """Return whether `number` is a first number, or the one before it was typed too.

    A lone "2.5" is no clause number, and neither are initials.
    """
    head, _, last = number.rpartition(".")
    if last.isupper() and last > "A":
        return chr(ord(last) - 1) in numbers
    if last in ("1", "A") or not last.isdigit():
        return True
    if head and sum(other.rpartition(".")[0] == head for other in numbers) >= _FEW_OF_A_HEAD:
        return True
    return f"{head}{'.' if head else ''}{int(last) - 1}" in numbers
