"""List the references of a draft: where each leads, or that it leads nowhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policybook.model import Version
from policybook.reading.references import reference_targets
from policybook.reading.texts import markdown
from policybook.word.incoming.document import Paragraph, Table, TextRun, walk_paragraphs
from policybook.word.incoming.draft.block_markdown import DraftBlock
from policybook.word.incoming.draft.shown_numbers import ShownPart


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
    written: Sequence[DraftBlock],
    parts: Mapping[int, ShownPart],
    places: dict[str, str],
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
