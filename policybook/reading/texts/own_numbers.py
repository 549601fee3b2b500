"""Give sections and clauses the numbers that the policy itself typed.

A number at the start of a heading, paragraph or item leaves its words: it becomes the label.
`4.2` is whole. `(a)` counts through the number above it: `4.2(a)`. A clause without a number
is cited by what is above it: `4.2 ¶2`, `Foreword ¶1`.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from policybook.model import Clause, ClauseKind, Group, Inline, Section
from policybook.reading.texts import clauses, markdown
from policybook.reading.texts.inline_starts import drop_start, read_start
from policybook.reading.texts.number_evidence import RECENT, NumberEvidence, gather_evidence
from policybook.text.ordinals import (
    Ordinal,
    OrdinalKind,
    follows,
    is_first,
    is_like,
    read_heading,
    read_name,
    read_ordinal,
)

_PARENTS = re.compile(r"\(\w+\)")
#: The letter of an appendix, through which its lists count: A.1.
_LETTER = re.compile(r"(?:(?i:appendix|annexe?|schedule)\s+)?([A-Z]|[IVX]+)")
#: So many lists can be inside one another.
_DEEPEST = 4
_PLAIN_NUMBER = re.compile(r"[A-Za-z0-9]+(?:\.\d+[A-Za-z]*)*(?:\(\w+\))*")


class _OpenList(NamedTuple):
    """A list that may go on: its last number, and what is around a number of it."""

    ordinal: Ordinal
    before: str
    after: str

    @property
    def number(self) -> str:
        """Return its last number, as a reader cites it."""
        return self.before + self.ordinal.bare + self.after


def number_sections(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the sections with their typed numbers. Their words then lack these.

    No two clauses get one id. Two with one number keep it: a check reports them.
    """
    numbers = _OwnNumbers(evidence=gather_evidence(sections))
    for section in sections:
        yield numbers.read(section)


def starts_with_number(clause: Clause) -> bool:
    """Return whether a paragraph starts with what looks like a whole number, such as `4.2`."""
    ordinal = read_ordinal(read_start(clause.inlines))
    return ordinal is not None and ordinal.kind in (OrdinalKind.WHOLE, OrdinalKind.BARE)


