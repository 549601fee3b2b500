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
_ELSEWHERE = re.compile(rb"/Filter\s*\[?\s*\d")
_FILTER = re.compile(rb"/(\w+Decode|Fl|LZW|RL|A85|AHx)\b")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
#: pypdf unpacks these filters slowly, so that a stream with another may only be small.
_QUICK = {b"FlateDecode", b"Fl", b"DCTDecode", b"JPXDecode", b"CCITTFaxDecode", b"JBIG2Decode"}
LARGEST_SLOW = 2_000_000
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
        head = _ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), head[head.rfind(b" obj") + 1 :])
        filters = set(_FILTER.findall(head))
        is_table, is_picture = bool(_TABLE.search(head)), bool(_PICTURE.search(head))
        is_slow = bool(filters - _QUICK or _ELSEWHERE.search(head))
        length = data.find(b"endstream", match.end()) - match.end()
        limit = LARGEST_TABLE if is_table else LARGEST_STREAM
        size = 0 if is_picture else _measure(data, match.end(), limit)
        total += size
        if (
            (is_table and _TWICE.search(head))
            or (is_slow and not 0 <= length <= LARGEST_SLOW)
            or size > limit
            or total > LARGEST_ALL
        ):
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
