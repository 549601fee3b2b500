"""PDFs of the last build: the bytes of a new PDF, never another text's, and no failed build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from policybook.site.pdf.cache import KeptPdfs
from policybook.site.pdf.document import version_document
from policybook.site.pdf.typst import Typesetter

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
    return Counted(template, str(fonts), KeptPdfs(folder))


@pytest.mark.slow
def test_cached_pdf_equals_a_new(tmp_path: Path) -> None:
    anew = Typesetter(TEMPLATE, str(PDF / "fonts")).pdf(TEXT)
    first = Typesetter(TEMPLATE, str(PDF / "fonts"), KeptPdfs(tmp_path / "pdfs")).pdf(TEXT)
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
    entry = next(entry for entry in (tmp_path / "pdfs").iterdir())
    entry.write_bytes(spoil(entry.read_bytes() + b"long enough"))
    again = make_counted_typesetter(tmp_path / "pdfs")
    again.pdf(TEXT)
    assert again.count == 1


def test_unusable_folder_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    cache = KeptPdfs(tmp_path / "file" / "pdfs")
    cache.put("ab", b"data")
    assert cache.get("ab") is None
    cache.drop_unused()
    in_the_way = KeptPdfs(tmp_path / "pdfs")
    (tmp_path / "pdfs" / "ab").mkdir(parents=True)
    in_the_way.put("ab", b"data")
    assert in_the_way.get("ab") is None
    in_the_way.drop_unused()
    assert [entry.name for entry in (tmp_path / "pdfs").iterdir()] == ["ab"]


def test_unused_files_are_deleted(tmp_path: Path) -> None:
    first = KeptPdfs(tmp_path / "pdfs")
    for key in ("aa", "bb"):
        first.get(key)
        first.put(key, key.encode())
    (tmp_path / "pdfs" / "cc.123").write_bytes(b"half")
    second = KeptPdfs(tmp_path / "pdfs")
    assert second.get("aa") == b"aa"
    second.drop_unused()
    assert [entry.name for entry in (tmp_path / "pdfs").iterdir()] == ["aa"]
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*\n"
    shutil.rmtree(tmp_path / "pdfs")
    second.drop_unused()
