"""Elements -> an XML file, in UTF-8 with a line for each element. Knows no policies."""

from xml.etree import ElementTree


def as_xml(root: ElementTree.Element) -> bytes:
    """Return `root` as a file that ends with a line break, with its elements indented."""
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
