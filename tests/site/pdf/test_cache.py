"""PDFs of the last build: the same bytes as made anew, never another text's, and no build stopped by the folder they lie in."""

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
    """Counts what is made, in place of making it: a file is the number of its making."""

    made = 0

    def _compile_pdf(self, inputs: object, day: object) -> bytes:
        self.made += 1
        return f"file {self.made}".encode()


def counted(folder: Path, template: bytes = TEMPLATE, fonts: Path = PDF / "fonts") -> Counted:
    return Counted(template, str(fonts), KeptPdfs(folder))


@pytest.mark.slow
def test_a_kept_pdf_has_the_bytes_of_one_made_anew(tmp_path: Path) -> None:
    anew = Typesetter(TEMPLATE, str(PDF / "fonts")).pdf(TEXT)
    first = Typesetter(TEMPLATE, str(PDF / "fonts"), KeptPdfs(tmp_path / "pdfs")).pdf(TEXT)
    again = counted(tmp_path / "pdfs")
    assert anew == first == again.pdf(TEXT)
    assert again.made == 0
    assert anew.startswith(b"%PDF")


def test_all_that_a_pdf_is_made_of_counts(tmp_path: Path) -> None:
    kept, fonts = tmp_path / "pdfs", tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "one.ttf").write_bytes(b"a font")

    def same() -> Counted:
        return counted(kept, fonts=fonts)

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
        assert maker.made == 1
    maker = same()
    maker.pdf(TEXT, {"poster.gif": PICTURE})
    maker.pdf(TEXT, {"poster.gif": PICTURE + b"\0"})
    assert maker.made == 2
    changed = counted(kept, TEMPLATE + b"\n", fonts)
    changed.pdf(TEXT)
    assert changed.made == 1
    (fonts / "one.ttf").write_bytes(b"another font")
    maker = same()
    maker.pdf(TEXT)
    assert maker.made == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[:0],
        lambda data: data[:40] + b"?" + data[41:],
        lambda data: b"?" + data[1:],
    ],
)
def test_a_spoilt_entry_is_made_again(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    counted(tmp_path / "pdfs").pdf(TEXT)
    entry = next(entry for entry in (tmp_path / "pdfs").iterdir())
    entry.write_bytes(spoil(entry.read_bytes() + b"long enough"))
    again = counted(tmp_path / "pdfs")
    again.pdf(TEXT)
    assert again.made == 1


def test_a_folder_that_cannot_be_used_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    kept = KeptPdfs(tmp_path / "file" / "pdfs")
    kept.put("ab", b"data")
    assert kept.get("ab") is None
    kept.drop_unused()
    in_the_way = KeptPdfs(tmp_path / "pdfs")
    (tmp_path / "pdfs" / "ab").mkdir(parents=True)
    in_the_way.put("ab", b"data")
    assert in_the_way.get("ab") is None
    in_the_way.drop_unused()
    assert [entry.name for entry in (tmp_path / "pdfs").iterdir()] == ["ab"]


def test_what_a_build_did_not_ask_for_goes(tmp_path: Path) -> None:
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
