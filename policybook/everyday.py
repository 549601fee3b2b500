"""What most of a policy is written in (headings, paragraphs, and lists of them) -> blocks, line by line.

`read` gives the very blocks that `blocks` makes of what markdown-it says of a text, in a tenth of the time, but leaves out, from heading to heading,
each part in which a line is, or could be, anything else: a table, code, a quotation, a rule, a heading that is underlined, an empty item, a tab.
It knows the forms of CommonMark that it takes, decides nothing of its own, and the tests hold it against markdown-it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it.common.utils import mdTrim

from policybook.model import Inline

DEEPEST = 8  # lists within lists
LONGEST = 30_000  # characters of one passage: whether that is too much is not said here

ReadInline = Callable[[str], tuple[Inline, ...]]


@dataclass(slots=True)
class Block:
    """One block. `kind` is heading, paragraph, list, item, table, quote or code; `lines` count from 0 in the text given."""

    kind: str
    lines: tuple[int, int]
    level: int = 0
    ordered: bool = False
    inlines: tuple[Inline, ...] = ()
    children: Sequence["Block"] = ()
    rows: Sequence[Sequence[tuple[Inline, ...]]] = ()
    row_lines: Sequence[tuple[int, int]] = ()
    aligns: Sequence[str] = ()


#: The first signs of a line that may be more than words.
_SIGNS = frozenset("#-+*_0123456789>`~|:=")
_HEADING = re.compile(r"(#{1,6}) +(?=[^ ])(?!.*# *$)")
_MARGIN = re.compile(r"#{1,6} ")
_ITEM = re.compile(r"([-+*]|[0-9]{1,9}[.)])( +)(?=[^ ])")
#: What is not read here, or could be a part of it.
_ODD = re.compile(
    r">|```|~~~|#{1,6}(?: |$)|[-:|=][-:|= ]*$|\*[* ]*$|_[_ ]*$|(?:[-+*]|[0-9]{1,9}[.)])(?: *$| {5})",
)
#: Kinds of lines; that of a heading is its signs, of an item its marker.
_EMPTY, _WORDS, _OTHER = "", " ", "?"


class _Odd(Exception):
    """Raised where a line is not everyday, and caught by `read`."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a text, from which to before which, and their blocks; None where they are not everyday."""

    lines: tuple[int, int]
    text: str
    blocks: list[Block] | None


def read(text: str, inlines: ReadInline) -> list[Part]:
    """The parts of `text`, which holds LF alone, no other end of line and no NUL; passages are read by `inlines`.

    A part that is not everyday goes from a heading at the margin, or the start, to before the next: that stands by itself, but for a fence.
    """
    lines = _Lines(text, inlines)
    parts: list[Part] = []
    at = 0
    while at < lines.end:
        found: list[Block] = []
        try:
            lines.blocks(at, 0, -1, found)
            after = odd = lines.end
        except _Odd:
            lines.depth = 0
            odd, after = lines.around(found[-1].lines[1] if found else at)
            odd = max(at, odd)
            found = [block for block in found if block.lines[0] < odd]
        if found:
            parts.append(Part((at, odd), "", found))
        if odd < after:
            parts.append(Part((odd, after), lines.text(odd, after), None))
        at = after
    return parts


