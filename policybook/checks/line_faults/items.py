"""Find lines that look like items and are none, and items that are set in too little."""

import re
from collections.abc import Iterator

from policybook.checks.line_faults.context import (
    Line,
    LineContext,
    LineFault,
    is_number,
)
from policybook.checks.line_faults.list_numbers import check_list_number
from policybook.model.findings import Severity, format_count
from policybook.text.line_shapes import (
    ShapeKind,
    describe_oddity,
    find_words_column,
)
from policybook.text.quotations import quote_start

#: A bullet between words. A middle dot and a tick may belong to the words.
_INNER_BULLET = re.compile(r"(?<=\S)\s+([•▪●■➢\uf0a7\uf0b7])\s+(?=\w)")


def _leads_to_bullets(above: Line, line: Line) -> bool:
    """Return whether a numbered item with a colon is above a bullet that is not inside it."""
    return (
        above.is_item
        and above.shape.kind is ShapeKind.NUMBER
        and above.text.rstrip(" *_").endswith(":")
        and line.shape.kind is ShapeKind.MARK
        and above.shape.indent == line.shape.indent
    )


def _describe_bullet_below_number(above: Line, line: Line) -> LineFault:
    needed = find_words_column(above.text)
    return LineFault(
        line=line.number,
        code="list-indent",
        severity=Severity.WARNING,
        message=f"the item is beside “{quote_start(above.shape.sign + ' ' + above.shape.words)}”, "
        "not inside it, and ends its list",
        remedy=f"Set it in by {needed} spaces to put it inside that item.",
        edit=" " * needed + line.text.lstrip(),
        becomes="item",
        reason="only you can tell whether it is inside the item above",
    )


def check_number(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a line that starts like a numbered item and is none."""
    sign, words = line.shape.sign, line.shape.words
    number = int(sign[:-1])
    before = context.before(line)
    follows = is_number(before, number - 1) or is_number(context.after(line), number + 1)
    is_joined = context.continues(line)
    if not follows and _heads_rules(context, line):
        yield _describe_heading(line)
        return
    introduced = before is not None and before.text.rstrip().endswith(":")
    if number > 99 or not (follows or introduced or (not is_joined and not line.shape.is_plain)):
        return
    is_tight = line.text.lstrip()[len(sign) :][:1].isalpha()
    if is_tight and words[0].islower() and not follows:
        return
    needs_line = is_joined and line.shape.is_plain and not is_tight
    if needs_line:
        edit = line.text.lstrip()
        edit = edit if is_number(before, number - 1) else f"\n{edit}"
        message = f"the line starts with “{sign}” but is no item: it was joined to the line before"
        remedy = "Write an empty line before the first item of the list."
    else:
        edit = f"{sign} {words}"
        message = f"“{line.shown}” is not an item: "
        message += describe_oddity(line.text) or f"it has no space after “{sign}”"
        remedy = f"Write `{sign} ` at the start of the line, with an ordinary space."
    yield LineFault(
        line=line.number,
        code="joined-line" if needs_line else "typed-number",
        message=message,
        remedy=remedy,
        edit=edit,
        becomes="item",
    )


def check_item(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check an item that may be a heading, or belong to the item above it."""
    is_step = line.block is not None and line.block.labelled and line.block.length > 1
    if line.shape.kind is ShapeKind.NUMBER and not is_step and _heads_rules(context, line):
        yield _describe_heading(line)
    yield from _check_indent(context, line)
    yield from check_list_number(context, line)


def _heads_rules(context: LineContext, line: Line) -> bool:
    """Return whether the next line has a number below the number of this one: 2, then 2.1."""
    after = context.next_filled(line)
    return (
        after is not None
        and after.shape.kind is ShapeKind.CLAUSE_NUMBER
        and after.shape.sign.split(".")[0] == line.shape.sign[:-1]
    )


def _describe_heading(line: Line) -> LineFault:
    became = "became an item of a list" if line.is_item else "was joined to the line before"
    return LineFault(
        line=line.number,
        code="typed-heading",
        message=f"“{line.shown}” looks like the heading of the rules below it, but it {became}",
        remedy=f"Write `## {quote_start(line.shape.words)}`, with an empty line before and after.",
    )


def check_inner_bullets(line: Line) -> Iterator[LineFault]:
    """Check a line with the bullets of several items in it."""
    signs = _INNER_BULLET.findall(line.text)
    starts_with_one = line.is_item or line.shape.kind is ShapeKind.BULLET
    if len(signs) + starts_with_one > 1:
        yield LineFault(
            line=line.number,
            code="typed-bullet",
            severity=Severity.WARNING,
            message=f"“{signs[0]}” is in the middle of this line, and the page would show the sign",
            remedy="If what follows each sign is an item, write it on a line of its own with "
            "`- ` before it. If the sign only divides words, leave it.",
        )


def _check_indent(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check an item that is set in, but not far enough to be inside the item above it."""
    parent = context.before(line)
    while parent and not (parent.is_item and parent.shape.indent < line.shape.indent):
        if _leads_to_bullets(parent, line):
            yield _describe_bullet_below_number(parent, line)
            return
        parent = context.before(parent)
    if parent is None or parent.block is None or line.block is None:
        return
    shift, is_asked = context.shifts.get(parent.number, (0, False))
    needed = find_words_column(parent.text) + shift
    is_inside = parent.block.depth < line.block.depth
    if parent.shape.kind is ShapeKind.WORDS or (is_inside and line.shape.indent >= needed):
        return
    # One space is often a slip, so it is asked about and not written anew.
    is_asked |= line.shape.indent - parent.shape.indent == 1
    context.shifts[line.number] = needed - line.shape.indent, is_asked
    above = quote_start(parent.shape.words)
    spaces = format_count(needed, "space")
    message = f"the item is inside “{above}”, which has to be set in by more spaces"
    remedy = f"If you set that item in, set this one in by {spaces}."
    if not is_inside:
        message = f"the item is set in by {format_count(line.shape.indent, 'space')}, so it became "
        message += f"an item beside “{above}”, not one inside it"
        remedy = f"Set it in by {spaces} to put it inside that item; otherwise remove the "
        remedy += "spaces before it."
    yield LineFault(
        line=line.number,
        code="list-indent",
        severity=Severity.WARNING if is_asked else Severity.ERROR,
        message=message,
        remedy=remedy,
        edit=None if is_asked else " " * needed + line.text.lstrip(),
        becomes="item",
    )
