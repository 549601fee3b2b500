"""Tell browsers what a page may do, and of which type and charset a file is.

A `<meta>` on every page says what it may do, and so do the files from which hosts send
headers. A host that is not told may send a text as Latin-1, or a calendar as plain text.
"""

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
#: The types of text files and Word files, in addition to pages (RFC 7111, RFC 5545, RFC 2046).
FILE_TYPES = {
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jsonl": "application/x-ndjson; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def netlify_file() -> str:
    """Return `_headers`, which Netlify and Cloudflare Pages read."""
    headers = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    types = (f"/*{end}\n  Content-Type: {kind}\n" for end, kind in FILE_TYPES.items())
    return headers + "".join(types)


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
