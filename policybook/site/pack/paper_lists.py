"""The lists of a governors' pack on paper: what comes before the changes, and what comes after.

An entry that has no room before the changes comes after them. No entry is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from policybook.analysis.affected_readers import AffectedReader
from policybook.site.pack.room import FittedList, PackLine
from policybook.site.pack.types import GovernorsPack
from policybook.site.pdf.frame import Node
from policybook.site.pdf.inlines import Piece
from policybook.site.redline_page import pdf_nodes as nodes

#: A reader's line has the numbers of so many rules. The changes have the others.
_MOST_NUMBERS = 6
#: The heading of the entries that come after the changes.
REST = "The rest of the lists"


class PackList(NamedTuple):
    """A list by its name in `room`: its heading, and the words for no entry."""

    name: str
    title: str
    otherwise: str = ""


SUMMARY = PackList("summary", "The school’s summary of the changes")
STORY = PackList("story", "What to look at")
REMOVED = PackList("removed", "Taken out", "No whole rule was removed.")
AFFECTED = PackList("affected", "Who is affected")
QUESTIONS = PackList("questions", "Open points", "There are no open points.")
LAW = PackList("law", "Law and names out of date")
REVIEWS = PackList("reviews", "Overdue reviews", "No review of another policy is overdue.")
_ALL = (SUMMARY, STORY, REMOVED, AFFECTED, QUESTIONS, LAW, REVIEWS)


def list_entries(pack: GovernorsPack) -> dict[str, Sequence[PackLine]]:
    """Return the entries of each list, the most important first."""
    return {
        "summary": [[nodes.plain_piece(words)] for words in pack.summary],
        "story": [*_new_sections(pack), *map(nodes.story_line, pack.story.lines)],
        "affected": list(_affected_lines(pack.affected)),
        "removed": [nodes.story_line(replace(row, name="")) for row in pack.story.removed],
        "questions": [nodes.point_line(number, words) for number, words in pack.questions],
        "law": [
            [
                nodes.strong_piece(note.number or "Heading"),
                nodes.plain_piece(
                    f" {'Out of date' if note.weighs else 'To check'}: {note.description}"
                ),
            ]
            for note in pack.law
        ],
        "reviews": [
            [nodes.strong_piece(review.title), nodes.plain_piece(f": {review.words}")]
            for review in (row.days[0].value for row in pack.reviews)
            if review
        ],
    }


def first_entries(of: PackList, fitted: Mapping[str, FittedList]) -> Iterator[Node]:
    """Yield the entries that fit, and the sheet with the others; or what holds without any."""
    entries = fitted[of.name]
    if not entries.shown and not entries.rest:
        if of.otherwise:
            yield nodes.paragraph(of.otherwise)
        return
    if entries.shown:
        yield nodes.statements(entries.shown)
    if entries.rest:
        count = len(entries.rest)
        words = f"And {count} more, on page " if entries.shown else f"{count} of them, on page "
        sheet: Piece = {"mark": "sheet", "id": _anchor(of)}
        yield {"kind": "words", "pieces": [words, sheet, f", under “{REST}”."]}


def rest_of_lists(fitted: Mapping[str, FittedList]) -> Iterator[Node]:
    """Yield the entries that have no room before the changes, under their headings."""
    rests = [of for of in _ALL if fitted[of.name].rest]
    if rests:
        yield nodes.heading_node(1, REST)
    for of in rests:
        yield {**nodes.heading_node(2, of.title), "id": _anchor(of)}
        yield nodes.statements(fitted[of.name].rest)


def rest_anchors() -> list[str]:
    """Return the ids to which `first_entries` may lead."""
    return [_anchor(of) for of in _ALL]


def _anchor(of: PackList) -> str:
    return f"rest-{of.name}"


def _new_sections(pack: GovernorsPack) -> Iterator[PackLine]:
    sections = pack.story.sections
    if sections:
        links: list[PackLine] = [
            [*nodes.jump(row.count, row.place), nodes.plain_piece(f" ({row.words})")]
            for row in sections
        ]
        noun = "New sections: " if len(sections) > 1 else "New section: "
        yield [nodes.strong_piece(noun), *_joined(links, "; ")]


def _affected_lines(readers: Sequence[AffectedReader]) -> Iterator[PackLine]:
    """Yield a line for each reader with several rules, and one for all with a single rule."""
    alone = [reader for reader in readers if len(reader.changes) == 1]
    alone = alone if len(alone) > 1 else []
    for reader in readers:
        if reader not in alone:
            yield _reader_line(reader)
    if alone:
        lines = [_reader_line(reader) for reader in alone]
        yield [nodes.strong_piece("In one rule each: "), *_joined(lines, "; ")]


def _reader_line(reader: AffectedReader) -> PackLine:
    links: list[PackLine] = [nodes.jump(*change) for change in reader.changes[:_MOST_NUMBERS]]
    if more := len(reader.changes[_MOST_NUMBERS:]):
        links.append([f"and {more} more"])
    name = nodes.strong_piece(reader.who[:1].upper() + reader.who[1:])
    return [name, f" ({_effect_on(reader)}): ", *_joined(links)]


def _effect_on(reader: AffectedReader) -> str:
    """Return what the changes ask of somebody, and what they ask no longer."""
    lost = f"no longer: {reader.lost}" if reader.lost else ""
    return "; ".join(filter(None, (reader.duties, lost)))


def _joined(parts: Sequence[PackLine], sign: str = ", ") -> Iterator[Piece]:
    for place, part in enumerate(parts):
        if place:
            yield sign
        yield from part
