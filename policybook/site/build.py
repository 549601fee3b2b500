"""Sources, templates and a day -> the site. The command line and the MkDocs plugin both call it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from policybook.checks import levels
from policybook.model import Library, addresses
from policybook.model.findings import Finding
from policybook.reading import library
from policybook.reading.snapshot import Sources
from policybook.site import version_view
from policybook.site.outputs import OUTPUTS
from policybook.site.render import sanitise
from policybook.site.render.renderer import Asset, Page, Press, Settings, Templates
from policybook.text.xml_file import as_xml


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site that can be made. Where `findings` hold an error it must not be published."""

    library: Library
    findings: tuple[Finding, ...]
    press: Press

    def files(self, intro: str = "", ordinary: tuple[str, ...] = ()) -> Iterator[Asset]:
        """Make every file of the site, one after the other, none twice. `intro` is the HTML that the school wrote for its home page,
        `ordinary` the addresses of its other pages, for the sitemap. Raises what only a fault in Policybook itself can raise."""
        self.press.intro = sanitise.html(intro)
        listed = list(ordinary)
        made: set[str] = set()
        for output in OUTPUTS:
            for one in output(self.press.library, self.press):
                asset = (
                    Asset(path=one.path, data=one.html.encode()) if isinstance(one, Page) else one
                )
                if asset.path in made:
                    raise RuntimeError(f"two outputs make {asset.path}")
                made.add(asset.path)
                if isinstance(one, Page) and one.listed:
                    listed.append(one.address)
                yield asset
        yield Asset(path=addresses.SITEMAP, data=_sitemap(sorted(set(listed)), self.press))

    def ordinary_page(self, address: str, title: str, content: str) -> str:
        """An ordinary page, whose content MkDocs made, in the frame of every page; what could act in it is taken out."""
        return self.press.page(
            address, "ordinary.html", title=title, content=sanitise.html(content)
        ).html


def build(sources: Sources, templates: Templates, today: date, settings: Settings) -> Site:
    """Return the site that `sources` make on `today`, with every finding. Never raises for what an author did."""
    loaded = library.load(sources)
    found = tuple(levels.findings(loaded, today))
    if not settings.url:
        settings = replace(settings, url=loaded.host.url)
    visible = replace(
        loaded.library, policies=version_view.published(loaded.library, settings.drafts)
    )
    return Site(
        library=loaded.library,
        findings=found,
        press=Press(visible, today, templates, settings, found),
    )


def _sitemap(listed: list[str], press: Press) -> bytes:
    urls = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address in listed:
        SubElement(SubElement(urls, "url"), "loc").text = press.url(address)
    return as_xml(urls)
