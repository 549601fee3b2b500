"""Find lines that look like one thing and became another: the one check behind many codes.

What the first characters of a line suggest is compared with the block that the line
became. Each fault says how the line would have to be typed, if that is certain, so that
`check --fix` corrects what the check names. It must not know a version or a finding.
"""

import re
from collections.abc import Iterator, Sequence

from policybook.checks.ambiguous_signs import find_ambiguous_signs
from policybook.checks.line_context import Line, LineContext, LineFault
from policybook.model import Section
from policybook.model.findings import Severity
from policybook.reading import line_blocks
from policybook.text.line_shapes import ShapeKind, name_odd_characters

#: A heading has at most so many words.
_MOST_WORDS = 8
#: A line with fewer characters was not wrapped.
_SHORT = 60
_FENCE = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})")
_BOLD_LINE = re.compile(r"\s{0,3}(\*\*|__)(?P<words>(?:(?!\1).)+)\1:?\s*")
_SENTENCE_END = (".", "!", "?", ";", ",")
_ITEM_KINDS = (ShapeKind.BULLET, ShapeKind.DASH, ShapeKind.MARK, ShapeKind.TIGHT_MARK)


def find_faults(
    sections: Sequence[Section], titles: Sequence[tuple[int, str]], body: str, first: int
) -> list[LineFault]:
    """Return the faults of a body, in the order of its lines. `first` is its first line."""
    lines = body.split("\n")
    blocks = line_blocks.read_blocks(sections, titles, lines, first)
    context = LineContext(lines, blocks, first)
    faults = [*find_ambiguous_signs(context), *_check_code(context)]
    for line in context.lines:
        if line.block is not None and line.block.kind != "code":
            faults += _check_line(context, line)
    return sorted(faults, key=lambda fault: fault.line)


