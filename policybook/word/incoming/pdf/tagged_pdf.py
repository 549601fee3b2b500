"""Read a tagged PDF: a document whose file says what is a heading, a list or a table.

Word and LibreOffice write such files. A file without tags, with a password, or of
pictures of pages is refused with what to do. The limits keep a hostile file from taking
long or filling the memory.
"""

import contextlib
import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from policybook.word.incoming.document import (
    Block,
    Furniture,
    IncomingDocument,
    LeftOut,
    LookAt,
    Paragraph,
    TextRun,
)
from policybook.word.incoming.package import UnreadableFile
from policybook.word.incoming.pdf.blocks import PdfBlockReader, leave_out_contents_title
from policybook.word.incoming.pdf.operators import PdfBudget, PdfBudgetError
from policybook.word.incoming.pdf.pages import read_page
from policybook.word.incoming.pdf.pieces import PdfPiece, join_text, keeps_spaces
from policybook.word.incoming.pdf.runs import PdfPlaces
from policybook.word.incoming.pdf.tags import read_tags
from policybook.word.incoming.word_count import count_words

LARGEST_FILE = 50_000_000
#: What tables of objects, and packed objects, may have when unpacked; other streams; all streams.
LARGEST_TABLE, LARGEST_STREAM, LARGEST_ALL = 3_000_000, 30_000_000, 120_000_000
_MOST_OBJECTS = 100_000
_STREAM = re.compile(rb"stream\r?\n")
_OBJECT = re.compile(rb"\d[ \t\r\n]+obj\b")
_TABLE = re.compile(rb"/(XRef|ObjStm)\b")
_TWICE = re.compile(rb"/Filter\s*\[\s*/\w+\s*/")
_ELSEWHERE = re.compile(rb"/Filter\s*\[?\s*\d")
_FILTER = re.compile(rb"/(\w+Decode|Fl|LZW|RL|A85|AHx)\b")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
#: pypdf unpacks these filters slowly, so that a stream with another may only be small.
_QUICK = {b"FlateDecode", b"Fl", b"DCTDecode", b"JPXDecode", b"CCITTFaxDecode", b"JBIG2Decode"}
LARGEST_SLOW = 2_000_000
#: How far before its content a stream's own words may start.
_HEAD = 2_000


MOST_PAGES = 500
#: Titles that a program gave, and no person.
_NO_TITLE = re.compile(r"(?i)(microsoft word.*|document\d*|untitled.*|.*\.(docx?|odt|pdf))\s*")
_PAGE_NUMBER = re.compile(r"(?i)(page\s*)?\d{1,4}(\s*(of|/|\|)\s*\d{1,4})?")
#: If more than this share of the words has no tag, the tags are no use.
_UNTAGGED = 0.2
_RETURN = "Open the document in Word, choose “Save as PDF” and, under its options, “Document "
_ADVICE = f"{_RETURN}structure tags for accessibility”. Better still, import the Word file."
_PASSWORD = "It has a password, or it forbids copying. Save it again without that."
#: What pypdf and this reader raise for a damaged file.
_DAMAGE = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError,
           OverflowError, RecursionError, ArithmeticError, NotImplementedError, OSError,
           AssertionError, MemoryError)  # fmt: skip


def read_pdf(data: bytes) -> IncomingDocument:
    """Return the content of a tagged PDF.

    Every word of its pages is in the blocks, the notes or `left_out`. `words_in` counts
    the words without the tags, so that it witnesses for them. Raises `UnreadableFile`, with
    what to do, for a file without tags, with a password, of scanned pages, or damaged.
    """
    with _refuse_damage(data):
        return _read_document(*_read_pages(data))


def list_page_texts(data: bytes) -> list[str]:
    """Return the words of each page as the page shows them, whatever its tags say.

    It witnesses for `read_pdf` that no word is lost. Raises `UnreadableFile` as it does.
    """
    with _refuse_damage(data):
        _, pages = _read_pages(data)
    return [join_text(page) for page in pages]


@contextlib.contextmanager
def _refuse_damage(data: bytes) -> Iterator[None]:
    """Raise `UnreadableFile` for whatever reading a file raises."""
    try:
        yield
    except PdfBudgetError:
        raise UnreadableFile("It is far larger than any policy. Import the Word file.") from None
    except _DAMAGE as fault:
        if b"/Encrypt" in data:
            raise UnreadableFile(_PASSWORD) from fault
        raise UnreadableFile(f"It is damaged. {_ADVICE}") from fault


def _read_pages(data: bytes) -> tuple[PdfReader, list[list[PdfPiece]]]:
    """Return the file, and the pieces of each page."""
    if not data.lstrip().startswith(b"%PDF-"):
        raise UnreadableFile("It is no PDF.")
    refuse_hostile(data)
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise UnreadableFile(_PASSWORD)
    if len(reader.pages) > MOST_PAGES:
        raise PdfBudgetError
    budget = PdfBudget()
    return reader, [read_page(page, n, budget) for n, page in enumerate(reader.pages)]


