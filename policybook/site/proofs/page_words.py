"""Read the policy's words from a finished page, as a reader sees them.

The text of a version is in the element with the class `pb-text`. Numbers that Policybook
gives, notes beside a rule and labels are no words of the policy. What a browser does not
show counts as missing. This module knows HTML and no template.
"""

from collections.abc import Sequence
from html.parser import HTMLParser

from policybook.reading.texts.source_marks import squeeze

#: The class of the element that holds a text.
REGION = "pb-text"
_VOID = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    """.split()
)
_NOT_SHOWN = frozenset(
    """
    script style template noscript textarea title object iframe canvas audio video
    """.split()
)
_OURS = frozenset(("pb-beside", "pb-from-cover-label"))


def read_text_words(page: str, *, has_own_numbers: bool) -> str | None:
    """Return the characters of the text on a page, without white space; None if it shows no text.

    With `has_own_numbers`, the numbers of rules are words of the policy.
    """
    reader = _TextReader(has_own_numbers)
    reader.feed(page)
    reader.close()
    return squeeze("".join(reader.words)) if reader.has_region else None


class _TextReader(HTMLParser):
    """Collects the words inside the regions that are shown."""

    def __init__(self, has_own_numbers: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.has_region = False
        self._ours = _OURS if has_own_numbers else _OURS | {"pb-number"}
        self._open: list[tuple[str, bool, bool]] = []  # tag, in a region, hidden

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        is_inside, is_hidden = self._open[-1][1:] if self._open else (False, False)
        names = set(values.get("class", "").split())
        is_hidden = is_hidden or tag in _NOT_SHOWN or "hidden" in values
        is_hidden = is_hidden or (is_inside and (tag == "summary" or bool(names & self._ours)))
        is_region = REGION in names
        self.has_region = self.has_region or (is_region and not is_hidden)
        if tag == "img" and is_inside and not is_hidden:
            self.words.append(values.get("alt", ""))
        if tag not in _VOID:
            self._open.append((tag, is_inside or is_region, is_hidden))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1] and not self._open[-1][2]:
            self.words.append(data)


def count_equal(words: str, others: str) -> int:
    """Return how many characters two texts have in common at their start."""
    pairs = enumerate(zip(words, others, strict=False))
    return next((n for n, pair in pairs if pair[0] != pair[1]), min(len(words), len(others)))


def has_words_of(page: str, text: str) -> bool:
    """Return whether a page shows a text that was laid out, once, and nothing else as its words."""
    if not text:
        return True
    mark = "\ue003text\ue003"
    return text in page and read_text_words(
        page.replace(text, mark), has_own_numbers=True
    ) == squeeze(mark)
