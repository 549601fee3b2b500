"""Write a redline as a Word file with tracked insertions, deletions and moves.

Accepting all changes gives the new text, and rejecting all gives the old one.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from policybook.model import timeline
from policybook.redline import Redline
from policybook.word.outgoing.drawings import Pictures
from policybook.word.outgoing.merged_order import Place, merge
from policybook.word.outgoing.package import DocumentFacts, Relations, make_package
from policybook.word.outgoing.paragraph_forms import ParagraphForm, form_elements
from policybook.word.outgoing.revisions import Revisions, Track
from policybook.word.outgoing.run_text import (
    Href,
    TextWriter,
    compare_sides,
    plain_words,
    web_only,
)
from policybook.word.outgoing.sheets import (
    footer_part,
    header_part,
    section_break,
    section_properties,
    separator,
)
from policybook.word.outgoing.tracked_lines import TrackedLine, tracked_lines
from policybook.word.outgoing.tracked_tables import TableWriter
from policybook.word.outgoing.xml_parts import Element, make


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
                yield from self._unit(place)
            # A paragraph that goes does not keep two tables apart.
            after_table = after_table and all(place.track is not Track.NONE for place in places)
        if is_across:
            yield section_break(*self._sheet, across=True)
        yield separator()

    def _title(self) -> TrackedLine:
        """Return the title, with what changed in it."""
        fact = next((fact for fact in self._changes.facts if fact.name == "title"), None)
        line = TrackedLine(form=ParagraphForm("Title"))
        if fact is None:
            line.stretches = [plain_words(self._changes.new.facts.title)]
        else:
            line.stretches = [s for run in fact.runs for s in compare_sides(run)]
        return line

    def _unit(self, place: Place) -> Iterator[Element]:
        """Yield the paragraphs of a unit that is no row."""
        for line in tracked_lines(place):
            yield from self._paragraph(line)

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
