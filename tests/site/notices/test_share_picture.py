"""The picture of a link in messages: its size, its name, its crest, and the same bytes twice."""

import io
from pathlib import Path

import pytest
from PIL import Image

from policybook.site.notices.share_picture import SIZE, draw_share_picture

FONTS = Path(__file__).parents[3] / "templates" / "pdf" / "fonts"


def draw(name: str = "Hill View School", colour: str = "#303f9f", crest: bytes = b"") -> bytes:
    return draw_share_picture(name, colour, crest, FONTS)


def open_picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def make_crest() -> bytes:
    written = io.BytesIO()
    Image.new("RGBA", (50, 80), "#ff0000").save(written, "PNG")
    return written.getvalue()


def test_size_and_colour() -> None:
    picture = open_picture(draw())
    assert (picture.size, picture.getpixel((5, 5))) == (SIZE, (0x30, 0x3F, 0x9F))


def test_light_colour_is_darkened() -> None:
    picture = open_picture(draw(colour="#ffee00"))
    assert sum(picture.getpixel((5, 5))) < sum((0xFF, 0xEE, 0))


def test_crest_is_pasted() -> None:
    picture = open_picture(draw(crest=make_crest()))
    colours = {colour for _, colour in picture.getcolors(1_000_000)}
    assert (255, 0, 0) in colours


@pytest.mark.parametrize("crest", [b"<svg/>", b"no picture", make_crest()[:40]])
def test_unreadable_crest_is_left_out(crest: bytes) -> None:
    assert draw(crest=crest) == draw()


def test_long_name_stays_inside() -> None:
    picture = open_picture(draw("The Very Long Name of a Church School " * 4))
    edge = {picture.getpixel((SIZE[0] - 3, y)) for y in range(SIZE[1])}
    assert edge == {(0x30, 0x3F, 0x9F)}


def test_same_bytes_twice() -> None:
    assert draw() == draw()
