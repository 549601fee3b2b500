"""Read SVG drawings by a list of what they may hold: shapes and words, nothing that acts.

A drawing with anything else is not shown. Notes of drawing programs are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_LARGEST = 1_000_000
_MOST_PARTS = 20_000
_DEEPEST = 60
_SHAPES = frozenset(
    """
    svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title
    desc linearGradient radialGradient stop clipPath mask pattern marker style
    """.split()
)
#: What drawing programs note for themselves. It has no shapes.
_NOTES = frozenset(["metadata", "namedview"])
_ATTRIBUTES = frozenset(
    """
    id class style transform viewBox width height version preserveAspectRatio x y x1 y1 x2 y2 cx
    cy r rx ry dx dy d points fx fy offset rotate textLength lengthAdjust startOffset href fill
    fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility overflow
    clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits stop-color stop-opacity
    gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
    marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient
    font-family font-size font-style font-weight font-variant font-stretch text-anchor
    text-decoration letter-spacing word-spacing dominant-baseline alignment-baseline
    baseline-shift writing-mode direction paint-order vector-effect shape-rendering text-rendering
    pointer-events role
    """.split()
)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*>")
#: A style or value that would load something, or run it.
_ACTS = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:|\\", re.IGNORECASE)

ElementTree.register_namespace("", _SVG)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that is ready to show: `data`; or `fault`, which says why it is not."""

    data: bytes = b""
    fault: str = ""


@lru_cache(maxsize=64)
def read_drawing(data: bytes) -> Drawing:
    """Return a drawing without anything but shapes and words. Never raise."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Drawing(fault="it is not in UTF-8")
    if len(data) > _LARGEST:
        return Drawing(fault="it is larger than 1 MB")
    text = _DOCTYPE.sub("", text, count=1)
    if "<!ENTITY" in text or "<!DOCTYPE" in text:
        return Drawing(fault="it declares entities")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        return Drawing(fault=f"it is damaged ({error})")
    if root.tag != f"{{{_SVG}}}svg":
        return Drawing(fault="it is no SVG drawing")
    fault = next(_find_faults(root), "")
    return Drawing(fault=fault) if fault else Drawing(data=ElementTree.tostring(root))


def _find_faults(root: ElementTree.Element) -> Iterator[str]:
    """Yield what a drawing may not hold, and remove the notes of drawing programs."""
    waiting = [(root, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if depth > _DEEPEST or count > _MOST_PARTS:
            yield "it has too many parts"
            return
        yield from _check_values(part)
        for child in list(part):
            space, _, name = str(child.tag).rpartition("}")
            if space != f"{{{_SVG}" or name in _NOTES:
                part.remove(child)
            elif name in _SHAPES:
                waiting.append((child, depth + 1))
            else:
                yield f"it holds <{name}>"


def _check_values(part: ElementTree.Element) -> Iterator[str]:
    """Yield what the attributes and the style of a part may not hold. Remove unknown ones."""
    if part.tag == f"{{{_SVG}}}style" and _ACTS.search(part.text or ""):
        yield "its style loads something"
    for name, value in list(part.attrib.items()):
        if name.lower().startswith("on"):
            yield f"it holds a program ({name})"
        elif name in ("href", _XLINK) and not value.startswith("#"):
            yield "it loads something from another place"
        elif _ACTS.search(value):
            yield f"its {name} loads something"
        elif name not in _ATTRIBUTES and name != _XLINK:
            del part.attrib[name]