class _Lines:
    """The lines of a text, each with its indent and kind; for headings and items, also where their words begin."""

    def __init__(self, text: str, inlines: ReadInline) -> None:
        self.lines = text.split("\n")
        if not self.lines[-1].strip(" \t"):
            self.lines.pop()  # no line, but the end of the one before
        self.inlines = inlines
        self.end = len(self.lines)
        self.depth = 0
        self.indents: list[int] = []
        self.kinds: list[str] = []
        self.words: dict[int, int] = {}
        self.heads: list[int] = []
        tabs = "\t" in text
        for number, line in enumerate(self.lines):
            bare = line.lstrip(" ")
            self.indents.append(len(line) - len(bare))
            if not bare:
                self.kinds.append(_EMPTY)
            elif tabs and "\t" in line:
                self.kinds.append(_OTHER)
            else:
                self.kinds.append(self.kind(number, line, bare) if bare[0] in _SIGNS else _WORDS)

    def text(self, first: int, after: int) -> str:
        return "\n".join(self.lines[first:after]) + "\n"

    def around(self, line: int) -> tuple[int, int]:
        """Where the heading at the margin is, or the start, under which `line` stands, and where the next one is, or the end."""
        if not self.heads:
            self.heads = [number for number, line in enumerate(self.lines) if line[:1] == "#" and _MARGIN.match(line)]
        at = bisect_right(self.heads, line)
        return self.heads[at - 1] if at else 0, self.heads[at] if at < len(self.heads) else self.end

    def kind(self, number: int, line: str, bare: str) -> str:
        """The kind of a line that begins with a sign."""
        hit = _HEADING.match(bare)
        if not hit and _ODD.match(bare):
            return _OTHER
        if not hit and (hit := _ITEM.match(bare)):
            within = bare[hit.end() :]
            if within[0] in _SIGNS and (_ITEM.match(within) or _ODD.match(within)):
                return _OTHER  # an item that opens with something else than words
        if not hit:
            return _WORDS
        self.words[number] = len(line) - len(bare) + hit.end()
        return hit[1]

    def blocks(self, at: int, indent: int, outer: int, found: list[Block]) -> int:
        """Add to `found` the blocks from line `at` on that stand at `indent` or further in; returns the line after them. Raises `_Odd`.

        `outer` is the indent of the list of whose item they are, -1 where they are of none.
        """
        while at < self.end:
            kind, here = self.kinds[at], self.indents[at]
            if kind is _EMPTY:
                at += 1
                continue
            if here < indent:
                break
            if here - indent > 3 or kind is _OTHER:
                raise _Odd
            if kind is _WORDS:
                block = self.paragraph(at, indent, outer)
            elif kind[0] == "#":
                words = self.inlines(mdTrim(self.lines[at][self.words[at] :]))
                block = Block("heading", (at, at + 1), len(kind), inlines=words)
            else:
                block = self.list(at, indent)
            found.append(block)
            at = block.lines[1]
        return at

    def paragraph(self, at: int, indent: int, outer: int) -> Block:
        """The paragraph that begins on line `at`, and goes on to an empty line, a heading or a list."""
        lines, last = [self.lines[at][indent:]], at + 1
        while last < self.end and (kind := self.kinds[last]) is not _EMPTY:
            here = self.indents[last]
            if kind is _OTHER:
                raise _Odd
            if kind is not _WORDS and here - indent <= 3 and _ends_words(kind, here, indent, outer):
                break
            lines.append(self.lines[last][min(here, indent) :])
            last += 1
        words = mdTrim("\n".join(lines))
        if len(words) > LONGEST:
            raise _Odd
        return Block("paragraph", (at, last), inlines=self.inlines(words))

    def list(self, at: int, indent: int) -> Block:
        """The list that begins on line `at`, in blocks that stand at `indent`: items with the same sign."""
        first, sign = at, self.kinds[at][-1]
        items: list[Block] = []
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Odd
        while at < self.end and self.kinds[at][-1:] == sign and 0 <= self.indents[at] - indent <= 3:
            words = self.words[at]
            within = [self.paragraph(at, words, indent)]
            after = self.blocks(within[0].lines[1], words, indent, within)
            items.append(Block("item", (at, after), children=within))
            at = after
        self.depth -= 1
        return Block("list", (first, at), ordered=sign in ".)", children=items)


def _ends_words(kind: str, here: int, indent: int, outer: int) -> bool:
    """Whether a heading or an item, on a line indented by `here`, ends the paragraph above it, which stands at `indent`."""
    if kind[0] == "#":
        return True
    if here < indent:
        return outer < 0 or here - outer < 4
    return kind[0] in "-+*" or int(kind[:-1]) == 1
