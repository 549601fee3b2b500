"""XML files: indented UTF-8 that holds any text."""

from xml.etree.ElementTree import Element, SubElement, fromstring

import pytest

from policybook.text.xml_file import as_xml


@pytest.mark.parametrize("text", ["Head & heads", "<b>", "]]>", "“Łódź” 'and' \"so\"", "&amp;"])
def test_xml_holds_any_text(text: str) -> None:
    root = Element("feed", xmlns="urn:x")
    SubElement(root, "link", href=text).text = text
    (link,) = fromstring(as_xml(root))
    assert (link.tag, link.get("href"), link.text) == ("{urn:x}link", text, text)


def test_xml_is_indented_utf8() -> None:
    root = Element("urlset")
    SubElement(root, "loc").text = "ł"
    start = '<?xml version="1.0" encoding="utf-8"?>\n'
    assert as_xml(root) == f"{start}<urlset>\n  <loc>ł</loc>\n</urlset>\n".encode()
