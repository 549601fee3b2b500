"""Tagged PDFs: what the blocks are, that no word is lost, and which files are refused."""

import contextlib
import io
import re
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from policybook.word.incoming.document import (
    Furniture,
    IncomingDocument,
    ListKind,
    Paragraph,
    Table,
    walk_paragraphs,
)
from policybook.word.incoming.package import UnreadableFile
from policybook.word.incoming.pdf.tagged_pdf import list_page_texts, read_pdf
from policybook.word.incoming.word_count import count_words
from tests.word.incoming.pdf.tagged_pdfs import make_file, make_page, make_pdf, make_stream, tag

WORD = re.compile(r"[^\W_]+")


def read(data: bytes) -> IncomingDocument:
    """The document, after the proof that its words are those of the pages."""
    document = read_pdf(data)
    texts = [entry.text for entry in document.left_out]
    for blocks in (document.blocks, *document.notes.values()):
        for paragraph in walk_paragraphs(tuple(blocks)):
            texts += [paragraph.label, paragraph.text, *(r.note for r in paragraph.runs)]
    texts += document.notes
    page_words = Counter(word for text in list_page_texts(data) for word in WORD.findall(text))
    assert page_words == Counter(word for text in texts for word in WORD.findall(text))
    assert document.words_in == count_words(list_page_texts(data))
    return document


def read_texts(*blocks: object) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_headings_and_paragraphs() -> None:
    page = make_page(
        ("F2 20 50 800", "Behaviour Policy"),
        ("F2 14 50 760", "1."),
        ("F2 14 68 760", "Our aims"),
        ("F1 11 50 740", "Every child is safe and "),
        ("F1 11 50 727", "heard "),
        ("F2 11 82 727", "today"),
        ("F1 11 110 727", "."),
    )
    tags = tag("Title", 0) + tag("H2", 1, 2) + tag("Body#20Text", 3, 4, tag("Span", 5), 6)
    title, heading, text = read(make_pdf(page, tags, roles=b"/Title/P/Body#20Text/P")).blocks
    assert isinstance(title, Paragraph) and title.is_title and title.look.size == 40
    assert isinstance(heading, Paragraph)
    assert (heading.heading, heading.label, heading.text) == (2, "1.", "Our aims")
    assert isinstance(text, Paragraph)
    assert [(run.text, run.bold) for run in text.runs] == [
        ("Every child is safe and heard ", False),
        ("today", True),
        (".", False),
    ]


LINES = tuple((f"F1 11 {50 + 30 * (n % 2)} {700 - 13 * n}", words) for n, words in enumerate(
    ["(a)", "be kind;", "•", "to staff", "Steps", "more words", "Listen", "Tell"]))  # fmt: skip


def test_lists() -> None:
    inner = tag("L", tag("LI", tag("Lbl", 2), tag("LBody", tag("P", 3))))
    tags = tag(
        "L",
        tag("LI", tag("Lbl", 0), tag("LBody", tag("P", 1), inner)),
        tag("LI", tag("LBody", tag("P", 4), tag("P", 5))),
        tag("LI", tag("Lbl", 6), tag("LBody", 7)),
    )
    blocks = read(make_pdf(make_page(*LINES), tags)).blocks
    assert [
        (b.label, str(b.list_kind), b.depth, b.text) for b in blocks if isinstance(b, Paragraph)
    ] == [
        ("(a)", "number", 0, "be kind;"),
        ("•", "bullet", 1, "to staff"),
        ("", "none", 0, "Steps"),
        ("", "none", 0, "more words"),
        ("", "none", 0, "Listen"),  # a word before a definition is no number
        ("", "none", 0, "Tell"),
    ]
    assert ListKind.NUMBER in {b.list_kind for b in blocks if isinstance(b, Paragraph)}


def test_table_with_spans() -> None:
    names = ["Room", "Getting in", "Door", "Step", "Hall", "Wide", "None"]
    page = make_page(*((f"F1 11 {50 + 60 * n} 700", name) for n, name in enumerate(names)))
    rows = (
        tag("TR", tag("TH", 0, more="/A<</O/Table/RowSpan 2>>"), tag("TH", 1, more="/A[<</O/Table/ColSpan 2>>]")),
        tag("TR", tag("TH", tag("P", 2)), tag("TH", 3)),
        tag("TR", tag("TD", 4), tag("TD", 5), tag("TD", 6)),
    )  # fmt: skip
    (table,) = read(
        make_pdf(page, tag("Table", tag("THead", *rows[:2]), tag("TBody", rows[2])))
    ).blocks
    assert isinstance(table, Table)
    assert table.header_rows == 2
    assert [
        [(cell.columns, cell.continues, *read_texts(*cell.blocks)) for cell in row]
        for row in table.rows
    ] == [
        [(1, False, "Room"), (2, False, "Getting in")],
        [(1, True), (1, False, "Door"), (1, False, "Step")],
        [(1, False, "Hall"), (1, False, "Wide"), (1, False, "None")],
    ]


def test_links_pictures_and_notes() -> None:
    page = make_page(
        ("F1 11 50 700", "Write to "),
        ("F1 11 100 700", "the office"),
        ("F1 11 155 700", " soon."),
        ("F1 7 190 704", "1"),
        ("F1 9 50 60", "1"),
        ("F1 9 60 60", "By letter too."),
    )
    link = tag(
        "Link", 1, b"<</Type/OBJR/Obj<</Subtype/Link/A<</S/URI/URI(mailto:a@b.example)>>>>>>"
    )
    figure = tag("Figure", more="/Alt(The school\\222s badge)")
    tags = tag("P", 0, link, 2, tag("Reference", 3), tag("Note", tag("P", 4, 5))) + tag("P", figure)
    document = read(make_pdf(page, tags))
    first, second = document.blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert [(r.text, r.address, r.note) for r in first.runs] == [
        ("Write to ", "", ""),
        ("the office", "mailto:a@b.example", ""),
        (" soon.", "", ""),
        ("", "", "1"),
    ]
    assert read_texts(*document.notes["1"]) == ["By letter too."]
    assert second.runs[0].picture


