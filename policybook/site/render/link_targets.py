"""Find where the links and pictures of a text lead on its page.

Addresses start at the site's root. Links on a page are relative, so the site works in
any folder.
"""

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from policybook.model import Version, addresses
from policybook.reading.files import layout
from policybook.reading.references import links
from policybook.site.elsewhere import Elsewhere
from policybook.site.render.inline_html import LinkTargets

#: The path to the site's root in a text that is rendered once for pages in several folders.
ROOT = "\ue000root\ue000/"
_LEAVING = re.compile(r'<a (?=[^>]*\bhref="(?!#))')


def placed(text: Markup, address: str) -> Markup:
    """Return `text` with its links fitted to the page at `address`."""
    if ROOT in text:
        return Markup(str.replace(text, ROOT, "../" * address.count("/") or "./"))
    return text


def leave_frame(text: Markup) -> Markup:
    """Return `text` with links that open in the whole window, but for those to its own places.

    A page in a frame of another site would otherwise show the next page in that frame,
    where the browser refuses it.
    """
    return Markup(_LEAVING.sub('<a target="_top" ', text))


def placed_at(targets: LinkTargets, address: str) -> LinkTargets:
    """Return `targets` for words that go straight onto the page at `address`."""

    def link(target: str) -> str | None:
        way = targets.link(target)
        return str(placed(Markup(way), address)) if way else None

    def picture(target: str) -> str | None:
        way = targets.picture(target)
        return str(placed(Markup(way), address)) if way else None

    return LinkTargets(link, picture)


def targets_of(
    elsewhere: Elsewhere, version: Version, home: str = "", asks_here: bool = False
) -> LinkTargets:
    """Return how the links and pictures of `version` lead.

    `home` is the address of its text, for a page without the text. With `asks_here`,
    that page itself shows how to reach the contacts that it names.
    """

    def link(target: str) -> str | None:
        where = elsewhere.where(version, target)
        if isinstance(where, links.BrokenLink):
            return None
        if isinstance(where, links.WebLink):
            return where.url
        fragment = f"#{where.fragment}" if where.fragment else ""
        address = where.address or ("" if asks_here and links.is_role(target) else home)
        return (ROOT + address + fragment) if address else fragment or "#"

    def picture(target: str) -> str | None:
        path = elsewhere.picture(version, target)
        return ROOT + quote(picture_address(path)) if isinstance(path, str) else None

    return LinkTargets(link, picture)


def picture_address(path: str) -> addresses.Address:
    """Return where a picture is published.

    `docs/policies/behaviour/plan.png` is at `policies/behaviour/pictures/plan.png`.
    """
    policy, _, rest = path.removeprefix(layout.POLICIES).partition("/")
    return addresses.picture(policy, rest)


def relatives(address: str, url: str = "") -> Callable[[str], str]:
    """Return what turns an address into a link from the page at `address`.

    The 404 page appears at any address, so its links begin at the site's root.
    """
    if address == "404.html":
        way = f"{urlsplit(url).path.rstrip('/')}/"
    else:
        way = "../" * address.count("/")
    return lambda target: way + target or "./"


def direction(language: str) -> str:
    """Return `rtl` for a language that is written from right to left, else `ltr`.

    A script in the language code takes precedence over the language's usual script.
    """
    name, *others = language.lower().split("-")
    script = next((part for part in others if len(part) == 4), "")
    if script:
        return "rtl" if script in {"arab", "hebr", "thaa", "nkoo", "syrc", "rohg"} else "ltr"
    if name in {"ar", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"}:
        return "rtl"
    return "ltr"
