"""Make a draft from what was read, with the proof of its words and the map of its numbers."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policybook.model import AcademicYear, Day, Numbering, Version
from policybook.reading.fields import front_matter
from policybook.reading.fields.fields import FIELDS
from policybook.reading.texts.version_words import walk_words
from policybook.word.incoming import cover_facts, structure, word_count
from policybook.word.incoming.document import (
    Block,
    IncomingDocument,
    LeftOut,
    LookAt,
    Paragraph,
    Table,
    TextRun,
    walk_paragraphs,
)
from policybook.word.incoming.draft import shown_numbers
from policybook.word.incoming.draft.block_markdown import (
    BlockWriter,
    has_header,
    is_box,
    unfold_box,
)
from policybook.word.incoming.draft.inline_markdown import Destinations
from policybook.word.incoming.draft.shown_numbers import (
    DraftReference,
    group_by_words,
    list_field_references,
    list_references,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRequest:
    """What a draft is called, and what its facts are where the file does not say them.

    `title` is what the name of the file suggests. `facts` are values of front matter by
    the names of their fields. `taken` are names of pictures that are in use.
    """

    policy: str
    version: str
    title: str
    review_year: AcademicYear
    facts: Mapping[str, object]
    taken: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordProof:
    """Words in = words in the draft + words left out, if `lost` is empty."""

    words_in: int
    words_out: int
    left_out: int
    lost: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedDraft:
    """A draft as Markdown with front matter, its pictures, and what is to say about it."""

    text: str
    version: Version | None
    pictures: Mapping[str, bytes]
    title: str
    facts: tuple[cover_facts.CoverFact, ...]
    proof: WordProof
    numbers: tuple[shown_numbers.NumberPair, ...]
    references: tuple[DraftReference, ...]
    left_out: tuple[LeftOut, ...]
    look_at: tuple[LookAt, ...]


def make_draft(document: IncomingDocument, request: DraftRequest) -> ImportedDraft:
    """Return the draft of a document. Never raise; what is unclear is in `look_at`."""
    known = structure.find_structure(document, request.title)
    known = replace(known, blocks=tuple(_unfold(known.blocks)))
    facts = cover_facts.read_cover_facts(known.blocks)
    paragraphs = [*walk_paragraphs(known.blocks), *(p for n in document.notes.values() for p in n)]
    pictures = DraftPictures(request.version, paragraphs, request.taken)
    has_numbers = any(isinstance(block, Paragraph) and block.label for block in known.blocks)
    head = _write_facts(known, facts, request, has_numbers)
    places: dict[str, str] = {}
    writer, text, version = _write(known, document, request, pictures, head, lambda _: "")
    if has_numbers and version and not _has_same_numbers(writer, version):
        head = _write_facts(known, facts, request, has_numbers=False)
        writer, text, version = _write(known, document, request, pictures, head, lambda _: "")
    if version and any(run.bookmark for p in paragraphs for run in p.runs):
        parts = shown_numbers.find_parts(version)
        places = shown_numbers.find_places(writer.written, parts)
        by_words = group_by_words(version)

        def find_place(run: TextRun) -> str:
            # Words that are a link by themselves, such as "rule 4.2", need no other.
            target = places.get(run.bookmark, "")
            return "" if by_words.get(run.text.strip().casefold()) == {target} else target

        writer, text, version = _write(known, document, request, pictures, head, find_place)
    numbers, references = _compare(writer, version, places)
    doubts = [*known.look_at, *_find_doubts(known.blocks), *_list_changed(numbers)]
    return ImportedDraft(
        text=text,
        version=version,
        pictures=pictures.files,
        title=known.title,
        facts=facts,
        proof=prove_words(document.words_in, known.left_out, version),
        numbers=numbers,
        references=references,
        left_out=known.left_out,
        look_at=tuple(dict.fromkeys(doubts)),
    )


def _write(
    known: structure.StructuredDocument,
    document: IncomingDocument,
    request: DraftRequest,
    pictures: "DraftPictures",
    head: str,
    find_place: Callable[[TextRun], str],
) -> tuple[BlockWriter, str, Version | None]:
    """Return the writer, the whole text and the version that the site reads in it."""
    to = Destinations(place=find_place, picture=pictures.name)
    writer = BlockWriter(to, head.count("\n") + 2)
    writer.write(known.blocks)
    writer.write_notes(document.notes)
    text = head + "\n" + "\n".join(writer.lines).strip("\n") + "\n"
    return writer, text, shown_numbers.read_version(request.policy, request.version, text)


def _compare(
    writer: BlockWriter, version: Version | None, places: dict[str, str]
) -> tuple[tuple[shown_numbers.NumberPair, ...], tuple[DraftReference, ...]]:
    if version is None:
        return (), ()
    parts = shown_numbers.find_parts(version)
    fields = list_field_references(writer.written, parts, places)
    numbers = tuple(shown_numbers.pair_numbers(writer.written, parts))
    return numbers, tuple(list_references(version, list(fields)))


def _has_same_numbers(writer: BlockWriter, version: Version) -> bool:
    """Return whether the site shows any number of the file; otherwise it had better count."""
    parts = shown_numbers.find_parts(version)
    return any(pair.is_same for pair in shown_numbers.pair_numbers(writer.written, parts))


def _unfold(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, with the content of frames in place of the frames."""
    for block in blocks:
        if isinstance(block, Table) and is_box(block):
            yield from _unfold(tuple(unfold_box(block)))
        else:
            yield block


