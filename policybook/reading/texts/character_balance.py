"""Compare the characters of a source with those of its clauses: none may be lost or altered.

The source, less the marks that Markdown consumes, must be the words of the titles,
headings and clauses, in order. White space does not count. What a mark is, this module
decides from the characters and from the lines of the clauses. It uses no words that the
Markdown reader gave, so that it notices a fault of the reader.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from policybook.model import Clause, Group, Inline, Section, Version
from policybook.reading.texts.clause_numbers import shown_inlines, shows_ordinal
from policybook.reading.texts.cover_block import list_shown_lines
from policybook.reading.texts.source_marks import SourceReading, squeeze

#: Gives what comes before the words of a heading or clause.
Shown = Callable[[Section | Group | Clause], str]
_NUMBERED = re.compile(r"^(?:[\s>]|[-*+]\s)*(\d{1,9}[.)])(?=\s|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imbalance:
    """The first place where a source and its words differ.

    `line` is the line in the file. `source` and `words` are what comes next in each.
    """

    line: int
    source: str
    words: str


def find_imbalance(version: Version) -> Imbalance | None:
    """Return where the source of `version` and its words first differ, or None.

    A text that is too long or too deep to read has a finding of its own.
    """
    if version.too_long is not None or version.too_deep is not None:
        return None
    words = squeeze("".join(_whole_text(version)))
    source = version.text.replace("\0", "\ufffd")
    rows = {
        line - version.body_line: len(row.cells)
        for row in _walk_clauses(version)
        if row.table
        for line in range(max(1, row.lines[0] - 2), row.lines[1])
    }
    repeats = frozenset(_find_repeats(version))
    reading = SourceReading(source, words, rows, repeats)
    if reading.fits():
        return None
    place, position = reading.furthest
    return Imbalance(
        line=source.count("\n", 0, place) + version.body_line,
        source=" ".join(source[place : place + 60].split()),
        words=words[position : position + 40],
    )


def characters(sections: Sequence[Section], *, has_labels: bool = False) -> str:
    """Return the words of all headings and clauses as a page shows them, without white space.

    The header of a table is there once, before its first row. A typed number that the label
    has is left out (`clause_numbers`). With `has_labels`, each label is before its words.
    """
    show = _show_label if has_labels else _show_nothing
    return squeeze("".join(words for _, words in _section_words(sections, show)))


def typed_characters(sections: Sequence[Section]) -> str:
    """Return the words of all headings and clauses with every typed number."""
    return squeeze("".join(words for _, words in _section_words(sections, _show_typed)))


def _whole_text(version: Version) -> Iterator[str]:
    """Yield the words of a version in the order of its source, with its `#` headings."""
    rows = [
        *version.titles,
        *_cover_words(version.cover_lines),
        *_section_words(version.sections, _show_typed),
    ]
    if version.titles:
        rows.sort(key=lambda row: row[0])
    return (words for _, words in rows)


def cover_characters(version: Version) -> str:
    """Return the words of the lines of a printed cover that a page shows, without white space."""
    return squeeze("".join(words for _, words in _cover_words(list_shown_lines(version))))


def _cover_words(lines: Sequence[Clause]) -> Iterator[tuple[int, str]]:
    """Yield the line and words of each line of a printed cover."""
    table = 0
    for clause in lines:
        yield from _clause_words(clause, table)
        table = clause.table


def _section_words(sections: Sequence[Section], show: Shown) -> Iterator[tuple[int, str]]:
    """Yield the line and words of each heading, table header and clause.

    `show` gives what comes before the words.
    """
    for section in sections:
        if section.number:
            yield section.lines[0], show(section) + inline_words(section.inlines)
        table = 0
        for part in section.parts:
            if isinstance(part, Group):
                yield part.lines[0], show(part) + inline_words(part.inlines)
                table = 0
            else:
                yield from _clause_words(part, table, show)
                table = part.table


def _show_nothing(part: Section | Group | Clause) -> str:
    return ""


def _show_typed(part: Section | Group | Clause) -> str:
    """Return the typed number that is in the label and not among the words."""
    if isinstance(part, Clause) and shows_ordinal(part):
        return part.ordinal
    return part.typed


def _show_label(part: Section | Group | Clause) -> str:
    """Return the number that a page shows beside the words."""
    return part.number if isinstance(part, Group) else part.label


def _clause_words(
    clause: Clause, table: int, show: Shown = _show_nothing
) -> Iterator[tuple[int, str]]:
    """Yield the words of a clause and of those inside it. `table` is that of the row before."""
    if clause.table:
        if clause.table != table:
            yield clause.lines[0], "".join(map(inline_words, clause.header))
        yield clause.lines[0], show(clause) + "".join(map(inline_words, clause.cells))
    else:
        yield clause.lines[0], show(clause) + inline_words(shown_inlines(clause))
    inner = 0
    for child in clause.children:
        yield from _clause_words(child, inner, show)
        inner = child.table


def inline_words(inlines: Sequence[Inline]) -> str:
    """Return the words of `inlines`. A picture is its alternative text."""
    return "".join(
        inline_words(piece.children) if piece.children else piece.text for piece in inlines
    )


def _walk_clauses(version: Version) -> Iterator[Clause]:
    """Yield all clauses, in no order."""
    parts = (part for section in version.sections for part in section.parts)
    waiting = [*version.cover_lines, *(part for part in parts if isinstance(part, Clause))]
    while waiting:
        clause = waiting.pop()
        yield clause
        waiting += clause.children


def _find_repeats(version: Version) -> Iterator[int]:
    """Yield the lines, from 0, of items whose number is a mark: others have the same number."""
    if not _NUMBERED.search(version.text):
        return
    lines = version.text.split("\n")
    places: dict[str, list[int]] = {}
    for clause in _walk_clauses(version):
        place = clause.lines[0] - version.body_line
        match = _NUMBERED.search(lines[place]) if clause.ordered else None
        if match and not f"{clause.typed}{clause.text}".startswith(match[1]):
            places.setdefault(match[1], []).append(place)
    for repeats in places.values():
        if len(repeats) > 1:
            yield from repeats
