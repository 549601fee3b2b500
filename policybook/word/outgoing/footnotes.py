"""Put the notes of a policy at the foot of the sheet, each where the text refers to it."""

from collections.abc import Mapping, Sequence

from policybook.redline import Unit
from policybook.word.outgoing.run_text import TextWriter, one_side
from policybook.word.outgoing.xml_parts import Element, Track, fill, make, make_text, set_value

_MARK = make("w:rPr", None, set_value("w:rStyle", "FootnoteReference"))


class Footnotes:
    """The notes of one file. Each entry of `notes` has the units of a note, by its id."""

    def __init__(self, notes: Mapping[str, Sequence[Unit]]) -> None:
        self._notes = notes
        self._order: dict[str, int] = {}
        self._counted = 0
        self._own_mark: dict[str, str] = {}

    def reference(self, target: str) -> Element | None:
        """Return the mark of a note in the text. Return None if the target is no note.

        Word counts the notes itself. A note with another mark, or a second reference to a
        note, has its mark as words.
        """
        name = target.removeprefix("#")
        if not target.startswith("#") or name not in self._notes:
            return None
        label = self._notes[name][0].label.strip("[]")
        if name in self._order:
            return make("w:r", None, _MARK, make_text("w:t", label))
        number = self._order[name] = len(self._order) + 1
        facts = {"w:id": str(number)}
        if label == str(self._counted + 1):
            self._counted += 1
            return make("w:r", None, _MARK, make("w:footnoteReference", facts))
        self._own_mark[name] = label
        facts = {"w:customMarkFollows": "1", **facts}
        reference = make("w:footnoteReference", facts)
        return make("w:r", None, _MARK, reference, make_text("w:t", label))

    def part(self, text: TextWriter) -> Element:
        """Return the part with all notes to which the text refers."""
        notes: list[Element] = []
        for name, number in self._order.items():
            units = self._notes[name]
            paragraphs = [self._paragraph(name, units[0], text, is_first=True)]
            paragraphs += [self._paragraph(name, u, text, is_first=False) for u in units[1:]]
            notes.append(make("w:footnote", {"w:id": str(number)}, *paragraphs))
        return fill("footnotes", notes="".join(notes))

    def _paragraph(self, name: str, unit: Unit, text: TextWriter, *, is_first: bool) -> Element:
        """Return a paragraph of a note; the first starts with the mark."""
        style = make("w:pPr", None, set_value("w:pStyle", "FootnoteText"))
        if is_first:
            own = self._own_mark.get(name)
            shown = make_text("w:t", own) if own else make("w:footnoteRef")
            start = [make("w:r", None, _MARK, shown), make("w:r", None, make_text("w:t", " "))]
        else:
            start = [make("w:r", None, make_text("w:t", f"{unit.label} "))] if unit.label else []
        pieces = [piece for cell in unit.cells for piece in cell] or list(unit.pieces)
        return make("w:p", None, style, *start, *text.runs(one_side(pieces, Track.NONE)))
