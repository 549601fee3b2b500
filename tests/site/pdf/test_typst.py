"""The PDFs: every word in order, PDF/UA-1, same bytes, head and foot of each sheet."""

import io
import json
import os
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest

from policybook.model import (
    Clause,
    ClauseKind,
    Group,
    Reader,
    Statement,
    StatementGroup,
    Summary,
    Version,
)
from policybook.reading.texts.clause_numbers import shown_inlines
from policybook.reading.texts.markdown import plain_text, read_inline
from policybook.site.pdf.document import summary_document, version_document
from policybook.site.pdf.typst import TypesetError, Typesetter

from .cases import PDF, RICH, cover_of, version_of

pytestmark = pytest.mark.slow
Pages = Callable[[bytes], list[str]]

WELSH = "## Cyflwyniad\n\nMae'r tŷ yn Nhŵr Ŵyl; ŷd, ẃ, ẁ, ï, â, ê, î, ô, û.\n"
POLISH = "## Wstęp\n\nZażółć gęślą jaźń. Łódź, źdźbło, ćma, ńĄĘÓŚŻŹ.\n"
URDU = (
    "## تعارف\n\n"
    "پرائمری اسکول جانتا ہے کہ بچے Instagram استعمال کرتے ہیں۔\n\n"
    "عملے کو چاہیے کہ:\n\n"
    "- فون بند رکھیں\n\n"
    "| کون | کیا |\n|---|---|\n| استاد | رپورٹ |\n"
)
DEEP = "## Deep\n\nIn order:\n\n" + "".join(
    "  " * i + f"- level {i} of the list\n" for i in range(18)
)
SYMBOLS = "## Signs\n\n☐ agreed ✓ done → next ≥ 13, 20 °C, £5, €6, ½, “quoted”, 😀 👍🏽 ☎ ½ – — …\n"
ODD = "## \n\n### \n\nx\n\n###### Six\n\n### ![](a.png)\n\n- \n- [](https://a.example) [![](poster.png)](https://a.example)\n\n```\n\n```\n"


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + bytes([200, 60, 90]) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def typeset(
    typesetter: Typesetter,
    text: str,
    language: str = "en-GB",
    images: dict[str, bytes] | None = None,
) -> bytes:
    return typesetter.pdf(
        version_document(version_of(text), cover_of(language=language), lambda t: t or None), images
    )


def bare(text: str) -> str:
    """Return `text` without white space, because the layout decides where a line ends."""
    return re.sub(r"\s|\u200b", "", text)


def words_of(version: Version) -> Iterator[str]:
    """Yield all numbers and words that the sheets must hold, in order."""
    for section in version.sections:
        yield f"{section.number or ''}{section.title}"
        table = 0
        for part in section.parts:
            if isinstance(part, Group):
                yield part.text
                continue
            if part.table and part.table != table:
                yield "".join(plain_text(cell) for cell in part.header)
            table = part.table
            yield from clause_words(part)


def clause_words(clause: Clause) -> Iterator[str]:
    yield clause.label
    yield (
        "".join(plain_text(cell) for cell in clause.cells)
        if clause.kind is ClauseKind.ROW
        else plain_text(shown_inlines(clause))
    )
    for child in clause.children:
        yield from clause_words(child)


def read_words(pdf: bytes) -> str:
    """Return the text after the first sheet, without white space, head and foot."""
    read = [bare(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages[1:]]
    return "".join(
        re.fullmatch(r".*?Reviewby31August2025\.(.*)oakfield\.example.*?3f2a91bc7d01", s)[1]
        for s in read
    )  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [RICH, WELSH + "\n## B\n", POLISH + "\n## B\n", DEEP + "\n## B\n"],
    ids=["rich", "cy", "pl", "deep"],
)
def test_sheets_hold_every_word_in_order(typesetter: Typesetter, text: str) -> None:
    assert read_words(typeset(typesetter, text)) == bare("".join(words_of(version_of(text))))


