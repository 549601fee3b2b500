"""Define what the page of a redline shows: its sections, changes and pointers."""

from dataclasses import dataclass
from typing import NamedTuple

from policybook.redline import ClauseChange
from policybook.site.redline_page.counts import ChangeCounts


class ChangeRow(NamedTuple):
    """One change, ready to lay out.

    `label` names the change forwards, `label_back` backwards. `old_at` and `new_at` give
    the position of its words in each version (`_Order`), empty if a version lacks them.

    `words` is HTML, one text for each new clause or cell. `before` has the older
    version's words alone, if both versions have words and these differ. The views side
    by side and backwards use it.

    `columns` name the columns of its cells, and `columns_before` those of `before`. `stem`
    has the opening words of its list.

    A `small` change is of signs or form alone. `notes` are its effects, each with words.
    """

    change: ClauseChange
    label: str
    label_back: str
    tone: str
    small: bool
    form: str
    old_number: str
    new_number: str
    old_at: str
    new_at: str
    words: tuple[str, ...]
    before: tuple[str, ...] | None
    columns: tuple[str, ...]
    columns_before: tuple[str, ...]
    stem: str
    notes: tuple[tuple[str, str], ...]

    @property
    def numbers(self) -> str:
        """Return its number in both versions: `3.1 → 3.2`, or `3.1` if they are the same."""
        return " → ".join(dict.fromkeys(filter(None, (self.old_number, self.new_number))))

    @property
    def note_lines(self) -> list[str]:
        """Return what the change does, a line for each effect."""
        lines = [f"{what}: {detail}" if detail else what for what, detail in self.notes]
        return [*lines, f"No word changed: {self.form}"] if self.form else lines


class Same(NamedTuple):
    """One unchanged unit, ready to lay out. `words` is HTML, one text or one for each cell.

    `columns` name the columns of its cells.
    """

    change: ClauseChange
    number: str
    old_at: str
    new_at: str
    words: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A pointer from a clause's old place to its new one."""

    number: str
    count: int
    new_number: str


Item = ChangeRow | Same | Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring items of a section.

    `folded` items are unchanged. `rules` counts the clauses among them.
    """

    folded: bool
    rules: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummedEffect:
    """What several rules of a section do, with the number of each change and its rule."""

    name: str
    rules: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A section of the redline's page. `first` is the number of its first change, or 0.

    Only one version has a `whole` section. `small` has the numbers of its minor changes.
    """

    anchor: str
    title: str
    heading: ChangeRow | Same | None
    tally: ChangeCounts
    first: int
    whole: bool
    small: tuple[int, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An effect in its list: its name and its changes, as (number of the change, clause, words)."""

    name: str
    small: bool
    items: tuple[tuple[int, str, str], ...]

    @property
    def has_words(self) -> bool:
        """Return whether the list says more of a change than the change itself."""
        return any(words for _, _, words in self.items)
