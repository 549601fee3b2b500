"""Find the structure that a file only shows: typed bullets and numbers, headings, the title."""

from collections.abc import Sequence
from dataclasses import dataclass

from policybook.word.incoming.document import Block, IncomingDocument, LeftOut, LookAt
from policybook.word.incoming.structure import (
    headings_by_look,
    title_line,
    typed_contents,
    typed_signs,
)


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
    blocks, contents = typed_contents.leave_out(blocks)
    blocks, doubts = headings_by_look.find_headings(blocks)
    title, blocks = title_line.take_title(blocks, document.title, file_title)
    return StructuredDocument(
        title=title,
        blocks=tuple(blocks),
        left_out=(*document.left_out, *contents, *bullets),
        look_at=(*document.look_at, *doubts),
    )
