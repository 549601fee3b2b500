"""Find signs at the start of a line that became marks, and may be words.

`15. school days` may be an item or the end of a sentence, `> 95%` a quotation or "more
than", `~ 45 minutes` a definition or "about". The program cannot be sure, so the finding
offers both readings.
"""

import re
from collections import Counter
from collections.abc import Iterator

from policybook.checks.line_faults.context import Line, LineContext, LineFault, is_open
from policybook.model.findings import Severity
from policybook.text.line_shapes import ShapeKind
from policybook.text.quotations import quote_start

_CODE = "start-of-line"
#: A figure or an amount.
_AMOUNT = re.compile(r"[(~<=≤≥]?\s*[£$€]?\d")
#: A footnote with an asterisk: a star at the end of a word elsewhere, also in a cell.
_STARRED = re.compile(r"(?<=[\w`)\]%”’\"])\*(?=[\s.,;:)|<]|$)(?<!\*\*)")
_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)[^*\n]+(?<=\S)\1")
#: The rest of a page number, which another check reports: `- 4 -`.
_PAGE = re.compile(r"\d+\s*[-–—]\s*")
_QUOTE = re.compile(r"\s{0,3}>\s*(?P<words>.*)")
#: What Markdown reads as the meaning of the term above it.
_MEANING = re.compile(r"[\s>]*([:~])\s+(?P<words>\S.*)")
_MARKS = re.compile(r"(?:[\s>]|(?:[-*+]|\d{1,9}[.)])\s)*")
_MOST_WORDS_OF_A_TERM = 8
#: No term ends with these: the line below goes on with its sentence.
_GOES_ON = re.compile(
    r"(?:[.!?:;,*]|\b(?:is|are|was|were|be|been|has|have|had|of|to|at|from|in|on|by|for|with"
    r"|and|or|nor|the|an?|must|may|can|will|shall|should|not|no|than|until|till|after|before"
    r"|between|about|under|over))\W*$"
)
_GREATEST_ORDINAL = 100
#: What a key says of a sign: `+ = present`, `- means absent`.
_KEY = re.compile(r"(?:=|:|means?\b)\s*\w")
_EXPLAINS = re.compile(
    r"(?:[–—-]|(?:means?|(?:is|are|stands?)\s+for|denotes?|indicates?|represents?|shows)\b)\s*\w"
)
_NAMES_SIGNS = re.compile(r"\b(?:keys?|codes?|signs?|symbols?|marks?|registers?)\b", re.IGNORECASE)
_MOST_WORDS_OF_A_KEY = 4
#: The first part of a range: `- 18 and`.
_FROM = re.compile(r"\d[\d.,]*\s*(?:°\s*[CF]?|degrees)?\s*(?:to|and|or|until)\s*")
_REASON = "only you can tell a sign from a mark"


def find_ambiguous_signs(context: LineContext) -> Iterator[LineFault]:
    """Yield a fault for each mark that is probably part of a sentence."""
    stars = [line for line in context.lines if line.is_item and line.shape.sign == "*"]
    starred = len(stars) == 1 and any(
        line.block and line.block.kind != "code" and _STARRED.search(line.text)
        for line in context.lines
    )
    marks = _find_marks(context)
    for line in context.lines:
        block = line.block
        if block is None or block.kind in ("code", "heading", "row"):
            continue
        if line.is_item and block.numbered:
            yield from _check_number(context, line)
        elif line.is_item:
            yield from _check_sign(context, line, starred, marks)
        elif block.quoted and line.starts_block:
            yield from _check_quote(context, line)
        elif match := _MEANING.match(line.text):
            yield from _check_meaning(context, line, match)


def _find_marks(context: LineContext) -> frozenset[str]:
    """Return the signs that start items of longer lists, or several items with a capital."""
    items = [line for line in context.lines if line.is_item and line.block]
    alone = Counter(line.shape.sign for line in items if line.shape.words[:1].isupper())
    return frozenset(
        line.shape.sign
        for line in items
        if (line.block and line.block.length > 1) or alone[line.shape.sign] > 1
    )


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


def _check_sign(
    context: LineContext, line: Line, starred: bool, marks: frozenset[str]
) -> Iterator[LineFault]:
    """Check `-`, `+` and `*` before an item that may be a note, or part of a sentence.

    `marks` are the signs that the text plainly uses for its lists.
    """
    block, sign, words = line.block, line.shape.sign, line.shape.words
    if block is None or sign not in ("-", "+", "*") or _PAGE.fullmatch(words):
        return
    if _is_of_key(context, line):
        yield _make_fault(
            line,
            f"{sign} {_first_words(line)}",
            f"If “{sign}” is a sign that these words explain, write `\\{sign} "
            f"{_first_words(line)}`. If it is an item, start all items with `- ` and a word.",
            "an item of a list",
        )
        return
    before = context.before(line)
    if block.place and not _is_minus(context, line, before):
        return
    goes_on = before is not None and not before.is_item and is_open(before.text)
    is_alone, is_amount = block.length == 1, bool(_AMOUNT.match(words))
    if (
        (is_amount and sign != "*" and is_alone and not block.depth)
        or (is_amount and goes_on and sign == "+")
        or (is_amount and before is not None and goes_on and _GOES_ON.search(before.text))
        or (sign == "*" and is_alone and (starred or (is_amount and goes_on)))
        or (goes_on and is_alone and words[:1].islower())
        or _is_minus(context, line, before)
        or _is_note(context, line, marks)
    ):
        yield _make_fault(
            line,
            f"{sign} {_first_words(line)}",
            f"If “{sign}” is part of the sentence, write `\\{sign} {_first_words(line)}`. If it is "
            "an item, end the line before it with a colon, and start the item with a word.",
            "an item of a list",
        )


