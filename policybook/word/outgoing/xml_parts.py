"""Make the XML of Word's parts: elements with prefixed names, and text without bad characters."""

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_PREFIXES = {name: space for name, space in NAMESPACES.items() if name != "xml"}
#: Characters that no XML document may have.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=256)
def _full_name(name: str) -> str:
    """Return `w:p` as lxml writes it, with its namespace."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if local else name


def make(
    name: str, attributes: Mapping[str, str] | None = None, *inside: Element, text: str = ""
) -> Element:
    """Return an element with attributes, its text and the elements inside it.

    A character that XML forbids becomes the sign for a lost one.
    """
    element = etree.Element(_full_name(name), nsmap=_PREFIXES)
    for key, value in (attributes or {}).items():
        element.set(_full_name(key), clean_text(value))
    if text:
        element.text = clean_text(text)
    element.extend(inside)
    return element


def set_value(name: str, value: str | int) -> Element:
    """Return an element whose one attribute is `w:val`."""
    return make(name, {"w:val": str(value)})


def make_text(name: str, text: str) -> Element:
    """Return a `w:t` or `w:delText` that keeps the spaces at its ends."""
    return make(name, {"xml:space": "preserve"}, text=text)


def get_attribute(element: Element, name: str) -> str:
    """Return the value of an attribute; empty if there is none."""
    return element.get(_full_name(name), "")


def clean_text(text: str) -> str:
    """Return the text with U+FFFD in the place of each character that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def root(name: str, namespace: str, *inside: Element) -> Element:
    """Return the root of a part that is not text, such as the list of relationships."""
    # LibreOffice reads these parts only if their names have no prefix.
    spaces: dict[str, str] = {}
    spaces[None] = namespace  # type: ignore[index]
    element = etree.Element(f"{{{namespace}}}{name}", nsmap=spaces)
    element.extend(inside)
    return element


def as_bytes(element: Element) -> bytes:
    """Return a part as a file: UTF-8 with an XML declaration."""
    etree.cleanup_namespaces(element)
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
