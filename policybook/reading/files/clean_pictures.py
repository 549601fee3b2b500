"""Turn a picture's file into one with its pixels alone: what the site publishes.

A photograph says where, when and with what it was taken. Programs add words, small
copies and cut-off parts. Nothing of that is published: a file is written anew out of
the blocks that pixels, colours and movement need. The pixels stay bit for bit, unless
the file asks to be turned. This module must not know a policy.
"""

import io
import warnings
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache

from policybook.reading.files import svg_drawings

#: Blocks of a PNG (third edition) for pixels, colours and movement.
_PNG_BLOCKS = frozenset(
    b"IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split()
)
#: Blocks of a WebP (RFC 9649), and the bits of its head that promise Exif and XMP.
_WEBP_BLOCKS = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
_WEBP_PROMISES = 0b1100
#: Segments of a JPEG (ITU T.81) without which it cannot be decoded: tables and frames.
_JPEG_TABLES = frozenset([*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF])
#: The Exif tag that says how to turn a picture.
_ORIENTATION = 0x0112
_GOOD = 92
#: What the pixels of one picture may take: 25 million of them, at 8 bytes each.
_MOST_MEGABYTES = 250


class UnreadablePictureError(ValueError):
    """The file breaks off, or is not built like a picture of its kind."""


@lru_cache(maxsize=64)
def clean(data: bytes) -> bytes:
    """Return the file of the picture alone; empty if no program could show it. Never raise.

    The same file comes back if it has nothing else. The kind is that of the content,
    whatever the name says.
    """
    cleaners: dict[bytes, Callable[[bytes], bytes]] = {
        b"\x89PNG": _clean_png,
        b"\xff\xd8\xff": _clean_jpeg,
        b"GIF8": _clean_gif,
        b"RIFF": _clean_webp,
    }
    cleaner = next((c for start, c in cleaners.items() if data.startswith(start)), None)
    if cleaner is None:
        return svg_drawings.read_drawing(data).data
    try:
        cleaned = cleaner(data)
    except (UnreadablePictureError, IndexError, zlib.error):
        return _draw_anew(data, must_turn=False)
    if cleaned != data and (turned := _draw_anew(data, must_turn=True)):
        return turned
    return cleaned


def _draw_anew(data: bytes, *, must_turn: bool) -> bytes:
    """Return the picture encoded anew, turned as it asks; empty if it cannot be decoded.

    With `must_turn`, return nothing either if it need not be turned.
    """
    # Pillow is slow to import, so it is loaded only for pictures with something to remove.
    from PIL import Image, ImageOps

    try:
        with (
            warnings.catch_warnings(),
            Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP")) as picture,
        ):
            warnings.simplefilter("ignore")
            is_turned = picture.getexif().get(_ORIENTATION, 1) not in (0, 1)
            if must_turn and (not is_turned or getattr(picture, "n_frames", 1) > 1):
                return b""
            drawn = ImageOps.exif_transpose(picture)
            profile = picture.info.get("icc_profile")
            drawn.info = {n: v for n, v in drawn.info.items() if n == "transparency"}
            out = io.BytesIO()
            better = {} if picture.format in ("PNG", "GIF") else {"quality": _GOOD}
            drawn.save(out, format=picture.format, icc_profile=profile, **better)
    except Exception:  # a damaged picture raises errors of many kinds
        return b""
    return out.getvalue()


# ---------- PNG


def _clean_png(data: bytes) -> bytes:
    """Return a PNG up to its end, with the blocks that it needs."""
    out = [data[:8]]
    pixels: list[bytes] = []
    place, kind = 8, b""
    while kind != b"IEND":
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        block = data[place : place + size + 12]
        if len(block) < size + 12:
            raise UnreadablePictureError(kind)
        place += size + 12
        if kind == b"IDAT":
            pixels.append(block[8:-4])
        elif kind in _PNG_BLOCKS:
            if pixels and (rest := _find_rest(b"".join(pixels))):
                stream = b"".join(pixels)
                out += [_write_png_block(b"IDAT", stream[: len(stream) - rest])]
            elif pixels:
                out += [_write_png_block(b"IDAT", part) for part in pixels]
            pixels = []
            out.append(block)
    return b"".join(out)


