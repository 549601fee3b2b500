"""The lines for nginx: `docs/help/hosting.md` has them, and they follow the tables of the site."""

from policybook.model import addresses
from policybook.site.hosting.file_types import TYPES
from policybook.site.hosting.security_headers import HEADERS

#: nginx gives these types to scripts and to XML.
_OF_NGINX = ("application/javascript", "text/xml")


def nginx_lines(base: str) -> str:
    """Return the lines for the `server` block of nginx."""
    headers = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    texts = dict.fromkeys((*(t.kind for t in TYPES if t.is_text), *_OF_NGINX))
    charset = " ".join(kind for kind in texts if kind != "text/html")
    served = "".join(
        f"location ~ \\{t.ending}$ {{ types {{ }} default_type {t.kind}; }}\n"
        for t in TYPES
        if t.rare
    )
    return (
        f"{headers}error_page 404 {base}{addresses.NOT_FOUND};\n"
        f"charset utf-8;\ncharset_types {charset};\n{served}"
    )
