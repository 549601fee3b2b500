"""Set the depths of items where one list stands inside another: by how far each is set in."""

from collections.abc import Sequence
from dataclasses import replace

from policybook.word.incoming.document import Block, ListKind, Paragraph

#: Twentieths of a point. Items set in alike can differ by so much.
_ALIKE = 120


def set_depths(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, with one count of depths in each row of items.

    Word counts the levels of each list by itself. Where items of several lists stand in a
    row, the indent says which is inside which. Typed items have no list.
    """
    result = list(blocks)
    start = 0
    for place in range(len(result) + 1):
        if place < len(result) and _is_item(result[place]):
            continue
        row = [b for b in result[start:place] if isinstance(b, Paragraph)]
        if len({p.list_id for p in row}) > 1 and all(p.look.indent for p in row):
            result[start:place] = _by_indent(row)
        start = place + 1
    return tuple(result)


def _is_item(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.list_kind is not ListKind.NONE
        and block.list_id != ""
        and not block.heading
    )


def _by_indent(row: Sequence[Paragraph]) -> list[Block]:
    indents: list[int] = []
    for indent in sorted({paragraph.look.indent for paragraph in row}):
        if not indents or indent - indents[-1] > _ALIKE:
            indents.append(indent)
    return [
        replace(p, depth=max(n for n, indent in enumerate(indents) if indent <= p.look.indent))
        for p in row
    ]
