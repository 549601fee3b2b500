"""The pieces of a line of Markdown, as a redline compares them."""

from policybook.reading.texts import markdown
from policybook.redline.tokens import Pieces
from policybook.redline.units import flatten


def read_pieces(text: str) -> Pieces:
    return tuple(flatten(markdown.read_inline(text)))
