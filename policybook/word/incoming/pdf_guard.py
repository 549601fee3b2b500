"""Refuse a PDF that would take long to read or fill the memory, before it is read.

A file says how its objects are packed in streams. Some streams unpack to a thousand
times their size, and some hold millions of entries.
"""

import re
import zlib

from policybook.word.incoming.package import UnreadableFile

LARGEST_FILE = 50_000_000
#: What tables of objects, and packed objects, may have when unpacked; other streams; all streams.
LARGEST_TABLE, LARGEST_STREAM, LARGEST_ALL = 3_000_000, 30_000_000, 120_000_000
_MOST_OBJECTS = 100_000
_STREAM = re.compile(rb"stream\r?\n")
_OBJECT = re.compile(rb"\d[ \t\r\n]+obj\b")
_TABLE = re.compile(rb"/(XRef|ObjStm)\b")
_TWICE = re.compile(rb"/Filter\s*\[\s*/\w+\s*/")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
#: How far before its content a stream's own words may start.
_HEAD = 2_000


def refuse_hostile(data: bytes) -> None:
    """Raise `UnreadableFile` if a stream of the file is far larger than a policy needs."""
    too_large = "It is far larger than any policy. Import the Word file."
    if len(data) > LARGEST_FILE or len(_OBJECT.findall(data)) > _MOST_OBJECTS:
        raise UnreadableFile(too_large)
    total = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _HEAD) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        is_table = bool(_TABLE.search(head))
        if is_table and _TWICE.search(head):
            raise UnreadableFile(too_large)
        if _PICTURE.search(head) or (b"Flate" not in head and b"/Fl" not in head):
            continue
        limit = LARGEST_TABLE if is_table else LARGEST_STREAM
        size = _measure(data, match.end(), limit)
        total += size
        if size > limit or total > LARGEST_ALL:
            raise UnreadableFile(too_large)


def _measure(data: bytes, start: int, limit: int) -> int:
    """Return the size of a stream when unpacked, up to a little more than the limit."""
    unpacker, size, index = zlib.decompressobj(), 0, start
    chunk = data[index : index + 65_536]
    try:
        while chunk and not unpacker.eof and size <= limit:
            size += len(unpacker.decompress(chunk, 1_000_000))
            chunk = unpacker.unconsumed_tail
            if not chunk:
                index += 65_536
                chunk = data[index : index + 65_536]
    except zlib.error:
        return size
    return size