def _is_minus(context: LineContext, line: Line, before: Line | None) -> bool:
    """Return whether an amount goes on with the line before: `between` above `- 18 and`."""
    if before is None or not is_open(before.text) or not _AMOUNT.match(line.shape.words):
        return False
    after = context.after(line)
    is_range = after is not None and after.is_item and _AMOUNT.match(after.shape.words)
    if is_range and _FROM.fullmatch(line.shape.words):
        return True
    last = before.text.split()[-1]
    goes_on = last.isalpha() and last not in ("and", "or") and _GOES_ON.search(before.text)
    return before.is_item and bool(goes_on)


def _is_of_key(context: LineContext, line: Line) -> bool:
    """Return whether an item explains its sign, or is one of several with a sign each."""
    before = context.last_filled(line)
    if not _is_alone(line):
        return line.shape.words[:1] in ("=", ":") and _KEY.match(line.shape.words) is not None
    run, above = [line], [before]
    for step in (context.last_filled, context.next_filled):
        other: Line | None = line
        for _ in range(2):
            other = step(other) if other else None
            if other and _is_alone(other) and other.shape.indent == line.shape.indent:
                run.append(other)
                above.append(context.last_filled(other))
    signs = {item.shape.sign for item in run}
    is_led = line.shape.sign == "-" and before is not None and before.text.rstrip().endswith(":")
    if any(_KEY.match(item.shape.words) or _EXPLAINS.match(item.shape.words) for item in run):
        return len(signs) > 1 or not is_led
    if signs >= set("-+*"):
        return True
    words = [item.shape.words.rstrip() for item in run]
    is_brief = all(len(w.split()) <= _MOST_WORDS_OF_A_KEY and w[-1] != "." for w in words)
    leads = [item.text for item in above if item and item.shape.kind is ShapeKind.WORDS]
    is_named = any(_NAMES_SIGNS.search(text) for text in leads)
    is_listed = "-" in signs or any(text.rstrip().endswith(":") for text in leads)
    return len(signs) > 1 and is_brief and (is_named or not is_listed)


def _is_alone(line: Line) -> bool:
    """Return whether a line is the only item of its list."""
    return line.is_item and line.block is not None and line.block.length == 1


def _is_note(context: LineContext, line: Line, marks: frozenset[str]) -> bool:
    """Return whether an item follows words that lead to no list.

    It is alone, or the words before it have a star that points to a note.
    """
    block, before = line.block, context.last_filled(line)
    if block is None or before is None or before.kind not in ("paragraph", "row"):
        return False
    # In a policy with numbers of its own, items are below the rule before them.
    if block.depth and line.text[:1].isspace():
        return False
    if before.text.rstrip(" *_").endswith((":", "-", "–")):
        return False
    if line.shape.sign == "*" and _STARRED.search(_EMPHASIS.sub("", before.text)):
        return True
    after = context.after(line)
    is_of_list = block.length > 1 or (after is not None and after.is_item)
    is_link_word = len(before.text.split()) == 1 and is_open(before.text)
    if is_of_list or _is_marked(line) or is_link_word:
        return False
    is_small = not line.shape.words[:1].isupper()
    return is_small or (line.shape.sign != "-" and line.shape.sign not in marks)


def _is_marked(line: Line) -> bool:
    """Return whether the words of an item are no words of a sentence: a box, a link, code."""
    return line.shape.words.startswith(("[", "!", "`", "**", "__", "<", "{"))


def _is_sentence(line: Line) -> bool:
    """Return whether a line is words that stop in the middle of a sentence."""
    is_words = line.block is not None and line.block.kind == "paragraph"
    return is_words and is_open(line.text)


def _check_quote(context: LineContext, line: Line) -> Iterator[LineFault]:
    match = _QUOTE.match(line.text)
    if not match or line.block is None:
        return
    is_alone = _QUOTE.match(getattr(context.after(line), "text", "")) is None
    starts_small = is_alone and match["words"][:1].islower()
    if starts_small or _AMOUNT.match(match["words"]) or _KEY.match(match["words"]):
        words = " ".join(match["words"].split()[:3])
        yield _make_fault(
            line,
            f"> {words}",
            f"If “>” means “more than”, write `\\> {words}`. If this is a quotation, start its "
            "words with a quotation mark: `> “`.",
            "a quotation",
        )


def _check_meaning(context: LineContext, line: Line, match: re.Match[str]) -> Iterator[LineFault]:
    """Check a line that became the meaning of the term above it. The page leaves out the sign."""
    sign, words = match[1], " ".join(match["words"].split()[:3])
    block = line.block
    if block is None or line.starts_block or f"{sign} {words}" in block.words:
        return
    term = _MARKS.sub("", context.lines[block.start - context.first].text, count=1)
    count = len(term.split())
    is_term = count <= _MOST_WORDS_OF_A_TERM and not _GOES_ON.search(term)
    if sign == ":" and is_term and not (count > 2 and _AMOUNT.match(words)):
        return
    yield _make_fault(
        line,
        f"{sign} {words}",
        f"If “{sign}” is part of the sentence, write `\\{sign} {words}`, below an empty line if it "
        "is a rule of its own. If this is a definition, write the term alone on the line above, "
        "without a full stop, and `: ` before its meaning.",
        f"the meaning of “{quote_start(term)}”",
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
