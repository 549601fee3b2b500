"""Make a PDF smaller: put its small objects into compressed object streams (PDF 1.5).

Typst writes each tag of a tagged PDF as plain text, which is more than half of a long
redline. Its streams, such as sheets and fonts, are compressed again; what they hold is the same.

The compression is libdeflate's. One release of it gives the same bytes on every machine
(github.com/ebiggers/libdeflate/issues/400). Those of Python's zlib depend on the system's.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import deflate

#: Objects in one stream. A reader unpacks the whole stream for one of them.
_MOST = 500
#: The level of libdeflate that makes the smallest files.
_LEVEL = 12
#: The start of a compressed stream: its entries before and after its length.
_COMPRESSED = re.compile(
    rb"(<<(?:(?!stream).)*?/Length )(\d+)((?:(?!stream).)*?/Filter ?/FlateDecode"
    rb"(?:(?!stream).)*?>>\s*stream\r?\n)",
    re.DOTALL,
)
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref", re.DOTALL)
_SIZE = re.compile(rb"/Size\s+\d+")
_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj\s*$", re.DOTALL)
#: Bytes of an entry of the table, and of the end of the file with its place.
_ENTRY, _TAIL = 20, 64

#: Where an object is: (1, its place in the file, 0), or (2, the stream, its place there).
_Place = tuple[int, int, int]


def pack_objects(pdf: bytes) -> bytes:
    """Return the same document with fewer bytes. The same input gives the same bytes.

    A file in another form than Typst's comes back as it is.
    """
    table = _read_objects(pdf)
    trailer = _TRAILER.search(pdf)
    if not table or trailer is None:
        return pdf
    size = max(table) + 1
    small = {number: body for number, body in table.items() if not body.endswith(b"endstream")}
    written = bytearray(b"%PDF-1.7\n%\x80\x80\x80\x80\n")
    places: dict[int, _Place] = {0: (0, 0, 65535)}
    for number, body in table.items():
        if number not in small:
            places[number] = (1, len(written), 0)
            written += b"%d 0 obj\n%s\nendobj\n" % (number, _compress_again(body))
    for numbers in _groups(list(small)):
        places[size] = (1, len(written), 0)
        places |= {number: (2, size, index) for index, number in enumerate(numbers)}
        written += _object_stream(size, [(number, small[number]) for number in numbers])
        size += 1
    places[size] = (1, len(written), 0)
    rest = _SIZE.sub(b"", trailer[1])
    return bytes(written) + _cross_references(size, places, rest, len(written))


def _read_objects(pdf: bytes) -> dict[int, bytes]:
    """Return the body of each object by its number, in the file's order; empty if unsure."""
    start = _START.search(pdf, max(0, len(pdf) - _TAIL))
    table = _TABLE.match(pdf, int(start[1])) if start else None
    if start is None or table is None:
        return {}
    rows = (pdf[table.end() + _ENTRY * row :][:_ENTRY] for row in range(int(table[1])))
    starts = sorted(int(row[:10]) for row in rows if row[17:18] == b"n")
    objects: dict[int, bytes] = {}
    for first, end in pairwise([*starts, int(start[1])]):
        match = _OBJECT.fullmatch(pdf[first:end])
        if match is None:
            return {}
        objects[int(match[1])] = match[2]
    return objects


def _groups(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(numbers), _MOST):
        yield numbers[first : first + _MOST]


def _object_stream(number: int, objects: Sequence[tuple[int, bytes]]) -> bytes:
    """Return a stream with `objects`: first each number and place, then the bodies."""
    heads, bodies, place = [], [], 0
    for own, body in objects:
        heads.append(b"%d %d" % (own, place))
        bodies.append(body)
        place += len(body) + 1
    head = b" ".join(heads) + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    return _stream(number, entries, head + b"\n".join(bodies))


def _cross_references(
    number: int, places: Mapping[int, _Place], trailer: bytes, start: int
) -> bytes:
    """Return the end of the file: where each object is, what it starts with, and `start`."""
    width = max(3, (start.bit_length() + 7) // 8)
    free = (0, 0, 65535)
    rows = b"".join(
        kind.to_bytes(1) + place.to_bytes(width) + index.to_bytes(2)
        for kind, place, index in (places.get(n, free) for n in range(number + 1))
    )
    entries = b"/Type/XRef/Size %d/W[1 %d 2]%s" % (number + 1, width, trailer)
    return _stream(number, entries, rows) + b"startxref\n%d\n%%%%EOF\n" % start


def _stream(number: int, entries: bytes, data: bytes) -> bytes:
    packed = deflate.zlib_compress(data, _LEVEL)
    head = b"<<%s/Filter/FlateDecode/Length %d>>" % (entries, len(packed))
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, head, packed)


def _compress_again(body: bytes) -> bytes:
    """Return a stream with the same data in fewer bytes; as it is, if that is not sure."""
    start = _COMPRESSED.match(body)
    if start is None:
        return body
    packed = body[start.end() : start.end() + int(start[2])]
    try:
        smaller = deflate.zlib_compress(zlib.decompress(packed), _LEVEL)
    except zlib.error:
        return body
    if len(smaller) >= len(packed):
        return body
    rest = body[start.end() + len(packed) :]
    return b"%s%d%s%s%s" % (start[1], len(smaller), start[3], smaller, rest)
