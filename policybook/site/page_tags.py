"""Read the tags of a finished page. The checks of pages share this reading."""

import re
from html import unescape

_NAME = r"[a-zA-Z][a-zA-Z0-9-]*+"
_ATTRIBUTES = r"(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+"
_START = re.compile(rf"<{_NAME}{_ATTRIBUTES}>?")
_PARTS = re.compile(rf"<({_NAME})(.*?)(>?)", re.DOTALL)
#: What is no text: a comment, an element without tags inside, the start or the end of an element.
PART = re.compile(
    r"<!--.*?(?:-->|\Z)|<![^>]*+>?"
    rf"|<(?P<raw>script|style)(?![a-z0-9-]){_ATTRIBUTES}>?.*?(?:</(?P=raw)\s*+>|\Z)"
    rf"|</(?P<end>{_NAME})[^>]*+>?|<(?P<start>{_NAME})(?P<attributes>{_ATTRIBUTES})>?",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"([^\s=\"'/>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?",
)


def list_starts(page: str) -> list[str]:
    """Return the tags that start an element, each once, in the order of the page."""
    return list(dict.fromkeys(_START.findall(page)))


def split(tag: str) -> tuple[str, str, str]:
    """Return the name of a tag in small letters, its attributes, and `>` if it has an end."""
    parts = _PARTS.fullmatch(tag)
    assert parts is not None, tag
    return parts[1].lower(), parts[2], parts[3]


def read_attributes(words: str) -> dict[str, str]:
    """Return the attributes of a tag by name. Names are in small letters."""
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "").strip()
        for match in _ATTRIBUTE.finditer(words)
    }
