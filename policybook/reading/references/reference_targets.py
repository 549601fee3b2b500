"""Say where the references of a version lead: to a clause, a section, or nowhere.

    for place in find_in_version(version): ...   # each reference with its clause and target

`rule 3.1` is the clause with that number, `section 4` the section, `Appendix B` the heading
that starts with these words, `step 3` the third item of the numbered list in its section.
Where an author typed numbers, those count. Where more than one place fits, none does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policybook.model import Clause, Numbering, Section, Version
from policybook.reading.references import references
from policybook.reading.references.own_places import OwnPlaces
from policybook.reading.references.references import Reference
from policybook.reading.texts import clauses, markdown, numbered_lists

#: The start of a heading or clause that names itself: "Appendix B: Form", "Step 3".
_NAMED = re.compile(
    r"(appendix|annexe?|schedule|part|step|stage|criterion|section|rule|paragraph|clause)\s+"
    r"(\d{1,2}(?:\.\d{1,3})*|[A-Z]|[IVX]{2,4})(?=\s*(?:[:.)–—-]|\s|$))",
    re.IGNORECASE,
)
#: After the name of a clause. "Section 8.5 does not apply" is no name.
_ENDS_NAME = re.compile(r"\s*(?:[:.)–—-]|$)")
#: A number of a numbering that no page shows: 8.0, 2.0.2.
_FOREIGN = re.compile(r"\d+(?:\.\d+){2}|\d+\.0(?!\d)|0\.\d")
#: A number that an author typed before a heading or clause: "4.", "4.2", "4.2(a)".
_TYPED = re.compile(r"(\d{1,2}(?:\.\d{1,3}){0,3}(?:\([a-z]{1,4}\))?)[.)]?\s+(?=\S)")
_UNITS = re.compile(
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|pupils|children|staff|%|to|of|and)\b"
)
_FEW_TYPED = 2
#: A number as pages show it. Others, such as 8.0.3, are of a numbering that is not in the text.
_PLAIN_NUMBER = re.compile(r"[1-9]\d*(?:\.[1-9]\d*(?:\([a-z]+\))*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedReference:
    """A reference in one text of a clause, and where it leads.

    `cell` is the column of a row, or -1. `target` is the id of a clause or section; empty
    if the reference leads nowhere or the place is unclear. `is_dead` says that it surely
    leads nowhere. `number` is the number of the target as a reader cites it.
    """

    reference: Reference
    section: Section
    clause: Clause
    cell: int
    target: str
    number: str
    is_dead: bool

    @property
    def typed(self) -> str:
        """Return the reference as the text has it: "step 4 of section 5.2"."""
        cells = self.clause.cells
        text = markdown.plain_text(cells[self.cell]) if cells else self.clause.text
        return text[self.reference.start : self.reference.end]


class _Places:
    """The places of a version that a reference can name."""

    def __init__(self, version: Version) -> None:
        self.ids = {s.label: s.id for s in version.sections if s.number}
        self.is_numbered = version.facts.numbering is not None
        self.named: dict[tuple[str, str], set[str]] = {}
        self.typed: dict[str, set[str]] = {}
        self.lists: dict[str, list[list[str]]] = {}
        self.has_groups = self.is_foreign = self.has_tables = False
        self.has_sections = any(section.number for section in version.sections)
        self.numbers: dict[str, str] = {s.id: s.label for s in version.sections}
        for section in version.sections:
            self._add_words(_join_name(section.typed, section.title), section.id, is_heading=True)
            for group in section.groups:
                self.has_groups = True
                self.ids |= {group.number: group.id} if group.number else {}
                self.numbers[group.id] = group.number
                self._add_words(_join_name(group.typed, group.text), group.id, is_heading=True)
            for clause in clauses.walk_section(section):
                self.ids[clause.number] = clause.id
                self.numbers[clause.id] = clause.number
                self.has_tables |= bool(clause.cells)
                self._add_words(clause.text, clause.id, is_heading=False)
            self.lists[section.id] = list(numbered_lists.find_lists(section))
        self.uses_typed = len(self.typed) >= _FEW_TYPED

    def has_heading(self, reference: Reference) -> bool:
        """Return whether a heading has the very name, such as "Schedule 4: Fees"."""
        key = (reference.noun, reference.number.upper())
        return reference.noun in references.LETTERED and key in self.named

    def lacks_every(self, number: str) -> bool:
        """Return whether no section has the number, and no rule has it as its last figure."""
        lasts = {name.rpartition(".")[2] for name in self.ids}
        return self.has_sections and number.isdecimal() and number not in lasts

    def lacks_step(self, number: str) -> bool:
        """Return whether the only list of steps is shorter. A heading or table may have more."""
        lists = [items for lists in self.lists.values() for items in lists if len(items) > 1]
        is_named = self.has_tables or any(noun in ("step", "stage") for noun, _ in self.named)
        return (
            len(lists) == 1 and not is_named and number.isdecimal() and int(number) > len(lists[0])
        )

    def _add_words(self, words: str, name: str, is_heading: bool) -> None:
        """Enter what the first words of a heading or clause name it."""
        hit = _NAMED.match(words)
        if hit and (is_heading or _ENDS_NAME.match(words, hit.end())):
            noun = "annex" if hit[1].lower() == "annexe" else hit[1].lower()
            self.named.setdefault((noun, hit[2].upper()), set()).add(name)
            return
        hit = _TYPED.match(words)
        if hit and (is_heading or "." in hit[1]) and not _UNITS.match(words, hit.end()):
            self.typed.setdefault(hit[1], set()).add(name)


def _join_name(typed: str, words: str) -> str:
    """Return a heading with the name that it lost to its label: "Appendix B: Form"."""
    return f"{typed} {words}" if " " in typed else words


# The site, its PDFs, checks and the redline ask for the same versions.
@lru_cache(maxsize=128)
def find_in_version(version: Version) -> tuple[PlacedReference, ...]:
    """Return every reference of a version in reading order, with its target. Never raise.

    One that leads nowhere, or to more than one place, has no target. References into laws
    and other documents are not there.
    """
    texts = [t for s in version.sections for t in read_texts(s)]
    is_own = version.facts.numbering is Numbering.OWN
    rows = [(*t, found) for t in texts if (found := references.find_references(t[3], is_own))]
    if not rows:
        return ()
    places = _Places(version)
    outside = {
        s.id: references.names_outside(" ".join([s.title, *(t for _, _, _, t in read_texts(s))]))
        for s in dict.fromkeys(row[0] for row in rows)
    }
    # "Appendix B" of a regulation may come back without its name.
    unsure = {r.words for *_, found in rows for r in found if not r.is_sure}
    unsure.update(*(references.list_parts_elsewhere(text) for *_, text in texts))
    if is_own:
        return tuple(_place_own(version, places, rows, outside))
    places.is_foreign = not places.is_numbered and any(
        _FOREIGN.match(r.number) and not places.typed.get(r.number)
        for *_, found in rows
        for r in found
    )
    return tuple(
        _place(places, section, clause, cell, r, outside[section.id], r.words in unsure)
        for section, clause, cell, _, found in rows
        for r in found
    )


def lacks_place(version: Version, noun: str, number: str) -> bool:
    """Return whether a version surely has nothing with that name, such as section 4.2."""
    reference = Reference(noun, number, 0, 0, 0, is_sure=True)
    return _is_surely_dead(_Places(version), reference, names_outside=False)


def _place_own(
    version: Version,
    places: _Places,
    rows: Sequence[tuple[Section, Clause, int, str, tuple[Reference, ...]]],
    outside: dict[str, bool],
) -> Iterator[PlacedReference]:
    """Yield the references of a policy that brings its own numbers."""
    own = OwnPlaces(version, places.named)
    for section, clause, cell, text, found in rows:
        for r in found:
            is_plain = r.number.isdecimal() and r.noun not in references.ITEMS
            is_sure = r.is_sure and not (is_plain and references.names_outside(text))
            place = own.find(section, clause, r, outside[section.id])
            if place.is_words:
                continue
            yield PlacedReference(
                reference=r,
                section=section,
                clause=clause,
                cell=cell,
                target=place.target if is_sure else "",
                number=places.numbers.get(place.target, "") if is_sure else "",
                is_dead=place.is_dead and is_sure,
            )


def read_texts(section: Section) -> Iterator[tuple[Section, Clause, int, str]]:
    """Yield the text of each clause and cell, with its column."""
    for clause in clauses.walk_section(section):
        if clause.cells:
            for column, cell in enumerate(clause.cells):
                yield section, clause, column, markdown.plain_text(cell)
        else:
            yield section, clause, -1, clause.text


def _place(
    places: _Places,
    section: Section,
    clause: Clause,
    cell: int,
    reference: Reference,
    names_outside: bool,
    is_unsure: bool,
) -> PlacedReference:
    """Return a reference with the place to which it leads."""
    names_outside = not reference.is_inner and (
        is_unsure or (names_outside and not places.has_heading(reference))
    )
    is_plain = reference.number.isdecimal() and reference.noun not in references.ITEMS
    # Of two sections under a heading, "section 4.2" may be the second, not rule 4.2.
    is_dotted = reference.noun in ("section", "") and "." in reference.number
    is_inner = is_dotted and (places.has_groups or places.is_foreign)
    is_sure = reference.is_sure and not (is_plain and names_outside)
    is_sure = is_sure and (not is_inner or places.uses_typed or places.is_numbered)
    target = _find_target(places, section, reference) if is_sure else ""
    is_dead = is_sure and not target and _is_surely_dead(places, reference, names_outside)
    return PlacedReference(
        reference=reference,
        section=section,
        clause=clause,
        cell=cell,
        target=target,
        number=places.numbers.get(target, ""),
        is_dead=is_dead,
    )


def _find_target(places: _Places, section: Section, reference: Reference) -> str:
    """Return the id of the only place that a reference can mean, or nothing."""
    noun, number = reference.noun, reference.number
    named = places.named.get((noun, number.upper()), set())
    if named:
        return _only(named)
    if noun in references.LETTERED:
        return places.ids.get(number, "") if "." in number else ""
    if noun in references.ITEMS:
        lists = places.lists[section.id]  # only one of them may have so many items
        if not number.isdecimal():
            return ""
        longer = [items for items in lists if 0 < int(number) <= len(items) and len(items) > 1]
        return longer[0][int(number) - 1] if len(longer) == 1 else ""
    if places.uses_typed and not places.is_numbered:
        return _only(places.typed.get(number, set()))
    if noun == "paragraph" and "." not in number:
        return places.ids.get(f"{section.label}.{number}", "")
    if noun in ("rule", "clause") and "." not in number:
        return ""
    return places.ids.get(number, "")


def _only(names: set[str]) -> str:
    """Return the only name of a set, or nothing."""
    return next(iter(names)) if len(names) == 1 else ""


def _is_surely_dead(places: _Places, reference: Reference, names_outside: bool) -> bool:
    """Return whether nothing of the version has the number, and no other document can."""
    noun, number = reference.noun, reference.number
    if places.named.get((noun, number.upper())):
        return False
    if noun in ("appendix", "annex"):
        return not names_outside
    if noun in references.LETTERED or noun in references.ITEMS or not noun:
        return noun == "step" and not names_outside and places.lacks_step(number)
    if (
        number in places.ids
        or number.partition("(")[0] in places.typed
        or not (places.is_numbered or _PLAIN_NUMBER.match(number))
    ):
        return False
    if "." not in number and noun in ("rule", "clause"):
        return not names_outside and places.lacks_every(number)
    if noun == "section" and "." not in number:
        return not names_outside and places.has_sections
    return "." in number and (noun == "rule" or not names_outside)