def test_every_urdu_word_is_printed(typesetter: Typesetter, pages: Pages) -> None:
    """Letters are sorted, because pdftotext reorders the letters of a ligature."""
    words = re.compile(r"[\u0620-\u06d3]+")
    printed_words = {
        "".join(sorted(w)) for w in words.findall(" ".join(pages(typeset(typesetter, URDU, "ur"))))
    }
    wanted = words.findall(URDU)
    assert len(wanted) > 15
    assert [w for w in wanted if "".join(sorted(w)) not in printed_words] == []


@pytest.mark.accessibility("paper")
@pytest.mark.parametrize(
    "images",
    [{}, {"poster.png": png(40, 20)}, {"poster.png": png(900, 2500)}],
    ids=["none", "small", "big"],
)
@pytest.mark.parametrize(
    "text",
    [RICH, WELSH, URDU, DEEP, SYMBOLS, ODD, ""],
    ids=["rich", "cy", "ur", "deep", "signs", "odd", "empty"],
)
def test_pdf_ua_1(
    typesetter: Typesetter, tmp_path: Path, text: str, images: dict[str, bytes]
) -> None:
    path = tmp_path / "version.pdf"
    path.write_bytes(typeset(typesetter, text, "ur" if text == URDU else "en-GB", images))
    result = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert result.is_compliant, result.failures


def test_same_bytes_in_another_process(typesetter: Typesetter, tmp_path: Path) -> None:
    document = version_document(version_of(RICH), cover_of())
    first = typesetter.pdf(document)
    typeset(typesetter, WELSH)
    assert typesetter.pdf(document) == first
    source, target = tmp_path / "document.json", tmp_path / "other.pdf"
    source.write_text(json.dumps(document))
    code = (
        "import json, pathlib, sys; from policybook.site.pdf.typst import Typesetter; "
        "folder, source, target = map(pathlib.Path, sys.argv[1:]); "
        "typesetter = Typesetter((folder / 'policy.typ').read_bytes(), str(folder / 'fonts')); "
        "target.write_bytes(typesetter.pdf(json.loads(source.read_text())))"
    )
    odd = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    subprocess.run(
        [sys.executable, "-c", code, PDF, source, target], check=True, env=odd, cwd=tmp_path
    )
    assert target.read_bytes() == first


EVERYWHERE = (
    "Mobile Phone Policy",
    "Version 2023-11",
    "In force since November 2023.",
    "Oakfield Primary School",
    "Governing Body, November 2023",
    "oakfield.example/policies/phones/2023-11/",
    "3f2a91bc7d01",
)


def test_head_and_foot_of_each_sheet(typesetter: Typesetter, pages: Pages) -> None:
    cover = cover_of(
        notice="Proposed text. It is not in force; the governors have not approved it."
    )
    pdf = typesetter.pdf(version_document(version_of(long_text(0)), cover))
    sheets = pages(pdf)
    assert len(sheets) > 3
    for number, sheet in enumerate(sheets, 1):
        words = " ".join(sheet.split())
        for wanted in (*EVERYWHERE, f"Page {number} of {len(sheets)}"):
            assert wanted in words
    assert cover.notice in " ".join(sheets[0].split())


def texts_with_sizes(pdf: bytes) -> list[tuple[str, float]]:
    """Return the pieces of text with the size of their letters in points."""
    texts: list[tuple[str, float]] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            texts.append((text, round(size * abs(matrix[0]), 1)))

    for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        sheet.extract_text(visitor_text=visit)
    return texts


def test_sizes_of_type(typesetter: Typesetter) -> None:
    sizes = {size for _, size in texts_with_sizes(typeset(typesetter, RICH))}
    assert {s for s in sizes if s < 12} == {9.0}


def long_text(seed: int) -> str:
    """Return headings before a paragraph, a list or a table, at many places of a sheet."""
    parts = []
    for i in range(36):
        filler = "These words fill a line of the sheet so that what follows moves down. " * (
            (i * 7 + seed) % 5 + 1
        )
        after = (
            "One paragraph.",
            "Staff must:\n\n- first\n- second",
            "| A | B |\n|---|---|\n| one | two |\n| three | four |",
        )[i % 3]
        parts.append(f"## Heading {i}\n\n### Heading below {i}\n\n{after}\n\n{filler}")
    return "\n\n".join(parts)