def _write_facts(
    known: structure.StructuredDocument,
    facts: Sequence[cover_facts.CoverFact],
    request: DraftRequest,
    has_numbers: bool,
) -> str:
    by_field = {fact.field: fact for fact in facts}
    review, owner = by_field.get("review"), by_field.get("owner")
    values: dict[str, object] = {
        **request.facts,
        "title": known.title or request.title,
        "review_year": (review.year if review else None) or request.review_year,
    }
    if review and review.day:
        values["review_by"] = Day(date=review.day)
    if owner:
        values["owner"] = owner.words
    if has_numbers:
        values["numbering"] = Numbering.OWN
    rows = [row for field in FIELDS for row in field.rows(values.get(field.name))]
    return front_matter.format_block(rows)


def prove_words(
    words_in: Mapping[str, int], left_out: Sequence[LeftOut], version: Version | None
) -> WordProof:
    """Return the proof that each word of the file is in the draft, or is listed as left out."""
    everything = Counter(words_in)
    rest = everything - word_count.count_words(entry.text for entry in left_out)
    lost = rest - (_count_words(version) if version else Counter())
    return WordProof(
        words_in=everything.total(),
        words_out=rest.total() - lost.total(),
        left_out=everything.total() - rest.total(),
        lost=lost,
    )


def _count_words(version: Version) -> Counter[str]:
    """Return how often each word is in a version, with its title and its numbers."""
    texts = (f"{label} {words}" for label, words in walk_words(version))
    return word_count.count_words((version.facts.title, *texts))


def _list_changed(numbers: Sequence[shown_numbers.NumberPair]) -> Iterator[LookAt]:
    for pair in numbers:
        if not pair.is_same:
            shown = pair.number or "no number"
            yield LookAt(
                what="number that the site shows in another way",
                text=f"{pair.word} {pair.text}: {shown}",
            )


def _find_doubts(blocks: Sequence[Block]) -> Iterator[LookAt]:
    """Yield what a person should look at in the blocks themselves."""
    for block in blocks:
        if isinstance(block, Table):
            yield from _find_doubts_of_table(block)
    for paragraph in walk_paragraphs(tuple(blocks)):
        for run in paragraph.runs:
            yield from _find_doubts_of_run(run, paragraph)


def _find_doubts_of_table(table: Table) -> Iterator[LookAt]:
    first = " | ".join(" ".join(p.text for p in walk_paragraphs(c.blocks)) for c in table.rows[0])
    cells = [cell for row in table.rows for cell in row]
    if any(cell.columns > 1 or cell.continues for cell in cells):
        yield LookAt(what="merged cells", text=first)
    if any(isinstance(block, Table) for cell in cells for block in cell.blocks):
        yield LookAt(what="table inside a table, written as lines of its cell", text=first)
    if not has_header(table):
        yield LookAt(what="table without a header row", text=first)


def _find_doubts_of_run(run: TextRun, paragraph: Paragraph) -> Iterator[LookAt]:
    words = " ".join((run.text or paragraph.text).split())
    if run.picture is not None and not run.picture.data:
        yield LookAt(what="picture that was not taken", text=run.picture.words)
    elif run.picture is not None and not run.picture.words:
        yield LookAt(what="picture without words", text=run.picture.name)
    if run.struck and words:
        yield LookAt(what="words that are struck out, and stay in the text", text=words)
    if run.highlighted and words:
        yield LookAt(what="highlighted words", text=words)
    if run.address and not run.address.lower().startswith(("http", "mailto:", "tel:")):
        yield LookAt(what="link that works only at the school", text=f"{words}: {run.address}")


class DraftPictures:
    """The pictures of a draft by the names of their files, such as `2027-01-picture-1.png`."""

    def __init__(
        self, version: str, paragraphs: Iterable[Paragraph], taken: Collection[str]
    ) -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}
        count = 0
        for picture in (run.picture for paragraph in paragraphs for run in paragraph.runs):
            if picture is None or not picture.data or picture.data in self._names:
                continue
            suffix = picture.name[picture.name.rfind(".") :]
            count += 1
            while (name := f"{version}-picture-{count}{suffix}") in taken:
                count += 1
            self._names[picture.data] = name
            self.files[name] = picture.data

    def name(self, run: TextRun) -> str:
        """Return the file's name for the picture of a run; nothing if no browser can show it."""
        return self._names.get(run.picture.data, "") if run.picture is not None else ""
