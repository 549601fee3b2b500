"""Decide which numbers at the start of a text are numbers of the policy.

"1.5 Staff a room" may be a rule or a quantity. The other numbers of the version tell. Where
they do not, the number stays among the words. This module must not give numbers.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policybook.model import Clause, ClauseKind, Group, Section
from policybook.reading.texts import clauses
from policybook.reading.texts.inline_starts import read_start
from policybook.text.ordinals import (
    Ordinal,
    OrdinalKind,
    follows,
    is_date_like,
    is_first,
    read_base,
    read_heading,
    read_ordinal,
)

#: No list in a policy has so many items.
_GREATEST = 100
#: So many numbers of lists before an item may be what it continues.
RECENT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberEvidence:
    """The texts that look like numbers, in a version and by section.

    `starts` has the first numbers of paragraphs that have a next one: `A.` where there is
    `B.`. `runs_once` is true if the figures of lists that belong to no rule are all
    different: then a figure alone names its item.
    """

    wholes: frozenset[str]
    sections: dict[int, frozenset[str]]
    bare: frozenset[int]
    headings: frozenset[int]
    starts: dict[int, frozenset[str]]
    runs_once: bool
    #: Two paragraphs start with the same figure alone: `1` in section A, and in B.
    restarts: bool

    def accepts_heading(self, ordinal: Ordinal, before: Ordinal | None) -> bool:
        """Return whether a heading is numbered. `before` is the number before, at its level."""
        bare = ordinal.bare
        if ordinal.kind is OrdinalKind.NAMED:
            return True
        if (base := read_base(ordinal)) and base.isdecimal():
            return bool({int(base) - 1, int(base)} & self.headings)
        if ordinal.kind is OrdinalKind.WHOLE:
            is_plain = ordinal.before_capital and not is_date_like(ordinal)
            return is_plain or _has_neighbour(bare, self.wholes)
        if ordinal.kind is OrdinalKind.BARE:
            near = {int(bare) - 1, int(bare) + 1} & self.headings
            return bare == "1" or bool(near) or f"{bare}.1" in self.wholes
        if bare.isdecimal():
            return True
        is_next = is_first(ordinal) or (before is not None and follows(before, ordinal))
        is_capital = ordinal.before_capital or bare.islower()
        return is_capital and (is_next or len(bare) > 1)

    def accepts_paragraph(
        self, ordinal: Ordinal, section: Section, label: str, open_lists: Sequence[Ordinal]
    ) -> bool:
        """Return whether a paragraph is numbered.

        `label` is the number of its section, and `open_lists` the numbers that may go on.
        """
        if ordinal.kind is OrdinalKind.WHOLE:
            return self._accepts_whole(ordinal, section, label)
        if ordinal.kind is OrdinalKind.BARE:
            return bool({int(ordinal.bare) - 1, int(ordinal.bare) + 1} & self.bare)
        if any(follows(before, ordinal) for before in open_lists):
            return True
        if ordinal.kind is OrdinalKind.DOTTED:
            return ordinal.typed in self.starts[section.number]
        return is_first(ordinal)

    def _accepts_whole(self, ordinal: Ordinal, section: Section, label: str) -> bool:
        """Return whether `4.2` is a number: its section is 4, or its neighbours are there."""
        bare, near = ordinal.bare, self.sections[section.number]
        if base := read_base(ordinal):
            # "2.5m of rope" is a quantity; 18.1A comes after 18.1.
            return ordinal.before_capital and base in self.wholes
        if is_date_like(ordinal):
            return _has_neighbour(bare, near)
        if "(" in bare or bare.count(".") > 1:
            return True
        if label[-1:].isdecimal():
            if bare.partition(".")[0] == label.split()[-1].partition(".")[0]:
                is_plain = ordinal.before_capital or bare.endswith(".1")
                return is_plain or _has_neighbour(bare, self.wholes)
            return _has_neighbour(bare, near)
        return bare.endswith(".1") or _has_neighbour(bare, self.wholes)

    def read_items(
        self, items: Sequence[Clause], section: Section, label: str, before: Iterable[Ordinal]
    ) -> list[Ordinal | None]:
        """Return the number of each item of a list, or None.

        `before` has the numbers that the list may continue.
        """
        ordinals = [read_ordinal(read_start(item.inlines)) for item in items]
        accepted: list[Ordinal | None] = []
        earlier = deque(before, maxlen=RECENT)
        for item, ordinal in zip(items, ordinals, strict=True):
            fits = ordinal is not None and self._accepts_item(
                item, ordinal, earlier, len(items), section, label
            )
            accepted.append(ordinal if fits else None)
            if ordinal and fits:
                earlier.append(ordinal)
        refused = [o for o, a in zip(ordinals, accepted, strict=True) if o and not a]
        if any(_is_weak(ordinal) for ordinal in refused):
            # "A. Smith", "B. Jones", "R. Patel" are names.
            return [None if o and _is_weak(o) else o for o in accepted]
        return accepted

    def _accepts_item(
        self,
        item: Clause,
        ordinal: Ordinal,
        earlier: Iterable[Ordinal],
        count: int,
        section: Section,
        label: str,
    ) -> bool:
        """Return whether an item has this number. `earlier` are the numbers before it."""
        if ordinal.kind is OrdinalKind.WHOLE:
            return self._accepts_whole(ordinal, section, label)
        if ordinal.kind is OrdinalKind.BARE or item.kind is not ClauseKind.ITEM:
            return False
        is_next = any(follows(before, ordinal) for before in earlier)
        if ordinal.bare.isdecimal() and ordinal.kind is not OrdinalKind.INSIDE:
            counts = item.ordinal != "" or ordinal.bare == "1" or is_next
            return counts and int(ordinal.bare) < _GREATEST
        if not _is_weak(ordinal):
            return True
        is_initial = ordinal.bare.isupper() and ordinal.before_capital
        return is_next or (is_first(ordinal) and (count > 1 or not is_initial))


def _is_weak(ordinal: Ordinal) -> bool:
    """Return whether a number may be an initial: `A.`, `c.`."""
    return ordinal.kind is OrdinalKind.DOTTED and len(ordinal.bare) == 1 and ordinal.bare.isalpha()


def _has_neighbour(bare: str, numbers: frozenset[str]) -> bool:
    """Return whether the number before `bare` or after it is there too."""
    head, _, last = bare.rpartition(".")
    if not last.isdecimal():
        return False
    return f"{head}.{int(last) - 1}" in numbers or f"{head}.{int(last) + 1}" in numbers


def gather_evidence(sections: Sequence[Section]) -> NumberEvidence:
    """Return what looks like a number in the sections of a version."""
    wholes: dict[int, set[str]] = {}
    signs: dict[int, dict[str, Ordinal]] = {}
    bare: list[int] = []
    figures: list[str] = []
    for section in sections:
        wholes[section.number], signs[section.number] = set(), {}
        for clause in clauses.walk_section(section):
            ordinal = read_ordinal(read_start(clause.inlines))
            if ordinal and ordinal.kind is OrdinalKind.WHOLE:
                wholes[section.number].add(ordinal.bare)
            elif ordinal and ordinal.kind is OrdinalKind.BARE:
                bare += [int(ordinal.bare)] if clause.kind is ClauseKind.PARAGRAPH else []
            elif ordinal and clause.kind is ClauseKind.PARAGRAPH:
                signs[section.number][ordinal.typed] = ordinal
        parts = (part for part in section.parts if isinstance(part, Clause))
        starts = (read_ordinal(read_start(p.inlines)) for p in parts if p.kind is ClauseKind.ITEM)
        figures += [start.bare for start in starts if start and start.bare.isdecimal()]
    titles = list(_read_headings(sections))
    return NumberEvidence(
        wholes=frozenset().union(*wholes.values(), (t.bare for t in titles)),
        sections={number: frozenset(texts) for number, texts in wholes.items()},
        bare=frozenset(bare),
        restarts=len(bare) != len(set(bare)),
        headings=frozenset(int(t.bare) for t in titles if t.bare.isdecimal()),
        starts={number: frozenset(_find_starts(row)) for number, row in signs.items()},
        runs_once=len(figures) == len(set(figures)),
    )


def _find_starts(signs: dict[str, Ordinal]) -> Iterator[str]:
    """Yield the first numbers, as typed, whose next number is there."""
    for typed, ordinal in signs.items():
        if is_first(ordinal) and any(follows(ordinal, other) for other in signs.values()):
            yield typed


def _read_headings(sections: Sequence[Section]) -> Iterator[Ordinal]:
    """Yield what looks like the number of a heading."""
    for section in sections:
        groups = (part.inlines for part in section.parts if isinstance(part, Group))
        for inlines in (section.inlines, *groups):
            ordinal = read_heading(read_start(inlines))
            yield from [ordinal] if ordinal else []
