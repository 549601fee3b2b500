"""Find the structure that a file only shows: typed bullets and numbers, headings, the title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policybook.word.incoming.document import (
    Block,
    Furniture,
    IncomingDocument,
    LeftOut,
    LookAt,
    Paragraph,
)
from policybook.word.incoming.structure import (
    headings_by_look,
    title_line,
    typed_contents,
    typed_signs,
)

#: Signs with which people draw a line across the page.
_RULE = re.compile(r"[\s_.…*=~–—-]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StructuredDocument:
    """A document with its structure. Levels of headings count from 1. `title` may be empty."""

    title: str
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...]
    look_at: tuple[LookAt, ...]


def find_structure(document: IncomingDocument, file_title: str) -> StructuredDocument:
    """Return a document with its structure; no word is lost.

    `file_title` is the title that the name of the file suggests. Where a sign is unclear,
    it stays words.
    """
    blocks: Sequence[Block]
    blocks, bullets = typed_signs.split_signs(document.blocks)
    blocks = typed_signs.set_depths(blocks)
    blocks, contents = typed_contents.leave_out(blocks)
    blocks, doubts = headings_by_look.find_headings(blocks)
    blocks, rules = _leave_out_rules(blocks)
    line = title_line.take_title(blocks, document.title, file_title)
    guess = () if line.is_sure else (LookAt(what="title, which is a guess", text=line.title),)
    return StructuredDocument(
        title=line.title,
        blocks=headings_by_look.close_gaps(line.blocks),
        left_out=(*document.left_out, *contents, *bullets, *rules),
        look_at=(*guess, *document.look_at, *doubts),
    )


def _leave_out_rules(blocks: Sequence[Block]) -> tuple[list[Block], list[LeftOut]]:
    """Return the blocks without lines of only signs, such as a row of dots, and those lines."""
    rest: list[Block] = []
    rules: list[LeftOut] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _RULE.fullmatch(block.text) and not block.label:
            rules.append(LeftOut(what=Furniture.RULE, text=block.text.strip()[:20]))
        else:
            rest.append(block)
    return rest, rules
