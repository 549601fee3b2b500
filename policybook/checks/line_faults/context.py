"""Hold the lines of a text with their shapes, their blocks and their neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policybook.model.findings import Severity
from policybook.reading.texts.line_blocks import LineBlock
from policybook.text import typed_lists
from policybook.text.line_shapes import Shape, ShapeKind, read_shape
from policybook.text.quotations import quote_start

ITEM_KINDS = (ShapeKind.BULLET, ShapeKind.DASH, ShapeKind.MARK, ShapeKind.TIGHT_MARK)
#: Longer lines are skipped. In characters.
_LONGEST_LINE = 10_000
#: A line with room for the next word was ended by its author.
_WRAP = 60
_CLOSED = (".", ":", ";", "?", "!", ")", "-", "–", "—", "…", "”", "*", "_", "|")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFault:
    """A line that did not become what it looks like.

    `edit` are the lines to type instead, or None if only a person can decide; then
    `reason` says why. `becomes` is the kind of block that the edit makes of the line, and
    `inside` the line of the item that it is inside, or 0.
    """

    line: int
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    edit: str | None = None
    becomes: str = ""
    inside: int = 0
    reason: str = "only you can tell what was meant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with what it looks like, and the block that it became, if any."""

    number: int
    text: str
    shape: Shape
    block: LineBlock | None

    @property
    def shown(self) -> str:
        """Return the first words of the line, for a message."""
        return quote_start(self.text.strip())

    @property
    def starts_block(self) -> bool:
        """Return whether the block of this line starts with it."""
        return self.block is not None and self.block.start == self.number

    @property
    def is_item(self) -> bool:
        """Return whether this line starts an item."""
        return self.starts_block and self.kind == "item"

    @property
    def kind(self) -> str:
        """Return the kind of its block; empty without one."""
        return self.block.kind if self.block else ""

    @property
    def is_blank(self) -> bool:
        """Return whether Markdown sees an empty line."""
        return not self.text.strip(" \t")


class LineContext:
    """The lines of a text, from the line `first` of its file."""

    def __init__(self, texts: Sequence[str], blocks: Mapping[int, LineBlock], first: int) -> None:
        self.lines = [
            Line(
                number=number,
                text=text,
                shape=read_shape(text[:_LONGEST_LINE]),
                block=blocks.get(number),
            )
            for number, text in enumerate(texts, first)
        ]
        self.first = first
        #: By how many columns an item has to be set in, by its line; and whether that is asked.
        self.shifts: dict[int, tuple[int, bool]] = {}
        letters = (letter for run in typed_lists.find_lists(texts) for letter in run.letters)
        #: The lines that start with a typed letter, which have a finding of their own.
        self.lettered = frozenset(letter.line + first for letter in letters)

    def before(self, line: Line) -> Line | None:
        """Return the line before, if there is one and it is not empty."""
        return self._neighbour(line, -1)

    def after(self, line: Line) -> Line | None:
        """Return the line after, if there is one and it is not empty."""
        return self._neighbour(line, 1)

    def _neighbour(self, line: Line, step: int) -> Line | None:
        place = line.number - self.first + step
        if not 0 <= place < len(self.lines) or self.lines[place].is_blank:
            return None
        return self.lines[place]

    def next_filled(self, line: Line) -> Line | None:
        """Return the next line that is not empty."""
        rest = self.lines[line.number - self.first + 1 : line.number - self.first + 4]
        return next((other for other in rest if not other.is_blank), None)

    def last_filled(self, line: Line) -> Line | None:
        """Return the last line before that is not empty."""
        place = line.number - self.first
        rest = self.lines[max(0, place - 3) : place]
        return next((other for other in reversed(rest) if not other.is_blank), None)

    def continues(self, line: Line) -> bool:
        """Return whether `line` goes on with the block of the line before."""
        before = self.before(line)
        return (
            before is not None
            and before.block is not None
            and line.block is not None
            and before.block.start == line.block.start
            and before.shape.kind is not ShapeKind.EMPTY
        )

    def is_break_meant(self, line: Line) -> bool:
        """Return whether the author ended the line before on purpose.

        The line before was short, or a sentence ended there, and this one does not go on
        in the middle of a sentence.
        """
        before = self.before(line)
        if before is None:
            return True
        ended, words = before.text.rstrip(), line.shape.words
        first_word = (words.split() or [""])[0]
        has_room = len(ended) + 1 + len(line.shape.sign) + len(first_word) < _WRAP
        is_new_sentence = not words[:1].islower()
        return ended.endswith(_CLOSED) or (has_room and is_new_sentence)


def is_open(text: str) -> bool:
    """Return whether a line stops in the middle of a sentence."""
    stripped = text.rstrip().rstrip("*_")
    return bool(stripped) and (stripped[-1].isalnum() or stripped[-1] in ",&")


def is_number(line: Line | None, number: int) -> bool:
    """Return whether a line starts with `number`."""
    return (
        line is not None
        and line.shape.kind is ShapeKind.NUMBER
        and int(line.shape.sign[:-1]) == number
    )
