"""Find lines that look like one thing and became another: the one check behind many codes.

What the first characters of a line suggest is compared with the block that the line
became. Each fault says how the line would have to be typed, if that is certain, so that
`check --fix` corrects what the check names. It must not know a version or a finding.
"""

from collections.abc import Iterator

from policybook.checks.line_faults.code_blocks import check_code
from policybook.checks.line_faults.context import ITEM_KINDS, Line, LineContext, LineFault
from policybook.checks.line_faults.counted_lines import find_counted_lines
from policybook.checks.line_faults.headings import (
    check_heading,
    check_item_heading,
    check_numbered_heading,
    check_typed_heading,
)
from policybook.checks.line_faults.items import (
    check_bullet,
    check_inner_bullets,
    check_item,
    check_number,
)
from policybook.checks.line_faults.joined import (
    check_clause_number,
    check_empty,
    check_row,
    check_words,
)
from policybook.checks.line_faults.lost_starts import check_start
from policybook.checks.line_faults.signs import find_ambiguous_signs
from policybook.model import Outline, Version
from policybook.reading.texts import line_blocks
from policybook.text.line_shapes import ShapeKind

__all__ = ["LineFault", "find_faults"]


def find_faults(text: Outline | Version, body: str, first: int) -> list[LineFault]:
    """Return the faults of a body, in the order of its lines. `first` is its first line."""
    lines = body.split("\n")
    blocks = line_blocks.read_blocks(text, lines, first)
    context = LineContext(lines, blocks, first)
    faults = [*find_ambiguous_signs(context), *find_counted_lines(context), *check_code(context)]
    for line in context.lines:
        if line.block is not None and line.block.kind != "code":
            faults += _check_line(context, line)
            if line.block.kind in ("paragraph", "item"):
                faults += check_inner_bullets(line)
    return sorted(faults, key=lambda fault: fault.line)


def _check_line(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Yield the faults of one line. The kind of its block chooses what is compared."""
    kind, block = line.shape.kind, line.block
    if line.is_blank:
        return
    if kind is ShapeKind.EMPTY:
        yield from check_empty(context, line)
    elif block is None or block.kind == "row":
        yield from check_row(context, line)
    elif block.kind == "heading":
        yield from check_heading(context, line)
    elif kind is ShapeKind.HEADING:
        yield from check_typed_heading(line)
    elif kind in ITEM_KINDS and not line.is_item:
        yield from check_bullet(context, line)
    elif kind is ShapeKind.NUMBER and not line.is_item:
        yield from check_number(context, line)
    elif kind is ShapeKind.CLAUSE_NUMBER and context.continues(line):
        yield from check_clause_number(context, line)
    elif line.is_item:
        yield from check_item(context, line)
        yield from check_item_heading(line)
        yield from check_numbered_heading(context, line)
    else:
        yield from check_start(context, line)
        yield from check_words(context, line)
