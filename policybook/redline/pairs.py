"""Units ready to be paired, and the pairs found so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from policybook.redline.changes import HEADINGS, Part, Unit
from policybook.redline.likeness import Places, content, words


@dataclass(slots=True)
class Text:
    """A unit with what alignment looks at. `sort` keeps headings, rows and clauses apart."""

    unit: Unit
    sort: str
    words: tuple[str, ...]
    key: tuple[str, tuple[str, ...]]
    first_cell: str
    _places: Places | None = None
    _content: frozenset[str] | None = None

    @property
    def places(self) -> Places:
        if self._places is None:
            self._places = Places(self.words)
        return self._places

    @property
    def content(self) -> frozenset[str]:
        if self._content is None:
            self._content = content(self.words)
        return self._content


def read(units: Sequence[Unit], known: dict[str, tuple[str, ...]]) -> list[Text]:
    """Return the units as texts. `known` holds the words of texts met before, and takes those of these."""
    return [_read(unit, known) for unit in units]


def _read(unit: Unit, known: dict[str, tuple[str, ...]]) -> Text:
    text = unit.text[unit.typed :]
    found = known.get(text)
    if found is None:
        found = known[text] = words(text)
    first = text.partition(" | ")[0].strip().lower() if unit.cells else ""
    sort = _sort(unit)
    return Text(unit, sort, found, (sort, found), first)


def _sort(unit: Unit) -> str:
    if unit.part is Part.CLAUSE:
        return "row" if unit.cells else "clause"
    return "heading" if unit.part in HEADINGS else "header"


@dataclass(slots=True)
class Alignment:
    """Pairs by place in reading order.

    `with_old` holds old places that were joined into the new place given, beside its partner; `with_new` new places
    that were divided off the old place given.
    """

    old: list[Text]
    new: list[Text]
    to_new: dict[int, int] = field(default_factory=dict)
    to_old: dict[int, int] = field(default_factory=dict)
    with_old: dict[int, int] = field(default_factory=dict)
    with_new: dict[int, int] = field(default_factory=dict)

    def pair(self, i: int, j: int) -> None:
        self.to_new[i], self.to_old[j] = j, i

    def is_free(self, i: int, j: int) -> bool:
        return i not in self.to_new and j not in self.to_old

    def free_old(self, places: Iterable[int] | None = None) -> list[int]:
        """Of these old places, or of all, those without a partner."""
        every = range(len(self.old)) if places is None else places
        return [i for i in every if i not in self.to_new and i not in self.with_old]

    def free_new(self, places: Iterable[int] | None = None) -> list[int]:
        every = range(len(self.new)) if places is None else places
        return [j for j in every if j not in self.to_old and j not in self.with_new]
