"""Find lines in a paragraph that start like a step, an item or a heading of their own."""

import re
from collections.abc import Iterator

from policybook.checks.line_faults.context import Line, LineContext, LineFault, is_open
from policybook.model.findings import Severity
from policybook.text.quotations import quote_start

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


def check_start(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check how a line of words starts. At most one fault is given."""
    if _EQUAL_SIGNS.fullmatch(line.text) and context.before(line):
        yield LineFault(
            line=line.number,
            code="typed-heading",
            message="the line of equal signs makes no heading here, so the line above it is part "
            "of a rule",
            remedy="Write `## ` before the words of the heading, at the start of the line and "
            "with an empty line before and after. Delete the equal signs.",
        )
    elif line.kind == "paragraph":
        yield from _check_number(context, line) or _check_part(context, line)


def _check_number(context: LineContext, line: Line) -> list[LineFault]:
    """Check a step or a letter that was joined to the line before."""
    before, after = context.before(line), context.after(line)
    if before is None or not context.continues(line):
        return []
    letter = _LETTERED.match(line.text)
    beside = any(other and _LETTERED.match(other.text) for other in (before, after))
    if _STEP.match(line.text) and _STEP.match(before.text):
        message = (
            f"“{line.shown}” looks like a step of its own, but it was joined to the line before"
        )
        remedy = "Write an empty line before each step, or start each with `- `."
    elif letter and not is_open(before.text) and not beside:
        message = (
            f"the line starts with “{letter[1]}”, like a rule or an item of its own, but it was "
            "joined to the line before"
        )
        remedy = (
            "If it is a rule of its own, write an empty line before it. If it is an item, start it "
            "with `- `, below an empty line."
        )
    else:
        return []
    return [
        LineFault(
            line=line.number,
            code="joined-line",
            severity=Severity.WARNING,
            message=message,
            remedy=remedy,
        )
    ]


def _check_part(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a short line that names a part of the text: `Section 2: Gates`."""
    before, part = context.before(line), _PART.fullmatch(line.text.rstrip())
    is_joined = context.continues(line) and before is not None and not is_open(before.text)
    if (
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
