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
    Table,
)
from policybook.word.incoming.structure import headings_by_look, title_line, typed_signs

#: A line of a list of contents that is no field of Word: typed, or turned into plain lines.
_ENTRY = re.compile(r"(?P<words>.*?\S)(?:\s*\t\s*|\s*[.…·_]{3,}\s*|\s{3,})(?P<page>\d{1,3})\s*")
_CONTENTS_HEADING = re.compile(r"(?i)\s*(?:table of )?contents(?: page)?:?\s*")
_FEWEST = 3
#: Characters in a line of contents.
_LONGEST = 300
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
    blocks, contents = leave_out_contents(blocks)
    blocks = title_line.free_cover(blocks, file_title)
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


def leave_out_contents(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Return the blocks without a list of contents, and its lines.

    It counts only where three lines in a row end in a page number after a tab or dots.
    """
    result: list[Block] = []
    left_out: list[LeftOut] = []
    place = 0
    while place < len(blocks):
        end = _find_end(blocks, place)
        if end - place >= _FEWEST:
            if result and _is_like(_CONTENTS_HEADING, result[-1]):
                left_out.append(_make_left_out(result.pop()))
            left_out += [_make_left_out(block) for block in blocks[place:end]]
            place = end
        else:
            result.append(blocks[place])
            place += 1
    return tuple(result), tuple(left_out)


def _find_end(blocks: Sequence[Block], start: int) -> int:
    """Return the place after the entries of contents that start at `start`."""
    end = start
    while end < len(blocks) and _is_like(_ENTRY, blocks[end]):
        end += 1
    return end


def _is_like(pattern: re.Pattern[str], block: Block) -> bool:
    if isinstance(block, Table) or len(block.text) > _LONGEST:
        return False
    return pattern.fullmatch(block.text) is not None


def _make_left_out(block: Block) -> LeftOut:
    text = f"{block.label} {block.text}" if isinstance(block, Paragraph) else ""
    return LeftOut(what=Furniture.CONTENTS, text=" ".join(text.split()))
