"""Read the items of lists: their words, the blocks inside them, and their typed numbers.

This module must not know clauses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from policybook.model import Inline, Mark
from policybook.reading.texts.markdown import Block, merge

#: No list in a policy has so many items; a greater number is a year or a quantity.
_GREATEST_ORDINAL = 100
_GAP = Inline(mark=Mark.GAP)


def split(item: Block) -> tuple[tuple[Inline, ...], Sequence[Block]]:
    """Return the words of an item or a note, and the blocks that belong to it.

    The words are its typed number and its first paragraphs, with gaps between them. The
    blocks start with the first list, table or note.
    """
    if len(item.children) == 1 and item.children[0].kind == "paragraph":
        return add_ordinal(item.ordinal, item.children[0].inlines), ()
    blocks = list(_flatten_quotes(item))
    inlines: tuple[Inline, ...] = ()
    for number, child in enumerate(blocks):
        if child.kind in ("list", "table", "note"):
            return add_ordinal(item.ordinal, inlines), blocks[number:]
        inlines = (*inlines, _GAP, *child.inlines) if inlines else child.inlines
    return add_ordinal(item.ordinal, inlines), ()


def read_items(block: Block) -> Sequence[Block]:
    """Return the items of a list.

    If all have the same number, as in `1.`, `1.`, `1.`, it is a mark that asks for
    numbers, and no item keeps it.
    """
    ordinals = {item.ordinal for item in block.children}
    if len(block.children) == 1 or len(ordinals) > 1 or ordinals == {""}:
        return block.children
    items = [replace(item, ordinal="") for item in block.children]
    # An item without words has only its number.
    return items if all(any(split(item)) for item in items) else block.children


def lift_numbers(block: Block) -> Block:
    """Return a list in which `- 1. Ask.` is one item with a number, and no list inside one."""
    items = [_lift(item) for item in block.children]
    is_ordered = block.ordered or all(item.ordinal for item in items)
    return replace(block, children=items, ordered=is_ordered)


def _lift(item: Block) -> Block:
    """Return the only item of a list that is all that `item` starts with."""
    first = item.children[0] if item.children else None
    if item.ordinal or first is None or not first.ordered or len(first.children) != 1:
        return item
    inner = first.children[0]
    return replace(item, ordinal=inner.ordinal, children=[*inner.children, *item.children[1:]])


def is_counting(block: Block) -> bool:
    """Return whether the typed numbers of a list only count its items.

    A list counts from 1, or goes on from another number with at least two items. A
    single 15 and the years 2026 and 2027 are words of a sentence.
    """
    if not block.ordered:
        return False
    numbers = [int(item.ordinal[:-1]) for item in block.children]
    follows = all(b == a + 1 for a, b in pairwise(numbers))
    return follows and (numbers[0] == 1 or (len(numbers) > 1 and numbers[-1] < _GREATEST_ORDINAL))


def _flatten_quotes(block: Block) -> Iterator[Block]:
    """Yield the blocks inside `block`, with the content of quotations in their place."""
    for child in block.children:
        if child.kind == "quote":
            yield from _flatten_quotes(child)
        else:
            yield child


def add_ordinal(ordinal: str, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the words of an item after the number that its author typed."""
    if not ordinal:
        return inlines
    return merge((Inline(mark=Mark.TEXT, text=f"{ordinal} " if inlines else ordinal), *inlines))
