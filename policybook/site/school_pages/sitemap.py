"""Make the sitemap for search engines (sitemaps.org): the address of every page for people."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from policybook.model import addresses
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput
from policybook.text.xml_file import as_xml

#: The pages of the whole school that people read.
OF_THE_SCHOOL = (
    addresses.HOME,
    addresses.REVIEW,
    addresses.DUTIES_OVERVIEW,
    addresses.LAW,
    addresses.STATUTORY,
    addresses.SEARCH,
    addresses.VERIFY,
    addresses.ACCESSIBILITY,
    addresses.CHECKS,
)


def sitemap(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the sitemap: pages of the school, pages of policies, and ordinary pages."""
    urls = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address in sorted({*OF_THE_SCHOOL, *inputs.listed}):
        SubElement(SubElement(urls, "url"), "loc").text = renderer.url(address)
    yield Asset(path=addresses.SITEMAP, data=as_xml(urls))