@dataclass(slots=True)
class _OwnNumbers:
    """Reads the numbers of a version in reading order.

    `last` is the number above, `heading` the words of the heading, and `below` how many
    clauses without a number came since. `lists` are the open lists, the innermost last.
    """

    evidence: NumberEvidence
    section: Section = field(init=False)
    label: str = ""
    title: str = ""
    heading: str = ""
    last: str = ""
    after_heading: bool = True
    #: A sub-heading without a number came last.
    after_group: bool = False
    below: int = 0
    lists: list[_OpenList] = field(default_factory=list)
    levels: dict[int, Ordinal] = field(default_factory=dict)
    #: No clause without a number came after the last item of a list.
    is_beside_list: bool = False
    recent: deque[Ordinal] = field(default_factory=lambda: deque(maxlen=RECENT))
    #: Separate clauses up to this one.
    count: int = 0
    ids: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def read(self, section: Section) -> Section:
        """Return a section with its numbers."""
        label, typed, inlines = self._heading(section.inlines, 2)
        title = markdown.plain_text(inlines).strip()
        self.section, self.label = section, label or read_name(title)
        self.title = self.heading = title
        self._start(self.label, after_heading=True)
        self.recent.clear()
        parts = tuple(self._parts(section.parts))
        return replace(section, label=label, typed=typed, title=title, inlines=inlines, parts=parts)

    def _start(self, number: str, *, after_heading: bool) -> None:
        """Go on below another number."""
        self.last, self.after_heading, self.below = number, after_heading, 0
        self.after_group = False
        self.lists.clear()

    def _heading(
        self, inlines: Sequence[Inline], level: int
    ) -> tuple[str, str, tuple[Inline, ...]]:
        """Return the number of a heading, as typed too, and its words without it."""
        ordinal = read_heading(read_start(inlines))
        before = self.levels.get(level)
        for deeper in [other for other in self.levels if other > level]:
            del self.levels[deeper]
        if not ordinal or not self.evidence.accepts_heading(ordinal, before):
            return "", "", tuple(inlines)
        self.levels[level] = ordinal
        label = ordinal.typed if ordinal.kind is OrdinalKind.INSIDE else ordinal.bare
        return label, ordinal.typed, drop_start(inlines, ordinal.end)

    def _parts(self, parts: Sequence[Clause | Group]) -> Iterator[Clause | Group]:
        """Yield the parts of a section. Items that follow one another are a list."""
        for is_item, run in groupby(
            parts, key=lambda part: isinstance(part, Clause) and part.kind is ClauseKind.ITEM
        ):
            if not is_item:
                yield from (
                    self._group(part) if isinstance(part, Group) else self._paragraph(part)
                    for part in run
                )
                continue
            items = [part for part in run if isinstance(part, Clause)]
            for item, ordinal in zip(items, self._read_items(items), strict=True):
                yield self._clause(item, ordinal)

    def _read_items(self, items: Sequence[Clause]) -> list[Ordinal | None]:
        """Return the number of each item of a list, or None."""
        ordinals = self.evidence.read_items(items, self.section, self.label, self.recent)
        self.recent += [ordinal for ordinal in ordinals if ordinal]
        return ordinals

    def _group(self, group: Group) -> Group:
        """Return a sub-heading with its number."""
        number, typed, inlines = self._heading(group.inlines, group.level)
        text = markdown.plain_text(inlines)
        if number:
            self._start(f"{self.label}{number}" if number[0] == "(" else number, after_heading=True)
        self.heading = text.strip() or self.heading
        self.after_group = not number
        self.lists.clear()
        return replace(group, number=number, typed=typed, text=text, inlines=inlines)

    def _paragraph(self, clause: Clause) -> Clause:
        if clause.kind is ClauseKind.NOTE:
            return clause
        ordinal = read_ordinal(read_start(clause.inlines))
        opened = [row.ordinal for row in self.lists]
        fits = ordinal and self.evidence.accepts_paragraph(
            ordinal, self.section, self.label, opened
        )
        return self._clause(clause, ordinal if fits else None)

    def _clause(self, clause: Clause, ordinal: Ordinal | None) -> Clause:
        """Return a separate clause with its number, and what is inside it with theirs."""
        self.count += 1
        if ordinal is None:
            # A clause without a number is cited by the number above it.
            self.below += 1
            while self._count_paragraphs() in self.taken:
                self.below += 1
            self.is_beside_list = self.after_group = False
            name = self._unique(f"s{self.section.number}-p{self.count}")
            return self._finish(clause, self._count_paragraphs(), clauses.item_sign(clause), name)
        whole = _drop_number(clause, ordinal)
        is_listed = self.evidence.restarts and _LETTER.fullmatch(self.label)
        if ordinal.kind is OrdinalKind.WHOLE or (
            ordinal.kind is OrdinalKind.BARE and not is_listed
        ):
            head, *inside = re.split(r"(?=\()", ordinal.bare)
            self._start(head, after_heading=False)
            for place, group in enumerate(inside):  # below 4.2(a), (b) is next
                before = head + "".join(inside[:place]) + "("
                inner = Ordinal(OrdinalKind.INSIDE, group, group[1:-1], 0, before_capital=False)
                self.lists.append(_OpenList(inner, before, ")"))
            return self._finish(whole, ordinal.bare, ordinal.bare, self._name(ordinal.bare))
        number = self._count_list(ordinal)
        return self._finish(whole, number, ordinal.typed, self._name(number))

    def _count_paragraphs(self) -> str:
        """Return the number of the last clause without a number."""
        count = self.below + (0 if self.after_heading else 1)
        return f"{self.last or self.title} ¶{count}".strip()

    def _count_list(self, ordinal: Ordinal) -> str:
        """Return the number of an item of a list that belongs to no clause."""
        fits = [n for n, row in enumerate(self.lists) if follows(row.ordinal, ordinal)]
        if fits:
            place = fits[-1]
            around = self.lists[place][1:]
            del self.lists[place:]
        elif self._is_nested(ordinal):
            around = f"{self.lists[-1].number}(", ")"
        else:
            self.lists.clear()
            around = self._begin_list(ordinal)
        self.lists.append(_OpenList(ordinal, *around))
        self.is_beside_list = True
        return self.lists[-1].number

    def _is_nested(self, ordinal: Ordinal) -> bool:
        """Return whether a number starts a list inside the last item, such as (a) after 1."""
        if not (self.is_beside_list and is_first(ordinal)):
            return False
        if not 0 < len(self.lists) < _DEEPEST:
            return False
        return not is_like(self.lists[-1].ordinal, ordinal)

    def _begin_list(self, ordinal: Ordinal) -> tuple[str, str]:
        """Return what is around the numbers of a new list, so that no other list has them."""
        ways: list[tuple[str, str]] = []
        letter = _LETTER.fullmatch(self.last) if self.after_heading else None
        if letter and ordinal.bare.isdecimal():
            ways.append((f"{letter[1]}.", ""))
        if self.last:
            ways.append((f"{self.last}(", ")"))
        elif ordinal.bare.isdecimal() and self.evidence.runs_once and not self.evidence.headings:
            ways.append(("", ""))
        if self.below and not self.after_group:
            ways.append((f"{self._count_paragraphs()}(", ")"))
        ways.append((f"{self.heading} (".lstrip(), ")"))
        for before, after in ways:
            number = before + ordinal.bare + after
            if number not in self.taken and number not in self.evidence.wholes:
                return before, after
        return ways[-1]

    def _finish(self, clause: Clause, number: str, label: str, name: str) -> Clause:
        """Return a clause with its number, label and id, and what is inside it."""
        self.taken.add(number)
        children = tuple(self._children(clause, number, name))
        return replace(clause, number=number, label=label, id=name, children=children)

    def _children(self, clause: Clause, number: str, name: str) -> Iterator[Clause]:
        """Yield what is inside a clause. An item without a typed number is a bullet."""
        ordinals = self._read_items(clause.children) if clause.children else []
        is_typed = any(ordinals)
        for place, (child, ordinal) in enumerate(
            zip(clause.children, ordinals, strict=True), start=1
        ):
            if ordinal is None:
                inside = f" ¶{place}" if is_typed else child.label
                end = f"-p{place}" if is_typed else child.id.removeprefix(clause.id)
                yield self._finish(
                    child, number + inside, clauses.item_sign(child), self._unique(name + end)
                )
            elif ordinal.kind is OrdinalKind.WHOLE:
                whole = _drop_number(child, ordinal)
                yield self._finish(whole, ordinal.bare, ordinal.bare, self._name(ordinal.bare))
            else:
                whole = _drop_number(child, ordinal)
                bare = ordinal.bare
                end = self._unique(f"{name}-{bare}")
                yield self._finish(whole, f"{number}({bare})", ordinal.typed, end)

    def _name(self, number: str) -> str:
        """Return an id for a number: `s2-1-c-ii` for 2.1(c)(ii)."""
        if not _PLAIN_NUMBER.fullmatch(number):
            inside = "".join(f"-{bare[1:-1]}" for bare in _PARENTS.findall(number)[-1:])
            return self._unique(f"s{self.section.number}-p{self.count}{inside}")
        head, *inside_parts = number.split("(")
        first, *others = head.split(".")
        ends = "".join(f"-{part[:-1]}" for part in inside_parts)
        return self._unique(f"s{first}-{'_'.join(others) or '0'}{ends}")

    def _unique(self, name: str) -> str:
        """Return an id that no clause before has."""
        while name in self.ids:
            name += "_"
        self.ids.add(name)
        return name


def _drop_number(clause: Clause, ordinal: Ordinal) -> Clause:
    """Return a clause whose words lack its number."""
    inlines = drop_start(clause.inlines, ordinal.end)
    text = markdown.plain_text(inlines)
    return replace(clause, text=text, inlines=inlines, typed=ordinal.typed, ordinal="")
