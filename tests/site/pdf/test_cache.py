"""PDFs of the last build: the bytes of a new PDF, never another text's, and no failed build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policybook.site.pdf.document import version_document
from policybook.site.pdf.typst import Typesetter
from policybook.store.objects import Store

from .cases import PDF, cover_of, version_of

TEMPLATE = (PDF / "policy.typ").read_bytes()
TEXT = version_document(
    version_of("## Phones\n\nStaff must lock phones away.\n"), cover_of(), lambda t: t
)
PICTURE = b"GIF89a" + bytes(20)


class Counted(Typesetter):
    """Count the PDFs instead of making them. Each file holds its number."""

    count = 0

    def _compile_pdf(self, inputs: object, day: object) -> bytes:
        self.count += 1
        return f"file {self.count}".encode()


def make_counted_typesetter(
    folder: Path, template: bytes = TEMPLATE, fonts: Path = PDF / "fonts"
) -> Counted:
    return Counted(template, str(fonts), Store(folder))


@pytest.mark.slow
def test_cached_pdf_equals_a_new(tmp_path: Path) -> None:
    anew = Typesetter(TEMPLATE, str(PDF / "fonts")).pdf(TEXT)
    first = Typesetter(TEMPLATE, str(PDF / "fonts"), Store(tmp_path / "pdfs")).pdf(TEXT)
    again = make_counted_typesetter(tmp_path / "pdfs")
    assert anew == first == again.pdf(TEXT)
    assert again.count == 0
    assert anew.startswith(b"%PDF")


def test_every_input_changes_the_key(tmp_path: Path) -> None:
    pdfs, fonts = tmp_path / "pdfs", tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "one.ttf").write_bytes(b"a font")

    def same() -> Counted:
        return make_counted_typesetter(pdfs, fonts=fonts)

    assert same().pdf(TEXT) == b"file 1"
    assert same().pdf(TEXT) == b"file 1"
    for other in (
        {**TEXT, "day": "2020-01-01"},
        version_document(
            version_of("## Phones\n\nStaff should lock phones away.\n"), cover_of(), lambda t: t
        ),
    ):
        maker = same()
        maker.pdf(other)
        assert maker.count == 1
    maker = same()
    maker.pdf(TEXT, {"poster.gif": PICTURE})
    maker.pdf(TEXT, {"poster.gif": PICTURE + b"\0"})
    assert maker.count == 2
    changed = make_counted_typesetter(pdfs, TEMPLATE + b"\n", fonts)
    changed.pdf(TEXT)
    assert changed.count == 1
    (fonts / "one.ttf").write_bytes(b"another font")
    maker = same()
    maker.pdf(TEXT)
    assert maker.count == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[:0],
        lambda data: data[:40] + b"?" + data[41:],
        lambda data: b"?" + data[1:],
    ],
)
def test_damaged_entry_is_replaced(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    make_counted_typesetter(tmp_path / "pdfs").pdf(TEXT)
    entry = next((tmp_path / "pdfs" / "objects").iterdir())
    entry.write_bytes(spoil(entry.read_bytes() + b"long enough"))
    again = make_counted_typesetter(tmp_path / "pdfs")
    again.pdf(TEXT)
    assert again.count == 1
