"""Change a school's colour as little as people need to read with it, on light pages."""

from policybook.text import contrast

#: The grounds on which links are read: of the page, of panels and of notes (`policybook.css`).
_GROUNDS = ("#ffffff", "#f4f5fa", "#e8eaf8", "#e9ebf1")
_WHITE = "#ffffff"


def darken_for_bar(colour: str) -> str:
    """Return the colour of the head of each page, on which white words can be read."""
    return contrast.darken(colour, (_WHITE,))


def darken_for_links(colour: str) -> str:
    """Return the colour of links, which can be read on every ground of a light page."""
    return contrast.darken(colour, _GROUNDS)
