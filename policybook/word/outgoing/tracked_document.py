"""Write a redline as a Word file with tracked insertions, deletions and moves.

Accepting all changes gives the new text, and rejecting all gives the old one.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from policybook.model import Version, timeline
from policybook.redline import Part, Redline, Unit
from policybook.word.outgoing.drawings import Pictures
from policybook.word.outgoing.merged_order import Place, merge
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
from policybook.word.outgoing.paragraph_forms import ParagraphForm, form_elements
from policybook.word.outgoing.run_text import (
    Href,
    TextWriter,
    TrackedText,
    compare_sides,
    one_side,
    plain_words,
    web_only,
)
from policybook.word.outgoing.table_forms import (
    RowShape,
    TableShapes,
    cell_element,
    row_element,
    table_element,
)
from policybook.word.outgoing.tracked_lines import TrackedLine, label_stretches, tracked_lines
from policybook.word.outgoing.xml_parts import OLD_ONLY, Element, Revisions, Track, make, set_value


def redline_file(
    changes: Redline,
    *,
    author: str,
    language: str = "en-GB",
    href: Href = web_only,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the redline as a .docx. `author` is a body, such as the school, never a person.

    `href` turns the target of a link into an address, and `pictures` are by their targets
    in the text. Never raises, whatever the texts are.
    """
    old, new = changes.old, changes.new
    day, relations = timeline.changed_on(new), Relations()
    header, footer = relations.add("header", "header.xml"), relations.add("footer", "footer.xml")
    writer = _RedlineWriter(
        changes,
        Revisions(author=author, day=day),
        relations,
        href,
        Pictures(pictures or {}, relations.picture),
        (header, footer),
    )
    body = list(writer.body())
    between = f"Changes from version {old.name} to version {new.name}"
    facts = DocumentFacts(
        title=f"{new.facts.title}: {between[0].lower()}{between[1:]}",
        author=author,
        language=new.facts.language or language,
        day=day,
        subject=f"Version {new.name}",
    )
    return make_package(
        facts,
        [*body, section_properties(header, footer)],
        relations,
        header=header_part(f"{new.facts.title}  ·  {between}"),
        footer=footer_part(author),
    )


class _RedlineWriter:
    """Writes the paragraphs and tables of a redline."""

    def __init__(
        self,
        changes: Redline,
        revisions: Revisions,
        relations: Relations,
        href: Href,
        pictures: Pictures,
        sheet: tuple[str, str],
    ) -> None:
        self._changes, self._revisions, self._sheet = changes, revisions, sheet
        self._text = TextWriter(revisions, relations.link, href, pictures)
        self._tables = TableWriter(changes.old, changes.new, self._text, revisions)

    def body(self) -> Iterator[Element]:
        """Yield the title, and everything in the merged row."""
        yield from self._paragraph(self._title())
        after_table = is_across = False
        for table, group in groupby(merge(self._changes), key=lambda place: place.table):
            places = list(group)
            is_wide = table is not None and self._tables.is_wide(places[0])
            if is_wide is not is_across:
                yield section_break(*self._sheet, across=is_across)
                after_table, is_across = False, is_wide
            if table is not None:
                if after_table:
                    yield separator()
                yield self._tables.table(places)
                after_table = True
                continue
            for place in places:
                for line in tracked_lines(place):
                    yield from self._paragraph(line)
            # A paragraph that goes does not keep two tables apart.
            after_table = after_table and all(place.track is not Track.NONE for place in places)
        if is_across:
            yield section_break(*self._sheet, across=True)
        yield separator()

    def _title(self) -> TrackedLine:
        fact = next((fact for fact in self._changes.facts if fact.name == "title"), None)
        line = TrackedLine(form=ParagraphForm("Title"))
        if fact is None:
            line.stretches = [plain_words(self._changes.new.facts.title)]
        else:
            line.stretches = [s for run in fact.runs for s in compare_sides(run)]
        return line

    def _paragraph(self, line: TrackedLine) -> Iterator[Element]:
        """Yield a paragraph, with the end of its move after it."""
        properties = [*form_elements(line.form)]
        if line.mark is not Track.NONE:
            properties.append(make("w:rPr", None, self._revisions.mark(line.mark)))
        if line.old_form is not None:
            was = make("w:pPr", None, *form_elements(line.old_form))
            properties.append(self._revisions.mark("w:pPrChange", was))
        inside = [make("w:pPr", None, *properties)]
        end: list[Element] = []
        if line.move:
            start, stop = self._revisions.move_range(line.mark, line.move)
            inside.append(start)
            end.append(stop)
        yield make("w:p", None, *inside, *self._text.runs(line.stretches))
        yield from end


