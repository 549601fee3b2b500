"""Find lines that ran into the block above them: words, rows and empty-looking lines."""

import re
from collections.abc import Iterator

from policybook.checks.line_faults.context import ITEM_KINDS, Line, LineContext, LineFault
from policybook.model.findings import Severity
from policybook.text.line_shapes import ShapeKind, name_odd_characters
from policybook.text.quotations import quote_start

#: A line with fewer characters was not wrapped.
_SHORT = 60
_DEFINITION = re.compile(r"\s{0,3}:\s+\S")
#: The same without a space. A colon at the end makes it the name of a small picture.
_TIGHT_DEFINITION = re.compile(r"\s{0,3}:(?=[^\W\d_])(?![\w+-]+:(?:\s|$))")
_BOLD_LINE = re.compile(r"\s{0,3}(\*\*|__)(?=\S)(?P<words>(?:(?!\1).)+)\1:?\s*")


def check_empty(context: LineContext, line: Line) -> Iterator[LineFault]:
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


def check_row(context: LineContext, line: Line) -> Iterator[LineFault]:
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


def check_clause_number(context: LineContext, line: Line) -> Iterator[LineFault]:
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


def check_words(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a line of words: bold like a heading, or swallowed by the item above it."""
    block = line.block
    match = _BOLD_LINE.fullmatch(line.text)
    is_lead_in = line.text.rstrip(" *_").endswith(":") and context.after(line) is not None
    if block and block.kind == "paragraph" and _DEFINITION.match(line.text):
        yield _describe_definition(context, line)
    elif context.continues(line) and _TIGHT_DEFINITION.match(line.text):
        yield _describe_tight_definition(line)
    elif match and not is_lead_in and not match["words"].rstrip().endswith((".", "!", "?")):
        yield LineFault(
            line=line.number,
            code="typed-heading",
            severity=Severity.WARNING,
            message=f"“{quote_start(match['words'])}” is bold text, not a heading, so it is not in "
            "the list of contents",
            remedy="If it is a heading, write `## ` or `### ` before it.",
        )
    elif (
        block
        and (block.kind == "item" or block.quoted)
        and context.continues(line)
        and line.shape.indent <= context.lines[block.start - context.first].shape.indent
        and not line.text.lstrip().startswith((">", ": ", "~ "))
        and line.number not in context.lettered
        and (level := _weigh_join(context, line))
    ):
        yield LineFault(
            line=line.number,
            code="joined-line",
            severity=level,
            message=f"“{line.shown}” was joined to the item above it",
            remedy="If it is not part of the item, write an empty line before it. If it is, set it "
            "in like the words of the item.",
            reason="only you can tell whether it is part of the item",
        )


def _describe_tight_definition(line: Line) -> LineFault:
    return LineFault(
        line=line.number,
        code="joined-line",
        severity=Severity.WARNING,
        message=f"“{line.shown}” looks like a definition, but it has no space after its colon",
        remedy="Write a space after the colon. If it is no definition, leave out the colon.",
    )


def _describe_definition(context: LineContext, line: Line) -> LineFault:
    cause = "it has more than one line" if context.continues(line) else "it has no term directly"
    return LineFault(
        line=line.number,
        code="joined-line",
        severity=Severity.WARNING,
        message=f"“{line.shown}” looks like a definition, but {cause} above it",
        remedy="Write the terms on one line, such as `Parent, carer`, and the definition on the "
        "next line. If it is no definition, leave out the colon.",
    )


def _weigh_join(context: LineContext, line: Line) -> Severity | None:
    """Return how surely a line below an item is no part of the item; None if it may well be.

    A line that leads to the next list is none. A sentence after a short item is part of the
    item in most real texts, so it gives a hint.
    """
    before, after = context.before(line), context.after(line)
    leads = line.text.rstrip().endswith((":", "-", "–", "—"))
    if before is None or line.starts_block:
        return None
    is_short = len(before.text.strip()) < _SHORT and before.is_item
    if line.shape.words[:1].islower():
        # Somebody who wraps lines fills the first one.
        return Severity.WARNING if is_short and not _is_wrapped(before, line) else None
    if not context.is_break_meant(line):
        return None
    if leads and after is not None and (after.is_item or after.shape.kind in ITEM_KINDS):
        return Severity.ERROR
    return Severity.NOTE if is_short else None


def _is_wrapped(before: Line, line: Line) -> bool:
    """Return whether the first word of a line had no room at the end of the line before."""
    first_word = (line.shape.words.split() or [""])[0]
    return len(before.text.rstrip()) + 1 + len(first_word) >= _SHORT
