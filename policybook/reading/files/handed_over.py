"""Judge the files that are published beside ordinary pages: each is what its name says.

A browser and a reader trust the name. A program named `letter.pdf` is not published.
Pictures are published with their pixels alone.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath

from policybook.reading.files import clean_pictures, layout

#: The largest file that is published beside an ordinary page.
LARGEST = 100_000_000
_SIGNS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".gif": b"GIF8",
    ".webp": b"RIFF",
    ".ico": b"\0\0\1\0",
}
#: A part of the archive that each kind has.
_PARTS = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
}
_TYPES = {".odt": "opendocument.text", ".ods": "opendocument.spreadsheet"}
#: A PDF may have a few bytes before its head (ISO 32000-2, annex I).
_PDF_HEAD = 1024


def find_fault(path: str, data: bytes) -> str:
    """Return why a file is not what its name says; empty if it is."""
    suffix = PurePosixPath(path).suffix.lower()
    if len(data) > LARGEST:
        return f"it is larger than {LARGEST // 1_000_000} MB"
    if _is_of_kind(suffix, data):
        return ""
    if data.startswith((b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")):
        return "it is a program"
    kind = suffix.lstrip(".").upper() or "text"
    return f"it is not a {kind} file" if data else "it is empty"


def take_content(path: str, data: bytes) -> bytes | None:
    """Return what is published of a file; None if it is not published."""
    if find_fault(path, data):
        return None
    is_picture = PurePosixPath(path).suffix.lower() in layout.PICTURES
    return clean_pictures.clean(data) if is_picture else data


def _is_of_kind(suffix: str, data: bytes) -> bool:
    if suffix == ".pdf":
        return b"%PDF-" in data[:_PDF_HEAD] and not data.startswith((b"MZ", b"\x7fELF", b"#!"))
    if suffix in _PARTS:
        return _is_archive(suffix, data)
    if suffix in _SIGNS:
        is_whole: Callable[[bytes], object] = bytes if suffix == ".ico" else clean_pictures.clean
        return data.startswith(_SIGNS[suffix]) and bool(is_whole(data))
    return _is_text(data)


def _is_archive(suffix: str, data: bytes) -> bool:
    """Return whether the file is an archive with the parts of its kind, and nothing before it."""
    if not data.startswith(b"PK\3\4"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if suffix in _TYPES:
                info = archive.getinfo("mimetype")
                kind = archive.read(info).decode("ascii", "replace") if info.file_size < 99 else ""
                return _TYPES[suffix] in kind and _PARTS[suffix] in names
            return {"[Content_Types].xml", _PARTS[suffix]} <= names
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, OSError, ValueError):
        return False


def _is_text(data: bytes) -> bool:
    """Return whether the file is words: no byte that only programs and pictures have."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte in data for byte in b"\0\1\2\3\4\5\6\x0e\x0f\x10\x7f") and not (
        data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html", b"<script", b"#!"))
    )
