"""Match the paragraphs of a reply with the parts of the draft that it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policybook.model import Clause, ClauseKind, Group, Version
from policybook.reading.texts import markdown, version_words
from policybook.word.incoming.reply.reply_file import ReplyParagraph
from policybook.word.incoming.word_count import split_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftUnit:
    """A text of the draft: a heading, a clause, or a cell of a row.

    `start` and `end` are its own lines in the file, from 1, without those of its items.
    `cell` is the column of a cell, or -1. `marked` is the text with the marks of its notes.
    """

    id: str
    label: str
    text: str
    marked: str
    start: int
    end: int
    cell: int = -1
    is_heading: bool = False
    is_item: bool = False
    is_note: bool = False


def list_units(version: Version) -> list[DraftUnit]:
    """Return the texts of a draft in reading order."""
    return [unit for unit in _walk(version) if unit.text.strip()]


def _walk(version: Version) -> Iterator[DraftUnit]:
    for line in version.cover_lines:
        yield from _units_of(line)
    for section in version.sections:
        if section.title:
            yield _heading(section.id, section.label, section.title, section.lines)
        for part in section.parts:
            if isinstance(part, Group):
                yield _heading(part.id, part.number, part.text, part.lines)
            else:
                yield from _units_of(part)


def _heading(name: str, label: str, text: str, lines: tuple[int, int]) -> DraftUnit:
    start = lines[0]
    return DraftUnit(
        id=name, label=label, text=text, marked=text, start=start, end=start + 1, is_heading=True
    )


def _units_of(clause: Clause) -> Iterator[DraftUnit]:
    start, end = clause.lines
    if clause.children:
        end = min(end, clause.children[0].lines[0])
    for place, cell in enumerate(clause.cells):
        yield DraftUnit(
            id=clause.id,
            label="",
            text=version_words.words_without_notes(cell),
            marked=markdown.plain_text(cell),
            start=start,
            end=end,
            cell=place,
        )
    if not clause.cells:
        yield DraftUnit(
            id=clause.id,
            label=clause.label,
            text=version_words.words_without_notes(clause.inlines) or clause.text,
            marked=clause.text,
            start=start,
            end=end,
            is_item=clause.kind is ClauseKind.ITEM,
            is_note=clause.kind in (ClauseKind.NOTE, ClauseKind.CODE),
        )
    for child in clause.children:
        yield from _units_of(child)


def match_units(
    units: Sequence[DraftUnit], paragraphs: Sequence[ReplyParagraph]
) -> dict[str, DraftUnit]:
    """Return the unit of each paragraph by its name. Only equal words match, and in order."""
    places: dict[str, list[int]] = {}
    for place, unit in enumerate(units):
        for text in (unit.text, unit.marked):
            for key in (make_key(text), make_key(f"{unit.label} {text}")):
                if place not in places.setdefault(key, []):
                    places[key].append(place)
    matched: dict[str, DraftUnit] = {}
    used: set[int] = set()
    last = -1
    for entry in paragraphs:
        free = [n for n in places.get(make_key(entry.paragraph.text), ()) if n not in used]
        if free:
            last = next((n for n in free if n > last), free[0])
            used.add(last)
            matched[entry.name] = units[last]
    return matched


def make_key(text: str) -> str:
    """Return the words of a text, by which it is known again."""
    return " ".join(split_words(text))
