"""Turn the rows of one table in the merged row into a Word table with tracked rows."""

from collections.abc import Iterator, Sequence

from policybook.model import Version
from policybook.redline import Part, Run, Unit
from policybook.word.outgoing.merged_order import Place
from policybook.word.outgoing.revisions import OLD_ONLY, Revisions, Track
from policybook.word.outgoing.run_text import (
    TextWriter,
    TrackedText,
    compare_sides,
    one_side,
)
from policybook.word.outgoing.table_forms import (
    RowShape,
    TableShapes,
    cell_element,
    row_element,
    table_element,
)
from policybook.word.outgoing.tracked_lines import label_stretches
from policybook.word.outgoing.xml_parts import Element, make, set_value


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
        texts = list(_cell_texts(place)) or [[]]
        texts[0][:0] = _label(place)
        header = place.change.part is Part.HEADER
        cells = [
            self._cell(
                [stretch for column in span.columns for stretch in _at(texts, column)],
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


def _at(texts: Sequence[list[TrackedText]], column: int) -> list[TrackedText]:
    """Return the text of a column; nothing where the row is shorter."""
    return texts[column] if column < len(texts) else []


def _cell_texts(place: Place) -> Iterator[list[TrackedText]]:
    """Yield the text of each column, as far as this place shows it."""
    is_old = place.track in OLD_ONLY
    cells: dict[int, tuple[Run, ...]] = {}
    for cell in place.change.cells:
        column = cell.old if is_old else cell.new
        if column is not None:
            cells[column] = cell.runs
    for column in range(max(cells, default=-1) + 1):
        runs = cells.get(column, ())
        if place.unit is None:
            yield [stretch for run in runs for stretch in compare_sides(run)]
        else:
            track = _of_row(place.track)
            sides = (run.old if is_old else run.new for run in runs)
            yield [stretch for pieces in sides for stretch in one_side(pieces, track)]


def _label(place: Place) -> list[TrackedText]:
    """Return the number of a row, tracked where it differs."""
    unit: Unit | None = place.unit
    if unit is None:
        return label_stretches(place.change.old[0], place.change.new[0])
    is_old = place.track in OLD_ONLY
    return label_stretches(unit if is_old else None, None if is_old else unit, _of_row(place.track))
