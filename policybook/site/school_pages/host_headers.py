"""Make the files from which static hosts send headers and types with every page.

A page itself can carry only some of these headers.
"""

from collections.abc import Iterator

from policybook.model import HostLines, addresses
from policybook.model.addresses import Address
from policybook.site.hosting import host_lines
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput

#: Git leaves the line ends of every file as they are, so that its hash stays the same.
_ATTRIBUTES = b"* -text\n"
_NO_PAGE = b"There is no page at this address.\n"


def host_headers(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache) and `web.config` (IIS).

    GitHub Pages lets nobody set headers. If other sites may show policies in a frame,
    the folder of those pages has its own files. `.gitattributes` is for a site that is
    published with Git.
    """
    origins, base = inputs.school.embedded_by, host_lines.read_base(renderer.settings.url)
    sections = addresses.sections(inputs.listed)
    netlify = host_lines.netlify_file(base, origins, sections)
    yield _file(addresses.NETLIFY_HEADERS, netlify)
    yield _file(addresses.IIS_HEADERS, host_lines.iis_file())
    if origins:
        yield _file(addresses.EMBED_IIS_HEADERS, host_lines.embed_iis_file(origins))
    yield Asset(path=addresses.GIT_ATTRIBUTES, data=_ATTRIBUTES)
    # A folder of another site has only those that a host rarely forbids, because a forbidden
    # line stops every page.
    lines = inputs.school.htaccess or (HostLines.ALL if base == "/" else HostLines.FEW)
    if lines is HostLines.ALL:
        yield _file(addresses.APACHE_HEADERS, host_lines.apache_file(base))
        if origins:
            yield _file(addresses.EMBED_APACHE_HEADERS, host_lines.embed_apache_file(origins))
    elif lines is HostLines.FEW:
        yield _file(addresses.APACHE_HEADERS, host_lines.short_apache_file(base))
        yield _file(addresses.WRONG_ADDRESS_HEADERS, host_lines.wrong_address_file(base))
        yield Asset(path=addresses.WRONG_ADDRESS, data=_NO_PAGE)


def _file(path: Address, text: str) -> Asset:
    return Asset(path=path, data=text.encode())
