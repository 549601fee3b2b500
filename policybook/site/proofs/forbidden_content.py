"""Find what the content security policy of the site forbids in a finished page.

A browser would leave it out, or show the page without it. So a template that brings it is at
fault, and the build stops before anything is published.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import urlsplit

#: A tag: its name, its attributes, and its end if it has one.
_TAG = re.compile(
    r"<([a-zA-Z][a-zA-Z0-9-]*+)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)(>?)",
)
_ATTRIBUTE = re.compile(
    r"([^\s=\"'/>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?",
)
#: Tags and attributes that no page may have.
_TAGS = frozenset(("applet", "audio", "base", "embed", "frame", "iframe", "object", "style"))
_MORE_TAGS = frozenset(("portal", "track", "video"))
#: The attribute with the address of what each of these loads.
_LOADS = {"script": "src", "img": "src", "source": "src", "link": "href", "form": "action"}
_LINKS = frozenset(("stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"))

#: Types of a `<script>` that holds data and does not run. No policy forbids them.
_DATA = ("application/json", "application/ld+json")

#: Most elements have none of these.
_NAMES = re.compile(r"(?i)\s(?:on[a-z]+|style)\s*=|javascript:")


class ForbiddenContent(Exception):
    """A page has what its content security policy forbids. The message names the template."""


def refuse_page(page: str, address: str, template: str, site: str) -> None:
    """Raise `ForbiddenContent` if a page has something that a browser would not allow.

    `site` is the full address of the site, whose own files are allowed.
    """
    for fault in find_forbidden(page, site):
        raise ForbiddenContent(
            f"The page “{address or 'home'}” has {fault}, which the rules of this site for "
            f"browsers (content security policy) forbid. Take it out of the template {template}, "
            "or of one that it uses."
        )


def find_forbidden(page: str, site: str) -> Iterator[str]:
    """Yield in words each thing on a page that the content security policy forbids."""
    host = urlsplit(site).netloc if site else ""
    for name, words, end in dict.fromkeys(_TAG.findall(page)):
        if not end:
            yield "a tag without an end"
            return
        yield from _find_in_tag(name.lower(), words, host)


# Most tags of a page are on other pages too.
@lru_cache(maxsize=16_384)
def _find_in_tag(tag: str, words: str, host: str) -> tuple[str, ...]:
    """Return what is forbidden about one tag."""
    if tag in _TAGS or tag in _MORE_TAGS:
        return (f"the element <{tag}>",)
    return tuple(_find_in_attributes(tag, words, host))


def _find_in_attributes(tag: str, words: str, host: str) -> Iterator[str]:
    if tag not in _LOADS and not _NAMES.search(words):
        return
    values = {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "").strip()
        for match in _ATTRIBUTE.finditer(words)
    }
    for name in values:
        if name.startswith("on") or name == "style":
            yield f"the attribute {name} in <{tag}>"
    if tag == "script" and "src" not in values and values.get("type") not in _DATA:
        yield "a script inside the page"
    target = values.get(_LOADS.get(tag, ""), "")
    is_loaded = tag != "link" or _LINKS & set(values.get("rel", "").lower().split())
    if is_loaded and _is_elsewhere(target, host, may_be_data=tag in ("img", "source")):
        yield f"something from {target[:80]} in <{tag}>"
    if values.get("href", "").lower().startswith("javascript:"):
        yield "a link that runs a script"


def _is_elsewhere(target: str, host: str, *, may_be_data: bool) -> bool:
    """Return whether an address is of another site."""
    if target.lower().startswith("data:"):
        return not may_be_data
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    return bool(parts.netloc or parts.scheme) and parts.netloc != host
