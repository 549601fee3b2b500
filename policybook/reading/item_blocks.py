"""Divide the blocks inside an item or a note into its words and what belongs to it."""

from collections.abc import Iterator, Sequence

from policybook.model import Inline, Mark
from policybook.reading.markdown import Block

_GAP = Inline(mark=Mark.GAP)


def split_item(item: Block) -> tuple[tuple[Inline, ...], Sequence[Block]]:
    """Return the words of an item, and the blocks that belong to the item.

    The words are those of its first paragraphs, with gaps between them. The blocks
    start with the first list, table or note.
    """
    if len(item.children) == 1 and item.children[0].kind == "paragraph":
        return item.children[0].inlines, ()
    blocks = list(_flatten_quotes(item))
    inlines: tuple[Inline, ...] = ()
    for number, child in enumerate(blocks):
        if child.kind in ("list", "table", "note"):
            return inlines, blocks[number:]
        inlines = (*inlines, _GAP, *child.inlines) if inlines else child.inlines
    return inlines, ()


def _flatten_quotes(block: Block) -> Iterator[Block]:
    """Yield the blocks inside `block`, with the content of quotations in their place."""
    for child in block.children:
        if child.kind == "quote":
            yield from _flatten_quotes(child)
        else:
            yield child
