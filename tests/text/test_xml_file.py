"""Test the form of XML files."""

from xml.etree import ElementTree

import pytest

from policybook.text.xml_file import as_xml


def test_elements_are_indented() -> None:
    root = ElementTree.Element("feed")
    ElementTree.SubElement(root, "title").text = "Tŷ & <b>"
    expected = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        "<feed>\n  <title>Tŷ &amp; &lt;b&gt;</title>\n</feed>\n"
    )
    assert as_xml(root).decode() == expected


@pytest.mark.parametrize("text", ["Head & heads", "<b>", "]]>", "“Łódź” 'and' \"so\"", "&amp;"])
def test_any_text_reads_back(text: str) -> None:
    root = ElementTree.Element("feed", xmlns="urn:x")
    ElementTree.SubElement(root, "link", href=text).text = text
    (link,) = ElementTree.fromstring(as_xml(root))
    assert (link.tag, link.get("href"), link.text) == ("{urn:x}link", text, text)
