"""Test the form of XML files."""

from xml.etree import ElementTree

from policybook.text.xml_file import as_xml


def test_elements_are_indented() -> None:
    root = ElementTree.Element("feed")
    ElementTree.SubElement(root, "title").text = "Tŷ & <b>"
    expected = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        "<feed>\n  <title>Tŷ &amp; &lt;b&gt;</title>\n</feed>\n"
    )
    assert as_xml(root).decode() == expected
