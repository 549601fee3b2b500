"""Tell browsers what a page may do, and of which type and charset a file is.

A `<meta>` on every page says what it may do, and so do the files from which hosts send
headers. A host that is not told may send a text as Latin-1, or a calendar as plain text.
"""

from collections.abc import Iterable, Mapping, Sequence

from policybook.model import addresses

#: Nothing inline and nothing from another origin.
#: `data:` is for the icons in the style sheet.
CONTENT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
#: A `<meta>` cannot say who may show a page in a frame, so `frame-ancestors` is only here
#: (Content Security Policy Level 3, section 6.4.2).
HEADERS = {
    "Content-Security-Policy": f"{CONTENT}; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
#: Those that say which other sites may show a page in a frame.
_FRAMES = {name: HEADERS[name] for name in ("Content-Security-Policy", "X-Frame-Options")}
_OTHERS = {name: value for name, value in HEADERS.items() if name not in _FRAMES}
#: The types of text files and Word files, in addition to pages (RFC 7111, RFC 5545, RFC 2046).
FILE_TYPES = {
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jsonl": "application/x-ndjson; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def embed_headers(origins: Sequence[str]) -> dict[str, str]:
    """Return the headers for pages that `origins` may show in a frame.

    `X-Frame-Options` knows no list, so these pages go without it. The list of policies
    is public, so that any script may fetch it.
    """
    ancestors = " ".join(("'self'", *origins))
    return {
        "Content-Security-Policy": f"{CONTENT}; frame-ancestors {ancestors}",
        "Access-Control-Allow-Origin": "*",
    }


def netlify_file(origins: Sequence[str] = (), sections: Iterable[str] = ()) -> str:
    """Return `_headers`, which Netlify and Cloudflare Pages read.

    A host joins what two of its rules say, and a browser obeys the stricter. So with
    `origins`, no rule for all pages says who may show them in a frame: one for each of
    the `sections` does, and one for the pages to embed.
    """
    if not origins:
        return _netlify_rule("*", HEADERS) + _netlify_types()
    pages = (f"{section}*" if section.endswith("/") else section for section in sections)
    rules = (_netlify_rule(page, _FRAMES) for page in pages)
    embedded = _netlify_rule(f"{addresses.EMBED}*", embed_headers(origins))
    return _netlify_rule("*", _OTHERS) + "".join(rules) + embedded + _netlify_types()


def _netlify_rule(path: str, headers: Mapping[str, str]) -> str:
    return f"/{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def _netlify_types() -> str:
    return "".join(f"/*{end}\n  Content-Type: {kind}\n" for end, kind in FILE_TYPES.items())


def embed_apache_file(origins: Sequence[str]) -> str:
    """Return the `.htaccess` for the folder of the pages to embed; it wins over that above."""
    lines = "".join(
        f'  Header always set {name} "{value}"\n' for name, value in embed_headers(origins).items()
    )
    return f"<IfModule mod_headers.c>\n{lines}  Header always unset X-Frame-Options\n</IfModule>\n"


def embed_iis_file(origins: Sequence[str]) -> str:
    """Return the `web.config` for the folder of the pages to embed; it wins over that above."""
    removed = "".join(f'        <remove name="{name}" />\n' for name in _FRAMES)
    added = "".join(
        f'        <add name="{name}" value="{value}" />\n'
        for name, value in embed_headers(origins).items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<configuration>\n  <system.webServer>\n'
        f"    <httpProtocol>\n      <customHeaders>\n{removed}{added}"
        "      </customHeaders>\n    </httpProtocol>\n"
        "  </system.webServer>\n</configuration>\n"
    )


def apache_file() -> str:
    """Return `.htaccess`. Without mod_headers or mod_mime, Apache still serves the pages."""
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    types = "".join(f"  AddType '{kind}' {end}\n" for end, kind in FILE_TYPES.items())
    return (
        f"ErrorDocument 404 /404.html\n<IfModule mod_headers.c>\n{lines}</IfModule>\n"
        f"<IfModule mod_mime.c>\n{types}</IfModule>\n"
    )


def iis_file() -> str:
    """Return `web.config`.

    It also names file types that IIS does not serve by default. Without them, search
    and calendars would fail.
    """
    kinds = {".json": "application/json", ".webp": "image/webp", **FILE_TYPES}
    headers = "".join(
        f'        <add name="{name}" value="{value}" />\n' for name, value in HEADERS.items()
    )
    served = "".join(
        f'      <remove fileExtension="{end}" />\n'
        f'      <mimeMap fileExtension="{end}" mimeType="{kind}" />\n'
        for end, kind in kinds.items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<configuration>\n  <system.webServer>\n'
        f"    <httpProtocol>\n      <customHeaders>\n{headers}"
        "      </customHeaders>\n    </httpProtocol>\n"
        f"    <staticContent>\n{served}    </staticContent>\n"
        "  </system.webServer>\n</configuration>\n"
    )
