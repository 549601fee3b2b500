"""Make the files from which static hosts send headers and types with every page.

A page itself can carry only some of these headers. All lines come from two tables,
`security_headers.HEADERS` and `file_types.TYPES`. `base` is the path of the site on its host, such
as `/policies/`; `/` for a host of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote, unquote, urlsplit

from policybook.model import HostLines, addresses
from policybook.site.hosting.file_types import TYPES
from policybook.site.hosting.security_headers import FRAMES, HEADERS, OTHERS, embed_headers
from policybook.site.render.renderer import Asset, Page, Renderer
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
    origins, base = inputs.school.embedded_by, read_base(renderer.settings.url)
    sections = addresses.sections(inputs.listed)
    netlify = netlify_file(base, origins, sections)
    yield _file(addresses.NETLIFY_HEADERS, netlify)
    yield _file(addresses.IIS_HEADERS, iis_file())
    if origins:
        yield _file(addresses.EMBED_IIS_HEADERS, embed_iis_file(origins))
    yield Asset(path=addresses.GIT_ATTRIBUTES, data=_ATTRIBUTES)
    # A folder of another site has only those that a host rarely forbids, because a forbidden
    # line stops every page.
    lines = inputs.school.htaccess or (HostLines.ALL if base == "/" else HostLines.FEW)
    if lines is HostLines.ALL:
        yield _file(addresses.APACHE_HEADERS, apache_file(base))
        if origins:
            yield _file(addresses.EMBED_APACHE_HEADERS, embed_apache_file(origins))
    elif lines is HostLines.FEW:
        yield _file(addresses.APACHE_HEADERS, short_apache_file(base))
        yield _file(addresses.WRONG_ADDRESS_HEADERS, wrong_address_file(base))
        yield Asset(path=addresses.WRONG_ADDRESS, data=_NO_PAGE)


def _file(path: addresses.Address, text: str) -> Asset:
    return Asset(path=path, data=text.encode())


def read_base(url: str) -> str:
    """Return the path of the site's address, with `/` at both ends. It is safe in every file."""
    path = quote(unquote(urlsplit(url).path), safe="/-._~").strip("/")
    return f"/{path}/" if path else "/"


def netlify_file(base: str, origins: Sequence[str] = (), sections: Iterable[str] = ()) -> str:
    """Return `_headers`, which Netlify and Cloudflare Pages read.

    A host joins what two of its rules say, and a browser obeys the stricter. So with
    `origins`, no rule for all pages says who may show them in a frame: one for each of
    the `sections` does, and one for the pages to embed.
    """
    types = "".join(_netlify_rule(f"{base}*{t.ending}", {"Content-Type": t.header}) for t in TYPES)
    if not origins:
        return _netlify_rule(f"{base}*", HEADERS) + types
    pages = (f"{section}*" if section.endswith("/") else section for section in sections)
    rules = (_netlify_rule(base + page, FRAMES) for page in pages)
    embedded = _netlify_rule(f"{base}{addresses.EMBED}*", embed_headers(origins))
    return _netlify_rule(f"{base}*", OTHERS) + "".join(rules) + embedded + types


def _netlify_rule(path: str, headers: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def apache_file(base: str) -> str:
    """Return all lines of `.htaccess`, for a host that allows `FileInfo` in such files.

    Without mod_headers or mod_mime, Apache still serves the pages.
    """
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    types = "".join(f"  AddType '{t.header}' {t.ending}\n" for t in TYPES)
    return (
        f"ErrorDocument 404 {base}{addresses.NOT_FOUND}\n"
        f"<IfModule mod_headers.c>\n{lines}</IfModule>\n"
        f"<IfModule mod_mime.c>\n{types}</IfModule>\n"
    )


def short_apache_file(base: str) -> str:
    """Return `.htaccess` for a host that may forbid `FileInfo`, and allows `Indexes`.

    A line that a host forbids makes Apache answer every page with an error. The one here
    leads wrong addresses to a folder of their own. Only that folder has a line of the class
    `FileInfo`, so only wrong addresses can meet the error. The path goes on behind the name
    of a file, so that Apache answers with 404.
    """
    return (
        f"<IfModule mod_dir.c>\n  FallbackResource {base}{addresses.WRONG_ADDRESS}/\n</IfModule>\n"
    )


def wrong_address_file(base: str) -> str:
    """Return the `.htaccess` of the folder to which Apache leads wrong addresses."""
    return f"ErrorDocument 404 {base}{addresses.NOT_FOUND}\n"


def embed_apache_file(origins: Sequence[str]) -> str:
    """Return the `.htaccess` for the folder of the pages to embed; it wins over that above."""
    lines = "".join(
        f'  Header always set {name} "{value}"\n' for name, value in embed_headers(origins).items()
    )
    return f"<IfModule mod_headers.c>\n{lines}  Header always unset X-Frame-Options\n</IfModule>\n"


def iis_file() -> str:
    """Return `web.config`. Each value is removed first: a second one would be an error.

    It names every type: without them, IIS refuses a file.
    """
    served = "".join(
        f'      <remove fileExtension="{t.ending}" />\n'
        f'      <mimeMap fileExtension="{t.ending}" mimeType="{t.header}" />\n'
        for t in TYPES
    )
    return _iis_document(HEADERS, HEADERS, f"    <staticContent>\n{served}    </staticContent>\n")


def embed_iis_file(origins: Sequence[str]) -> str:
    """Return the `web.config` for the folder of the pages to embed; it wins over that above."""
    headers = embed_headers(origins)
    return _iis_document({**FRAMES, **headers}, headers)


def _iis_document(removed: Iterable[str], added: Mapping[str, str], more: str = "") -> str:
    lines = "".join(f'        <remove name="{name}" />\n' for name in removed)
    lines += "".join(f'        <add name="{n}" value="{value}" />\n' for n, value in added.items())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<configuration>\n  <system.webServer>\n'
        f"    <httpProtocol>\n      <customHeaders>\n{lines}"
        f"      </customHeaders>\n    </httpProtocol>\n{more}"
        "  </system.webServer>\n</configuration>\n"
    )