def _find_rest(stream: bytes) -> int:
    """Return how many bytes follow the end of a compressed stream."""
    reader = zlib.decompressobj()
    waiting = stream
    for _ in range(_MOST_MEGABYTES):
        if reader.eof or not waiting:
            break
        reader.decompress(waiting, 1 << 20)
        waiting = reader.unconsumed_tail
    else:
        raise UnreadablePictureError(len(stream))
    return len(reader.unused_data)


def _write_png_block(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + check


# ---------- JPEG


def _clean_jpeg(data: bytes) -> bytes:
    """Return a JPEG up to the end of its first picture, with the segments that it needs."""
    out = [data[:2]]
    place = 2
    while True:
        while data[place : place + 2] == b"\xff\xff":
            place += 1
        if data[place] != 0xFF:
            raise UnreadablePictureError(place)
        marker = data[place + 1]
        if marker == 0xD9:
            return b"".join([*out, b"\xff\xd9"])
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        segment = data[place:end]
        if len(segment) < 4 or end > len(data):
            raise UnreadablePictureError(place)
        out.append(_clean_segment(marker, segment))
        place = end
        if marker == 0xDA:
            place = _find_marker(data, end)
            out.append(data[end:place])


def _clean_segment(marker: int, segment: bytes) -> bytes:
    """Return a segment of a JPEG, without a small copy of the picture; empty if not needed."""
    content = segment[4:]
    if marker == 0xE0 and content.startswith(b"JFIF\0"):
        return b"\xff\xe0\x00\x10" + content[:12] + b"\0\0"
    is_needed = (
        marker in _JPEG_TABLES
        or (marker == 0xE2 and content.startswith(b"ICC_PROFILE\0"))
        or (marker == 0xEE and content.startswith(b"Adobe"))
    )
    return segment if is_needed else b""


def _find_marker(data: bytes, place: int) -> int:
    """Return the place of the marker that ends a scan."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            raise UnreadablePictureError(place)
        if data[place + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return place
        place += 1 if data[place + 1] == 0xFF else 2


# ---------- GIF


def _clean_gif(data: bytes) -> bytes:
    """Return a GIF up to its end, with its pictures, their times and how often they repeat."""
    place = 13 + _table_size(data[10])
    out = [data[:place]]
    while data[place] != 0x3B:
        if data[place] == 0x2C:
            start = place + 10 + _table_size(data[place + 9]) + 1
        elif data[place] == 0x21:
            start = place + 2
        else:
            raise UnreadablePictureError(place)
        parts = list(_read_parts(data, start))
        end = start + sum(len(part) + 1 for part in parts) + 1
        if data[place] == 0x2C or data[place + 1] == 0xF9:
            out.append(data[place:end])
        elif parts and parts[0] in (b"NETSCAPE2.0", b"ANIMEXTS1.0") and len(parts) > 1:
            head = data[place : start + len(parts[0]) + 1]
            out.append(head + bytes([len(parts[1])]) + parts[1] + b"\0")
        place = end
    return b"".join([*out, b";"])


def _table_size(packed: int) -> int:
    """Return the size of a table of colours in bytes."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _read_parts(data: bytes, place: int) -> Iterator[bytes]:
    """Yield the parts of a block of a GIF."""
    while size := data[place]:
        part = data[place + 1 : place + 1 + size]
        if len(part) < size:
            raise UnreadablePictureError(place)
        yield part
        place += size + 1


# ---------- WebP


def _clean_webp(data: bytes) -> bytes:
    """Return a WebP with the blocks that it needs, and without promises of others."""
    if data[8:12] != b"WEBP":
        raise UnreadablePictureError(data[8:12])
    blocks = b"".join(_clean_webp_blocks(data, 12, 8 + int.from_bytes(data[4:8], "little")))
    return b"RIFF" + (len(blocks) + 4).to_bytes(4, "little") + b"WEBP" + blocks


def _clean_webp_blocks(data: bytes, place: int, last: int) -> Iterator[bytes]:
    while place < last:
        kind, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        block = data[place : place + 8 + size]
        if len(block) < size + 8 or place + 8 + size > last:
            raise UnreadablePictureError(place)
        place += 8 + size + size % 2
        if kind == b"VP8X":
            block = block[:8] + bytes([block[8] & ~_WEBP_PROMISES]) + block[9:]
        elif kind == b"ANMF":
            inner = b"".join(_clean_webp_blocks(block, 24, len(block)))
            block = b"ANMF" + (16 + len(inner)).to_bytes(4, "little") + block[8:24] + inner
        if kind in _WEBP_BLOCKS:
            yield block + b"\0" * (len(block) % 2)