def last_line(sheet: str) -> str:
    lines = [line.strip() for line in sheet.splitlines() if line.strip()]
    return lines[next(i for i, line in enumerate(lines) if line.startswith("oakfield.example")) - 1]


@pytest.mark.parametrize("seed", range(12))
def test_no_heading_ends_a_sheet(typesetter: Typesetter, pages: Pages, seed: int) -> None:
    for sheet in pages(typeset(typesetter, "Filler.\n\n" * seed + long_text(seed)))[1:]:
        last = last_line(sheet)
        assert ". . ." in last or not re.search(r"Heading|Staff must:|^A +B$", last)


def test_long_table_repeats_its_header(typesetter: Typesetter, pages: Pages) -> None:
    rows = "".join(f"| role {i} | does this and that |\n" for i in range(90))
    sheets = pages(typeset(typesetter, "## T\n\n| Person | Task |\n|---|---|\n" + rows))
    assert len(sheets) > 2
    assert all(re.search(r"Person +Task", sheet) for sheet in sheets[1:])


def test_heading_joins_its_wide_table(typesetter: Typesetter, pages: Pages) -> None:
    cells = " | ".join(f"Column{i}" for i in range(8))
    grid = f"| {cells} |\n{'|---' * 8}|\n| {' | '.join('ab' * 4 for _ in range(8))} |\n"
    text = f"## First\n\n{grid}\nThe second plan:\n\n{grid}\n## Last\n\nBe kind.\n"
    sheets = pages(typeset(typesetter, text))
    (first,) = [sheet for sheet in sheets[1:] if "First" in sheet]
    (second,) = [sheet for sheet in sheets[1:] if "second plan" in sheet]
    assert "Column7" in first and "Column7" in second and first != second


def test_contents_name_every_section(typesetter: Typesetter, pages: Pages) -> None:
    pdf = typeset(typesetter, RICH)
    assert re.search(r"2\s+Pictures[ .]+2\n", pages(pdf)[0])
    titles = [
        str(item["/Title"])
        for item in pypdf.PdfReader(io.BytesIO(pdf)).outline
        if not isinstance(item, list)
    ]
    assert [" ".join(t.split()) for t in titles] == [
        "1 Rules for phones",
        "2 Pictures",
        "3 Empty section",
        "4 Long words",
    ]


