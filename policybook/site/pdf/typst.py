"""Turn a document's plain data into a PDF/UA-1 file, with Typst.

The same input gives the same bytes. Policy text reaches Typst as JSON, never as code.
Typst reads only the folder of fonts. A warning of Typst is an error.
"""

import hashlib
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policybook.site.pdf.object_streams import pack_objects
from policybook.store.objects import Store
from policybook.text import printable

if TYPE_CHECKING:
    from pypdf import PdfReader
    from typst import Compiler


#: How the file is packed after Typst; a part of each PDF's key in the cache.
_PACKING = "object streams 2"


class TypesetError(Exception):
    """A PDF could not be made. The message says why, in one sentence or in Typst's words."""


class Typesetter:
    """Make PDFs. One typesetter serves a whole build, so Typst reads template and fonts once.

    It takes from `store` each PDF that is already there.
    """

    def __init__(self, template: bytes, fonts: str, store: Store | None = None) -> None:
        """Prepare Typst. `fonts` is the path of the folder of fonts.

        Raises `TypesetError` if Typst is not installed.
        """
        try:
            import typst
        except ImportError as fault:
            raise TypesetError(
                "PDFs need the package 'typst', which is not installed or does not run on this "
                "computer. Install it with 'pip install typst==0.15.2', or build with --no-pdf."
            ) from fault
        self._template = template
        self._fonts = fonts
        # The stubs of typst leave this out.
        self._release = str(typst.__version__)  # type: ignore[attr-defined]
        self._kept = store

    @cached_property
    def _compiler(self) -> "Compiler":
        import typst

        bundled = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=[self._fonts]
        )
        return typst.Compiler(
            self._template, root=self._fonts, font_paths=bundled, ignore_system_fonts=True
        )

    @cached_property
    def _form(self) -> bytes:
        """Return a hash of what all PDFs share: the release of Typst, the template, the fonts."""
        form = hashlib.sha256(
            f"{self._release}\0{_PACKING}\0".encode() + hashlib.sha256(self._template).digest()
        )
        for font in sorted(file for file in Path(self._fonts).rglob("*") if file.is_file()):
            form.update(
                f"{font.relative_to(self._fonts).as_posix()}\0".encode()
                + hashlib.sha256(font.read_bytes()).digest()
            )
        return form.digest()

    def pdf(self, document: Mapping[str, Any], images: Mapping[str, bytes] | None = None) -> bytes:
        """Return the file. `images` has the bytes of pictures by their target in the text.

        A character that no font has is printed as its number: `[U+5B66]`. Raises
        `TypesetError` for an unreadable picture, or any warning of Typst.
        """
        pictures = {name: _picture(name, data) for name, data in (images or {}).items()}
        inputs = {
            "document": json.dumps(spell_unprintable(document)),
            "pictures": json.dumps(pictures),
        }
        day = datetime.fromisoformat(document["day"]).replace(tzinfo=UTC)
        if self._kept is None:
            return self._compile_pdf(inputs, day)
        key = hashlib.sha256(
            self._form + json.dumps([inputs, day.isoformat()]).encode()
        ).hexdigest()
        pdf = self._kept.get(key)
        if pdf is None:
            pdf = self._compile_pdf(inputs, day)
            self._kept.put(key, pdf)
        return pdf

    def on_fewest_sides(self, document: Mapping[str, Any], sizes: Sequence[float]) -> bytes:
        """Return the file in the first of `sizes` (points) in which it has one side, or else two.

        The last size is tried with its lines closer together too. If the file is longer in all
        of them, it has the first size. Raises `TypesetError`.
        """
        looks = [*({"size": size} for size in sizes), {"size": sizes[-1], "tight": True}]
        largest = self.pdf({**document, **looks[0]})
        made = [largest]
        for look in looks[1:]:
            if _count_sheets(made[-1]) == 1:
                break
            made.append(self.pdf({**document, **look}))
        sides = [(_count_sheets(pdf), pdf) for pdf in made]
        fits = (pdf for most in (1, 2) for count, pdf in sides if count <= most)
        return next(fits, largest)

    def first_that_fits(
        self, documents: Iterable[Mapping[str, Any]], fits: Callable[[bytes], bool]
    ) -> bytes:
        """Return the file of the first document that `fits`, or else that of the last.

        Raises `TypesetError`, and `ValueError` without a document.
        """
        pdf = None
        for document in documents:
            pdf = self.pdf(document)
            if fits(pdf):
                return pdf
        if pdf is None:
            raise ValueError("there is no document")
        return pdf

    def _compile_pdf(self, inputs: dict[str, str], day: datetime) -> bytes:
        try:
            result, warnings = self._compiler.compile_with_warnings(
                self._template,
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=["ua-1"],
                timestamp=day,
            )
        # TypstError is a RuntimeError.
        except RuntimeError as fault:
            raise TypesetError(_describe_failure(fault)) from fault
        except BaseException as fault:
            # Typst raises this when it crashes. The class is not importable.
            if type(fault).__name__ == "PanicException":
                raise TypesetError(f"The PDF renderer broke down: {fault}") from fault
            raise
        if warnings:
            raise TypesetError("; ".join(_describe_failure(w) for w in warnings))
        if not isinstance(result, bytes):
            raise TypesetError("Typst returned no file.")
        return pack_objects(result)


def count_sheets_before(pdf: bytes, heading: str) -> int | None:
    """Return how many sheets come before that of a heading; None if no heading is called so."""
    reader = _open_pdf(pdf)
    for entry in reader.outline:
        if not isinstance(entry, list) and entry.title == heading:
            return reader.get_destination_page_number(entry)
    return None


def _count_sheets(pdf: bytes) -> int:
    return len(_open_pdf(pdf).pages)


def _open_pdf(pdf: bytes) -> "PdfReader":
    import pypdf  # A build without PDFs does not need it.

    return pypdf.PdfReader(io.BytesIO(pdf))


#: PNG, JPEG, GIF, WebP.
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def _picture(name: str, data: bytes) -> str:
    """Return the bytes as characters 0 to 255, which JSON can carry."""
    if not data.startswith(_SIGNATURES) and b"<svg" not in data[:4096]:
        raise TypesetError(f"The picture '{name}' is not a PNG, JPEG, GIF, WebP or SVG file.")
    return data.decode("latin-1")


def _describe_failure(problem: Exception) -> str:
    """Return Typst's message with its hints."""
    return ". ".join([str(getattr(problem, "message", problem)), *getattr(problem, "hints", ())])


def spell_unprintable(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return plain data in which each character without a glyph is spelt, such as `[U+5B66]`.

    Characters that nobody sees anyway stay.
    """
    text = json.dumps(document, ensure_ascii=False)
    if "\\u" not in text and not _find_missing(text):
        return document
    return {name: _spell(value) for name, value in document.items()}


def _spell(value: Any) -> Any:
    """Return a value with its strings spelt out, whatever its form."""
    if isinstance(value, str):
        missing = _find_missing(value)
        return value.translate({ord(c): f"[U+{ord(c):04X}]" for c in missing}) if missing else value
    if isinstance(value, Mapping):
        return {name: _spell(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_spell(part) for part in value]
    return value


def _find_missing(text: str) -> set[str]:
    """Return the characters of a text that would be seen if a font had them, and controls."""
    return {c for c in printable.find_unsupported(text) if unicodedata.category(c) != "Cf"}
