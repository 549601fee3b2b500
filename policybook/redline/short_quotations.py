"""Cut a quotation to the length that a line of the story has room for."""

import re
from collections.abc import Sequence

#: Characters of a quotation, and of the words on each side of what changed.
_LONGEST, _AROUND = 220, 45
_SPACE = re.compile(r"\s+")


def surround(before: str, words: str, after: str, marked: Sequence[str]) -> str:
    """Return the words with a little of what is around them: `… tell the office within …`."""
    head, tail = tidy(before[-4 * _AROUND :]), tidy(after[: 4 * _AROUND])
    middle = tidy(words)
    if len(head) > _AROUND:
        head = "… " + head[-_AROUND:].partition(" ")[2]
    if len(tail) > _AROUND:
        tail = tail[:_AROUND].rpartition(" ")[0] + " …"
    gap = " " if head and words[:1].strip() and not before[-1:].strip() else ""
    if words[:1].isspace():
        gap = " "
    close = " " if tail and (words[-1:].isspace() or after[:1].isspace()) else ""
    return shorten(f"{head}{gap}{middle}{close}{tail}".strip(), marked, len(head))


def tidy(words: str) -> str:
    """Return the words with one space between two, and without the signs of pictures."""
    return _SPACE.sub(" ", words.replace("\ufffc", "")).strip()


def shorten(words: str, marked: Sequence[str] = (), first: int = 0) -> str:
    """Return about 220 characters, cut between two words.

    They hold the first of the `marked` words, which is looked for from the place `first` on.
    """
    if len(words) <= _LONGEST:
        return words
    start = max(0, _place_of(words, marked, first) - _AROUND)
    if start + _AROUND > _LONGEST - _AROUND:
        words = "… " + words[start:].partition(" ")[2]
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"


def _place_of(text: str, marked: Sequence[str], first: int) -> int:
    """Return where the first of the marked words is; else the place `first`."""
    low = text.lower()
    for words in filter(None, marked):
        start = words.lower().split("…")[0].strip()
        if hit := re.compile(rf"(?<!\w){re.escape(start)}(?!\w)").search(low, first):
            return hit.start()
    return first