def test_nothing_leaves_the_sheet(typesetter: Typesetter, tmp_path: Path) -> None:
    word = "x" * 300
    wide = (
        "| "
        + " | ".join([word[:40]] * 6)
        + " |\n"
        + "|---" * 6
        + "|\n"
        + "| "
        + " | ".join(["some words"] * 6)
        + " |\n"
    )
    path = tmp_path / "wide.pdf"
    text = (
        f"## {word}\n\n{word}\n\n`{word}`\n\n```\n{word}\n```\n\n- a:\n  - b\n    - {word}\n\n{wide}\n\n**{word}**\n\n"
        + "W" * 31
    )
    path.write_bytes(typeset(typesetter, text))
    boxes = subprocess.run(
        ["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True
    ).stdout
    # The wide table has a sheet across.
    sheets = re.split(r'<page width="([\d.]+)"', boxes)[1:]
    widths = {float(width) for width in sheets[::2]}
    assert len(widths) == 2
    for width, words in zip(sheets[::2], sheets[1::2], strict=True):
        ends = [float(x) for x in re.findall(r'xMax="([\d.]+)"', words)]
        assert max(ends, default=0) <= float(width) - 40


def statement(text: str, *cites: str) -> Statement:
    return Statement(text=text, inlines=read_inline(text), cites=cites, line=1)


def summary(reader: Reader) -> Summary:
    groups = (
        StatementGroup(title="", statements=(statement("In short.", "0.1"),), line=1),
        StatementGroup(
            title="Do",
            statements=(
                statement("Lock it **away**.", "1.3(a)"),
                statement("Tell.", "1.1", "1.3", "9.9"),
            ),
            line=2,
        ),
        StatementGroup(title="Nothing", statements=(), line=3),
    )
    return Summary(
        path="",
        policy="phones",
        version="2023-11",
        reader=reader,
        language="",
        reviewed=None,
        groups=groups,
    )


@pytest.mark.parametrize("signed", [True, False])
def test_only_signed_summaries_have_slips(
    typesetter: Typesetter, pages: Pages, signed: bool
) -> None:
    cover = replace(cover_of(), signed=signed)
    pdf = typesetter.pdf(
        summary_document(summary(Reader.PUPILS), version_of(RICH), cover, lambda _: None)
    )
    assert ("My signature" in " ".join(pages(pdf))) is signed


@pytest.mark.parametrize(("reader", "size"), [(Reader.PARENTS, 12.0), (Reader.PUPILS, 16.0)])
def test_summary(
    typesetter: Typesetter, pages: Pages, tmp_path: Path, reader: Reader, size: float
) -> None:
    cover = cover_of(
        kicker="In plain words", notice="This is a summary. The policy itself is what counts."
    )
    pdf = typesetter.pdf(
        summary_document(
            summary(reader), version_of(RICH), cover, lambda t: f"https://oakfield.example/{t}"
        )
    )
    words = " ".join(" ".join(pages(pdf)).split())
    for wanted in (
        "In plain words",
        "what counts.",
        "In short. (rule 0.1)",
        "Lock it away. (rule 1.3(a))",
        "Tell. (rules 1.1, 1.3 and 9.9)",
        "Page 1 of 1",
        "Nothing",
    ):
        assert wanted in words
    annotations: list[Any] = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].annotations or []
    links = {str(a.get_object()["/A"].get("/URI")) for a in annotations}
    assert "https://oakfield.example/#s1-3-a" in links
    assert [s for text, s in texts_with_sizes(pdf) if "Lock" in text] == [size]
    path = tmp_path / "summary.pdf"
    path.write_bytes(pdf)
    assert page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1).is_compliant


def test_summary_starts_as_its_page_does() -> None:
    def kinds(reader: Reader) -> list[object]:
        cover = replace(cover_of(), asks=("Office: 1", "Head: 2"))
        document = summary_document(summary(reader), version_of(RICH), cover, order=((2,), (0,)))
        body = document["body"]
        assert isinstance(body, list)
        return [node.get("pieces") or node["kind"] for node in body]

    asks = [cover_of().words.asks]
    assert kinds(Reader.PARENTS) == [["Nothing"], asks, "statements", "statements"]
    assert kinds(Reader.PUPILS) == ["boxes", "help", "boxes"]


@pytest.mark.parametrize("address", ["", "policies/phones/"])
def test_no_links_without_an_address(typesetter: Typesetter, address: str) -> None:
    cover = replace(cover_of(), address=address, short_address=address)
    sheet = pypdf.PdfReader(
        io.BytesIO(typesetter.pdf(version_document(version_of(""), cover)))
    ).pages[0]
    assert "published at" not in sheet.extract_text()
    assert "Fingerprint" in sheet.extract_text()
    assert not sheet.annotations


def test_character_without_a_glyph_is_spelt(typesetter: Typesetter) -> None:
    pdf = typeset(typesetter, "## A\n\nRing 中 first.\n")
    words = bare("".join(s.extract_text() for s in pypdf.PdfReader(io.BytesIO(pdf)).pages))
    assert "Ring[U+4E2D]first." in words


def test_error_names_bad_picture(typesetter: Typesetter) -> None:
    with pytest.raises(TypesetError, match=r"poster\.png"):
        typeset(typesetter, RICH, images={"poster.png": b"no picture"})


def test_typst_warning_is_an_error() -> None:
    template = (PDF / "policy.typ").read_bytes().replace(b'"Noto Emoji"', b'"No Such Font"')
    with pytest.raises(TypesetError, match="unknown font family: no such font"):
        typeset(Typesetter(template, str(PDF / "fonts")), RICH)


def test_missing_typst_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(TypesetError, match="--no-pdf"):
        Typesetter(b"", "")
