"""Find lines that look like items and are none, and items that are set in too little."""

import re
from collections.abc import Iterator

from policybook.checks.line_faults.context import (
    ITEM_KINDS,
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
    read_shape,
)
from policybook.text.quotations import quote_start

#: A bullet between words. A middle dot and a tick may belong to the words.
_INNER_BULLET = re.compile(r"(?<=\S)\s+([•▪●■➢\uf0a7\uf0b7])\s+(?=\w)")


def check_bullet(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a line that starts like an item and is none."""
    kind, sign = line.shape.kind, line.shape.sign
    if not _is_item_meant(context, line):
        return
    if kind is ShapeKind.TIGHT_MARK:
        name = {"-": "hyphen", "+": "plus"}.get(sign, "star")
        message = f"a {name} without a space after it makes no list"
        remedy = f"Write a space after the {name}: `{sign} `."
    elif kind is ShapeKind.MARK:
        cause = describe_oddity(line.text) or "it is indented too far"
        message = f"“{line.shown}” is not an item: {cause}"
        remedy = f"Write `{sign} ` at the start of the line, with an ordinary space."
    else:
        message = (
            f"the line starts with “{sign}”, which makes no list; the page would show the sign"
        )
        remedy = "Start the item with a hyphen and a space, `- `."
        if kind is ShapeKind.DASH and line.shape.words[:1].isdigit():
            remedy += f" If it is a minus, write “minus {line.shape.words.split()[0]}”."
    yield LineFault(
        line=line.number,
        code="typed-bullet",
        message=message,
        remedy=remedy,
        edit=None if _is_unsure(context, line) else f"{_set_in(context, line)}- {line.shape.words}",
        becomes="item",
        reason=f"“{sign}” may be part of the words",
    )


def _is_item_meant(context: LineContext, line: Line) -> bool:
    """Return whether a line that may be the rest of a sentence starts like an item on purpose."""
    kind, sign, before = line.shape.kind, line.shape.sign, context.before(line)
    start = line.text.lstrip()
    is_letter = sign == "o" and not start.startswith(("o\t", "o  "))
    if start[:1] == "\N{FULLWIDTH ASTERISK}" or (kind is ShapeKind.BULLET and not is_letter):
        return True
    if kind is ShapeKind.DASH and start[1:2] == "\t":
        return True
    is_below_item = before is not None and (
        before.shape.kind is ShapeKind.BULLET
        or (kind is ShapeKind.TIGHT_MARK and (before.is_item or before.shape.kind in ITEM_KINDS))
    )
    if is_letter:
        return _has_like(context, line) or is_below_item
    is_meant = sign != "*" and context.is_break_meant(line)
    return _has_like(context, line) or is_below_item or is_meant


def _is_unsure(context: LineContext, line: Line) -> bool:
    """Return whether a sign may be part of the words: a tick, a lone dash, a sign before a mark."""
    may_be_words = line.shape.kind is ShapeKind.DASH or line.shape.sign == "*"
    is_alone = may_be_words and not _has_like(context, line) and "\t" not in line.text
    is_marked = read_shape(line.shape.words).kind is not ShapeKind.WORDS
    return is_alone or is_marked or line.shape.sign in "✓✔□✦★☆"


def _set_in(context: LineContext, line: Line) -> str:
    """Return the white space before an item. Four columns before a whole list make it code.

    A bullet directly below a number, or below an item that ends with a colon, is inside that
    item.
    """
    block = line.block
    if block is not None and block.kind == "item":
        parent = context.lines[block.start - context.first]
        leads = parent.text.rstrip(" *_").endswith(":")
        if not line.starts_block and (parent.shape.kind is ShapeKind.NUMBER or leads):
            return " " * max(line.shape.indent, find_words_column(parent.text))
        return " " * line.shape.indent
    base, before = line.shape.indent, context.before(line)
    while before is not None and before.shape.kind in ITEM_KINDS:
        base, before = min(base, before.shape.indent), context.before(before)
    start = line.text[: len(line.text) - len(line.text.lstrip())]
    return " " * (line.shape.indent - base) if base > 3 or not start.isascii() else start


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


def _has_like(context: LineContext, line: Line) -> bool:
    """Return whether a line beside this one starts with the same sign."""
    beside = (context.before(line), context.after(line))
    return any(other and other.shape.sign == line.shape.sign for other in beside)


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
    if parent.block.depth < line.block.depth or parent.shape.kind in (ShapeKind.WORDS,):
        return
    needed = find_words_column(parent.text)
    # One space is often a slip, so it is asked about and not written anew.
    is_slip = line.shape.indent - parent.shape.indent == 1
    yield LineFault(
        line=line.number,
        code="list-indent",
        severity=Severity.WARNING if is_slip else Severity.ERROR,
        message=f"the item is set in by {format_count(line.shape.indent, 'space')}, so it became "
        f"an item beside “{quote_start(parent.shape.words)}”, not one inside it",
        remedy=f"Set it in by {needed} spaces to put it inside that item; otherwise remove the "
        "spaces before it.",
        edit=None if is_slip else " " * needed + line.text.lstrip(),
        becomes="item",
    )
