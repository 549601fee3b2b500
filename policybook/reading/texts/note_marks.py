"""Read the words of a text without the marks of its notes and the words of its pictures."""

from collections.abc import Sequence

from policybook.model import Inline, Mark
from policybook.reading.texts import markdown


def words_without_notes(inlines: Sequence[Inline]) -> str:
    """Return the words of `inlines` as text, without the marks of notes and without pictures."""
    rest = [
        piece
        for piece in inlines
        if piece.mark is not Mark.IMAGE
        and not (piece.mark is Mark.LINK and piece.target.startswith("#note-"))
    ]
    return markdown.plain_text(rest)
