"""Read the policy's words from a finished page, as a reader sees them.

The text of a version is in the element with the class `pb-text`. Numbers that Policybook
gives, notes beside a rule and labels are no words of the policy. What a browser does not
show counts as missing. This module knows HTML and no template.
"""

from html import unescape
from typing import NamedTuple

from policybook.reading.source_marks import squeeze
from policybook.site import page_tags

#: The class of the element that holds a text.
REGION = "pb-text"
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_NOT_SHOWN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "textarea",
        "title",
        "object",
        "iframe",
        "canvas",
        "audio",
        "video",
    ]
)
_OURS = frozenset(("pb-beside", "pb-from-cover-label"))


class _Element(NamedTuple):
    tag: str
    is_inside: bool
    is_hidden: bool


def read_text_words(page: str, *, has_own_numbers: bool) -> str | None:
    """Return the characters of the text on a page, without white space; None if it shows no text.

    With `has_own_numbers`, the numbers of rules are words of the policy.
    """
    reader = _TextReader(has_own_numbers)
    place = 0
    for part in page_tags.PART.finditer(page):
        reader.read_words(page, place, part.start())
        place = part.end()
        if part["start"]:
            reader.open(part["start"].lower(), part["attributes"])
        elif part["end"]:
            reader.close(part["end"].lower())
    reader.read_words(page, place, len(page))
    return squeeze("".join(reader.words)) if reader.has_region else None


class _TextReader:
    """Collects the words inside the regions that are shown."""

    def __init__(self, has_own_numbers: bool) -> None:
        self.words: list[str] = []
        self.has_region = False
        self._ours = _OURS if has_own_numbers else _OURS | {"pb-number"}
        self._open = [_Element("", False, False)]

    def open(self, tag: str, attributes: str) -> None:
        """Read the start of an element."""
        above = self._open[-1]
        values = page_tags.read_attributes(attributes) if attributes else {}
        names = set(values.get("class", "").split())
        is_hidden = above.is_hidden or tag in _NOT_SHOWN or "hidden" in values
        if above.is_inside and (tag == "summary" or names & self._ours):
            is_hidden = True
        is_region = REGION in names
        self.has_region = self.has_region or (is_region and not is_hidden)
        if tag == "img" and above.is_inside and not is_hidden:
            self.words.append(values.get("alt", ""))
        if tag not in _VOID:
            self._open.append(_Element(tag, above.is_inside or is_region, is_hidden))

    def close(self, tag: str) -> None:
        """Read the end of an element. An end without a start does not count."""
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def read_words(self, page: str, start: int, end: int) -> None:
        """Read what is between two tags."""
        if self._open[-1].is_inside and not self._open[-1].is_hidden:
            self.words.append(unescape(page[start:end]))


def has_words_of(page: str, text: str) -> bool:
    """Return whether a page shows a text that was laid out, once, and nothing else as its words."""
    if not text:
        return True
    mark = "\ue003text\ue003"
    return text in page and read_text_words(
        page.replace(text, mark), has_own_numbers=True
    ) == squeeze(mark)
