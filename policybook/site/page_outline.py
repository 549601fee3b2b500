"""Read the headings of a finished page, for the list of its parts beside it."""

from collections.abc import Sequence
from html.parser import HTMLParser
from typing import NamedTuple

_HEADING = "h2"
#: The link that Python-Markdown may add to a heading.
_OURS = "headerlink"


class PagePart(NamedTuple):
    """A heading with its anchor."""

    id: str
    name: str


def list_parts(html: str) -> tuple[PagePart, ...]:
    """Return the second-level headings that have an anchor, in order."""
    reader = _HeadingReader()
    reader.feed(html)
    reader.close()
    return tuple(PagePart(i, " ".join(name.split())) for i, name in reader.parts)


class _HeadingReader(HTMLParser):
    """Collects anchors and words of headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[str, str]] = []
        self._is_inside = self._is_skipped = False

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == _HEADING and values.get("id"):
            self._is_inside = True
            self.parts.append((values["id"] or "", ""))
        elif tag == "a" and _OURS in (values.get("class") or ""):
            self._is_skipped = True

    def handle_endtag(self, tag: str) -> None:
        if tag == _HEADING:
            self._is_inside = False
        elif tag == "a":
            self._is_skipped = False

    def handle_data(self, data: str) -> None:
        if self._is_inside and not self._is_skipped:
            anchor, words = self.parts[-1]
            self.parts[-1] = (anchor, words + data)
