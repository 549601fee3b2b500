"""Two versions -> which clause of one is which of the other, by the redline's alignment.

A clause is known again by its words, never by its number. It counts with the items under it, and
an item with the words that lead into it. Signs, capitals, numbers and form are no words.
"""

from collections.abc import Iterator, Sequence

from policybook.model import Clause, Group, Version
from policybook.redline.alignment import align
from policybook.redline.alignment_state import Text, prepare_texts
from policybook.redline.types import Part
from policybook.redline.units import read_units


class ClauseMap:
    """The clauses of two versions, matched.

    `after` gives the numbers in the new version of each old number, `before` those in the old
    version of each new number: several where a clause was divided or joined.
    """

    def __init__(self, old: Version, new: Version) -> None:
        found = align(prepare_texts(read_units(old)), prepare_texts(read_units(new)))
        self._old, self._new = _texts(found.old), _texts(found.new)
        pairs = [
            *found.to_new.items(),
            *found.with_old.items(),
            *((i, j) for j, i in found.with_new.items()),
        ]
        self.after: dict[str, tuple[str, ...]] = {}
        self.before: dict[str, tuple[str, ...]] = {}
        for i, j in sorted(pairs):
            a, b = found.old[i].unit, found.new[j].unit
            if a.part is Part.CLAUSE and b.part is Part.CLAUSE:
                self.after[a.number] = (*self.after.get(a.number, ()), b.number)
                self.before[b.number] = (*self.before.get(b.number, ()), a.number)

    def successors(self, number: str) -> tuple[str, ...]:
        """Return the numbers in the new version of the old clause `number`; none where it is gone."""
        return self.after.get(number, ())

    def predecessors(self, number: str) -> tuple[str, ...]:
        """Return the numbers in the old version of the new clause `number`; none where it is new."""
        return self.before.get(number, ())

    def same_words(self, was: str, now: Sequence[str]) -> bool:
        """Whether an old clause, and those that were joined with it, have the words of the new ones."""
        joined = dict.fromkeys(o for n in now for o in self.before.get(n, (was,)))
        return [w for o in joined for w in self._old[o]] == [w for n in now for w in self._new[n]]


def citation_covers(number: str, cite: str) -> bool:
    """Whether a citation covers a clause: it is that clause, one that it stands in, or one of its own items."""
    return number == cite or number.startswith(f"{cite}(") or cite.startswith(f"{number}(")


def words_in_context(version: Version) -> Iterator[tuple[str, str]]:
    """Each clause's number and its words, with those that lead into it and those of the items under it."""
    for section in version.sections:
        for part in section.parts:
            if not isinstance(part, Group):
                yield from _in_context(part, "")


def _in_context(clause: Clause, lead: str) -> Iterator[tuple[str, str]]:
    yield clause.number, f"{lead} {_whole(clause)}".strip()
    for child in clause.children:
        yield from _in_context(child, f"{lead} {clause.text}".strip())


def _whole(clause: Clause) -> str:
    return (
        " ".join([clause.text, *map(_whole, clause.children)]) if clause.children else clause.text
    )


def _texts(found: Sequence[Text]) -> dict[str, list[str]]:
    """The words of each clause in its context, typed numbers left out."""
    result: dict[str, list[str]] = {}
    above: list[tuple[int, str, tuple[str, ...]]] = []
    for text in found:
        unit = text.unit
        if unit.part is not Part.CLAUSE:
            continue
        above = [one for one in above if one[0] < unit.level]
        for _, number, _ in above:
            result[number] += text.words
        result[unit.number] = [word for _, _, own in above for word in own] + list(text.words)
        above.append((unit.level, unit.number, text.words))
    return result
