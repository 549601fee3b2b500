"""Make the files from which static hosts send security headers with every page.

A page itself can carry only some of these headers.
"""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.site import security_headers
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput


def host_headers(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache) and `web.config` (IIS).

    GitHub Pages lets nobody set headers. If other sites may show policies in a frame,
    the folder of those pages has its own files.
    """
    origins = inputs.school.embedded_by
    sections = addresses.sections(inputs.listed)
    netlify = security_headers.netlify_file(origins, sections)
    yield Asset(path=addresses.NETLIFY_HEADERS, data=netlify.encode())
    yield Asset(path=addresses.APACHE_HEADERS, data=security_headers.apache_file().encode())
    yield Asset(path=addresses.IIS_HEADERS, data=security_headers.iis_file().encode())
    if origins:
        apache = security_headers.embed_apache_file(origins)
        yield Asset(path=addresses.EMBED_APACHE_HEADERS, data=apache.encode())
        iis = security_headers.embed_iis_file(origins)
        yield Asset(path=addresses.EMBED_IIS_HEADERS, data=iis.encode())
