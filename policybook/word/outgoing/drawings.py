"""Put pictures into a Word file, each with the words that describe it."""

from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import count
from pathlib import PurePosixPath

from PIL import Image

from policybook.word.outgoing.xml_parts import NAMESPACES, Element, make

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
        extent = {"cx": str(int(width * _PIXEL * scale)), "cy": str(int(height * _PIXEL * scale))}
        number, name = str(next(self._ids)), PurePosixPath(target).name
        relation = self._add(data, kind)
        return make("w:drawing", None, _inline(number, name, words, relation, extent))


def _read_size(data: bytes) -> tuple[str, int, int] | None:
    """Return the format, width and height of a picture, or None if it cannot be shown."""
    try:
        with Image.open(BytesIO(data)) as image:
            kind = _FORMATS.get(image.format or "")
            width, height = image.size
    except Exception:  # a damaged picture raises errors of many kinds
        return None
    return (kind, width, height) if kind and width and height else None


def _inline(
    number: str, name: str, words: str, relation: str, extent: Mapping[str, str]
) -> Element:
    """Return the picture in its line. `words` describe it to people who do not see it."""
    described = {"id": number, "name": name, "descr": words}
    picture = make(
        "pic:pic",
        None,
        make("pic:nvPicPr", None, make("pic:cNvPr", described), make("pic:cNvPicPr")),
        make(
            "pic:blipFill",
            None,
            make("a:blip", {"r:embed": relation}),
            make("a:stretch", None, make("a:fillRect")),
        ),
        make(
            "pic:spPr",
            None,
            make("a:xfrm", None, make("a:off", {"x": "0", "y": "0"}), make("a:ext", extent)),
            make("a:prstGeom", {"prst": "rect"}, make("a:avLst")),
        ),
    )
    return make(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
        make("wp:extent", extent),
        make("wp:docPr", described),
        make("a:graphic", None, make("a:graphicData", {"uri": NAMESPACES["pic"]}, picture)),
    )
