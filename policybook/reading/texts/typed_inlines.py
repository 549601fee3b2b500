"""Turn what people type in plain words into inline pieces: addresses and boxes to tick.

It adds no character but the box, which stands for `[ ]`. This module must not know a
policy.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from policybook.model import Inline, Mark
from policybook.text.web_address import MAIL

#: A text without one of these has no bare address and no box.
SIGNS = ("://", "www.", "@", "[ ]", "[x]", "[X]")
_SCHEMES = ("http:", "https:")
#: A sign directly before it may be part of the address: "first&last@oak.example" is no link.
_MAIL = re.compile(rf"(?<![\w.+@!#$%&^?{{}}-])(?<!\w['’]){MAIL}(?![\w@-])")
#: What follows a web address: the rest of "https://a.uk/x’s" or “https://a.uk/x”.
_AFTER = re.compile(r"(?:['’]s?|[’”»…—–]+)$")
#: No web address has one of these signs, so nobody knows where "https://a.uk/x—or" ends.
_TYPOGRAPHY = re.compile(r"[‘’“”«»…—–]")
#: The sign of an item at the head of a line in a cell.
_SIGN = re.compile(r"^\s*[-*+•]\s+")
#: The time to find addresses may grow with the square.
_LONGEST = 8_000
_BOX = re.compile(r"(?<![^\s(|/])\[ \](?![(\[:])")
#: A ticked box is only at the start of an item or a cell. Elsewhere `[x]` may be a reference.
_TICKED = re.compile(r"\[[xX]\](?=\s)")
EMPTY_BOX, TICKED_BOX = "☐", "☑"


def refine(inlines: Sequence[Inline], *, has_boxes: bool) -> tuple[Inline, ...]:
    """Return `inlines` with a link for each bare address, and a box for each `[ ]`.

    Without `has_boxes`, as where an author typed a backslash before one, `[ ]` is words.
    """
    return tuple(_refine(_tick_first(inlines) if has_boxes else inlines, has_boxes))


def _tick_first(inlines: Sequence[Inline]) -> Sequence[Inline]:
    """Return `inlines`, with a ticked box for `[x]` at their start."""
    first = inlines[0] if inlines else None
    if first is None or first.mark is not Mark.TEXT or not _TICKED.match(first.text):
        return inlines
    return (replace(first, text=_TICKED.sub(TICKED_BOX, first.text, count=1)), *inlines[1:])


def _refine(inlines: Sequence[Inline], has_boxes: bool) -> Iterator[Inline]:
    """Yield the pieces. Those inside a link or code stay as they are."""
    for piece in inlines:
        if (
            piece.mark is Mark.TEXT
            and len(piece.text) <= _LONGEST
            and any(sign in piece.text for sign in SIGNS)
        ):
            text = _BOX.sub(EMPTY_BOX, piece.text) if has_boxes else piece.text
            yield from link_stretches(text, sorted(_find_addresses(text)))
        elif piece.mark in (Mark.STRONG, Mark.EMPHASIS):
            yield replace(piece, children=tuple(_refine(piece.children, has_boxes)))
        else:
            yield piece


def link_stretches(text: str, stretches: Iterable[tuple[int, int, str]]) -> Iterator[Inline]:
    """Yield `text` in pieces, with a link over each stretch: its start, end and target.

    The stretches are in order. One that is not all in the text, or that overlaps, is left out.
    """
    start = 0
    for first, end, target in stretches:
        if first < start or end > len(text):
            continue
        if first > start:
            yield Inline(mark=Mark.TEXT, text=text[start:first])
        words = (Inline(mark=Mark.TEXT, text=text[first:end]),)
        yield Inline(mark=Mark.LINK, target=target, children=words)
        start = end
    if start < len(text):
        yield Inline(mark=Mark.TEXT, text=text[start:])


def _find_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and target of each address. `school.It` is none: it lacks `www.`"""
    for match in _linkify().match(text) or ():
        words = _AFTER.sub("", match.raw)
        end = match.index + len(words)
        if _TYPOGRAPHY.search(words):
            continue
        if match.schema in _SCHEMES:
            yield match.index, end, words
        elif words.lower().startswith("www."):
            yield match.index, end, f"https://{words}"
    for hit in _MAIL.finditer(text) if "@" in text else ():
        yield hit.start(), hit.end(), "mailto:" + hit[0].replace("’", "'")


def bullet_lines(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the pieces of a cell, with a bullet for `- ` at the head of each of its lines."""
    result: list[Inline] = []
    for piece in inlines:
        is_first = not result or result[-1].mark is Mark.BREAK
        if is_first and piece.mark is Mark.TEXT:
            piece = replace(piece, text=_SIGN.sub("• ", piece.text, count=1))
        result.append(piece)
    return tuple(result)


@cache
def _linkify() -> Any:
    # Few texts have a bare address, and the package is slow to import.
    from linkify_it import LinkifyIt  # type: ignore[import-untyped]

    return LinkifyIt()
