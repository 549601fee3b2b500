"""Find what a reader needs beside a row or an item that stands alone in a redline.

| Step | Told at |        a changed row: "Step" and "Told at" belong to its cells
| 2    | home    |

Staff must:              a changed item: "Staff must:" belongs to it
- lock the gate
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from policybook.model import ClauseKind
from policybook.redline.opening_words import is_opening, own_text
from policybook.redline.reading_order import parent_places
from policybook.redline.replay import all_changes
from policybook.redline.types import ClauseChange, Part, Redline, Unit
from policybook.redline.units import plain_text

#: Opening words with more characters lose those in their middle.
_LONGEST = 110
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"'])")
_SPACE = re.compile(r"[\s\ufffc]+")


class UnitContext:
    """The column names of rows and the opening words of items, in both versions."""

    def __init__(self, comparison: Redline) -> None:
        self._comparison = comparison

    def columns(self, change: ClauseChange, *, is_old: bool = False) -> tuple[str, ...]:
        """Return the name of the column of each cell of a row. Empty where it has none.

        A cell that only the other version has gets the name from there.
        """
        if change.part is not Part.CLAUSE:
            return ("",) * len(change.cells)
        olds = self._old.header(change.old)
        news = self._new.header(change.new)
        return tuple(
            _column(olds, cell.old) or _column(news, cell.new)
            if is_old
            else _column(news, cell.new) or _column(olds, cell.old)
            for cell in change.cells
        )

    def stem(self, change: ClauseChange) -> str:
        """Return the opening words before an item, shortened; empty for any other change."""
        side, units = (self._new, change.new) if change.new else (self._old, change.old)
        is_item = change.part is Part.CLAUSE and units[0].kind is ClauseKind.ITEM
        return _shorten(side.opening(units[0])) if is_item else ""

    def items(self, change: ClauseChange) -> str:
        """Return the items below a rule of the new version, or of the old one, in one line."""
        side, units = (self._new, change.new) if change.new else (self._old, change.old)
        return "; ".join(side.items(units[-1]))

    @cached_property
    def _old(self) -> "_Side":
        return _Side(unit for change in all_changes(self._comparison) for unit in change.old)

    @cached_property
    def _new(self) -> "_Side":
        return _Side(unit for change in all_changes(self._comparison) for unit in change.new)


class _Side:
    """The units of one version, in reading order."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = sorted(units, key=lambda unit: unit.place)
        self._at = {unit.place: index for index, unit in enumerate(self._units)}
        self._parents = parent_places(self._units)

    def header(self, rows: Sequence[Unit]) -> tuple[str, ...]:
        """Return the names of the columns of the table that the first of `rows` is in."""
        if not rows:
            return ()
        for index in range(self._at[rows[0].place] - 1, -1, -1):
            unit = self._units[index]
            if not unit.cells or unit.table != rows[0].table or unit.section != rows[0].section:
                break
            if unit.part is Part.HEADER:
                return tuple(_tidy(plain_text(cell)) for cell in unit.cells)
        return ()

    def items(self, rule: Unit) -> Iterator[str]:
        """Yield the items right below a rule, without signs at their ends."""
        place = self._at[rule.place]
        for index in range(place + 1, len(self._units)):
            if self._parents[index] < place:
                break
            if self._parents[index] == place:
                yield _tidy(self._units[index].text).rstrip(";,. ")

    def opening(self, item: Unit) -> str:
        """Return the opening words of the lists that an item is in, the outermost first."""
        words: list[str] = []
        is_after = item.kind is ClauseKind.PARAGRAPH and not item.label  # after the list
        above = -1 if is_after else self._parents[self._at[item.place]]
        while above >= 0 and _opens(self._units[above]):
            words.insert(0, _tidy(_SENTENCE_END.split(own_text(self._units[above]))[-1]))
            above = self._parents[above]
        return " ".join(words)


def _opens(unit: Unit) -> bool:
    return unit.part is Part.CLAUSE and not unit.cells and is_opening(unit.text)


def _column(names: Sequence[str], column: int | None) -> str:
    return names[column] if column is not None and column < len(names) else ""


def _tidy(words: str) -> str:
    return _SPACE.sub(" ", words).strip()


def _shorten(words: str) -> str:
    """Return the words, without those in the middle if there are many."""
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2
    return f"{words[:half].rpartition(' ')[0]} … {words[-half:].partition(' ')[2]}"
