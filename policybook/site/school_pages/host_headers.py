"""Files by which static hosts send headers with every page: those of the security of a browser, which a page cannot all say itself."""

from collections.abc import Iterator

from policybook.model import Library
from policybook.site import security_headers
from policybook.site.render.renderer import Asset, Page, Press


def headers(library: Library, press: Press) -> Iterator[Page | Asset]:
    """`_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache), `web.config` (IIS). GitHub Pages sends none of its users' headers."""
    yield Asset(path="_headers", data=security_headers.for_netlify().encode())
    yield Asset(path=".htaccess", data=security_headers.for_apache().encode())
    yield Asset(path="web.config", data=security_headers.for_iis().encode())
