"""Say where a reference leads in a policy that brings its own numbers.

`2.1(c)(ii)` is the clause with that number, `paragraph (b)` the item (b) of its own clause,
`step 4 of section 5.2` the item 4 there, and `stage 2` the heading "Stage 2: …". Where more
than one place fits, none does.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policybook.model import Clause, Section, Version
from policybook.reading.references.reference_types import ITEMS, LETTERED, Reference
from policybook.reading.texts import clauses

_WITHIN = re.compile(r"(?:([A-Za-z]+)\s+)?(\S+)")
_PARAGRAPH = re.compile(r" ¶.*")
_LAST_PART = re.compile(r"\([^()]*\)$")
_NUMBERED = frozenset({"section", "rule", "paragraph", "clause"})
#: Names of headings. "Appendix 2" is always of a heading; "part 2" may be words.
_ATTACHED = frozenset({"appendix", "annex"})


class Destination(NamedTuple):
    """Where a reference leads: an id, or nothing.

    `is_dead` says that it surely leads nowhere, and `is_words` that it is none at all.
    """

    target: str = ""
    is_dead: bool = False
    is_words: bool = False


class _Item(NamedTuple):
    """An item with a typed number, and its place in the version."""

    place: int
    section: str
    id: str
    number: str
    bare: str


class OwnPlaces:
    """The places of a version that a reference can name.

    `named` has the headings and clauses that name themselves, such as "Appendix B".
    """

    def __init__(self, version: Version, named: dict[tuple[str, str], set[str]]) -> None:
        self.named = named
        self.headings: dict[str, list[str]] = {}
        self.numbers: dict[str, list[str]] = {}
        self.items: list[_Item] = []
        self.places: dict[str, int] = {}
        for section in version.sections:
            self._enter_heading(section.label, section.id)
            for group in section.groups:
                self._enter_heading(group.number, group.id)
            for clause in clauses.walk_section(section):
                place = self.places[clause.id] = len(self.places)
                self.numbers.setdefault(clause.number, []).append(clause.id)
                if clause.typed and clause.typed != clause.number:
                    bare = clause.typed.strip("().")
                    self.items.append(_Item(place, section.id, clause.id, clause.number, bare))

    def _enter_heading(self, label: str, name: str) -> None:
        """Enter a heading by its number: "Section 4" is 4 too."""
        if label:
            self.headings.setdefault(label, []).append(name)
            noun, _, number = label.rpartition(" ")
            if noun.lower() == "section":
                self.headings.setdefault(number, []).append(name)

    def find(
        self, section: Section, clause: Clause, reference: Reference, names_outside: bool
    ) -> Destination:
        """Return where a reference of `clause` leads.

        With `names_outside`, its section names a law or another document.
        """
        noun, number = reference.noun, reference.number
        if reference.within or reference.inside:
            return self._find_within(section, clause, reference, names_outside)
        if names := self.named.get((noun, number.upper())):
            return _choose(names)
        if noun in LETTERED or noun == "stage":
            return self._find_named(noun, number, names_outside)
        if number[0] == "(":
            return self._find_letter(section, clause, number, names_outside)
        is_item = noun in ITEMS or noun in ("point", "item")
        if is_item and number.isdecimal():
            return self._find_item(section, clause, number, is_words=noun in ("point", "item"))
        return self._find_number(section, reference, names_outside)

    def _find_named(self, noun: str, number: str, names_outside: bool) -> Destination:
        """Return where "Part II" leads: it is a heading, or A.4 a clause."""
        if "." in number and (names := self.numbers.get(number)):
            return _choose(names)
        has_others = any(other == noun for other, _ in self.named)
        if noun == "stage" and not has_others:
            return Destination(is_words=True)
        return Destination(is_dead=(noun in _ATTACHED or has_others) and not names_outside)

    def _find_within(
        self, section: Section, clause: Clause, reference: Reference, names_outside: bool
    ) -> Destination:
        """Return where "step 4 of section 5.2" leads."""
        hit = _WITHIN.fullmatch(reference.within or reference.inside)
        noun, number = ((hit[1] or "").lower(), hit[2]) if hit else ("", "")
        outer = reference._replace(noun=noun, number=number, within="", inside="")
        around = self.find(section, clause, outer, names_outside)
        if not around.target:
            return around
        bare = reference.number.strip("()")
        fits = [row.id for row in self._list_inside(around.target) if row.bare == bare]
        if not fits:  # "rule 2 of section 3" is 3.2
            fits = self.numbers.get(bare if "." in bare else f"{number}.{bare}", [])
        return _choose(fits) if fits else Destination(is_dead=True)

    def _list_inside(self, name: str) -> Iterator[_Item]:
        """Yield the items directly inside a clause, or anywhere in a section."""
        numbers = [number for number, names in self.numbers.items() if name in names]
        if not numbers:
            yield from (row for row in self.items if row.section == name)
        for row in self.items if numbers else ():
            if _LAST_PART.sub("", row.number) == numbers[0]:
                yield row

    def _find_letter(
        self, section: Section, clause: Clause, number: str, names_outside: bool
    ) -> Destination:
        """Return where "paragraph (b)" leads: in its own clause, or the only one near."""
        for above in _list_above(clause.number):
            if names := self.numbers.get(above + number):
                return _choose(names)
        fits = [
            row.id
            for row in self.items
            if row.section == section.id and row.number.endswith(number)
        ]
        return _choose(fits) if fits else Destination(is_dead=not names_outside)

    def _find_item(
        self, section: Section, clause: Clause, number: str, is_words: bool
    ) -> Destination:
        """Return where "step 3" leads: in its own list, or the last list above it."""
        for above in _list_above(clause.number):
            if names := self.numbers.get(f"{above}({number})"):
                return _choose(names)
        like = [row for row in self.items if row.bare == number]
        near = [row for row in like if row.section == section.id]
        before = [row for row in near if row.place < self.places[clause.id]]
        if len(near) > 1 and before:
            return Destination(before[-1].id)
        if near or (like and not is_words):
            return _choose([row.id for row in near or like])
        has_list = any(row.section == section.id and row.bare == "1" for row in self.items)
        return Destination(is_dead=has_list and not is_words, is_words=is_words)

    def _find_number(
        self, section: Section, reference: Reference, names_outside: bool
    ) -> Destination:
        """Return where a whole number leads: to a heading or a clause."""
        noun, number = reference.noun, reference.number
        ways = [number, reference.open_number]
        if noun == "paragraph" and number.isdecimal():
            ways = [f"{section.label}.{number}", f"{section.label}({number})", number]
        kinds = (self.numbers, self.headings)
        if noun == "section":  # the item "1." of a list is no section 1
            kinds = (self.headings, {}) if number.isdecimal() else (self.headings, self.numbers)
        for way in ways:
            for places in kinds:
                if names := places.get(way):
                    return _choose(names)
        head = re.split(r"[.(]", number)[0]
        if not noun and "(" not in number:
            # "rises to 4.3" is a reference only where section 4 is there.
            is_dead = reference.is_certain and not names_outside
            return Destination(is_dead=is_dead, is_words=head not in self.headings and not is_dead)
        is_plain = number.isdecimal() and any(label.isdecimal() for label in self.headings)
        is_whole = "." in number or "(" in number
        can_die = noun in ("", *_NUMBERED) and (is_whole or (is_plain and noun == "section"))
        return Destination(is_dead=can_die and (noun == "rule" or not names_outside))


def _list_above(number: str) -> Iterator[str]:
    """Yield a number and those above it: 2.1(c)(ii), 2.1(c), 2.1."""
    number = _PARAGRAPH.sub("", number)
    while number:
        yield number
        shorter = _LAST_PART.sub("", number)
        number = "" if shorter == number else shorter


def _choose(names: Sequence[str] | set[str]) -> Destination:
    """Return the only place; none where more than one fits."""
    return Destination(next(iter(names)) if len(names) == 1 else "")
