"""Make what search engines read: `sitemap.xml` (sitemaps.org) and `robots.txt` (RFC 9309).

The sitemap lists what is in force: pages of the school, of policies and of their texts.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from policybook.model import addresses
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.text.xml_file import as_xml

#: The pages of the whole school that people read.
OF_THE_SCHOOL = (
    addresses.HOME,
    *addresses.FOR_READERS,
    addresses.REVIEW,
    addresses.OUT_OF_DATE,
    addresses.MODELS,
    addresses.READING_AGES,
    addresses.FINDINGS,
    addresses.DUTIES_OVERVIEW,
    addresses.LAW,
    addresses.STATUTORY,
    addresses.SEARCH,
    addresses.UPDATES,
    addresses.WORRIED,
    addresses.VERIFY,
    addresses.FORMS,
    addresses.ACCESSIBILITY,
    addresses.CHECKS,
)


def sitemap(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the sitemap, and `robots.txt`, which names it.

    A school's own `docs/robots.txt` is published in place of ours.
    """
    urls = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address in sorted({*OF_THE_SCHOOL, *inputs.listed}):
        SubElement(SubElement(urls, "url"), "loc").text = renderer.url(address)
    yield Asset(path=addresses.SITEMAP, data=as_xml(urls))
    if addresses.ROBOTS not in inputs.school_files:
        yield Asset(path=addresses.ROBOTS, data=_robots(renderer).encode())


def _robots(renderer: Renderer) -> str:
    """Return rules that let every robot read every page. Pages themselves say `noindex`.

    A robot that may not read a page does not learn that it must leave it out.
    """
    named = f"Sitemap: {renderer.url(addresses.SITEMAP)}\n" if renderer.settings.url else ""
    return f"User-agent: *\nDisallow:\n{named}"
