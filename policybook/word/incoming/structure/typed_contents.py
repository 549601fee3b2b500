"""Leave out a list of contents that is no field of Word: typed, or turned into plain lines.

It counts only where three lines in a row end in a page number after a tab or dots.
"""

import re
from collections.abc import Sequence

from policybook.word.incoming.document import Block, Furniture, LeftOut, Paragraph

_ENTRY = re.compile(r"(?P<words>.*?\S)(?:\s*\t\s*|\s*[.…·_]{3,}\s*|\s{3,})(?P<page>\d{1,3})\s*")
_HEADING = re.compile(r"(?i)(?:table of )?contents(?: page)?:?")
_FEWEST = 3
#: Characters in a line of contents.
_LONGEST = 300


def leave_out(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Return the blocks without a list of contents, and its lines."""
    result: list[Block] = []
    left_out: list[LeftOut] = []
    place = 0
    while place < len(blocks):
        end = _find_end(blocks, place)
        if end - place >= _FEWEST:
            if result and _is_heading(result[-1]):
                left_out.append(_make(result.pop()))
            left_out += [_make(block) for block in blocks[place:end]]
            place = end
        else:
            result.append(blocks[place])
            place += 1
    return tuple(result), tuple(left_out)


def _find_end(blocks: Sequence[Block], start: int) -> int:
    """Return the place after the entries of contents that start at `start`."""
    end = start
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
            break
        if not _ENTRY.fullmatch(block.text):
            break
        end += 1
    return end


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and _HEADING.fullmatch(block.text.strip()) is not None


def _make(block: Block) -> LeftOut:
    text = f"{block.label} {block.text}" if isinstance(block, Paragraph) else ""
    return LeftOut(what=Furniture.CONTENTS, text=" ".join(text.split()))
