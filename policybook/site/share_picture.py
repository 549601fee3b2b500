"""Draw the picture that a link to the site shows in messages: the school's name and crest.

It has the school's colour. Its size is the one that messengers ask for, 1200 x 630.
"""

import io
import textwrap
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from policybook.text import contrast

SIZE = (1200, 630)
_MARGIN, _CREST = 90, 180
_WHAT = "School policies"
_WHITE, _PALE = "#ffffff", "#e8eaf8"
#: Letters of the name on a line, and the most lines.
_LONGEST, _LINES = 22, 3


def draw_share_picture(name: str, colour: str, crest: bytes, fonts: Path) -> bytes:
    """Return the picture as PNG. `crest` is the bytes of a picture, or empty.

    A crest that cannot be read, such as a drawing of lines, is left out. The same input
    gives the same bytes.
    """
    picture = Image.new("RGB", SIZE, contrast.darken(colour, (_WHITE,)))
    pen = ImageDraw.Draw(picture)
    top = _paste_crest(picture, crest)
    bold = ImageFont.truetype(fonts / "NotoSans-Bold.ttf", 84)
    plain = ImageFont.truetype(fonts / "NotoSans-Regular.ttf", 48)
    for line in _lines(name):
        pen.text((_MARGIN, top), line, font=bold, fill=_WHITE)
        top += 104
    pen.text((_MARGIN, top + 24), _WHAT, font=plain, fill=_PALE)
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=False)
    return written.getvalue()


def _lines(name: str) -> Sequence[str]:
    return textwrap.wrap(name, _LONGEST, max_lines=_LINES, placeholder=" …") or [name]


def _paste_crest(picture: Image.Image, crest: bytes) -> int:
    """Paste the crest at the top. Return where the words begin."""
    top = _MARGIN
    try:
        with Image.open(io.BytesIO(crest)) as opened:
            small = opened.convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError):
        return top + 60
    small.thumbnail((_CREST * 3, _CREST))
    picture.paste(small, (_MARGIN, top - 20), small)
    return top + _CREST