def _check_line(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Yield the faults of one line. The kind of its block chooses what is compared."""
    kind, block = line.shape.kind, line.block
    if line.is_blank:
        return
    if kind is ShapeKind.EMPTY:
        yield from _check_empty(context, line)
    elif block is None or block.kind == "row":
        yield from _check_row(context, line)
    elif block.kind == "heading":
        yield from _check_heading(context, line)
    elif kind is ShapeKind.HEADING:
        yield from _check_typed_heading(line)
    elif kind in _ITEM_KINDS and not line.is_item:
        yield from _check_bullet(context, line)
    elif kind is ShapeKind.NUMBER and not line.is_item:
        yield from _check_number(context, line)
    elif kind is ShapeKind.CLAUSE_NUMBER and context.continues(line):
        yield from _check_clause_number(context, line)
    elif line.is_item:
        yield from _check_item(context, line)
    else:
        yield from _check_words(context, line)


def _check_empty(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a line of invisible characters between two lines of one block."""
    before, after = context.before(line), context.after(line)
    if (
        before
        and after
        and before.block
        and after.block
        and before.block.start == after.block.start
    ):
        signs = name_odd_characters(line.text) or "invisible characters"
        yield LineFault(
            line=line.number,
            code="joined-line",
            message=f"this line looks empty but has {signs}, so the lines before and after it "
            "became one paragraph",
            remedy="Delete what is in the line, so that it is empty.",
            edit="",
        )


def _check_row(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a line of words that a table swallowed."""
    before = context.before(line)
    if before and before.block and before.block.kind == "row" and "|" not in line.text:
        yield LineFault(
            line=line.number,
            code="joined-line",
            message="this line became a row of the table above it",
            remedy="Write an empty line between the table and this line.",
            edit=f"\n{line.text}",
            becomes="paragraph",
        )


def _check_heading(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a heading that a line of dashes made."""
    words = line.block.words if line.block else ""
    if not line.starts_block or line.text.lstrip(" >-*+\t").startswith("#"):
        return
    if re.match(r"[\s>]*(?:[-*+]|\d+[.)])\s", line.text) and line.shape.kind is ShapeKind.NUMBER:
        return
    is_long = len(words.split()) > _MOST_WORDS
    if is_long or words.rstrip().endswith(_SENTENCE_END):
        yield LineFault(
            line=line.number,
            code="accidental-heading",
            message=f"“{_shorten(words)}” became a heading, because a line of dashes or equal "
            "signs is directly below it",
            remedy="Write an empty line before the dashes, or delete them. For a heading, write "
            "`## ` before its words instead.",
        )


def _check_typed_heading(line: Line) -> Iterator[LineFault]:
    """Check a line that starts with number signs and is no heading."""
    sign, words = line.shape.sign, line.shape.words
    is_tight = re.match(r"\s*#+[^\s#]", line.text) is not None
    if sign == "#" and is_tight and (len(words.split()) > _MOST_WORDS or words.endswith(".")):
        return
    cause = (
        f"it has no space after {sign}"
        if line.shape.is_plain and is_tight
        else f"it is indented too far, or has {name_odd_characters(line.text) or 'other characters'} "
        "where a space belongs"
    )
    yield LineFault(
        line=line.number,
        code="typed-heading",
        message=f"“{_shorten(line.text.strip())}” is not a heading: {cause}",
        remedy=f"Write `{sign} ` at the start of the line, with an ordinary space.",
        edit=f"{sign} {words}",
        becomes="heading",
    )


def _check_bullet(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a line that starts like an item and is none."""
    kind, sign = line.shape.kind, line.shape.sign
    if kind in (ShapeKind.DASH, ShapeKind.TIGHT_MARK, ShapeKind.MARK) and not (
        _has_like(context, line) or context.is_break_meant(line)
    ):
        return
    odd = name_odd_characters(line.text)
    if kind is ShapeKind.TIGHT_MARK:
        message = "a hyphen without a space after it makes no list"
        remedy = "Write a space after the hyphen: `- `."
    elif kind is ShapeKind.MARK:
        cause = f"it has {odd} where a space belongs" if odd else "it is indented too far"
        message = f"“{_shorten(line.text.strip())}” is not an item: {cause}"
        remedy = f"Write `{sign} ` at the start of the line, with an ordinary space."
    else:
        message = (
            f"the line starts with “{sign}”, which makes no list; the page would show the sign"
        )
        remedy = "Start the item with a hyphen and a space, `- `."
    yield LineFault(
        line=line.number,
        code="typed-bullet",
        message=message,
        remedy=remedy,
        edit=f"{_keep_indent(line)}- {line.shape.words}",
        becomes="item",
    )


def _keep_indent(line: Line) -> str:
    """Return the indent of an item within an item. Elsewhere, four spaces would make it code."""
    block = line.block
    is_inside = block is not None and block.kind == "item" and line.number != block.start
    return " " * line.shape.indent if is_inside else ""


def _has_like(context: LineContext, line: Line) -> bool:
    """Return whether a line beside this one starts with the same sign."""
    beside = (context.before(line), context.after(line))
    return any(other and other.shape.sign == line.shape.sign for other in beside)


def _check_number(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a line that starts like a numbered item and is none."""
    sign, words = line.shape.sign, line.shape.words
    number = int(sign[:-1])
    before = context.before(line)
    follows = _is_number(before, number - 1) or _is_number(context.after(line), number + 1)
    is_joined = context.continues(line)
    introduced = before is not None and before.text.rstrip().endswith(":")
    if number > 99 or not (follows or introduced or (not is_joined and not line.shape.is_plain)):
        return
    odd = name_odd_characters(line.text)
    if is_joined and line.shape.is_plain:
        edit = line.text if _is_number(before, number - 1) else f"\n{line.text.lstrip()}"
        message = f"the line starts with “{sign}” but is no item: it was joined to the line before"
        remedy = "Write an empty line before the first item of the list."
    else:
        edit = f"{sign} {words}"
        message = f"“{_shorten(line.text.strip())}” is not an item: "
        message += f"it has {odd} where a space belongs" if odd else f"it has no space after {sign}"
        remedy = f"Write `{sign} ` at the start of the line, with an ordinary space."
    yield LineFault(
        line=line.number,
        code="joined-line" if is_joined and line.shape.is_plain else "typed-number",
        message=message,
        remedy=remedy,
        edit=edit,
        becomes="item",
    )


def _is_number(line: Line | None, number: int) -> bool:
    """Return whether a line starts with `number`."""
    return (
        line is not None
        and line.shape.kind is ShapeKind.NUMBER
        and int(line.shape.sign[:-1]) == number
    )


def _check_clause_number(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a rule with a typed number in the middle of a block."""
    before = context.before(line)
    beside = (before, context.after(line))
    has_like = any(o and o.shape.kind is ShapeKind.CLAUSE_NUMBER for o in beside)
    if has_like or context.is_break_meant(line):
        yield LineFault(
            line=line.number,
            code="joined-line",
            message=f"the line starts with “{line.shape.sign}”, like a rule of its own, but it was "
            "joined to the line before",
            remedy="Write an empty line before it. If the number only counts, remove it: "
            "Policybook numbers the rules.",
            edit=f"\n{line.text}",
            becomes="paragraph",
        )


def _check_item(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check an item that may be a heading, or belong to the item above it."""
    after = context.next_filled(line)
    sign = line.shape.sign
    if (
        line.shape.kind is ShapeKind.NUMBER
        and after
        and after.shape.kind is ShapeKind.CLAUSE_NUMBER
        and after.shape.sign.split(".")[0] == sign[:-1]
    ):
        yield LineFault(
            line=line.number,
            code="typed-heading",
            message=f"“{_shorten(line.text.strip())}” looks like the heading of the rules below it, "
            "but it became an item of a list",
            remedy=f"Write `## {_shorten(line.shape.words)}`, with an empty line before and after.",
        )
    yield from _check_indent(context, line)
    yield from _check_list_start(context, line)


def _check_indent(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check an item that is set in, but not far enough to be inside the item above it."""
    parent = context.before(line)
    while parent and not (parent.is_item and parent.shape.indent < line.shape.indent):
        parent = context.before(parent)
    if parent is None or parent.block is None or line.block is None:
        return
    if parent.block.depth < line.block.depth or parent.shape.kind in (ShapeKind.WORDS,):
        return
    needed = parent.shape.indent + len(parent.shape.sign) + 1
    yield LineFault(
        line=line.number,
        code="list-indent",
        message=f"the item is set in by {line.shape.indent} spaces, so it became an item beside "
        f"“{_shorten(parent.shape.words)}”, not one inside it",
        remedy=f"Set it in by {needed} spaces to put it inside that item; otherwise remove the "
        "spaces before it.",
        edit=" " * needed + line.text.lstrip(),
        becomes="item",
    )


def _check_list_start(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a list that starts at 2, with no list before it that it continues."""
    block, sign = line.block, line.shape.sign
    if (
        block is None
        or line.shape.kind is not ShapeKind.NUMBER
        or block.place
        or block.length < 2
        or int(sign[:-1]) not in range(2, 100)
    ):
        return
    rest = context.lines[: line.number - context.first]
    if not any(_is_number(other, int(sign[:-1]) - 1) for other in rest):
        yield LineFault(
            line=line.number,
            code="list-start",
            severity=Severity.WARNING,
            message=f"the list starts with “{sign}”, and nothing before it is numbered "
            f"{int(sign[:-1]) - 1}",
            remedy="Add the items before it, or number the list from 1.",
        )


def _check_words(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a line of words: bold like a heading, or swallowed by the item above it."""
    block = line.block
    match = _BOLD_LINE.fullmatch(line.text)
    is_lead_in = line.text.rstrip(" *_").endswith(":") and context.after(line) is not None
    if match and not is_lead_in and not match["words"].rstrip().endswith((".", "!", "?")):
        yield LineFault(
            line=line.number,
            code="typed-heading",
            severity=Severity.WARNING,
            message=f"“{_shorten(match['words'])}” is bold text, not a heading, so it is not in the "
            "list of contents",
            remedy="If it is a heading, write `## ` or `### ` before it.",
        )
    elif (
        block
        and block.kind == "item"
        and context.continues(line)
        and line.shape.indent <= _read_indent(context, block.start)
        and not line.text.lstrip().startswith(">")
        and (level := _weigh_join(context, line))
    ):
        yield LineFault(
            line=line.number,
            code="joined-line",
            severity=level,
            message=f"“{_shorten(line.text.strip())}” was joined to the item above it",
            remedy="If it is not part of the item, write an empty line before it. If it is, set it "
            "in like the words of the item.",
            reason="only you can tell whether it is part of the item",
        )


def _weigh_join(context: LineContext, line: Line) -> Severity | None:
    """Return how surely a line below an item is no part of the item; None if it may well be.

    A line that leads to the next list is none. A sentence after a short whole sentence is
    part of the item in most real texts, so it gives a hint.
    """
    before, after = context.before(line), context.after(line)
    leads = line.text.rstrip().endswith((":", "-", "–", "—"))
    if before is None or not context.is_break_meant(line) or line.shape.words[:1].islower():
        return None
    if leads and after is not None and (after.is_item or after.shape.kind in _ITEM_KINDS):
        return Severity.ERROR
    is_short = len(before.text.strip()) < _SHORT and before.is_item
    if is_short and before.text.rstrip().endswith((".", "!", "?")):
        return Severity.NOTE
    return None


def _read_indent(context: LineContext, number: int) -> int:
    return context.lines[number - context.first].shape.indent


def _check_code(context: LineContext) -> Iterator[LineFault]:
    """Check each block of computer code: made by an indent, or by a fence without an end."""
    starts = [line for line in context.lines if line.starts_block and line.block.kind == "code"]  # type: ignore[union-attr]
    for start in starts:
        block = [line for line in context.lines if line.block == start.block and not line.is_blank]
        fence = _FENCE.match(start.text)
        if fence:
            yield from _check_fence(start, block[-1], fence[1])
        elif all(line.shape.kind in (*_ITEM_KINDS, ShapeKind.NUMBER) for line in block):
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
            message=f"“{_shorten(line.text.strip())}” is indented too far to be an item, and became "
            "computer code",
            remedy=f"Write `{sign} ` at the start of the line.",
            edit=f"{sign} {line.shape.words}",
            becomes="item",
        )


def _shorten(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59].rstrip()} …"
