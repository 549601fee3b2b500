"""Find headings that have no style: a short bold line alone, which does not end in a full stop.

The size of its letters tells its level, or its number does. Where the look is unclear, the
line stays a paragraph and is named for a person to look at.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policybook.word.incoming.document import Block, ListKind, LookAt, Paragraph, Table

#: A line that is the name of a school.
_SCHOOL = re.compile(
    r"(?!(?i:our|the|this|about|starting|before|after|in|out of)\b)[A-Z][^:;]{2,80}\b"
    r"(?:School|Academy|College|Nursery|Federation|Trust|Infants|Juniors|Primary"
    r"|SCHOOL|ACADEMY|COLLEGE|NURSERY|FEDERATION|TRUST|INFANTS|JUNIORS|PRIMARY)"
    r"(?: \([^)]{1,30}\))?$"
)
#: Blocks among which such a line is of the cover.
_COVER = 3
_MOST_WORDS = 14
_MOST_CHARACTERS = 110
_LONG_TEXT = 8
#: Half points by which a heading is larger than the text.
_LARGER = 3
_NO_HEADING = re.compile(
    r"(?i)(?:please note|note|n\.?b\.?|important|warning|signed|signature|date|name|tel(?:ephone)?"
    r"|e-?mail|address|dear|yours|www\.|https?:|version|page|approved|reviewed|ratified|adopted)\b"
)
_NO_END = re.compile(r"[.;,…]\s*$|[_.]{4,}")
_ADDRESS = re.compile(r"@|www\.|https?://|\d{2}[/.]\d{2}[/.]\d{2,4}|\b\d{5}\b")
_DEPTH = re.compile(r"(?:\d{1,3}\.)*\d{1,3}\.?|[A-Z]\.|[IVX]+\.")
#: Lines of one look without a word of text between them are a list, and no headings.
_MOST_IN_A_ROW = 3
_DEEPEST = 5


def find_headings(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[LookAt, ...]]:
    """Return the blocks with the headings among them, and the lines that are in doubt."""
    body_size = _find_body_size(blocks)
    first_styled = next(
        (n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and b.heading), None
    )
    has_styles = first_styled is not None
    candidates = {
        n for n, block in enumerate(blocks) if _may_be_heading(block, body_size, has_styles)
    }
    candidates -= set(_find_lists(blocks, candidates))
    candidates -= {n for n in candidates if n < _COVER and is_school(blocks[n])}
    start = _find_start(blocks, candidates) if first_styled is None else first_styled
    candidates = {n for n in candidates if n >= start and n + 1 < len(blocks)}
    levels = dict(_find_levels(blocks, candidates))
    result = tuple(
        replace(block, heading=levels[n], list_kind=ListKind.NONE, depth=0)
        if n in levels and isinstance(block, Paragraph)
        else block
        for n, block in enumerate(blocks)
    )
    doubts = tuple(
        LookAt(what="bold line that may be a heading", text=" ".join(block.text.split()))
        for n, block in enumerate(blocks)
        if n not in levels and isinstance(block, Paragraph) and _is_in_doubt(block, n, start)
    )
    return result, doubts


def close_gaps(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with levels of headings that start at 1 and leave none out.

    A heading is at most one level below the heading before it, as accessible pages need.
    """
    ranks = {
        n: rank for rank, n in enumerate(sorted({b.heading for b in walk_headings(blocks)}), 1)
    }
    result: list[Block] = []
    above: list[tuple[int, int]] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.heading:
            rank = ranks[block.heading]
            while above and above[-1][0] >= rank:
                above.pop()
            level = above[-1][1] + 1 if above else 1
            above.append((rank, level))
            block = replace(block, heading=level)
        result.append(block)
    return tuple(result)


