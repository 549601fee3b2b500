"""What most of a policy is written in (headings, paragraphs, and lists of them) -> blocks, line by line.

`read` gives the very blocks that `blocks` makes of what markdown-it says of the text, in a tenth of the time, or None where a line is, or could be,
anything else: a table, code, a quotation, a rule, a heading that is underlined, an empty item, a tab. It knows the forms of CommonMark that
it takes, decides nothing of its own, and the tests hold it against markdown-it.
"""

import re
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
_ITEM = re.compile(r"([-+*]|[0-9]{1,9}[.)])( +)(?=[^ ])")
#: What is not read here, or could be a part of it.
_ODD = re.compile(
    r">|```|~~~|#{1,6}(?: |$)|[-:|=][-:|= ]*$|\*[* ]*$|_[_ ]*$|(?:[-+*]|[0-9]{1,9}[.)])(?: *$| {5})",
)
#: Never in an everyday text: a tab counts for as many spaces as it takes, the others for line ends or another sign.
_NEVER = re.compile("[\t\r\0]")
_EMPTY, _WORDS = "", " "  # kinds of lines; that of a heading is its signs, of an item its marker


class _Odd(Exception):
    """Raised where a line is not everyday, and caught by `read`."""


def read(text: str, inlines: ReadInline) -> list[Block] | None:
    """The blocks of `text`, whose passages are read by `inlines`; None where it holds anything but headings, paragraphs and lists."""
    if _NEVER.search(text):
        return None
    try:
        return _Lines(text, inlines).blocks(0, 0, -1)[0]
    except _Odd:
        return None


class _Lines:
    """The lines of a text, each with its indent and kind; for headings and items, also where their words begin."""

    def __init__(self, text: str, inlines: ReadInline) -> None:
        self.lines = text.split("\n")
        if not self.lines[-1].strip(" "):
            self.lines.pop()  # no line, but the end of the one before
        self.inlines = inlines
        self.end = len(self.lines)
        self.depth = 0
        self.indents: list[int] = []
        self.kinds: list[str] = []
        self.words: dict[int, int] = {}
        for number, line in enumerate(self.lines):
            bare = line.lstrip(" ")
            self.indents.append(len(line) - len(bare))
            if not bare:
                self.kinds.append(_EMPTY)
            else:
                self.kinds.append(self.kind(number, line, bare) if bare[0] in _SIGNS else _WORDS)

    def kind(self, number: int, line: str, bare: str) -> str:
        """The kind of a line that begins with a sign. Raises `_Odd`."""
        hit = _HEADING.match(bare)
        if not hit and _ODD.match(bare):
            raise _Odd
        if not hit and (hit := _ITEM.match(bare)):
            within = bare[hit.end() :]
            if within[0] in _SIGNS and (_ITEM.match(within) or _ODD.match(within)):
                raise _Odd  # an item that opens with something else than words
        if not hit:
            return _WORDS
        self.words[number] = len(line) - len(bare) + hit.end()
        return hit[1]

    def blocks(self, at: int, indent: int, outer: int) -> tuple[list[Block], int]:
        """The blocks from line `at` on that stand at `indent` or further in, and the line after them.

        `outer` is the indent of the list of whose item they are, -1 where they are of none.
        """
        found: list[Block] = []
        while at < self.end:
            kind, here = self.kinds[at], self.indents[at]
            if kind is _EMPTY:
                at += 1
                continue
            if here < indent:
                break
            if here - indent > 3:
                raise _Odd  # code
            if kind is _WORDS:
                block = self.paragraph(at, indent, outer)
            elif kind[0] == "#":
                words = self.inlines(mdTrim(self.lines[at][self.words[at] :]))
                block = Block("heading", (at, at + 1), len(kind), inlines=words)
            else:
                block = self.list(at, indent)
            found.append(block)
            at = block.lines[1]
        return found, at

    def paragraph(self, at: int, indent: int, outer: int) -> Block:
        """The paragraph that begins on line `at`, and goes on to an empty line, a heading or a list."""
        lines, last = [self.lines[at][indent:]], at + 1
        while last < self.end and (kind := self.kinds[last]) is not _EMPTY:
            here = self.indents[last]
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
        first, sign, items = at, self.kinds[at][-1], []
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Odd
        while at < self.end and self.kinds[at][-1:] == sign and 0 <= self.indents[at] - indent <= 3:
            words = self.words[at]
            opening = self.paragraph(at, words, indent)
            rest, after = self.blocks(opening.lines[1], words, indent)
            items.append(Block("item", (at, after), children=[opening, *rest]))
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
