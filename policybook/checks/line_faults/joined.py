"""Find lines that ran into the block above them: words, rows and empty-looking lines."""

import re
from collections.abc import Iterator

from policybook.checks.line_faults.context import (
    ITEM_KINDS,
    Line,
    LineContext,
    LineFault,
    is_open,
)
from policybook.model.findings import Severity
from policybook.text.line_shapes import ShapeKind, name_odd_characters
from policybook.text.quotations import quote_start

#: A line with fewer characters was not wrapped.
_SHORT = 60
_DEFINITION = re.compile(r"\s{0,3}:\s+\S")
#: A letter or a small Roman number before a sentence: `b) Lock the door.`
_LETTERED = re.compile(r"\s{0,3}(\(?(?:[a-h]|[ivx]{1,4})[.)])\s+(?=[A-Z“‘\"'(])")
#: A part of a text with its number, and perhaps its title: `Section 2: Gates`.
_PART = re.compile(
    r"\s{0,3}(?:Section|Part|Chapter|Appendix|Annexe?|Schedule)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})"
    r"(?:\s*[:.–—-]\s*(?P<title>\S.*)|\s+(?P<name>[A-Z].*))?"
)
#: A step with its number: `Step 2: Tell the office.`
_STEP = re.compile(r"\s{0,3}(?:Step|Stage|Phase|Level|Day|Week)\s+(?:\d{1,2}|[A-Z])\s*[:.)–—-]\s")
_EQUAL_SIGNS = re.compile(r"[\s>]*={3,}\s*")
_MOST_WORDS = 8
_BOLD_LINE = re.compile(r"\s{0,3}(\*\*|__)(?P<words>(?:(?!\1).)+)\1:?\s*")


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
    if block and block.kind == "paragraph":
        yield from _check_start(context, line)
    if _EQUAL_SIGNS.fullmatch(line.text) and context.before(line):
        yield LineFault(
            line=line.number,
            code="typed-heading",
            message="the line of equal signs makes no heading here, so the line above it is part "
            "of a rule",
            remedy="Write `## ` before the words of the heading, at the start of the line and "
            "with an empty line before and after. Delete the equal signs.",
        )
        return
    match = _BOLD_LINE.fullmatch(line.text)
    is_lead_in = line.text.rstrip(" *_").endswith(":") and context.after(line) is not None
    if block and block.kind == "paragraph" and _DEFINITION.match(line.text):
        yield _describe_definition(context, line)
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


def _check_start(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a line of a paragraph that starts like an item or a heading of its own."""
    before, after = context.before(line), context.after(line)
    is_joined = context.continues(line) and before is not None and not is_open(before.text)
    letter, part = _LETTERED.match(line.text), _PART.fullmatch(line.text.rstrip())
    beside = any(other and _LETTERED.match(other.text) for other in (before, after))
    is_step = _STEP.match(line.text) and before is not None and _STEP.match(before.text)
    if is_step and context.continues(line):
        yield LineFault(
            line=line.number,
            code="joined-line",
            severity=Severity.WARNING,
            message=f"“{line.shown}” looks like a step of its own, but it was joined to the line "
            "before",
            remedy="Write an empty line before each step, or start each with `- `.",
        )
    elif letter and is_joined and not beside:
        yield LineFault(
            line=line.number,
            code="joined-line",
            severity=Severity.WARNING,
            message=f"the line starts with “{letter[1]}”, like a rule or an item of its own, but "
            "it was joined to the line before",
            remedy="If it is a rule of its own, write an empty line before it. If it is an item, "
            "start it with `- `, below an empty line.",
        )
    elif (
        part
        and (is_joined or line.starts_block)
        and len(line.text.split()) <= _MOST_WORDS
        and not line.text.rstrip().endswith((".", "!", "?", ";", ",", ":"))
    ):
        title = quote_start(part["title"] or part["name"] or line.text.strip())
        yield LineFault(
            line=line.number,
            code="typed-heading",
            severity=Severity.WARNING,
            message=f"“{line.shown}” looks like a heading, but it is part of a rule",
            remedy=f"If it is a heading, write `## {title}`, with an empty line before and after "
            "it. Policybook numbers the sections.",
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
    if before is None or not context.is_break_meant(line) or line.shape.words[:1].islower():
        return None
    if leads and after is not None and (after.is_item or after.shape.kind in ITEM_KINDS):
        return Severity.ERROR
    is_short = len(before.text.strip()) < _SHORT and before.is_item
    return Severity.NOTE if is_short else None
