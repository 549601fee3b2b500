"""Tell browsers what a page may do.

A `<meta>` on every page says it, and so do the files from which hosts send headers.
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


def netlify_file() -> str:
    """Return `_headers`, which Netlify and Cloudflare Pages read."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())


def apache_file() -> str:
    """Return `.htaccess`. Without mod_headers, Apache still serves the pages."""
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return f"ErrorDocument 404 /404.html\n<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def iis_file() -> str:
    """Return `web.config`.

    It also names file types that IIS does not serve by default. Without them, search
    and calendars would fail.
    """
    kinds = {".json": "application/json", ".webp": "image/webp", ".ics": "text/calendar"}
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