def test_furniture_is_listed() -> None:
    page = (
        b"/Artifact<</Type/Pagination/Subtype/Header>>BDC BT /F1 9 Tf 50 810 Td (Oak School) Tj ET EMC "
        b"/Artifact BMC BT /F1 9 Tf 50 30 Td (Page 1 of 9) Tj ET EMC "
        b"/Artifact BMC BT /F1 60 Tf 50 400 Td (DRAFT) Tj ET EMC "
        + make_page(("F1 11 50 750", "Contents"), ("F1 11 50 730", "1. Aims 2"), ("F1 11 50 700", "Aims"))
    )  # fmt: skip
    document = read(make_pdf(page, tag("P", 0) + tag("TOC", tag("TOCI", 1)) + tag("H1", 2)))
    assert {(entry.what, entry.text) for entry in document.left_out} == {
        (Furniture.HEADER, "Oak School"),
        (Furniture.PAGE_NUMBER, "Page 1 of 9"),
        (Furniture.WATERMARK, "DRAFT"),
        (Furniture.CONTENTS, "Contents"),
        (Furniture.CONTENTS, "1. Aims 2"),
    }
    assert read_texts(*document.blocks) == ["Aims"]


def test_words_without_a_tag_stay() -> None:
    page = make_page(("F1 11 50 700", "Words enough to be the text"), ("F1 11 50 680", "lost"))
    document = read(make_pdf(page, tag("P", 0)))
    assert read_texts(*document.blocks) == ["Words enough to be the text", "lost"]
    assert [entry.text for entry in document.look_at] == ["lost"]


PAGE = make_page(("F1 11 50 700", "Hello"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no PDF"),
        (b"PK\x03\x04", "no PDF"),
        (b"%PDF-1.7\n", "damaged"),
        (make_pdf(PAGE, tag("P", 0))[:500], "damaged"),
        (make_pdf(PAGE, None), "no tags"),
        (make_pdf(PAGE, b""), "no tags"),
        (make_pdf(PAGE, tag("P", 7)), "no tags"),
        (make_pdf(b"", tag("P", 0)), "scanner"),
        (make_pdf(PAGE, tag("P", 0), trailer=b"/Encrypt<</Filter/Standard/V 2/R 3>>/ID[(a)(a)]"), "password"),
    ],
)  # fmt: skip
def test_other_files_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_pdf(data)
    assert words in str(refused.value)


@pytest.mark.parametrize("password", ["", "secret"])
def test_password_is_refused(password: str) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(make_pdf(PAGE, tag("P", 0))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    with pytest.raises(UnreadableFile, match="password"):
        read_pdf(file.getvalue())


def bomb(content: bytes) -> bytes:
    return make_pdf(content, tag("P", 0))


LOOP = b"<</S/P/Pg 3 0 R/K[0 8 0 R]>>"
WIDE_MAP = b"beginbfrange " + b"<0000><ffff><0041> " * 10_000 + b"endbfrange"
HOSTILE = {
    "zeros": bomb(b"\0" * 40_000_000),
    "operators": bomb(b"0 0 l\n" * 3_000_000),
    "words": bomb(b"BT " + b"(a)Tj " * 2_000_000),
    "lists": bomb(b"[" * 3_000_000),
    "strings": bomb(b"(" * 3_000_000),
    "saves": bomb(b"q " * 3_000_000),
    "tags in a circle": make_pdf(PAGE, b"8 0 R", [LOOP]),
    "deep tags": make_pdf(PAGE, b"<</S/P/Pg 3 0 R/K " * 3_000 + b"0" + b">>" * 3_000),
    "pages in a circle": make_file([b"<</Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"]),
    "slow filter": make_pdf(PAGE, tag("P", 0), [b"<</Filter/ASCII85Decode>>stream\n" + b"z" * 3_000_000 + b"\nendstream"]),
    "table": make_pdf(PAGE, tag("P", 0), [make_stream(b"\1\0\0\0" * 2_000_000, b"/Type/X#52ef")]),
    "wide map": make_pdf(PAGE, tag("P", 0)).replace(b"/Encoding/WinAnsi", b"/ToUnicode 8 0 R/X/WinAnsi") + make_stream(WIDE_MAP),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_soon(name: str) -> None:
    start = time.process_time()
    with contextlib.suppress(UnreadableFile):
        read_pdf(HOSTILE[name])
    assert time.process_time() - start < 10


SOUND = make_pdf(make_page(*LINES), tag("L", tag("LI", tag("Lbl", 0), tag("LBody", 1))) + tag("P", 2, 3, 4, 5, 6, 7))  # fmt: skip


@given(st.integers(0, len(SOUND) - 1), st.binary(max_size=20))
def test_damage_never_raises(place: int, junk: bytes) -> None:
    with contextlib.suppress(UnreadableFile):
        read_pdf(SOUND[:place] + junk + SOUND[place + len(junk) :])


@given(st.text(alphabet="BTEMCDJjfdqQ'\"[]()<>/ 019.-P\\\n", max_size=80))
def test_any_content_is_read(content: str) -> None:
    with contextlib.suppress(UnreadableFile):
        read(bomb(b"/P<</MCID 0>>BDC BT /F1 9 Tf (Some words) Tj " + content.encode()))


def test_same_bytes_give_same_document() -> None:
    assert read_pdf(SOUND) == read_pdf(SOUND)