def walk_headings(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield the headings."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.heading:
            yield block


def is_school(block: Block) -> bool:
    """Return whether a line is the name of a school."""
    return isinstance(block, Paragraph) and _SCHOOL.match(block.text.strip()) is not None


def _find_body_size(blocks: Sequence[Block]) -> int:
    """Return the size of most of the text, in half points; 0 where unknown."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        if isinstance(block, Paragraph) and not block.heading:
            sizes[block.look.size] += len(block.text)
    return max(sizes, key=lambda size: sizes[size], default=0)


def _may_be_heading(block: Block, body_size: int, has_styles: bool) -> bool:
    """Return whether a block looks like a heading, whatever stands around it.

    Where the file has headings with styles, capitals alone are no sign of one.
    """
    if isinstance(block, Table) or block.heading or block.is_title or block.origin == "text box":
        return False
    words = block.text.split()
    if not words or len(words) > _MOST_WORDS or len(block.text) > _MOST_CHARACTERS:
        return False
    if block.list_kind is ListKind.BULLET or (block.label and not _DEPTH.fullmatch(block.label)):
        return False
    text = block.text.strip()
    if not re.search(r"[^\W\d_]{2}", text) or _NO_HEADING.match(text) or _NO_END.search(text):
        return False
    if _ADDRESS.search(text) or any(run.address or run.picture for run in block.runs):
        return False
    look = block.look
    is_larger = bool(look.size and look.size >= (body_size or 22) + _LARGER)
    if text.endswith(":"):
        return is_larger and look.bold
    is_capitals = look.capitals or (text.isupper() and len(words) > 1)
    return look.bold or is_larger or (is_capitals and not block.label and not has_styles)


def _is_in_doubt(paragraph: Paragraph, place: int, start: int) -> bool:
    """Return whether a person should look at a bold line that stays a paragraph."""
    words = paragraph.text.split()
    is_short = 0 < len(words) <= _MOST_WORDS // 2 and paragraph.list_kind is ListKind.NONE
    is_plain = place > start and not paragraph.heading and not paragraph.origin
    return is_short and is_plain and paragraph.look.bold and not _NO_END.search(paragraph.text)


def _find_lists(blocks: Sequence[Block], candidates: set[int]) -> Iterator[int]:
    """Yield candidates that stand in a row, and so are the lines of a list."""
    row: list[int] = []
    for n in range(len(blocks) + 1):
        block = blocks[n] if n in candidates else None
        last = blocks[row[-1]] if row else None
        if isinstance(block, Paragraph) and (
            not isinstance(last, Paragraph) or _look(last) == _look(block)
        ):
            row.append(n)
            continue
        if len(row) >= _MOST_IN_A_ROW:
            yield from row
        row = [n] if isinstance(block, Paragraph) else []


def _find_start(blocks: Sequence[Block], candidates: set[int]) -> int:
    """Return the place of the first heading: lines of a cover have no text after them."""
    for n in sorted(candidates):
        if n + 1 < len(blocks) and _is_text(blocks[n + 1]):
            block = blocks[n]
            is_top = isinstance(block, Paragraph) and not block.look.centred
            if is_top or n > 0:
                return n
    return len(blocks)


def _is_text(block: Block) -> bool:
    if isinstance(block, Table):
        return False
    return (
        len(block.text.split()) >= _LONG_TEXT
        or block.list_kind is not ListKind.NONE
        or block.text.rstrip().endswith((".", ":", ";"))
    )


def _look(paragraph: Paragraph) -> tuple[int, bool, bool]:
    """Return what makes two headings look alike."""
    look = paragraph.look
    return look.size, look.bold, look.capitals or paragraph.text.isupper()


def _find_levels(blocks: Sequence[Block], candidates: set[int]) -> Iterator[tuple[int, int]]:
    styled = {
        block.look.size: block.heading
        for block in reversed(blocks)
        if isinstance(block, Paragraph) and block.heading
    }
    sizes = sorted(
        {b.look.size for n in candidates if isinstance(b := blocks[n], Paragraph)}, reverse=True
    )
    above = 0
    for n, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.heading:
            above = block.heading
        if n not in candidates or not isinstance(block, Paragraph):
            continue
        if styled:
            size = block.look.size
            level = styled[size] if size and size in styled and not block.label else above + 1
        elif re.fullmatch(r"(?:\d{1,3}\.)*\d{1,3}\.?", block.label):
            level = len(block.label.strip(".").split("."))
        else:
            level = sizes.index(block.look.size) + 1
        yield n, min(level, _DEEPEST)
