"""Find lines that look like one thing and became another: the one check behind many codes.

What the first characters of a line suggest is compared with the block that the line
became. Each fault says how the line would have to be typed, if that is certain, so that
`check --fix` corrects what the check names. It must not know a version or a finding.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from policybook.checks.line_faults.context import ITEM_KINDS, Line, LineContext, LineFault
from policybook.checks.line_faults.counted_lines import find_counted_lines
from policybook.checks.line_faults.headings import (
    check_heading,
    check_item_heading,
    check_numbered_heading,
    check_typed_heading,
)
from policybook.checks.line_faults.items import (
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
from policybook.checks.line_faults.typed_bullets import (
    UNCLEAR_LEVELS,
    find_typed_bullets,
    read_places,
    say_how_to_set_in,
)
from policybook.model import Outline, Severity, Version
from policybook.reading.texts import line_blocks, text_outline
from policybook.text.line_shapes import ShapeKind, read_shape


def find_faults(text: Outline | Version, body: str, first: int) -> list[LineFault]:
    """Return the faults of a body, in the order of its lines. `first` is its first line."""
    lines = body.split("\n")
    blocks = line_blocks.read_blocks(text, lines, first)
    context = LineContext(lines, blocks, first)
    faults = [*find_ambiguous_signs(context), *find_counted_lines(context), *check_code(context)]
    faults += find_typed_bullets(context)
    for line in context.lines:
        if line.block is not None and line.block.kind != "code":
            faults += _check_line(context, line)
            if line.block.kind in ("paragraph", "item"):
                faults += check_inner_bullets(line)
    faults += _check_quotations(context, {(fault.line, fault.code) for fault in faults})
    return sorted(faults, key=lambda fault: fault.line)


_QUOTED = re.compile(r"^(?:[ \t]{0,12}> ?)+")


def _check_quotations(context: LineContext, known: set[tuple[int, str]]) -> Iterator[LineFault]:
    """Check the lists in each quotation as if it were a text; `known` has faults found before."""
    for is_marked, group in groupby(context.lines, lambda line: bool(_QUOTED.match(line.text))):
        lines = list(group)
        if not is_marked or lines[0].kind == "code":
            continue
        first, body = lines[0].number, "\n".join(_QUOTED.sub("", line.text) for line in lines)
        faults = find_faults(text_outline.parse(body, first), body, first)
        found = [fault for fault in faults if fault.code in ("typed-bullet", "start-of-line")]
        for fault in found:
            shape = read_shape(_QUOTED.sub("", lines[fault.line - first].text))
            # A lone dash is before the name of the author.
            is_author = shape.kind is ShapeKind.DASH and len(found) == 1
            if (fault.line, fault.code) not in known and not is_author:
                yield replace(
                    fault, edit=None, severity=Severity.WARNING, reason="it is inside a quotation"
                )


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
        return
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
            yield from _check_items_in_code(context, block)
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


def _check_items_in_code(context: LineContext, block: Sequence[Line]) -> Iterator[LineFault]:
    places = read_places(context, block)
    for line in block:
        sign = line.shape.sign if line.shape.kind is ShapeKind.NUMBER else "-"
        column, parent = places.get(line.number, (0, None))
        start = f"{' ' * column}{sign} "
        yield LineFault(
            line=line.number,
            code="typed-bullet",
            message=f"“{line.shown}” is indented too far to be an item, and became computer code",
            remedy=f"Write `{start}` at the start of the line.{say_how_to_set_in(places)}",
            edit=f"{start}{line.shape.words}" if places else None,
            becomes="item",
            inside=parent.number if parent else 0,
            reason=UNCLEAR_LEVELS,
        )
