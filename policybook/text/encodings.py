"""Recognise how a file was saved, if not as UTF-8: as ANSI, or as one of the two Unicodes.

Notepad calls Windows-1252 “ANSI” and UTF-16 “Unicode”.
"""

import codecs
from dataclasses import dataclass

_BYTE_ORDERS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ANSI = "cp1252"


@dataclass(frozen=True, slots=True)
class ForeignText:
    """The text of a file that is not UTF-8, and how it was saved.

    `codec` is empty if that is unknown; then bad bytes are U+FFFD in the text. `index` is
    the first byte that UTF-8 does not allow.
    """

    text: str
    codec: str
    description: str
    index: int = 0


def recognise(data: bytes) -> ForeignText | None:
    """Return what a file says that is not UTF-8; None for UTF-8."""
    if codec := next((codec for mark, codec in _BYTE_ORDERS if data.startswith(mark)), ""):
        text = data.decode(codec, "replace").removeprefix("\ufeff")
        return ForeignText(text, codec, _describe(codec))
    if codec := _find_wide_codec(data):
        return ForeignText(data.decode(codec, "replace"), codec, _describe("utf-16"))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _read_bytes(data, fault.start)
    return None


def _describe(codec: str) -> str:
    name = codec.upper()
    note = " (Notepad calls it Unicode)" if codec == "utf-16" else ""
    return f"the file is saved as {name}{note}"


def _find_wide_codec(data: bytes) -> str:
    """Return the codec of UTF-16 without a mark at its start: every second byte is NUL."""
    half = len(data) // 2
    if half < 2 or b"\0" not in data:
        return ""
    if data[1::2].count(0) > 0.4 * half:
        return "utf-16-le"
    return "utf-16-be" if data[::2].count(0) > 0.4 * half else ""


def _read_bytes(data: bytes, index: int) -> ForeignText:
    """Return the text of a file with bytes that UTF-8 does not allow; the first is at `index`."""
    replaced = data.decode("utf-8", "replace")
    is_mixed = not replaced.replace("\ufffd", "").isascii()
    byte = data[index]
    try:
        text = "" if is_mixed else data.decode(_ANSI)
    except UnicodeDecodeError:
        text = ""
    if not text:
        message = f"the file is not UTF-8 text: byte 0x{byte:02x} has no meaning here"
        return ForeignText(replaced, "", message, index)
    letter = data[index : index + 1].decode(_ANSI)
    message = (
        "the file is saved as ANSI (Windows-1252), not as UTF-8: "
        f"byte 0x{byte:02x} is “{letter}” there"
    )
    return ForeignText(text, _ANSI, message, index)