def _read_document(reader: PdfReader, pages: Sequence[Sequence[PdfPiece]]) -> IncomingDocument:
    pieces = [piece for page in pages for piece in page]
    if not any(piece.text.strip() for piece in pieces):
        raise UnreadableFile(
            "Its pages are pictures, as a scanner makes them, so it has no words. "
            "Find the file that was printed, or type the text."
        )
    root = reader.root_object
    structure = root.get("/StructTreeRoot")
    structure = structure.get_object() if structure is not None else None
    if not isinstance(structure, dict) or "/K" not in structure:
        raise UnreadableFile(f"It has no tags, which say what is a heading or a list. {_ADVICE}")
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)
               if page.indirect_reference is not None}  # fmt: skip
    places = PdfPlaces(_sort_by_place(pieces), keeps_spaces=keeps_spaces(pieces))
    blocks_reader = PdfBlockReader(places)
    blocks = list(blocks_reader.read(read_tags(structure, numbers, PdfBudget())))
    lost, look_at = _find_untagged(pieces, places)
    read_blocks, notes, notes_to_see = blocks_reader.notes.place([*blocks, *lost])
    left_out = (*_list_furniture(pages), *blocks_reader.left_out)
    rest, left_out = leave_out_contents_title(read_blocks, left_out)
    return IncomingDocument(
        title=_read_title(reader.metadata or {}),
        blocks=rest,
        notes=notes,
        left_out=left_out,
        look_at=(*places.look_at, *notes_to_see, *look_at, *_find_unreadable(pieces)),
        words_in=count_words(join_text(page) for page in pages),
    )


def _sort_by_place(pieces: Sequence[PdfPiece]) -> dict[tuple[int, int], list[PdfPiece]]:
    """Return the pieces of the text by page and mark."""
    result: dict[tuple[int, int], list[PdfPiece]] = {}
    for piece in pieces:
        if piece.mark is not None and piece.furniture is None:
            result.setdefault((piece.page, piece.mark), []).append(piece)
    return result


def _find_untagged(
    pieces: Sequence[PdfPiece], places: PdfPlaces
) -> tuple[list[Block], list[LookAt]]:
    """Return the words that no tag has taken, as paragraphs.

    Raise `UnreadableFile` if they are too many.
    """
    text = [piece for piece in pieces if piece.furniture is None and piece.text.strip()]
    untagged = [p for p in text if p.mark is None or (p.page, p.mark) not in places.taken]
    if _count_letters(untagged) > _UNTAGGED * _count_letters(text):
        raise UnreadableFile(f"Most of its words have no tags. {_ADVICE}")
    texts = [join_text(group) for _, group in groupby(untagged, key=lambda p: p.page)]
    blocks: list[Block] = [Paragraph(runs=(TextRun(text=words),)) for words in texts]
    return blocks, [LookAt(what="words without a tag, put at the end", text=t) for t in texts]


def _count_letters(pieces: Sequence[PdfPiece]) -> int:
    return sum(not c.isspace() for piece in pieces for c in piece.text)


def _list_furniture(pages: Sequence[Sequence[PdfPiece]]) -> Iterator[LeftOut]:
    """Yield the words that pages repeat around the text, page by page."""
    for page in pages:
        furniture = [piece for piece in page if piece.furniture and piece.text.strip()]
        for what in Furniture:
            if text := join_text(piece for piece in furniture if piece.furniture is what):
                is_number = _PAGE_NUMBER.fullmatch(text)
                yield LeftOut(what=Furniture.PAGE_NUMBER if is_number else what, text=text)


def _find_unreadable(pieces: Sequence[PdfPiece]) -> Iterator[LookAt]:
    """Yield the words with letters that the file does not name."""
    for piece in pieces:
        if "\ufffd" in piece.text:
            text = " ".join(piece.text.split())
            yield LookAt(what="letters that the file does not name", text=text)


def _read_title(properties: Mapping[str, Any]) -> str:
    """Return the title that a person gave the file; empty if there is none."""
    title = " ".join(str(properties.get("/Title") or "").split())
    return "" if _NO_TITLE.fullmatch(title) else title


def refuse_hostile(data: bytes) -> None:
    """Raise `UnreadableFile` if a stream of the file is far larger than a policy needs."""
    too_large = "It is far larger than any policy. Import the Word file."
    if len(data) > LARGEST_FILE or len(_OBJECT.findall(data)) > _MOST_OBJECTS:
        raise UnreadableFile(too_large)
    total = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _HEAD) : match.start()]
        head = _ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), head[head.rfind(b" obj") + 1 :])
        filters = set(_FILTER.findall(head))
        is_table, is_picture = bool(_TABLE.search(head)), bool(_PICTURE.search(head))
        is_slow = bool(filters - _QUICK or _ELSEWHERE.search(head))
        length = data.find(b"endstream", match.end()) - match.end()
        limit = LARGEST_TABLE if is_table else LARGEST_STREAM
        size = 0 if is_picture else _measure(data, match.end(), limit)
        total += size
        if (
            (is_table and _TWICE.search(head))
            or (is_slow and not 0 <= length <= LARGEST_SLOW)
            or size > limit
            or total > LARGEST_ALL
        ):
            raise UnreadableFile(too_large)


def _measure(data: bytes, start: int, limit: int) -> int:
    """Return the size of a stream when unpacked, up to a little more than the limit."""
    unpacker, size, index = zlib.decompressobj(), 0, start
    chunk = data[index : index + 65_536]
    try:
        while chunk and not unpacker.eof and size <= limit:
            size += len(unpacker.decompress(chunk, 1_000_000))
            chunk = unpacker.unconsumed_tail
            if not chunk:
                index += 65_536
                chunk = data[index : index + 65_536]
    except zlib.error:
        return size
    return size
