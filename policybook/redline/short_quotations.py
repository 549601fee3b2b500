"""Cut a quotation to the length that a line of the story has room for."""

import re
from collections.abc import Sequence

#: Characters of a quotation, and of the words on each side of what changed.
LONGEST, _AROUND = 220, 45
#: The sentence that changed is quoted to its end if so many characters are enough.
_REST_OF_SENTENCE = 100
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9])")


def surround(before: str, words: str, after: str, marked: Sequence[str]) -> str:
    """Return the words with a little of what is around them: `… tell the office within …`.

    A short sentence is whole.
    """
    head, tail = _start(before), _end(after[: 4 * _AROUND])
    middle = tidy(words)
    gap = " " if head and words[:1].strip() and not before[-1:].strip() else ""
    if words[:1].isspace():
        gap = " "
    close = " " if tail and (words[-1:].isspace() or after[:1].isspace()) else ""
    return shorten(f"{head}{gap}{middle}{close}{tail}".strip(), marked, len(head))


def _start(text: str) -> str:
    """Return the last words of `text`, from the start of their sentence if it is short."""
    near = tidy(text[-4 * _AROUND :])
    starts = [end.end() for end in _SENTENCE_END.finditer(near)]
    sentence = near[starts[-1] :] if starts else tidy(text)
    if len(sentence) <= _REST_OF_SENTENCE:
        return sentence
    return "… " + near[-_AROUND:].partition(" ")[2]


def _end(text: str) -> str:
    """Return the first words of `text`, to the end of their sentence if it is short."""
    ends = [end.start() for end in _SENTENCE_END.finditer(text) if text[: end.start()].strip()]
    whole = text[: ends[0]] if ends else text
    if len(tidy(whole)) <= _REST_OF_SENTENCE:
        return tidy(whole)
    return tidy(text)[:_AROUND].rpartition(" ")[0] + " …"


def tidy(words: str) -> str:
    """Return the words with one space between two, and without the signs of pictures."""
    return _SPACE.sub(" ", words.replace("\ufffc", "")).strip()


def shorten(words: str, marked: Sequence[str] = (), first: int = 0) -> str:
    """Return about 220 characters, cut between two words.

    They hold the first of the `marked` words, which is looked for from the place `first` on.
    """
    if len(words) <= LONGEST:
        return words
    start = max(0, _place_of(words, marked, first) - _AROUND)
    if start + _AROUND > LONGEST - _AROUND:
        words = "… " + words[start:].partition(" ")[2]
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"


def _place_of(text: str, marked: Sequence[str], first: int) -> int:
    """Return where the first of the marked words is; else the place `first`."""
    low = text.lower()
    for words in filter(None, marked):
        start = words.lower().split("…")[0].strip()
        if hit := re.compile(rf"(?<!\w){re.escape(start)}(?!\w)").search(low, first):
            return hit.start()
    return first
