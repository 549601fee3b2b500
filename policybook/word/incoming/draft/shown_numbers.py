"""Read a draft as the site reads it: the clause and number of each line, and its references."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policybook.model import Section, Version
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources
from policybook.reading.references import reference_targets
from policybook.reading.texts import clauses, markdown
from policybook.word.incoming.document import ListKind, Paragraph, Table, TextRun, walk_paragraphs
from policybook.word.incoming.draft.block_markdown import DraftBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPart:
    """A section, sub-heading or clause as the site shows it."""

    id: str
    label: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPair:
    """A number as the file shows it, and as the site does; empty where it shows none."""

    word: str
    site: str
    number: str
    id: str
    text: str

    @property
    def is_same(self) -> bool:
        """Whether readers see the same number, but for signs such as the last full stop."""
        return _bare(self.word) in (_bare(self.site), _bare(self.number))


def read_version(policy: str, name: str, text: str) -> Version | None:
    """Return a draft as the site reads it, or None if its facts have a fault."""
    path = f"{layout.POLICIES}{policy}/{name}.md"
    loaded = library.load(Sources(files={path: text.encode()}, pages=(), findings=()))
    return next(loaded.library.walk_versions(), None)


def find_parts(version: Version) -> Mapping[int, ShownPart]:
    """Return the parts of a version by the line where each starts."""
    parts: dict[int, ShownPart] = {}
    for part in clauses.walk_parts(version):
        number = part.label if isinstance(part, Section) else part.number
        if part.text or part.label or not isinstance(part, Section):
            shown = ShownPart(id=part.id, label=part.label, number=number)
            parts.setdefault(part.lines[0], shown)
    return parts


def pair_numbers(
    written: Sequence[DraftBlock], parts: Mapping[int, ShownPart]
) -> Iterator[NumberPair]:
    """Yield the number of each block that has one in the file, with the site's."""
    for entry in written:
        block = entry.block
        if isinstance(block, Table) or not block.label or block.list_kind is ListKind.BULLET:
            continue
        part = parts.get(entry.line, ShownPart(id="", label="", number=""))
        words = " ".join(block.text.split()[:12])
        yield NumberPair(
            word=block.label, site=part.label, number=part.number, id=part.id, text=words
        )


def find_places(written: Sequence[DraftBlock], parts: Mapping[int, ShownPart]) -> dict[str, str]:
    """Return the id of the clause at each bookmark of the file."""
    places: dict[str, str] = {}
    for entry in written:
        block = entry.block
        if isinstance(block, Table):
            for row, line in zip(block.rows[-len(entry.rows) :], entry.rows, strict=False):
                part = parts.get(line)
                for cell in row:
                    for paragraph in walk_paragraphs(cell.blocks):
                        _enter(places, paragraph, part)
        else:
            _enter(places, block, parts.get(entry.line))
    return places


def _enter(places: dict[str, str], paragraph: Paragraph, part: ShownPart | None) -> None:
    if part:
        places.update(dict.fromkeys(paragraph.places, part.id))


def _bare(label: str) -> str:
    return label.strip(" ().:[]").casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReference:
    """A reference: its words, the id of the clause with it, and where it leads.

    `target` is empty where the reference leads nowhere, or where that is unclear. `place`
    is how a reader cites the clause.
    """

    text: str
    clause: str
    target: str
    place: str = ""


def list_references(version: Version, fields: Sequence[DraftReference]) -> list[DraftReference]:
    """Return the references in words and those of Word's own fields, each once."""
    result = list(fields)
    done = {(f.clause, f.text.casefold()) for f in fields}
    for place in reference_targets.find_in_version(version):
        cell = place.clause.cells[place.cell] if place.cell >= 0 else place.clause.inlines
        words = markdown.plain_text(cell)[place.reference.start : place.reference.end]
        if (place.clause.id, words.casefold()) not in done:
            result.append(
                DraftReference(
                    text=words,
                    clause=place.clause.id,
                    target=place.target,
                    place=place.clause.number or place.section.title,
                )
            )
    return result


def group_by_words(version: Version) -> dict[str, set[str]]:
    """Return where the references of a version lead, by their words in small letters."""
    targets: dict[str, set[str]] = {}
    for reference in list_references(version, []):
        targets.setdefault(reference.text.casefold(), set()).add(reference.target)
    return targets


def list_field_references(
    written: Sequence[DraftBlock], parts: Mapping[int, ShownPart], places: dict[str, str]
) -> Iterator[DraftReference]:
    """Yield the cross-references that Word itself keeps."""
    for entry in written:
        part = parts.get(entry.line)
        for run in _walk_runs(entry):
            if run.bookmark and run.text.strip():
                yield DraftReference(
                    text=" ".join(run.text.split()),
                    clause=part.id if part else "",
                    place=part.number if part else "",
                    target=places.get(run.bookmark, ""),
                )


def _walk_runs(entry: DraftBlock) -> Iterator[TextRun]:
    block = entry.block
    paragraphs: Iterator[Paragraph] | list[Paragraph]
    paragraphs = walk_paragraphs((block,)) if isinstance(block, Table) else [block]
    for paragraph in paragraphs:
        yield from paragraph.runs
