"""Read the first words of a text, and take them away. This module must not know numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policybook.model import Inline, Mark

#: Is there for a piece that is no text.
_OTHER = "\ufffc"
_LAYERS = (Mark.STRONG, Mark.EMPHASIS)


def read_start(inlines: Sequence[Inline]) -> str:
    """Return the words before the first link, picture, code or break, and a sign for that."""
    return "".join(_walk_start(inlines))


def _walk_start(inlines: Sequence[Inline]) -> Iterator[str]:
    for piece in inlines:
        if piece.mark in _LAYERS:
            for text in _walk_start(piece.children):
                yield text
                if text == _OTHER:
                    return
        elif piece.mark is Mark.TEXT:
            yield piece.text
        else:
            yield _OTHER
            return


def drop_start(inlines: Sequence[Inline], count: int) -> tuple[Inline, ...]:
    """Return the pieces without their first `count` characters of text."""
    pieces: list[Inline] = []
    for piece in inlines:
        if not count:
            pieces.append(piece)
        elif piece.mark in _LAYERS:
            size = len("".join(_walk_start(piece.children)))
            children = drop_start(piece.children, min(size, count))
            pieces += [replace(piece, children=children)] if children else []
            count -= min(size, count)
        else:
            text = piece.text[count:]
            count = max(0, count - len(piece.text))
            pieces += [replace(piece, text=text)] if text else []
    return tuple(pieces)
