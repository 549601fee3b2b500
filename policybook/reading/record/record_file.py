"""Turn the bytes of a record into its lines, however a program has saved them.

A program may add a byte order mark or empty lines at the end, change the line ends, save
as UTF-16, or take away the last line end. None of these makes a word doubtful. This module
must not know what a line says.
"""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from policybook.text import encodings

#: What Git leaves in a file that two people changed.
_MERGE_MARK = re.compile(rb"(?:<{7}|\|{7}|={7}|>{7})(?: .*)?")


class LinesOfRecord(Sequence[bytes]):
    """The lines of a text without their ends. Each is cut out when somebody asks for it.

    A record has every text that was ever approved, so memory must not hold it twice.
    """

    def __init__(self, text: bytes, places: Sequence[tuple[int, int]]) -> None:
        self._text, self._places = text, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> bytes: ...
    @overload
    def __getitem__(self, place: slice) -> "LinesOfRecord": ...
    def __getitem__(self, place: int | slice) -> "bytes | LinesOfRecord":
        if isinstance(place, slice):
            return LinesOfRecord(self._text, self._places[place])
        start, end = self._places[place]
        return self._text[start:end]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """The lines of a record, without their ends.

    `is_open` says that the last line has no line end. `marks` are the lines, from 1, that
    Git left; they are not among `lines`. `cause` says why nothing can be read.
    """

    lines: Sequence[bytes] = ()
    is_open: bool = False
    marks: tuple[int, ...] = ()
    cause: str = ""


def split(data: bytes) -> RecordFile:
    """Return the lines of a record. Never raise."""
    text = data.removeprefix(codecs.BOM_UTF8)
    foreign = encodings.recognise(text) if b"\0" in text else None
    if foreign and foreign.codec.startswith("utf"):
        if "\ufffd" in foreign.text:
            return RecordFile(cause=f"{foreign.description}, and a part of it cannot be read")
        text = foreign.text.encode("utf-8", "replace")
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    places = _find_lines(text)
    is_open = bool(places) and places[-1][1] == len(text)
    while not is_open and len(places) > 1 and not text[slice(*places[-1])].strip():
        places.pop()
    lines = LinesOfRecord(text, places)
    marks = tuple(n for n, line in enumerate(lines, 1) if _MERGE_MARK.fullmatch(line))
    if marks:
        lines = LinesOfRecord(text, [p for n, p in enumerate(places, 1) if n not in marks])
    return RecordFile(lines=lines, is_open=is_open, marks=marks)


def _find_lines(text: bytes) -> list[tuple[int, int]]:
    """Return where each line starts and ends. After the last line end, nothing is a line."""
    places, start = [], 0
    while (end := text.find(b"\n", start)) >= 0:
        places.append((start, end))
        start = end + 1
    return [*places, (start, len(text))] if start < len(text) else places


def tidy(data: bytes) -> bytes:
    """Return the record in UTF-8, with a line end after each line. Sound bytes stay as they are."""
    has_lines = b"\0" not in data and b"\r" not in data.replace(b"\r\n", b"")
    if has_lines and (data.endswith(b"\n") or not data.removeprefix(codecs.BOM_UTF8)):
        blank = re.search(rb"\n((?:\r?\n)+)\Z", data)
        return data[: blank.start(1)] if blank else data
    return b"".join(line + b"\n" for line in split(data).lines)
