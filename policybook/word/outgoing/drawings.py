"""Put pictures into a Word file, each with the words that describe it."""

from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import count
from pathlib import PurePosixPath

from PIL import Image

from policybook.word.outgoing.xml_parts import Element, fill, quote

#: English metric units of a pixel, and the widest and highest picture on a sheet.
_PIXEL = 9525
_WIDEST, _HIGHEST = 5_700_000, 7_600_000
#: What every program that reads Word files can show.
_FORMATS = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif"}


class Pictures:
    """The pictures of a text by their targets. `add` keeps the bytes in the file."""

    def __init__(self, data: Mapping[str, bytes], add: Callable[[bytes, str], str]) -> None:
        self._data, self._add, self._ids = data, add, count(1)

    def drawing(self, target: str, words: str) -> Element | None:
        """Return the picture as a drawing. Return None if a Word file cannot hold it."""
        data = self._data.get(target)
        size = _read_size(data) if data else None
        if data is None or size is None:
            return None
        kind, width, height = size
        scale = min(1.0, _WIDEST / (width * _PIXEL), _HIGHEST / (height * _PIXEL))
        return fill(
            "picture",
            number=str(next(self._ids)),
            name=quote(PurePosixPath(target).name),
            words=quote(words),
            relation=self._add(data, kind),
            width=str(int(width * _PIXEL * scale)),
            height=str(int(height * _PIXEL * scale)),
        )


def _read_size(data: bytes) -> tuple[str, int, int] | None:
    """Return the format, width and height of a picture, or None if it cannot be shown."""
    try:
        with Image.open(BytesIO(data)) as image:
            kind = _FORMATS.get(image.format or "")
            width, height = image.size
    except Exception:  # a damaged picture raises errors of many kinds
        return None
    return (kind, width, height) if kind and width and height else None
