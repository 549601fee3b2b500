"""Turn the codes of a PDF's font into characters, and say how wide each is.

A font says itself what its codes mean (`ToUnicode`), or names an encoding. A code that
means nothing becomes U+FFFD, so that it is counted and never lost.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pypdf._codecs.adobe_glyphs import adobe_glyphs

#: Codes that one font may name.
_MOST_CODES = 70_000
#: How much of a `ToUnicode` is read.
_MOST_BYTES = 2_000_000
UNKNOWN = "\ufffd"
_BLOCK = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>|(\[)|(\])")
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFont:
    """A font: what its codes mean, how wide they are in thousandths, and how it looks."""

    code_length: int = 1
    characters: Mapping[int, str] = field(default_factory=dict)
    widths: Mapping[int, float] = field(default_factory=dict)
    usual_width: float = 500
    bold: bool = False
    italic: bool = False

    def read(self, codes: bytes) -> Iterator[tuple[str, float]]:
        """Yield the characters and the width of each code."""
        for start in range(0, len(codes), self.code_length):
            code = int.from_bytes(codes[start : start + self.code_length])
            yield self.characters.get(code, UNKNOWN), self.widths.get(code, self.usual_width)


def read_font(font: Mapping[str, Any]) -> PdfFont:
    """Return a font by its dictionary. Raise what pypdf raises for a damaged file."""
    is_composite = font.get("/Subtype") == "/Type0"
    parts = font.get("/DescendantFonts")
    inner = parts[0].get_object() if is_composite and parts else font
    characters, length = _read_meanings(font, is_composite)
    widths, usual = _read_wide(inner) if is_composite else _read_narrow(font)
    descriptor = inner.get("/FontDescriptor", {})
    name, flags = str(font.get("/BaseFont", "")).lower(), int(descriptor.get("/Flags", 0) or 0)
    return PdfFont(
        code_length=length,
        characters=characters,
        widths=widths,
        usual_width=usual,
        bold="bold" in name or "black" in name or bool(flags & 1 << 18),
        italic="italic" in name or "oblique" in name or bool(flags & 1 << 6),
    )


def _read_meanings(font: Mapping[str, Any], is_composite: bool) -> tuple[dict[int, str], int]:
    """Return the characters of the codes, and how many bytes a code has."""
    length = 2 if is_composite else 1
    characters = {} if is_composite else _read_encoding(font.get("/Encoding"))
    stream = font.get("/ToUnicode")
    if stream is not None and hasattr(stream, "get_data"):
        meanings, code_length = read_unicode_map(stream.get_data()[:_MOST_BYTES])
        characters |= meanings
        length = code_length if is_composite and code_length else length
    return {
        code: ("•" if len(text) == 1 and "\uf000" <= text <= "\uf0ff" else text.replace("\0", ""))
        for code, text in characters.items()
    }, length


def read_unicode_map(data: bytes) -> tuple[dict[int, str], int]:
    """Return what a `ToUnicode` says of each code, and the length of a code, 0 if unsaid."""
    characters, length = dict[int, str](), 0
    for block in _BLOCK.finditer(data):
        tokens = [m[0][:1] if m[1] is None else _hex(m[1]) for m in _TOKEN.finditer(block[2])]
        if block[1] == b"codespacerange" and tokens:
            length = len(tokens[0])
        elif block[1] == b"bfchar":
            for code, text in zip(tokens[::2], tokens[1::2], strict=False):
                characters[int.from_bytes(code)] = _utf16(text)
        elif block[1] == b"bfrange":
            _read_ranges(tokens, characters)
        if len(characters) > _MOST_CODES:
            break
    return characters, length if length in (1, 2, 3, 4) else 0


def _read_ranges(tokens: list[bytes], characters: dict[int, str]) -> None:
    """Add what ranges of codes mean: `<01> <05> <0041>`, or a list in place of the last."""
    index, left = 0, _MOST_CODES
    while index + 2 < len(tokens) and left > 0:
        first, last = int.from_bytes(tokens[index]), int.from_bytes(tokens[index + 1])
        last = min(last, first + left)
        left -= max(last - first, 0) + 1
        if tokens[index + 2] == b"[":
            end = next((n for n in range(index, len(tokens)) if tokens[n] == b"]"), len(tokens))
            texts = tokens[index + 3 : end]
            characters |= {first + n: _utf16(t) for n, t in enumerate(texts) if first + n <= last}
            index = end + 1
            continue
        start = _utf16(tokens[index + 2]) or UNKNOWN
        for code in range(first, last + 1):
            point = ord(start[-1]) + code - first
            characters[code] = start[:-1] + (chr(point) if point < 0x110000 else UNKNOWN)
        index += 3


def _hex(digits: bytes) -> bytes:
    """Return the bytes of hexadecimal digits. A last single digit counts as if 0 followed."""
    text = b"".join(digits.split())
    return bytes.fromhex((text + b"0" * (len(text) % 2)).decode())


def _utf16(data: bytes) -> str:
    text = data.decode("utf-16-be", "replace") if len(data) > 1 else data.decode("latin-1")
    return text or UNKNOWN


def _read_encoding(encoding: Any) -> dict[int, str]:
    """Return what the codes of a simple font mean by its encoding."""
    is_table = hasattr(encoding, "get")
    name = str(encoding.get("/BaseEncoding", "") if is_table else encoding or "")
    codec = _CODECS.get(name, "cp1252")
    characters = {code: bytes([code]).decode(codec, "replace") for code in range(256)}
    code = 0
    for item in encoding.get("/Differences", ()) if is_table else ():
        if isinstance(item, int):
            code = int(item)
        else:
            characters[code] = name_character(str(item).removeprefix("/"))
            code += 1
    return characters


def name_character(name: str) -> str:
    """Return the character of a glyph's name: `eacute`, `quoteright`, `uni20AC`, `g12` is none."""
    stem = name.partition(".")[0]
    if character := adobe_glyphs.get(f"/{stem}"):
        is_ligature = "\ufb00" <= character <= "\ufb06"
        return unicodedata.normalize("NFKC", character) if is_ligature else character
    if match := re.fullmatch(r"(?:uni|u)([0-9A-F]{4,6})", stem):
        return chr(int(match[1], 16)) if int(match[1], 16) < 0x110000 else UNKNOWN
    return UNKNOWN


def _read_narrow(font: Mapping[str, Any]) -> tuple[dict[int, float], float]:
    first = int(font.get("/FirstChar", 0) or 0)
    widths = list(font.get("/Widths", ()))[:256]
    return {first + n: float(width) for n, width in enumerate(widths) if _is_number(width)}, 500


def _read_wide(font: Mapping[str, Any]) -> tuple[dict[int, float], float]:
    """Return the widths of a composite font: `12 [500 600]` or `12 20 500`."""
    widths, items, index = dict[int, float](), list(font.get("/W", ())), 0
    left = _MOST_CODES
    while index + 1 < len(items) and left > 0:
        first, second = items[index], items[index + 1].get_object()
        if isinstance(second, list):
            widths |= {int(first) + n: float(w) for n, w in enumerate(second) if _is_number(w)}
            left -= len(second)
            index += 2
        elif index + 2 < len(items):
            for code in range(int(first), min(int(second), int(first) + left) + 1):
                widths[code] = float(items[index + 2])
                left -= 1
            index += 3
        else:
            break
    return widths, float(font.get("/DW", 1000) or 1000)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)
