"""Tell browsers what a page may do.

A `<meta>` on every page says it, and so do the files from which hosts send headers.
"""

from collections.abc import Sequence

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
FRAMES = {name: HEADERS[name] for name in ("Content-Security-Policy", "X-Frame-Options")}
#: All the others.
OTHERS = {name: value for name, value in HEADERS.items() if name not in FRAMES}


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
