"""Draw the picture that a link to the site shows in messages: the school's name and crest.

It has the school's colour. Its size is the one that messengers ask for, 1200 x 630. It is
a GIF, because the bytes of a PNG depend on the system's zlib.
"""

import io
import textwrap
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from policybook.text import contrast

SIZE = (1200, 630)
_MARGIN, _CREST = 90, 180
_WHAT = "School policies"
#: Letters of the name on a line, and the most lines.
_LONGEST, _LINES = 22, 3
#: Steps from the colour of the ground to white, and colours of the crest.
_STEPS, _CREST_COLOURS = 16, 200
#: Without this list Pillow would load its readers of every format.
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_Colour = tuple[int, ...]


def draw_share_picture(name: str, colour: str, crest: bytes, fonts: Path) -> bytes:
    """Return the picture. `crest` is the bytes of a picture, or empty.

    A crest that cannot be read, such as a drawing of lines, is left out. The same input
    gives the same bytes.
    """
    ground = ImageColor.getrgb(contrast.darken(colour, ("#ffffff",)))
    small = _read_crest(crest, ground)
    top = _MARGIN + (_CREST if small else 60)
    # In shades of grey: white on black.
    words = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(words)
    bold = ImageFont.truetype(fonts / "NotoSans-Bold.ttf", 84)
    plain = ImageFont.truetype(fonts / "NotoSans-Regular.ttf", 48)
    for line in _lines(name):
        pen.text((_MARGIN, top), line, font=bold, fill=255)
        top += 104
    pen.text((_MARGIN, top + 24), _WHAT, font=plain, fill=235)
    steps = words.point([value * (_STEPS - 1) // 255 for value in range(256)])
    picture = Image.frombytes("P", SIZE, steps.tobytes())
    palette = [part for step in range(_STEPS) for part in _mix(ground, step)]
    if small:
        palette += small.getpalette() or []
        shifted = small.point([min(255, value + _STEPS) for value in range(256)])
        picture.paste(shifted, (_MARGIN, _MARGIN - 20))
    picture.putpalette(palette[: 3 * 256])
    written = io.BytesIO()
    picture.save(written, "GIF")
    return written.getvalue()


def _lines(name: str) -> Sequence[str]:
    return textwrap.wrap(name, _LONGEST, max_lines=_LINES, placeholder=" …") or [name]


def _mix(ground: _Colour, step: int) -> list[int]:
    """Return a colour between the ground and white."""
    return [part + (255 - part) * step // (_STEPS - 1) for part in ground[:3]]


def _read_crest(crest: bytes, ground: _Colour) -> Image.Image | None:
    """Return the crest on the ground, with few colours; None if it cannot be read."""
    try:
        with Image.open(io.BytesIO(crest), formats=_FORMATS) as opened:
            small = opened.convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    small.thumbnail((_CREST * 3, _CREST))
    behind = Image.new("RGBA", small.size, (*ground[:3], 255))
    flat = Image.alpha_composite(behind, small).convert("RGB")
    return flat.quantize(_CREST_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
