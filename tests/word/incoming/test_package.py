"""What is no sound Word document is refused, with a reason, and harms nothing."""

import io
import zipfile

import pytest

from policybook.word.incoming import package as word_package
from policybook.word.incoming.package import UnreadableFile, WordPackage
from policybook.word.incoming.word_file import read_word_file
from tests.word.incoming.word_files import MAIN, NS, make_docx, make_zip, p

GOOD = make_docx(p("Be kind."))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def change(**files: bytes) -> bytes:
    """Return the good file with other parts, by names with `__` for a stroke."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as pack:
        whole = {name: pack.read(name) for name in pack.namelist()}
    return make_zip({**whole, **{name.replace("__", "/"): data for name, data in files.items()}})


def with_document(xml: str) -> bytes:
    return change(**{"word__document.xml": xml.encode()})


BAD = {
    "an old form": (OLE, "old form"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "macros": (make_docx(p("x"), main=MAIN.replace("document", "document.macroEnabled")), "macros"),
    "a program": (change(**{"word__vbaProject.bin": b"x"}), "macros"),
    "a spreadsheet": (make_docx("", main="application/vnd.ms-excel"), "another program"),
    "no zip": (b"PK\x03\x04 and then nothing", "damaged"),
    "half a zip": (GOOD[: len(GOOD) // 2], "damaged"),
    "plain words": (b"Be kind.", "damaged"),
    "rich text": (b"{\\rtf1 Be kind.}", "rich text"),
    "a web page": (b"<html>Be kind.</html>", "web page"),
    "nothing": (b"", "empty"),
    "another zip": (make_zip({"a.txt": b"x"}), "no Word document"),
    "a path that climbs": (change(**{"..__x.xml": b"<x/>"}), "outside"),
    "an absolute path": (change(__etc__x=b"x"), "outside"),
    "a drive": (change(**{"C:__x": b"x"}), "outside"),
    "broken XML": (with_document("<w:document"), "damaged"),
    "entities": (
        with_document(f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {NS}><w:body/></w:document>'),
        "entities",
    ),
    "no body": (with_document(f"<w:document {NS}/>"), "no text"),
    "a relation that climbs": (
        change(
            **{
                "word___rels__document.xml.rels": b'<Relationships xmlns="http://schemas.openxml'
                b'formats.org/package/2006/relationships"><Relationship Id="a" Type="x/styles" '
                b'Target="../../../etc/passwd"/></Relationships>'
            }
        ),
        "outside",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_refused(name: str) -> None:
    data, reason = BAD[name]
    with pytest.raises(UnreadableFile, match=reason):
        read_word_file(data)


def test_sound_file_is_read() -> None:
    assert WordPackage(GOOD).main == "word/document.xml"
    assert read_word_file(GOOD).words_in == {"be": 1, "kind": 1}


def test_large_file_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "LARGEST_UNPACKED", 1_000)
    with pytest.raises(UnreadableFile, match="Unpacked it has more than"):
        WordPackage(change(**{"word__media__a.png": bytes(2_000)}))


def test_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "MOST_ELEMENTS", 20)
    with pytest.raises(UnreadableFile, match="more elements than any policy"):
        read_word_file(make_docx(p("Be kind.") * 30))


def test_every_cut_of_a_file_is_refused() -> None:
    for end in range(0, len(GOOD), 97):
        with pytest.raises(UnreadableFile):
            read_word_file(GOOD[:end])


def test_strict_form_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = with_document(
        f'<w:document xmlns:w="{strict}"><w:body>{p("Be kind.")}</w:body></w:document>'
    )
    assert read_word_file(data).words_in == {"be": 1, "kind": 1}
