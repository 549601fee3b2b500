"""The names that Word's XML uses (ECMA-376, part 1), for elements and for attributes."""

from lxml import etree

_OPEN = "http://schemas.openxmlformats.org/"
W = f"{{{_OPEN}wordprocessingml/2006/main}}"
RELATION = f"{{{_OPEN}officeDocument/2006/relationships}}"
WORD_DRAWING = f"{{{_OPEN}drawingml/2006/wordprocessingDrawing}}"
DRAWING = f"{{{_OPEN}drawingml/2006/main}}"
COMPATIBLE = f"{{{_OPEN}markup-compatibility/2006}}"
MATHS = f"{{{_OPEN}officeDocument/2006/math}}"
VML = "{urn:schemas-microsoft-com:vml}"
CORE = "{http://purl.org/dc/elements/1.1/}"
#: The start of the names in the strict form, which newer programs can write.
STRICT = b"http://purl.oclc.org/ooxml/"
_RENAMED = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"drawingml/picture", b"drawingml/2006/picture"),
)


def use_usual_names(data: bytes) -> bytes:
    """Return XML of the strict form with the names of the usual form."""
    for strict, usual in _RENAMED:
        data = data.replace(STRICT + strict, _OPEN.encode() + usual)
    return data


def value(element: etree._Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute of an element of Word; `default` if either is missing."""
    return default if element is None else str(element.get(W + name, default))


def number(element: etree._Element | None, name: str = "val", default: int = 0) -> int:
    """Return an attribute as a whole number; `default` if it is missing or is none."""
    text = value(element, name).strip()
    try:
        return int(text) if len(text) < 10 else default
    except ValueError:
        return default


def is_on(element: etree._Element | None) -> bool | None:
    """Return whether a switch such as `<w:b/>` is on, or None where there is no such switch."""
    if element is None:
        return None
    return value(element).lower() not in ("0", "false", "off", "none")


def first_form(element: etree._Element) -> etree._Element | None:
    """Return the first of several forms of the same content, as Word takes it, or None."""
    forms = (element.find(COMPATIBLE + name) for name in ("Choice", "Fallback"))
    return next((form for form in forms if form is not None), None)


def words_of(element: etree._Element, tag: str = W + "t") -> str:
    """Return the words in all elements of a tag below an element, as they stand."""
    return "".join(part.text or "" for part in element.iter(tag))


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element along a path of Word's names, or None."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element
