"""Find the title of a policy on its cover, and take it out of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policybook.word.incoming.document import Block, Paragraph

_KIND = re.compile(
    r"(?i)\b(?:policy|policies|procedures?|plan|scheme|statement|code(?: of conduct)?|charter"
    r"|guidance|guidelines|strategy|protocol|agreement|framework|objectives|terms of reference"
    r"|handbook|notice)\b"
)
_MOST_WORDS = 14
#: Blocks at the start among which the title is sought where there is no heading.
_COVER = 15
_ENDS = re.compile(r"(?i)[\s–—:-]*(?:\(?(?:draft|final|v(?:ersion)?\.? ?\d[\d.]*)\)?)\s*$")


def take_title(
    blocks: Sequence[Block], property_title: str, file_title: str
) -> tuple[str, tuple[Block, ...]]:
    """Return the title, and the blocks without the line that is the title.

    Where no line of the cover is one, the title comes from the properties of the file or
    from its name, and the text keeps every line.
    """
    place = _find_line(blocks, property_title)
    block = None if place is None else blocks[place]
    if place is None or not isinstance(block, Paragraph):
        return property_title or file_title, tuple(blocks)
    title = " ".join(block.text.split())
    if block.origin == "text box":  # the lines of a box belong together, on the cover
        return title, tuple(blocks)
    rest = [*blocks[:place], *blocks[place + 1 :]]
    if block.heading:
        # Headings below the title count from it.
        rest = [_raise(b) for b in rest]
    return title, tuple(rest)


def _raise(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.heading > 1:
        return replace(block, heading=block.heading - 1)
    return block


def _find_line(blocks: Sequence[Block], property_title: str) -> int | None:
    """Return the place of the title's line, or None."""
    lines = [
        (n, b)
        for n, b in enumerate(blocks[: _find_end(blocks)])
        if isinstance(b, Paragraph) and 0 < len(b.text.split()) <= _MOST_WORDS
    ]
    for n, line in lines:
        if line.is_title:
            return n
    if _is_title_heading(blocks):
        return next(n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and b.heading)
    wanted = " ".join(property_title.casefold().split())
    for n, line in lines:
        if wanted and " ".join(line.text.casefold().split()) == wanted:
            return n
    named = [(n, line) for n, line in lines if _is_name(line.text)]
    if named:
        return max(named, key=lambda pair: (pair[1].look.size, -pair[0]))[0]
    return None


def _is_name(text: str) -> bool:
    """Return whether a line names a policy, such as "Behaviour Policy"."""
    words = _ENDS.sub("", text.strip())
    hits = list(_KIND.finditer(words))
    return (
        bool(hits)
        and not words.endswith((".", ",", ";"))
        and words[:1].isupper()
        and ":" not in (words[hits[0].start() :])
    )


def _find_end(blocks: Sequence[Block]) -> int:
    """Return the place of the first heading, which ends the cover."""
    for n, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.heading:
            return n
    return min(len(blocks), _COVER)


def _is_title_heading(blocks: Sequence[Block]) -> bool:
    """Return whether the first heading is the title: it alone has the highest level."""
    headings = [b for b in blocks if isinstance(b, Paragraph) and b.heading]
    if len(headings) < 2 or headings[0].label:
        return False
    top = headings[0].heading
    return all(h.heading > top for h in headings[1:])
