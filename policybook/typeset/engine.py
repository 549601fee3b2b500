"""A document's plain data -> the bytes of a PDF/UA-1 file, by Typst. The same input gives the same bytes.

Policy text reaches Typst as JSON, never as code, and nothing is read but the fonts' folder.
A warning of Typst is a failure.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any


class TypesetError(Exception):
    """A PDF could not be made; the message says why, in one sentence or in Typst's words."""


class Typesetter:
    """Made once a build: Typst reads template and fonts once. `fonts` is the path of the folder with the fonts."""

    def __init__(self, template: bytes, fonts: str) -> None:
        """Raise `TypesetError` where Typst is not installed."""
        try:
            import typst
        except ImportError as fault:
            raise TypesetError(
                "PDFs need the package 'typst', which is not installed or does not run on this computer. "
                "Install it with 'pip install typst==0.15.2', or build with --no-pdf."
            ) from fault
        self._template = template
        bundled = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[fonts])
        self._compiler = typst.Compiler(template, root=fonts, font_paths=bundled, ignore_system_fonts=True)

    def pdf(self, document: Mapping[str, Any], images: Mapping[str, bytes] | None = None) -> bytes:
        """Return the file. `images` holds the bytes of pictures by their target as written in the text.

        Raises `TypesetError` for a character that no font has, a picture that cannot be read, and any warning of Typst.
        """
        pictures = {name: _picture(name, data) for name, data in (images or {}).items()}
        inputs = {"document": json.dumps(document), "pictures": json.dumps(pictures)}
        day = datetime.fromisoformat(document["day"]).replace(tzinfo=UTC)
        try:
            result, warnings = self._compiler.compile_with_warnings(
                self._template, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=day
            )
        except RuntimeError as fault:  # TypstError is one
            raise TypesetError(_told(fault)) from fault
        except BaseException as fault:
            if (
                type(fault).__name__ == "PanicException"
            ):  # Typst broke down; Python knows no class of that name to catch
                raise TypesetError(f"The PDF renderer broke down: {fault}") from fault
            raise
        if warnings:
            raise TypesetError("; ".join(_told(w) for w in warnings))
        if not isinstance(result, bytes):
            raise TypesetError("Typst returned no file.")
        return result


_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")  # PNG, JPEG, GIF, WebP


def _picture(name: str, data: bytes) -> str:
    """The bytes as characters 0 to 255, which JSON can carry."""
    if not data.startswith(_SIGNATURES) and b"<svg" not in data[:4096]:
        raise TypesetError(f"The picture '{name}' is not a PNG, JPEG, GIF, WebP or SVG file.")
    return data.decode("latin-1")


def _told(problem: Exception) -> str:
    """Typst's message with its hints."""
    return ". ".join([str(getattr(problem, "message", problem)), *getattr(problem, "hints", ())])
