"""Find items whose number does not continue their list, or starts a list of its own."""

from collections.abc import Iterator

from policybook.checks.line_faults.context import Line, LineContext, LineFault, is_number
from policybook.checks.line_faults.signs import is_directly_below_words
from policybook.model.findings import Severity
from policybook.text.line_shapes import ShapeKind


def check_list_number(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check the number of an item against its list, and against the item above it."""
    yield from _check_list_start(context, line)
    yield from _check_other_sign(context, line)


def _check_list_start(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a list that starts at 2, with no list before it that it continues."""
    block, sign = line.block, line.shape.sign
    if block is None or line.shape.kind is not ShapeKind.NUMBER:
        return
    if block.length == 1 and not _is_lone_sentence(context, line):
        return
    if block.place:
        yield from _check_next_number(context, line)
        return
    if _is_mark(line):
        # One note for each text: its author numbers every list so.
        if any(_is_mark(other) for other in context.lines[: line.number - context.first]):
            return
        yield LineFault(
            line=line.number,
            code="list-start",
            severity=Severity.NOTE,
            message=f"each item of this list has the number “{sign}”, so the page shows none of "
            "these, and readers see Policybook’s own numbers or letters",
            remedy="If readers need 1, 2, 3, number the items so. Otherwise start each with `- `.",
        )
        return
    if int(sign[:-1]) not in range(2, 100):
        return
    rest = context.lines[: line.number - context.first]
    if not any(is_number(other, int(sign[:-1]) - 1) for other in rest):
        yield LineFault(
            line=line.number,
            code="list-start",
            severity=Severity.WARNING,
            message=f"the list starts with “{sign}”, and nothing before it is numbered "
            f"{int(sign[:-1]) - 1}",
            remedy="Add the items before it, or number the list from 1.",
        )


def _is_lone_sentence(context: LineContext, line: Line) -> bool:
    """Return whether the only item of a list is a sentence, neither a heading nor half of one."""
    words = line.shape.words.rstrip()
    is_sentence = words[:1].isupper() and words.endswith((".", "!", "?"))
    return is_sentence and not is_directly_below_words(context, line)


def _check_next_number(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check an item whose number does not follow the number of the item before it."""
    last = _find_last_item(context, line)
    if last is None or last.shape.kind is not ShapeKind.NUMBER:
        return
    number, last_number = int(line.shape.sign[:-1]), int(last.shape.sign[:-1])
    if number in (1, last_number + 1) or _is_mark(line):
        return
    yield LineFault(
        line=line.number,
        code="list-start",
        severity=Severity.WARNING,
        message=f"“{line.shape.sign}” comes after “{last.shape.sign}” in a list, and the page "
        "shows the numbers as they are typed",
        remedy="Number the items one after the other. If the number is part of a sentence, write "
        f"`{number}\\{line.shape.sign[-1]}`.",
    )


def _check_other_sign(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check an item that left the list above it: `3.` below `1)` and `2)`."""
    above, sign = context.last_filled(line), line.shape.sign
    if above is None or not above.is_item:
        return
    if line.shape.kind is not ShapeKind.NUMBER or above.shape.indent != line.shape.indent:
        return
    if is_number(above, int(sign[:-1]) - 1) and above.shape.sign[-1] != sign[-1]:
        yield LineFault(
            line=line.number,
            code="list-start",
            severity=Severity.WARNING,
            message=f"“{sign}” has another sign after its number than “{above.shape.sign}” above "
            "it, so it starts a list of its own",
            remedy=f"Write `{sign[:-1]}{above.shape.sign[-1]}`, if it belongs to the list above.",
        )


def _is_mark(line: Line) -> bool:
    """Return whether the number of an item is a mark, which the page does not show.

    All items of its list have the same one.
    """
    block = line.block
    return (
        block is not None
        and line.is_item
        and block.length > 1
        and line.shape.kind is ShapeKind.NUMBER
        and not block.labelled
        and not block.words.startswith(line.shape.sign)
    )


def _find_last_item(context: LineContext, line: Line) -> Line | None:
    """Return the item before this one in the same list."""
    rest = context.lines[: line.number - context.first]
    return next(
        (
            other
            for other in reversed(rest)
            if other.is_item
            and other.block is not None
            and line.block is not None
            and (other.block.depth, other.block.place) == (line.block.depth, line.block.place - 1)
        ),
        None,
    )
