"""Type lines as their faults ask, and prove that each became the block that was asked for.

The proof reads the text again. Each edited line must have become what its fault asked
for, every other line must start the same block as before, and no character may be lost
or altered.
"""

import re
from collections.abc import Sequence

from policybook.checks import line_faults
from policybook.checks.fix.field_order import LineEdit
from policybook.checks.line_faults.context import Line, LineContext
from policybook.reading.fields import front_matter
from policybook.reading.texts import character_balance, line_blocks, text_outline
from policybook.text.line_shapes import ShapeKind, find_words_column, read_shape, remove_odd_forms

#: The codes whose edits make a mark of a sign, so that the page no longer shows it.
_SIGN_GOES = ("typed-bullet", "typed-heading")


class LineEdits:
    """Edits the lines of one file that have faults of one code, and proves the result."""

    def __init__(self, code: str, sealed: bool) -> None:
        self.code, self.sealed = code, sealed

    def find(self, text: str) -> list[LineEdit]:
        """Return the edits that the faults ask for, by lines counted from 0."""
        lines = text.split("\n")
        return [
            (fault.line - 1, (fault.edit,))
            for fault in ([] if self.sealed else find_faults(text))
            if fault.code == self.code
            and fault.edit is not None
            and fault.edit != lines[fault.line - 1]
        ]

    def prove(self, before: str, after: str) -> bool:
        """Return whether each edited line became what was asked for, and no other changed."""
        if front_matter.split(before).block != front_matter.split(after).block:
            return False
        asked = {f.line: f for f in find_faults(before) if f.code == self.code}
        old, new = read_lines(before), read_lines(after)
        if not keeps_holders(old, new):
            return False
        parents = {line.number: line for line, _ in new}
        follows = False
        signs: list[tuple[str, str]] = []
        for (was, gap), (now, new_gap) in zip(old, new, strict=True):
            is_edited = was.text != now.text or gap != new_gap
            if not _is_proved(was, now, asked, is_edited, gap, follows):
                return False
            fault = asked.get(was.number)
            if (
                is_edited
                and fault
                and fault.inside
                and not _is_inside(now, parents.get(fault.inside))
            ):
                return False
            follows = is_edited or (follows and not now.starts_block)
            if was.text != now.text and self.code in _SIGN_GOES:
                signs.append(_read_sign(was.text))
        return _differs_by_signs(_read_characters(before), _read_characters(after), signs)


def _is_proved(
    was: Line,
    now: Line,
    asked: dict[int, line_faults.LineFault],
    is_edited: bool,
    gap: int,
    follows: bool,
) -> bool:
    """Return whether a line is what was asked for, or what it was.

    A line that goes on with the block of an edited line (`follows`) goes along with it.
    """
    if _read_words(was.text) != _read_words(now.text):
        return False
    if was.number in asked and now.starts_block and now.kind == asked[was.number].becomes:
        return True
    if is_edited and was.number in asked:
        return False
    if is_edited:
        # An asked edit before this line emptied a line of invisible characters.
        return any(was.number - n in asked for n in range(1, gap + 2))
    return is_same_place(was, now, follows=follows)


def _is_inside(line: Line, parent: Line | None) -> bool:
    """Return whether an item is one level inside another one."""
    if line.block is None or parent is None or parent.block is None:
        return False
    return parent.starts_block and line.block.depth == parent.block.depth + 1


def keeps_holders(old: Sequence[tuple[Line, int]], new: Sequence[tuple[Line, int]]) -> bool:
    """Return whether each line is still inside its footnote, definition, quotation and item.

    A line is inside an item if it is set in as far as the words of the item.
    """
    if len(old) != len(new):
        return False
    places = [{line.number: n for n, (line, _) in enumerate(lines)} for lines in (old, new)]
    for (was, _), (now, _) in zip(old, new, strict=True):
        if was.block is None or now.block is None:
            continue
        holders = [places[n].get(b.holder) for n, b in enumerate((was.block, now.block))]
        if holders[0] != holders[1] or was.block.quoted != now.block.quoted:
            return False
        start = old[places[0].get(was.block.start, 0)][0]
        is_inside = start.is_item and was.shape.indent >= find_words_column(start.text)
        if is_inside and start is not was and now.block.depth < was.block.depth + now.is_item:
            return False
    return True


def is_same_place(was: Line, now: Line, *, follows: bool) -> bool:
    """Return whether a line starts or goes on with the same block as before, as deep in lists.

    A line that goes on with the block of an edited line (`follows`) goes along with it.
    """
    if was.starts_block != now.starts_block:
        return False
    if follows and not was.starts_block:
        return True
    depths = [line.block.depth if line.block else 0 for line in (was, now)]
    return was.kind == now.kind and depths[0] == depths[1]


def _read_words(text: str) -> str:
    """Return the words of a line after its first mark, without white space."""
    shape = read_shape(text)
    return "".join(shape.words.split())


def read_lines(text: str) -> list[tuple[Line, int]]:
    """Return the lines of a body that have words, each with the count of empty lines before it."""
    parted = front_matter.split(text)
    outline = text_outline.parse(parted.body, parted.body_line)
    lines = parted.body.split("\n")
    blocks = line_blocks.read_blocks(outline, lines, parted.body_line)
    result: list[tuple[Line, int]] = []
    gap = 0
    for line in LineContext(lines, blocks, parted.body_line).lines:
        if line.shape.kind is ShapeKind.EMPTY:
            gap += line.is_blank
        else:
            result.append((line, gap))
            gap = 0
    return result


def _read_sign(text: str) -> tuple[str, str]:
    """Return the typed mark of a line with everything before its words, and the first words."""
    whole, words = "".join(remove_odd_forms(text).split()), _read_words(text)
    # Emphasis and links have marks of their own, which are not among the characters.
    return whole.removesuffix(words), re.split(r"[^\w]", words)[0]


def _read_characters(text: str) -> str:
    """Return the words of all headings and clauses of a file, without white space."""
    parted = front_matter.split(text)
    outline = text_outline.parse(parted.body, parted.body_line)
    titles = "".join("".join(words.split()) for _, words in outline.titles)
    words = titles + character_balance.typed_characters(outline.sections)
    return remove_odd_forms(words)


def _differs_by_signs(old: str, new: str, signs: list[tuple[str, str]]) -> bool:
    """Return whether `new` is `old` without `signs`, in order; each is before its words."""
    place = position = 0
    for sign, words in signs:
        while not old.startswith(sign + words, place):
            if old[place : place + 1] != new[position : position + 1] or place >= len(old):
                return False
            place, position = place + 1, position + 1
        place += len(sign)
    return old[place:] == new[position:]


def find_faults(text: str) -> list[line_faults.LineFault]:
    """Return the faults in the body of a file."""
    parted = front_matter.split(text)
    outline = text_outline.parse(parted.body, parted.body_line)
    return line_faults.find_faults(outline, parted.body, parted.body_line)
