"""What browsers are told to allow, said once: in a `<meta>` on every page, and in the files by which hosts send headers."""

#: No inline script or style, nothing from another origin; pictures also as `data:`, which the style sheet's signs are.
CONTENT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
#: What a `<meta>` cannot say comes on top: who may show the pages in a frame (Content Security Policy Level 3, section 6.4.2).
HEADERS = {
    "Content-Security-Policy": f"{CONTENT}; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def netlify_file() -> str:
    """`_headers`, which Netlify and Cloudflare Pages read."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())


def apache_file() -> str:
    """`.htaccess`; without mod_headers the pages still come."""
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return f"ErrorDocument 404 /404.html\n<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def iis_file() -> str:
    """`web.config`; kinds of files that IIS does not serve by itself are named too, or search and calendars would fail."""
    kinds = {".json": "application/json", ".webp": "image/webp", ".ics": "text/calendar"}
    headers = "".join(
        f'        <add name="{name}" value="{value}" />\n' for name, value in HEADERS.items()
    )
    served = "".join(
        f'      <remove fileExtension="{end}" />\n      <mimeMap fileExtension="{end}" mimeType="{kind}" />\n'
        for end, kind in kinds.items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<configuration>\n  <system.webServer>\n'
        f"    <httpProtocol>\n      <customHeaders>\n{headers}      </customHeaders>\n    </httpProtocol>\n"
        f"    <staticContent>\n{served}    </staticContent>\n  </system.webServer>\n</configuration>\n"
    )
