"""Find signs at the start of a line that became marks, and may be words.

`15. school days` may be an item or the end of a sentence, `> 95%` a quotation or "more
than". The program cannot be sure, so the finding offers both readings.
"""

import re
from collections.abc import Iterator

from policybook.checks.line_faults.context import Line, LineContext, LineFault, is_open
from policybook.model.findings import Severity

_CODE = "start-of-line"
#: A figure or an amount.
_AMOUNT = re.compile(r"[(~<=≤≥]?\s*[£$€]?\d")
#: A footnote with an asterisk: a star at the end of a word elsewhere, also in a cell.
_STARRED = re.compile(r"(?<=[\w`)\]%”’\"])\*(?=[\s.,;:)|<]|$)(?<!\*\*)")
#: The rest of a page number, which another check reports: `- 4 -`.
_PAGE = re.compile(r"\d+\s*[-–—]\s*")
_QUOTE = re.compile(r"\s{0,3}>\s*(?P<words>.*)")
_GREATEST_ORDINAL = 100
_REASON = "only you can tell a sign from a mark"


def find_ambiguous_signs(context: LineContext) -> Iterator[LineFault]:
    """Yield a fault for each mark that is probably part of a sentence."""
    stars = [line for line in context.lines if line.is_item and line.shape.sign == "*"]
    starred = len(stars) == 1 and any(
        line.block and line.block.kind != "code" and _STARRED.search(line.text)
        for line in context.lines
    )
    for line in context.lines:
        block = line.block
        if block is None or block.kind in ("code", "heading", "row"):
            continue
        if line.is_item and block.numbered:
            yield from _check_number(context, line)
        elif line.is_item:
            yield from _check_sign(context, line, starred)
        elif block.quoted and line.starts_block:
            yield from _check_quote(line)


def _check_number(context: LineContext, line: Line) -> Iterator[LineFault]:
    block, sign = line.block, line.shape.sign
    if block is None or block.length > 1 or not sign[:-1].isdigit():
        return
    before = context.last_filled(line)
    goes_on = line.shape.words[:1].islower() and before is not None and _is_sentence(before)
    if (
        int(sign[:-1]) >= _GREATEST_ORDINAL
        or (goes_on and not _is_counted(before))
        or (is_directly_below_words(context, line) and not _is_of_contents(line))
        or (int(sign[:-1]) != 1 and line.shape.words[:1].islower() and not _is_counted(before))
    ):
        escaped = f"{sign[:-1]}\\{sign[-1]} {_first_words(line)}"
        yield _make_fault(
            line,
            f"{sign} {_first_words(line)}",
            f"If “{sign}” is part of the sentence, write `{escaped}`. If it is an item, number its "
            "list from 1, or continue the list above it.",
            "an item of a list",
        )


def _is_of_contents(line: Line) -> bool:
    """Return whether a line is of a list of contents: `1. Rules ....... 1`."""
    return ".." in line.text or "……" in line.text


def is_directly_below_words(context: LineContext, line: Line) -> bool:
    """Return whether the line directly above is words that stop in the middle of a sentence."""
    before = context.before(line)
    return before is not None and _is_sentence(before)


def _is_counted(before: Line | None) -> bool:
    """Return whether the line before is an item with a number too."""
    return before is not None and before.block is not None and before.block.numbered


def _check_sign(context: LineContext, line: Line, starred: bool) -> Iterator[LineFault]:
    """Check `-`, `+` and `*` before an item that is alone, or after an unfinished line."""
    block, sign, words = line.block, line.shape.sign, line.shape.words
    if block is None or sign not in ("-", "+", "*") or _PAGE.fullmatch(words):
        return
    before = context.before(line)
    goes_on = before is not None and not before.is_item and is_open(before.text)
    is_alone = block.length == 1
    is_amount = bool(_AMOUNT.match(words))
    if (
        (is_amount and sign != "*" and is_alone and not block.depth)
        or (sign == "+" and is_amount and goes_on)
        or (sign == "*" and is_alone and (starred or (is_amount and goes_on)))
        or (goes_on and is_alone and words[:1].islower())
    ):
        yield _make_fault(
            line,
            f"{sign} {_first_words(line)}",
            f"If “{sign}” is part of the sentence, write `\\{sign} {_first_words(line)}`. If it is "
            "an item, end the line before it with a colon, and start the item with a word.",
            "an item of a list",
        )


def _is_sentence(line: Line) -> bool:
    """Return whether a line is words that stop in the middle of a sentence."""
    is_words = line.block is not None and line.block.kind == "paragraph"
    return is_words and is_open(line.text)


def _check_quote(line: Line) -> Iterator[LineFault]:
    match = _QUOTE.match(line.text)
    if match and _AMOUNT.match(match["words"]):
        words = " ".join(match["words"].split()[:3])
        yield _make_fault(
            line,
            f"> {words}",
            f"If “>” means “more than”, write `\\> {words}`. If this is a quotation, start its "
            "words with a quotation mark: `> “`.",
            "a quotation",
        )


def _first_words(line: Line) -> str:
    return " ".join(line.shape.words.split()[:2])


def _make_fault(line: Line, words: str, remedy: str, kind: str) -> LineFault:
    return LineFault(
        line=line.number,
        code=_CODE,
        severity=Severity.WARNING,
        message=f"“{words}” was read as {kind}, but it may be part of a sentence",
        remedy=remedy,
        reason=_REASON,
    )
