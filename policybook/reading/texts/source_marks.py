"""Read a source as given words: skip only what Markdown consumes as marks.

What a mark is, this module decides from the characters of the source alone. It must not
know the Markdown reader or clauses.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

#: A search for a reading may take so many steps for each character of the source.
_MOST_STEPS = 20
_SPACE = re.compile(r"\s+")
#: A typed number, or characters in one line that are no mark where they are.
_PLAIN = re.compile(r"\d{1,9}[.)](?=\s)|[^\s\\`*_\[\]!<>&{|#=~+:\-][^\n\\`*_\[\]!<&{|#]*")
#: The commonest marks at the start of a line.
_FIRST_MARK = re.compile(r"\s*(?:[-+*]|#{1,6})\s")
#: What may come before a mark at the start of a line: other marks and typed numbers.
_HEAD = re.compile(r"(?:\s|>|[-+*:~](?=\s)|\[\^[^\]\s]+\]:|\d{1,9}[.)](?=\s))*")
#: A whole line of signs: across the page, under a heading, or under the header of a table.
_SIGN_LINE = re.compile(
    r"(?:=+|-+|(?:[-_*][ \t]*){3,}|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?)[ \t]*$",
    re.MULTILINE,
)
_HEAD_MARK = re.compile(
    r"[-+*:~](?=\s|\Z)|>|#{1,6}(?=\s|\Z)|`{3,}|~{3,}"
    # A footnote, and the address of a link on a line of its own.
    r"|\[\^[^\]\s]+\]:|\[[^\[\]]+\]:[ \t]+\S.*"
)
#: `[^1]` in a text, a box to tick, a link by name, a line break.
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_BOX = re.compile(r"\[(?: |[xX])\]")
_NAME_END = re.compile(r"\]\[[^\[\]]*\]")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_HEADING_END = re.compile(r"#+[ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]*);")
_TARGET = r"(?:<[^<>\n]*>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*)"
_TITLE = r"(?:\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?"
_LINK_END = re.compile(rf"\]\(\s*{_TARGET}{_TITLE}\s*\)")
_ADDRESS = re.compile(r"<([^\s<>]*[:@][^\s<>]*)>")
_ROLE = re.compile(r"\{\s*contact\s*:([^{}]+)\}", re.IGNORECASE)
_BAR = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"\d{1,9}[.)](?=\s|\Z)")
_INLINE_MARKS = frozenset("*_`[]")


def squeeze(text: str) -> str:
    """Return `text` without its white space."""
    return "".join(text.split())


class SourceReading:
    """Finds a way to read `source` as `words`.

    `rows` has the lines of tables, counted from 0, with the number of their cells, and
    `repeats` the lines whose typed number is a mark.
    `furthest` is the greatest place that was reached in the source, and in the words.
    """

    def __init__(
        self,
        source: str,
        words: str,
        rows: dict[int, int],
        repeats: frozenset[int],
    ) -> None:
        self.source, self.words, self.rows, self.repeats = source, words, rows, repeats
        self.furthest = (0, 0)
        self.heads: dict[int, tuple[int, bool]] = {}
        lengths = (len(line) + 1 for line in source.split("\n"))
        self.starts = [min(start, len(source)) for start in accumulate(lengths, initial=0)]

    def fits(self) -> bool:
        """Return whether the source, less its marks, is the words.

        Most lines have no mark, or need only a look at their own paragraph.
        """
        position: int | None = 0
        stop = 0
        for start, end in pairwise(self.starts):
            if start < stop:
                continue
            if position is None:
                break
            mark = _FIRST_MARK.match(self.source, start, end)
            line = squeeze(self.source[mark.end() if mark else start : end])
            if self.words.startswith(line, position):
                position += len(line)
                continue
            after = self.search(start, end, position)
            if after is None:
                stop = self.source.find("\n\n", start) + 1 or len(self.source)
                after = self.search(start, stop, position)
            position = after
        if position == len(self.words):
            return True
        self.furthest = (0, 0)
        return self.search(0, len(self.source), 0, len(self.words)) is not None

    def search(self, start: int, stop: int, position: int, end: int | None = None) -> int | None:
        """Return the position after reading the source from `start` to `stop`, or None.

        With `end`, that must be the position.
        """
        waiting, visited = [(start, position)], set[tuple[int, int]]()
        most = _MOST_STEPS * (stop - start) + 1_000
        while waiting:
            state = waiting.pop()
            if state in visited:
                continue
            visited.add(state)
            self.furthest = max(self.furthest, state)
            place, position = state
            if place >= stop and end in (None, position):
                return position
            # A text of thousands of equal signs has too many readings to try them all.
            if len(visited) > most:
                return position if end is None else end
            if place < stop:
                waiting += reversed(list(self.steps(place, position)))
        return None

    def steps(self, place: int, position: int) -> Iterator[tuple[int, int]]:
        """Yield each way to go on, the likeliest first."""
        source, words = self.source, self.words
        if match := _SPACE.match(source, place):
            yield match.end(), position
            return
        if self.repeats and (match := _NUMBER.match(source, place)):
            number = self.find_line(place)
            if number in self.repeats and place <= self.read_head(self.starts[number])[0]:
                yield match.end(), position
        if source.startswith(("<<", "^^"), place) and self.find_line(place) in self.rows:
            # A cell that belongs to the cell before it, or above.
            yield place + 2, position
        if match := _PLAIN.match(source, place):
            run = squeeze(match[0])
            if words.startswith(run, position):
                yield match.end(), position + len(run)
            return
        yield from self.inline_marks(place, position)
        if words.startswith(source[place], position):
            yield place + 1, position + 1
        if source[place] in _INLINE_MARKS:
            yield place + 1, position
        yield from self.line_marks(place, position)

    def find_line(self, place: int) -> int:
        """Return the line of a place, from 0."""
        return bisect_right(self.starts, place) - 1

    def line_marks(self, place: int, position: int) -> Iterator[tuple[int, int]]:
        """Yield the ends of marks that depend on the line."""
        source = self.source
        number = self.find_line(place)
        head_end, is_heading = self.read_head(self.starts[number])
        if place <= head_end:
            for pattern in (_SIGN_LINE, _HEAD_MARK):
                if match := pattern.match(source, place):
                    yield match.end(), position
        elif is_heading and (match := _HEADING_END.match(source, place)):
            yield match.end(), position
        if number in self.rows:
            yield from self.row_marks(place, position, number)

    def read_head(self, start: int) -> tuple[int, bool]:
        """Return where the marks at the start of a line end, and whether it is a heading."""
        if start not in self.heads:
            end = _HEAD.match(self.source, start).end()  # type: ignore[union-attr]
            self.heads[start] = end, self.source.startswith("#", end)
        return self.heads[start]

    def row_marks(self, place: int, position: int, number: int) -> Iterator[tuple[int, int]]:
        """Yield the ends of marks in the row of a table on the line `number`."""
        source = self.source
        if source.startswith("\\\\|", place):
            yield place + 1, position
        elif source[place] in "-*+" and self.words.startswith("•", position):
            # An item in a cell.
            yield place + 1, position + 1
        elif source[place] == "|":
            yield place + 1, position
            # The finding `table-cells` names the words after the last column.
            before = source[self.starts[number] : place].strip().removeprefix("|")
            if len(_BAR.findall(before)) + 1 >= self.rows[number]:
                yield place + len(source[place:].partition("\n")[0]), position

    def inline_marks(self, place: int, position: int) -> Iterator[tuple[int, int]]:
        """Yield the ends of marks that are more likely than the same signs as words."""
        source, words = self.source, self.words
        if match := _ESCAPED.match(source, place):
            if words.startswith(match[1], position):
                yield match.end(), position + 1
        elif source[place] == "\\" and source[place + 1 : place + 2] in ("\n", ""):
            yield place + 1, position
        elif match := _ENTITY.match(source, place):
            for sign in (html.unescape(match[0]), "\ufffd"):
                if words.startswith(squeeze(sign), position):
                    yield match.end(), position + len(squeeze(sign))
        elif match := (
            _LINK_END.match(source, place)
            or _NAME_END.match(source, place)
            or _BREAK.match(source, place)
        ):
            yield match.end(), position
        elif match := _NOTE.match(source, place):
            if words.startswith(f"[{match[1]}]", position):
                yield match.end(), position + len(match[1]) + 2
        elif (match := _BOX.match(source, place)) and words[position : position + 1] in ("☐", "☑"):
            yield match.end(), position + 1
        elif (match := _ADDRESS.match(source, place)) or (match := _ROLE.match(source, place)):
            if words.startswith(squeeze(match[1]), position):
                yield match.end(), position + len(squeeze(match[1]))
        elif source.startswith("![", place):
            yield place + 1, position
