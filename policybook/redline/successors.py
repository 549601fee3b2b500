"""Map the clauses of one version to those of another, by the redline's alignment.

Words decide, never numbers. A clause counts with its items, and an item with the words
that lead into it. Signs, capitals, numbers and form are not words.
"""

from collections.abc import Iterator, Sequence

from policybook.model import Clause, Group, Version
from policybook.redline.alignment import align
from policybook.redline.alignment_state import Text, prepare_texts
from policybook.redline.types import Part


class ClauseMap:
    """The clauses of two versions, matched.

    `after` gives the new numbers of each old number, `before` the old numbers of each
    new one. A clause that was divided or joined has several. Sections are among them:
    `4` is a section, `4.1` a clause.
    """

    def __init__(self, old: Version, new: Version) -> None:
        alignment = align(prepare_texts(old), prepare_texts(new))
        self._old, self._new = _texts(alignment.old), _texts(alignment.new)
        pairs = [
            *alignment.to_new.items(),
            *alignment.with_old.items(),
            *((i, j) for j, i in alignment.with_new.items()),
        ]
        self.after: dict[str, tuple[str, ...]] = {}
        self.before: dict[str, tuple[str, ...]] = {}
        for i, j in sorted(pairs):
            a, b = alignment.old[i].unit, alignment.new[j].unit
            if a.part is b.part and a.number and b.number:
                self.after[a.number] = (*self.after.get(a.number, ()), b.number)
                self.before[b.number] = (*self.before.get(b.number, ()), a.number)

    def successors(self, number: str) -> tuple[str, ...]:
        """Return the new numbers of the old clause `number`; none where it was removed."""
        return self.after.get(number, ())

    def predecessors(self, number: str) -> tuple[str, ...]:
        """Return the old numbers of the new clause `number`; none where it is new."""
        return self.before.get(number, ())

    def same_words(self, was: str, now: Sequence[str]) -> bool:
        """Return whether an old clause, with those joined to it, has the words of the new ones."""
        joined = dict.fromkeys(o for n in now for o in self.before.get(n, (was,)))
        olds = [word for number in joined for word in self._old.get(number, ())]
        return olds == [word for number in now for word in self._new.get(number, ())]


def citation_covers(number: str, cite: str) -> bool:
    """Return whether a citation names a clause, its parent or one of its items."""
    return (
        number == cite
        or number.startswith((f"{cite}(", f"{cite} ¶"))
        or cite.startswith(f"{number}(")
    )


def words_in_context(version: Version) -> Iterator[tuple[str, str]]:
    """Yield each clause's number and words, with the words before it and those of its items."""
    for section in version.sections:
        for part in section.parts:
            if not isinstance(part, Group):
                yield from _clause_in_context(part, "")


def _clause_in_context(clause: Clause, lead: str) -> Iterator[tuple[str, str]]:
    """Yield the clause and its items, each after the words that lead into it."""
    yield clause.number, f"{lead} {_whole_text(clause)}".strip()
    for child in clause.children:
        yield from _clause_in_context(child, f"{lead} {clause.text}".strip())


def _whole_text(clause: Clause) -> str:
    """Return the text of a clause with its items."""
    if clause.children:
        return " ".join([clause.text, *map(_whole_text, clause.children)])
    return clause.text


def _texts(texts: Sequence[Text]) -> dict[str, list[str]]:
    """Return the words of each clause in its context, without typed numbers."""
    result: dict[str, list[str]] = {}
    above: list[tuple[int, str, tuple[str, ...]]] = []
    for text in texts:
        unit = text.unit
        if unit.part is not Part.CLAUSE:
            continue
        above = [ancestor for ancestor in above if ancestor[0] < unit.level]
        for _, number, _ in above:
            result[number] += text.words
        result[unit.number] = [word for _, _, words in above for word in words] + list(text.words)
        above.append((unit.level, unit.number, text.words))
    return result
