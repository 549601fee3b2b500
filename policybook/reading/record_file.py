"""Turn the bytes of a record into its lines, however a program has saved them.

A program may add a byte order mark or empty lines at the end, change the line ends, save
as UTF-16, or take away the last line end. None of these makes a word doubtful. This module
must not know what a line says.
"""

import codecs
import re
from dataclasses import dataclass

from policybook.text import encodings

#: What Git leaves in a file that two people changed.
_MERGE_MARK = re.compile(rb"(?:<{7}|\|{7}|={7}|>{7})(?: .*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """The lines of a record, without their ends.

    `is_open` says that the last line has no line end. `marks` are the lines, from 1, that
    Git left; they are not among `lines`. `cause` says why nothing can be read.
    """

    lines: tuple[bytes, ...] = ()
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
    text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    *lines, rest = text.split(b"\n")
    while not rest and len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    if rest:
        lines.append(rest)
    marks = tuple(n for n, line in enumerate(lines, 1) if _MERGE_MARK.fullmatch(line))
    words = tuple(line for n, line in enumerate(lines, 1) if n not in marks)
    return RecordFile(lines=words, is_open=bool(rest), marks=marks)


def tidy(data: bytes) -> bytes:
    """Return the record in UTF-8, with a line end after each line. Sound bytes stay as they are."""
    has_lines = b"\0" not in data and b"\r" not in data.replace(b"\r\n", b"")
    if has_lines and (data.endswith(b"\n") or not data.removeprefix(codecs.BOM_UTF8)):
        blank = re.search(rb"\n((?:\r?\n)+)\Z", data)
        return data[: blank.start(1)] if blank else data
    return b"".join(line + b"\n" for line in split(data).lines)
