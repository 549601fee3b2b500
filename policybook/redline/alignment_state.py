"""Units prepared for alignment, and the pairs so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from policybook.meaning.words.similarity import TokenPositions, tokenise
from policybook.model import Version
from policybook.redline.types import HEADINGS, Part, Unit
from policybook.redline.units import read_units


class Text:
    """A unit with what alignment compares. `sort` keeps headings, rows and clauses apart."""

    __slots__ = ("first_cell", "key", "sort", "tokenised", "unit", "words")

    def __init__(self, unit: Unit) -> None:
        self.unit, self.sort = unit, _sort(unit)
        self.tokenised = tokenise(unit.text[unit.typed :])
        self.words = self.tokenised.words
        self.key = (self.sort, self.tokenised.key)
        self.first_cell = (
            unit.text[unit.typed :].partition(" | ")[0].strip().lower() if unit.cells else ""
        )

    @property
    def places(self) -> TokenPositions:
        """Return where each word of the text is."""
        return self.tokenised.places

    @property
    def content(self) -> frozenset[str]:
        """Return the words that say what the text is about."""
        return self.tokenised.content


def prepare_texts(version: Version) -> tuple[Text, ...]:
    """Return the units of a version, ready for alignment."""
    return tuple(map(Text, read_units(version)))


def _sort(unit: Unit) -> str:
    """Return which units this unit can be paired with: row, clause, cover, heading or header."""
    if unit.part is Part.CLAUSE:
        return "row" if unit.cells else "clause"
    if unit.part is Part.COVER:
        return "cover row" if unit.cells else "cover"
    return "heading" if unit.part in HEADINGS else "header"


@dataclass(slots=True)
class Alignment:
    """Pairs of old and new places. A place counts units in reading order, from 0.

    `with_old` gives, for each old place that was joined into a new clause, that
    clause's place. `with_new` gives the same for new places that were divided from an
    old clause.
    """

    old: Sequence[Text]
    new: Sequence[Text]
    to_new: dict[int, int] = field(default_factory=dict)
    to_old: dict[int, int] = field(default_factory=dict)
    with_old: dict[int, int] = field(default_factory=dict)
    with_new: dict[int, int] = field(default_factory=dict)

    def pair(self, i: int, j: int) -> None:
        """Pair the old place `i` with the new place `j`."""
        self.to_new[i], self.to_old[j] = j, i

    def is_free(self, i: int, j: int) -> bool:
        """Return whether neither place has a partner."""
        return i not in self.to_new and j not in self.to_old

    def free_old(self, places: Iterable[int] | None = None) -> list[int]:
        """Return those of the old `places` that have no partner; without `places`, of all."""
        every = range(len(self.old)) if places is None else places
        return [i for i in every if i not in self.to_new and i not in self.with_old]

    def free_new(self, places: Iterable[int] | None = None) -> list[int]:
        """Return those of the new `places` that have no partner; without `places`, of all."""
        every = range(len(self.new)) if places is None else places
        return [j for j in every if j not in self.to_old and j not in self.with_new]
