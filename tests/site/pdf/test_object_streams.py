"""Packed PDFs: fewer bytes, the same document, and any other file as it is."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime

import pypdf
import pytest
import typst

from policybook.site.pdf.object_streams import pack_objects

pytestmark = pytest.mark.slow
SOURCE = b'#set document(title: "Rules")\n= Rules\n' + b"+ Be *kind*. _Always._\n" * 400


def make_plain() -> bytes:
    data = typst.compile(
        SOURCE, format="pdf", pdf_standards=["ua-1"], timestamp=datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert isinstance(data, bytes)
    return data


def read(data: bytes) -> tuple[list[str], object, list[str]]:
    """Return the text of each sheet, the facts of the file, and the tags in their order."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    text = [page.extract_text() for page in reader.pages]
    return text, reader.metadata, list(walk_tags(reader.root_object["/StructTreeRoot"]))


def walk_tags(element: object) -> Iterator[str]:
    """Yield the name of each tag below an element of the tree."""
    item = element.get_object() if isinstance(element, pypdf.generic.PdfObject) else element
    if isinstance(item, pypdf.generic.DictionaryObject):
        yield str(item.get("/S", ""))
        yield from walk_tags(item.get("/K"))
    elif isinstance(item, pypdf.generic.ArrayObject):
        for inside in item:
            yield from walk_tags(inside)


def test_packed_file_is_the_same_document() -> None:
    plain = make_plain()
    packed = pack_objects(plain)
    assert len(packed) < len(plain) / 2
    assert read(packed) == read(plain)


def test_streams_hold_the_same_data() -> None:
    plain = make_plain()
    packed = pack_objects(plain)
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(plain)).pages):
        contents = page["/Contents"].get_object()
        again = pypdf.PdfReader(io.BytesIO(packed)).pages[number]["/Contents"].get_object()
        assert contents.get_data() == again.get_data()


def test_same_bytes_twice() -> None:
    plain = make_plain()
    assert pack_objects(plain) == pack_objects(plain)


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"no PDF",
        b"%PDF-1.7\nstartxref\n0\n%%EOF",
        b"%PDF-1.7\nxref\n0 2\nstartxref\n9\n%%EOF\n",
        pack_objects(make_plain()),  # it has no plain table of objects any more
    ],
)
def test_other_files_stay(other: bytes) -> None:
    assert pack_objects(other) == other
