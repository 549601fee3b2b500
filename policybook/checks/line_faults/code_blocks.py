"""Find computer code that nobody meant: an indented paragraph, a fence without an end."""

import re
from collections.abc import Iterator, Sequence

from policybook.checks.line_faults.context import ITEM_KINDS, Line, LineContext, LineFault
from policybook.model.findings import Severity
from policybook.text.line_shapes import ShapeKind

_FENCE = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})")


def check_code(context: LineContext) -> Iterator[LineFault]:
    """Check each block of computer code: made by an indent, or by a fence without an end."""
    starts = [
        line
        for line in context.lines
        if line.starts_block and line.block and line.block.kind == "code"
    ]
    for start in starts:
        block = [line for line in context.lines if line.block == start.block and not line.is_blank]
        fence = _FENCE.match(start.text)
        if fence:
            yield from _check_fence(start, block[-1], fence[1])
        elif all(line.shape.kind in (*ITEM_KINDS, ShapeKind.NUMBER) for line in block):
            yield from _check_items_in_code(block)
        else:
            yield LineFault(
                line=start.number,
                code="indented",
                severity=Severity.WARNING,
                message="the paragraph is indented, so the page would show it as computer code",
                remedy="Remove the spaces or the tab before its first word.",
                reason="only you can tell whether it is computer code",
            )


def _check_fence(start: Line, last: Line, sign: str) -> Iterator[LineFault]:
    end = last.text.strip(" \t>")
    if last.number == start.number or set(end) != {sign[0]} or len(end) < len(sign):
        yield LineFault(
            line=start.number,
            code="unclosed-fence",
            message=f"“{sign}” starts computer code that never ends, so the rest of the text "
            "became code",
            remedy=f"Write {sign} on a line of its own after the code, or delete this line.",
        )


def _check_items_in_code(block: Sequence[Line]) -> Iterator[LineFault]:
    for line in block:
        sign = line.shape.sign if line.shape.kind is ShapeKind.NUMBER else "-"
        yield LineFault(
            line=line.number,
            code="typed-bullet",
            message=f"“{line.shown}” is indented too far to be an item, and became computer code",
            remedy=f"Write `{sign} ` at the start of the line.",
            edit=f"{sign} {line.shape.words}",
            becomes="item",
        )