class TableWriter:
    """Writes the tables of a redline. It looks up the spans of the cells of both versions."""

    def __init__(self, old: Version, new: Version, text: TextWriter, revisions: Revisions) -> None:
        self._old, self._new = TableShapes(old), TableShapes(new)
        self._text, self._revisions = text, revisions

    def table(self, places: Sequence[Place]) -> Element:
        """Return a table. Rows that only one version has are tracked whole."""
        shapes = [self._shape(place) for place in places]
        widths = self._widths(places[0])
        rows = [
            self._row(place, shape, widths) for place, shape in zip(places, shapes, strict=True)
        ]
        return table_element(widths, rows)

    def is_wide(self, place: Place) -> bool:
        """Return whether the table of a row needs a sheet across."""
        shapes, table = self._table_of(place)
        return shapes.is_wide(table)

    def _widths(self, place: Place) -> list[int]:
        """Return the widths of the columns, those of the new version if it has the table."""
        shapes, table = self._table_of(place)
        return shapes.widths(table, across=shapes.is_wide(table))

    def _table_of(self, place: Place) -> tuple[TableShapes, int]:
        """Return a row's table and the shapes of its version, the new one if it has the table."""
        old, new = place.table or (None, None)
        return (self._old, old or 0) if new is None else (self._new, new)

    def _shape(self, place: Place) -> RowShape:
        """Return which columns each cell of the row takes."""
        if place.unit is not None and place.track in OLD_ONLY:
            return self._old.shape(place.unit)
        return self._new.shape(place.unit or place.change.new[0])

    def _row(self, place: Place, shape: RowShape, widths: Sequence[int]) -> Element:
        """Return a row. Its number stands before the words of its first cell."""
        texts = dict(_cell_texts(place))
        texts[0] = [*_label(place), *texts.get(0, ())]
        header = place.change.part is Part.HEADER
        cells = [
            self._cell(
                [stretch for column in span.columns for stretch in texts.get(column, ())],
                place.track,
                span.properties,
                header,
            )
            for span in shape.cells(widths)
        ]
        tracked = (
            [self._revisions.mark(_of_row(place.track))] if place.track is not Track.NONE else []
        )
        return row_element(cells, tracked, is_header=header)

    def _cell(
        self,
        stretches: Sequence[TrackedText],
        track: Track,
        properties: Sequence[Element],
        header: bool,
    ) -> Element:
        form = [set_value("w:pStyle", "TableHeading" if header else "TableText")]
        if track is not Track.NONE:
            form.append(make("w:rPr", None, self._revisions.mark(_of_row(track))))
        paragraph = make("w:p", None, make("w:pPr", None, *form), *self._text.runs(stretches))
        return cell_element(properties, [paragraph])


def _of_row(track: Track) -> Track:
    """Return how Word tracks a row: it knows no moved rows."""
    return Track.REMOVED if track in OLD_ONLY else Track.ADDED


def _cell_texts(place: Place) -> Iterator[tuple[int, list[TrackedText]]]:
    """Yield each column with its text, as far as this place shows it."""
    is_old = place.track in OLD_ONLY
    for cell in place.change.cells:
        column = cell.old if is_old else cell.new
        if column is None:
            continue
        if place.unit is None:
            yield column, [stretch for run in cell.runs for stretch in compare_sides(run)]
        else:
            track = _of_row(place.track)
            sides = (run.old if is_old else run.new for run in cell.runs)
            yield column, [stretch for pieces in sides for stretch in one_side(pieces, track)]


def _label(place: Place) -> list[TrackedText]:
    """Return the number of a row, tracked where it differs."""
    unit: Unit | None = place.unit
    if unit is None:
        return label_stretches(place.change.old[0], place.change.new[0])
    is_old = place.track in OLD_ONLY
    return label_stretches(unit if is_old else None, None if is_old else unit, _of_row(place.track))
