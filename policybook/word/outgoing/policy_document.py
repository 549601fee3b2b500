"""Write a version as an accessible Word file: headings, lists, notes, tables, links, pictures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from policybook.model import ClauseKind, Mark, Version, timeline
from policybook.reading.texts.cover_block import is_mark
from policybook.redline import Part, Unit
from policybook.redline.units import read_units
from policybook.word.outgoing.drawings import Pictures
from policybook.word.outgoing.footnotes import Footnotes
from policybook.word.outgoing.package import (
    DocumentFacts,
    Relations,
    footer_part,
    header_part,
    make_package,
    section_break,
    section_properties,
    separator,
)
from policybook.word.outgoing.paragraph_forms import (
    ListNumbers,
    ParagraphForm,
    clause_form,
    form_elements,
    heading_form,
    paragraph_form,
)
from policybook.word.outgoing.run_text import (
    Href,
    TextWriter,
    TrackedText,
    one_side,
    plain_words,
    web_only,
)
from policybook.word.outgoing.table_forms import (
    RowShape,
    TableShapes,
    cell_element,
    facts_table,
    row_element,
    table_element,
)
from policybook.word.outgoing.xml_parts import (
    Element,
    Revisions,
    Track,
    fill,
    make,
    paragraph,
    set_value,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSheet:
    """What stands before the text: words that are ready to read.

    `notice` says that a text is a draft, or is not in force, and `badge` says it in a word or
    two at the head of each sheet. Both are empty for a text in force.
    `facts` are labels and values. `cover_lines` names the lines of a printed cover.
    """

    school: str
    title: str
    version: str
    notice: str = ""
    badge: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    language: str = "en-GB"
    cover_lines: str = "From the cover of the printed document"


def policy_file(
    version: Version,
    cover: CoverSheet,
    *,
    href: Href = web_only,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a version as a .docx. Every number is the site's. Never raises.

    `href` turns the target of a link into an address, or into `#` and the id of a clause.
    """
    relations, note_relations = Relations(), Relations()
    writer = _PolicyWriter(version, href, pictures or {}, relations, note_relations)
    header, footer = relations.add("header", "header.xml"), relations.add("footer", "footer.xml")
    body = [*_cover(cover), *writer.body(cover.cover_lines)]
    named = (cover.title, f"Version {cover.version}", *([cover.badge] if cover.badge else []))
    return make_package(
        DocumentFacts(
            title=cover.title,
            author=cover.school,
            language=cover.language,
            day=timeline.changed_on(version),
            subject=f"Version {cover.version}",
        ),
        [*body, section_properties(header, footer)],
        relations,
        note_relations,
        header=header_part("  ·  ".join(named)),
        footer=footer_part(cover.school),
        numbering=fill("numbering"),
        footnotes=writer.notes_part(),
    )


def _cover(cover: CoverSheet) -> Iterator[Element]:
    """Yield the title, the notice and the table of facts."""
    yield paragraph("Title", cover.title)
    yield paragraph("Subtitle", f"{cover.school}  ·  Version {cover.version}")
    if cover.notice:
        yield paragraph("Notice", cover.notice)
    if cover.facts:
        yield facts_table(cover.facts)
        yield separator()


