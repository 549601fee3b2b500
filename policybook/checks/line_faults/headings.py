"""Find lines that look like headings and are none, and sentences that became headings."""

import re
from collections.abc import Iterator

from policybook.checks.line_faults.context import Line, LineContext, LineFault
from policybook.model.findings import Severity
from policybook.text.line_shapes import ShapeKind, describe_oddity, read_shape
from policybook.text.quotations import quote_start

#: A heading has at most so many words.
_MOST_WORDS = 8
#: A line of dashes below a heading is longer than its words by at most so many.
_MOST_DASHES = 10
#: What a spreadsheet writes where a formula broke has a finding of its own.
_FORMULA = re.compile(r"#(?:REF!|N/A\b|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")
_SENTENCE_END = (".", "!", "?", ";", ",")


def check_heading(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a heading that a line of dashes made."""
    words = line.block.words if line.block else ""
    if not line.starts_block or line.text.lstrip(" >-*+\t").startswith(("#", "<<<<")):
        return
    if re.match(r"[\s>]*(?:[-*+]|\d+[.)])\s", line.text) and line.shape.kind is ShapeKind.NUMBER:
        return
    before = context.before(line)
    if before is not None and before.text.strip() == "---":
        # Front matter in the wrong place has a finding of its own.
        return
    is_sentence = len(words.split()) > _MOST_WORDS or words.rstrip().endswith(_SENTENCE_END)
    if is_sentence or not _is_underlined(context, line, words):
        yield LineFault(
            line=line.number,
            code="accidental-heading",
            severity=Severity.ERROR if is_sentence else Severity.WARNING,
            message=f"“{quote_start(words)}” became a heading, because a line of dashes or equal "
            "signs is directly below it",
            remedy="Write an empty line before the dashes, or delete them. For a heading, write "
            "`## ` before its words instead.",
        )


def _is_underlined(context: LineContext, line: Line, words: str) -> bool:
    """Return whether the dashes below a line plainly make a heading of it.

    They are about as long as its words, or at least three below up to three words. Longer
    ones may divide the text, unless an empty line follows.
    """
    under = context.after(line)
    if under is None or set(under.text.strip(" \t>")) - {"-", "="} or words[:1].islower():
        return False
    after, count = context.after(under), len(under.text.strip(" \t>"))
    is_apart = after is None or not after.text.strip(" \t>")
    is_near = 2 * len(words) <= 3 * count and (is_apart or count <= len(words) + _MOST_DASHES)
    is_brief = is_apart and len(words.split()) < 4 and not words.endswith(":")
    return count > 2 and (is_near or is_brief)


def check_typed_heading(line: Line) -> Iterator[LineFault]:
    """Check a line that starts with number signs and is no heading."""
    sign, words = line.shape.sign, line.shape.words
    if _FORMULA.match(line.text.strip()):
        return
    is_tight = re.match(r"\s*#+[^\s#]", line.text) is not None
    if sign == "#" and is_tight and (len(words.split()) > _MOST_WORDS or words.endswith(".")):
        return
    cause = describe_oddity(line.text)
    if not cause:
        cause = f"it has no space after {sign}" if is_tight else "it is indented too far"
    yield LineFault(
        line=line.number,
        code="typed-heading",
        message=f"“{line.shown}” is not a heading: {cause}",
        remedy=f"Write `{sign} ` at the start of the line, with an ordinary space.",
        edit=f"{sign} {words}",
        becomes="heading",
    )


def check_item_heading(line: Line) -> Iterator[LineFault]:
    """Check an item whose words start with the signs of a heading, as in `- ## Rules`."""
    outer = read_shape(line.text.lstrip(" >\t"))
    inner = read_shape(outer.words)
    shown = line.block.words if line.block else ""
    if outer.kind not in (ShapeKind.MARK, ShapeKind.NUMBER) or shown.startswith("#"):
        return
    if inner.kind is ShapeKind.HEADING and outer.words.startswith(f"{inner.sign} "):
        yield LineFault(
            line=line.number,
            code="typed-heading",
            message=f"“{line.shown}” became an item, so “{quote_start(inner.words)}” is no heading",
            remedy=f"For a heading, remove “{outer.sign}” and write an empty line before and "
            f"after it. For an item, remove “{inner.sign}”.",
        )


def check_numbered_heading(context: LineContext, line: Line) -> Iterator[LineFault]:
    """Check a lone numbered item that has a few words and no full stop, above a paragraph."""
    block, words = line.block, line.shape.words.rstrip()
    if block is None or block.length > 1 or block.depth or block.labelled or block.quoted:
        return
    if line.shape.kind is not ShapeKind.NUMBER or len(words.split()) > _MOST_WORDS:
        return
    if not words[:1].isupper() or words.isupper() or words.endswith((*_SENTENCE_END, ":")):
        return
    # "1. Rules ....... 1" is of a list of contents.
    if ".." in words or "…" in words:
        return
    after = context.next_filled(line)
    if after is None or after.block is None or not after.text[:1].isupper():
        return
    if after.block is block or after.block.kind == "paragraph":
        yield LineFault(
            line=line.number,
            code="typed-heading",
            severity=Severity.WARNING,
            message=f"“{line.shown}” looks like a heading, but it became an item",
            remedy=f"If it is a heading, write `## {quote_start(words)}`, with an empty line "
            "before and after it.",
        )
