"""Files beside ordinary pages: each is what its name says, or is not published."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from policybook.reading.files.handed_over import find_fault, take_content
from policybook.reading.files.snapshot import read_sources


def pack(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return out.getvalue()


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, kind, comment=b"Anna Smith")
    return out.getvalue()


WORD = pack({"[Content_Types].xml": "", "word/document.xml": ""})
SHEET = pack({"[Content_Types].xml": "", "xl/workbook.xml": ""})
OPEN_TEXT = pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""})
OPEN_SHEET = pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""})

GOOD = [
    ("x.pdf", b"%PDF-1.7\n%%EOF"),
    ("x.pdf", b"\n\n%PDF-1.4"),  # some scanners write empty lines first
    ("X.PDF", b"%PDF-1.7"),
    ("x.docx", WORD),
    ("x.xlsx", SHEET),
    ("x.odt", OPEN_TEXT),
    ("x.ods", OPEN_SHEET),
    ("x.csv", b"name;class\nA;1\n"),
    ("x.csv", "naïve".encode("cp1252")),
    ("x.csv", "name".encode("utf-16")),
    ("x.txt", b"words\r\n"),
    ("x.ics", b"BEGIN:VCALENDAR"),
    ("CNAME", b"policies.school.org.uk"),
    ("robots.txt", b"User-agent: *"),
    ("x.png", picture("PNG")),
    ("x.jpg", picture("JPEG")),
    ("x.jpeg", picture("JPEG")),
    ("x.gif", picture("GIF")),
    ("x.webp", picture("WEBP")),
    ("x.ico", b"\0\0\1\0\1\0"),
]

BAD = [
    ("x.pdf", b"MZ" + bytes(1000), "a program"),
    ("x.pdf", b"MZ\n%PDF-1.7", "a program"),
    ("x.pdf", b"\x7fELF" + bytes(9), "a program"),
    ("x.pdf", b"#!/bin/sh\n", "a program"),
    ("x.pdf", b"<html><script>", "not a PDF"),
    ("x.pdf", b"", "empty"),
    ("x.docx", b"MZ" + WORD, "a program"),
    ("x.docx", SHEET, "not a DOCX"),
    ("x.docx", WORD[:40], "not a DOCX"),
    ("x.docx", b"\xd0\xcf\x11\xe0" + bytes(99), "not a DOCX"),
    ("x.xlsx", pack({"evil.exe": ""}), "not a XLSX"),
    ("x.odt", OPEN_SHEET, "not a ODT"),
    ("x.ods", WORD, "not a ODS"),
    ("x.txt", b"MZ" + bytes(9), "a program"),
    ("x.csv", b"a\0b", "not a CSV"),
    ("x.txt", b"  <!DOCTYPE html><p>", "not a TXT"),
    ("CNAME", bytes(4), "not a text"),
    ("x.png", picture("JPEG"), "not a PNG"),
    ("x.jpg", b"<svg/>", "not a JPG"),
    ("x.webp", b"RIFF\0\0\0\0WAVE", "not a WEBP"),
    ("x.ico", picture("PNG"), "not a ICO"),
]


@pytest.mark.parametrize(("name", "data"), GOOD)
def test_true_names_are_published(name: str, data: bytes) -> None:
    assert find_fault(name, data) == ""
    assert take_content(name, data)


@pytest.mark.parametrize(("name", "data", "words"), BAD)
def test_false_names_are_not(name: str, data: bytes, words: str) -> None:
    assert words in find_fault(name, data)
    assert take_content(name, data) is None


def test_pictures_lose_their_notes() -> None:
    assert b"Anna Smith" not in (take_content("x.jpg", picture("JPEG")) or b"Anna Smith")


def test_false_name_is_reported(tmp_path: Path) -> None:
    (tmp_path / "docs/policies").mkdir(parents=True)
    (tmp_path / "docs/x.pdf").write_bytes(b"MZ" + bytes(1000))
    (tmp_path / "docs/y.pdf").write_bytes(b"%PDF-1.7")
    (finding,) = read_sources(tmp_path).findings
    assert (finding.path, finding.code) == ("docs/x.pdf", "stray-file")
    assert "it is a program" in finding.message