class _PolicyWriter:
    """Writes the units of a version in their order."""

    def __init__(
        self,
        version: Version,
        href: Href,
        pictures: Mapping[str, bytes],
        relations: Relations,
        note_relations: Relations,
    ) -> None:
        units = read_units(version)
        self._version, self._shapes, self._numbers = version, TableShapes(version), ListNumbers()
        notes = _called_notes(units)
        in_notes = {unit.place for group in notes.values() for unit in group}
        self._units = [unit for unit in units if unit.place not in in_notes]
        self._notes, self._places = Footnotes(notes), _places(units, href)
        self._deepest = 0
        self._sheet = relations.add("header", "header.xml"), relations.add("footer", "footer.xml")

        def address(target: str) -> str | None:
            found = href(target) or ""
            place = self._places.get(found[1:]) if found.startswith("#") else None
            return f"#{place}" if place else web_only(found)

        nobody = Revisions(author="", day=timeline.changed_on(version))
        shown = Pictures(pictures, relations.picture)
        none = Pictures({}, note_relations.picture)
        self._text = TextWriter(nobody, relations.link, address, shown, self._notes.reference)
        self._note_text = TextWriter(nobody, note_relations.link, address, none)

    def body(self, cover_lines: str) -> Iterator[Element]:
        """Yield everything in the text. `cover_lines` names the lines of a printed cover."""
        named, title = False, _folded(self._version.facts.title)
        for table, group in groupby(self._units, key=lambda unit: unit.table):
            if table:
                yield from self._table(list(group))
                continue
            for unit in group:
                if unit.part is Part.TITLE and _folded(unit.text) == title:
                    continue  # it is the title of the file already
                if unit.part is Part.COVER and not named:
                    if not is_mark(unit.text):
                        yield paragraph("CoverName", cover_lines)
                    named = True
                yield self._paragraph(unit)

    def notes_part(self) -> Element:
        """Return the notes to which the text refers. Ask after the body."""
        return self._notes.part(self._note_text)

    def _paragraph(self, unit: Unit) -> Element:
        style, *indents = form_elements(self._form(unit))
        number, typed = self._number(unit)
        text = self._text.runs([*typed, *one_side(unit.pieces, Track.NONE)])
        properties = make("w:pPr", None, style, *number, *indents)
        return make("w:p", None, properties, *self._placed(unit, text))

    def _number(self, unit: Unit) -> tuple[list[Element], list[TrackedText]]:
        """Return the number of a unit: as a property of the paragraph, or as its first words."""
        if not unit.label:
            return [], []
        number = self._numbers.properties(unit)
        return ([number], []) if number else ([], [plain_words(unit.label, is_number=True)])

    def _form(self, unit: Unit) -> ParagraphForm:
        """Return the form of a paragraph. No heading skips a level."""
        if unit.part is Part.CLAUSE:
            return clause_form(unit.kind, unit.level, unit.label, is_quoted=unit.quoted)
        if unit.part is Part.SECTION:
            self._deepest = 1
            return heading_form(1, has_number=bool(unit.label))
        if unit.part is Part.GROUP:
            self._deepest = min(self._deepest + 1, unit.level - 1)
            return heading_form(self._deepest, has_number=bool(unit.label))
        return paragraph_form(unit)

    def _placed(self, unit: Unit, runs: Iterator[Element]) -> Iterator[Element]:
        """Yield the runs, inside a bookmark if a link leads to the unit."""
        place = self._places.get(unit.id)
        facts = {"w:id": str(unit.place)}
        if place:
            yield make("w:bookmarkStart", {**facts, "w:name": place})
        yield from runs
        if place:
            yield make("w:bookmarkEnd", facts)

    def _table(self, units: Sequence[Unit]) -> Iterator[Element]:
        """Yield a table, on a sheet across if it is wide."""
        shapes = [self._shapes.shape(unit) for unit in units]
        is_wide = self._shapes.is_wide(units[0].table)
        widths = self._shapes.widths(units[0].table, across=is_wide)
        rows = [self._row(unit, shape, widths) for unit, shape in zip(units, shapes, strict=True)]
        if is_wide:
            yield section_break(*self._sheet, across=False)
        yield table_element(widths, rows)
        yield section_break(*self._sheet, across=True) if is_wide else separator()

    def _row(self, unit: Unit, shape: RowShape, widths: Sequence[int]) -> Element:
        """Return a row, with its number in its first cell that does not go on from above."""
        is_header = unit.part is Part.HEADER
        number, typed = self._number(unit)
        cells: list[Element] = []
        for span in shape.cells(widths):
            pieces = [p for c in span.columns if c < len(unit.cells) for p in unit.cells[c]]
            text = one_side(pieces, Track.NONE)
            inside = self._text.runs([*typed, *text] if not span.goes_on else text)
            style = set_value("w:pStyle", "TableHeading" if is_header else "TableText")
            own = number if not span.goes_on else []
            indent = [make("w:ind", {"w:left": "0", "w:firstLine": "0"})] if own else []
            properties = make("w:pPr", None, style, *own, *indent)
            runs = self._placed(unit, inside) if not cells else inside
            cells.append(cell_element(span.properties, [make("w:p", None, properties, *runs)]))
            if not span.goes_on:
                number, typed = [], []
        return row_element(cells, is_header=is_header)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _targets(units: Sequence[Unit]) -> list[str]:
    """Return the target of each link, each once, in the order of the text."""
    pieces = (p for unit in units for part in (unit.pieces, *unit.cells) for p in part)
    wraps = (w for piece in pieces for w in piece.wraps if w.mark is Mark.LINK)
    return list(dict.fromkeys(wrap.target for wrap in wraps))


def _called_notes(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """Return the units of each note to which the text refers. Another stays in its place."""
    targets = set(_targets([unit for unit in units if unit.kind is not ClauseKind.NOTE]))
    notes: dict[str, list[Unit]] = {}
    current: list[Unit] | None = None
    for unit in units:
        if unit.kind is ClauseKind.NOTE:
            current = [] if f"#{unit.id}" in targets else None
            if current is not None:
                notes[unit.id] = current
        elif unit.part is not Part.CLAUSE or unit.level == 0:
            current = None
        if current is not None:
            current.append(unit)
    return notes


def _places(units: Sequence[Unit], href: Href) -> dict[str, str]:
    """Return a bookmark for the id of each unit to which a link of the text leads."""
    ids = {unit.id for unit in units if unit.id}
    found = [address[1:] for t in _targets(units) if (address := href(t) or "").startswith("#")]
    return {name: f"place{n}" for n, name in enumerate(found, 1) if name in ids}
