"""Write elements as an XML file in UTF-8. This module must not know policies."""

from xml.etree import ElementTree


def as_xml(root: ElementTree.Element) -> bytes:
    """Return `root` as a file: one element a line, indented, with a line break at the end."""
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
