"""Pictures as they are published: the same pixels and colours, and nothing else."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageSequence
from PIL.PngImagePlugin import PngInfo

from policybook.reading.files.clean_pictures import clean

SECRET = b"Anna Smith, 12 Mill Lane"
WORDS = SECRET.decode()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def draw(size: tuple[int, int] = (40, 24), start: int = 0) -> Image.Image:
    picture = Image.new("RGB", size)
    picture.putdata([(x * 5 % 256, start, x % 256) for x in range(size[0] * size[1])])
    return picture


def save(kind: str, picture: Image.Image | None = None, **options: Any) -> bytes:
    out = io.BytesIO()
    (picture or draw()).save(out, format=kind, **options)
    return out.getvalue()


def make_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = WORDS  # the description of the picture
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def make_notes() -> PngInfo:
    notes = PngInfo()
    notes.add_text("Author", WORDS)
    notes.add_itxt("XML:com.adobe.xmp", WORDS)
    return notes


def frames(**more: Any) -> dict[str, Any]:
    more_frames = [draw(start=100), draw(start=200)]
    return {"save_all": True, "append_images": more_frames, "duration": 70, "loop": 0, **more}


def insert_segment(data: bytes, marker: int, content: bytes) -> bytes:
    segment = bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content
    return data[:2] + segment + data[2:]


def add_webp_block(data: bytes) -> bytes:
    block = b"NOTE" + len(SECRET).to_bytes(4, "little") + SECRET
    return b"RIFF" + (len(data) - 8 + len(block)).to_bytes(4, "little") + data[8:] + block


def hide_behind_pixels(data: bytes) -> bytes:
    """Put words into the block of the pixels, behind the end of their stream."""
    start = data.index(b"IDAT") - 4
    size = int.from_bytes(data[start : start + 4], "big")
    content = data[start + 8 : start + 8 + size] + SECRET
    check = zlib.crc32(b"IDAT" + content).to_bytes(4, "big")
    block = len(content).to_bytes(4, "big") + b"IDAT" + content + check
    return data[:start] + block + data[start + size + 12 :]


CASES: dict[str, Callable[[], bytes]] = {
    "PNG, words": lambda: save("PNG", pnginfo=make_notes()),
    "PNG, Exif": lambda: save("PNG", exif=make_exif()),
    "PNG, behind its end": lambda: save("PNG") + SECRET,
    "PNG, behind its pixels": lambda: hide_behind_pixels(save("PNG")),
    "PNG, transparent": lambda: save("PNG", draw().convert("RGBA"), pnginfo=make_notes()),
    "PNG, palette": lambda: save("PNG", draw().quantize(), pnginfo=make_notes()),
    "PNG, moving": lambda: save("PNG", pnginfo=make_notes(), **frames()),
    "JPEG, Exif": lambda: save("JPEG", exif=make_exif()),
    "JPEG, XMP": lambda: save("JPEG", xmp=SECRET),
    "JPEG, comment": lambda: save("JPEG", comment=SECRET),
    "JPEG, IPTC": lambda: insert_segment(save("JPEG"), 0xED, b"Photoshop 3.0\0" + SECRET),
    "JPEG, other notes": lambda: insert_segment(save("JPEG"), 0xE7, SECRET),
    "JPEG, small copy": lambda: insert_segment(save("JPEG"), 0xE0, b"JFXX\0" + SECRET),
    "JPEG, second picture": lambda: save("JPEG") + save("JPEG", comment=SECRET),
    "JPEG, progressive": lambda: save("JPEG", progressive=True, comment=SECRET),
    "JPEG, for print": lambda: save("JPEG", draw().convert("CMYK"), comment=SECRET),
    "JPEG, grey": lambda: save("JPEG", draw().convert("L"), comment=SECRET),
    "GIF, comment": lambda: save("GIF", comment=SECRET),
    "GIF, behind its end": lambda: save("GIF") + SECRET,
    "GIF, moving": lambda: save("GIF", comment=SECRET, **frames()),
    "WebP, Exif": lambda: save("WEBP", exif=make_exif()),
    "WebP, XMP": lambda: save("WEBP", xmp=SECRET),
    "WebP, other block": lambda: add_webp_block(save("WEBP", exif=make_exif())),
    "WebP, behind its end": lambda: save("WEBP", lossless=True) + SECRET,
    "WebP, moving": lambda: save("WEBP", xmp=SECRET, lossless=True, **frames()),
    "WebP, transparent": lambda: save("WEBP", draw().convert("RGBA"), xmp=SECRET),
}


def read_frames(data: bytes) -> list[tuple[bytes, object]]:
    with Image.open(io.BytesIO(data)) as picture:
        return [
            (frame.convert("RGBA").tobytes(), frame.info.get("duration"))
            for frame in ImageSequence.Iterator(picture)
        ]


@pytest.mark.parametrize("name", CASES)
def test_notes_go_and_pixels_stay(name: str) -> None:
    data = CASES[name]()
    cleaned = clean(data)
    assert SECRET in data or name == "PNG, Exif" or b"Exif" in data
    assert SECRET not in cleaned and b"Exif" not in cleaned and b"eXIf" not in cleaned
    assert read_frames(cleaned) == read_frames(data)
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_colours_are_kept(kind: str) -> None:
    cleaned = clean(save(kind, icc_profile=PROFILE, exif=make_exif()))
    with Image.open(io.BytesIO(cleaned)) as picture:
        assert picture.info["icc_profile"] == PROFILE


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_turned(kind: str, orientation: int) -> None:
    picture = Image.new("RGB", (64, 32), "white")
    picture.paste("black", (0, 0, 32, 16))
    data = save(kind, picture, exif=make_exif(orientation), icc_profile=PROFILE)
    with Image.open(io.BytesIO(clean(data))) as shown:
        corners = [(1, 1), (-2, 1), (1, -2), (-2, -2)]
        dark = [(x % shown.width, y % shown.height) for x, y in corners]
        values = [sum(shown.convert("RGB").getpixel(place)) < 300 for place in dark]  # type: ignore[arg-type]
        black_corner = {1: 0, 2: 1, 3: 3, 4: 2, 5: 0, 6: 1, 7: 3, 8: 2}[orientation]
        assert values.index(True) == black_corner
        assert (shown.width > shown.height) == (orientation < 5)
        assert not shown.getexif()
        assert shown.info["icc_profile"] == PROFILE


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_clean_file_stays_as_it_is(kind: str) -> None:
    data = save(kind)
    assert clean(clean(data)) == clean(data)
    assert read_frames(clean(data)) == read_frames(data)


def test_drawing_keeps_shapes_alone() -> None:
    notes = "<metadata>Anna Smith, 12 Mill Lane</metadata><!-- Anna Smith, 12 Mill Lane -->"
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg">{notes}<rect width="9"/></svg>'.encode()
    assert b"rect" in clean(drawing) and SECRET not in clean(drawing)


@pytest.mark.parametrize("data", [b"", b"<html>", b"MZ" + bytes(99), b"RIFF\0\0\0\0WAVE", b"GIF8"])
def test_other_files_are_not_published(data: bytes) -> None:
    assert clean(data) == b""


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
@given(data=st.data())
def test_damage_never_raises(kind: str, data: st.DataObject) -> None:
    whole = bytearray(save(kind))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(whole)))
    assert isinstance(clean(bytes(whole[:end])), bytes)


@given(st.binary(max_size=60), st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a"]))
def test_any_bytes_never_raise(rest: bytes, start: bytes) -> None:
    assert isinstance(clean(start + rest), bytes)
