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
#: An appendix keeps its name, from which its rules have their letter.
_APPENDIX = re.compile(r"\s*(Appendix|Annexe?|Schedule)\s+(\w+)", re.IGNORECASE)
_UNDERLINE = re.compile(r"[\s>]*(?:={2,}|-{2,})\s*")
_MOST_WORDS = 8


def check_start(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check how a line of words starts. At most one fault is given."""
    if _UNDERLINE.fullmatch(line.text) and context.before(line) and not line.starts_block:
        name = "equal signs" if "=" in line.text else "dashes"
        yield LineFault(
            line=line.number,
            code="typed-heading",
            message=f"the line of {name} makes no heading here, so the line above it is part "
            "of a rule",
            remedy="Write `## ` before the words of the heading, at the start of the line and "
            f"with an empty line before and after. Delete the {name}.",
        )
    elif line.kind == "paragraph":
        yield from _check_number(context, line) or _check_part(context, line)


def _check_number(context: LineContext, line: Line) -> list[LineFault]:
    """Check a letter that was joined to the line before."""
    before, after = context.before(line), context.after(line)
    if before is None or not context.continues(line):
        return []
    letter = _LETTERED.match(line.text)
    beside = any(other and _LETTERED.match(other.text) for other in (before, after))
    if letter and not is_open(before.text) and not beside:
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
        title, ending = _name_part(line, part), "Policybook numbers the sections."
        if _APPENDIX.match(title):
            ending = "An appendix keeps its name. With a letter, its rules count from A.1."
        yield LineFault(
            line=line.number,
            code="typed-heading",
            severity=Severity.WARNING,
            message=f"“{line.shown}” looks like a heading, but it is part of a rule",
            remedy=f"If it is a heading, write `## {title}`, with an empty line before and after "
            f"it. {ending}",
        )


def _name_part(line: Line, part: re.Match[str]) -> str:
    """Return the heading of a part without its number, which Policybook adds.

    An appendix keeps its own: `Appendix A: Gates`.
    """
    title = part["title"] or part["name"] or ""
    name = _APPENDIX.match(line.text)
    if name and title:
        return quote_start(f"{name[1]} {name[2]}: {title}")
    return quote_start(title or line.text.strip())
