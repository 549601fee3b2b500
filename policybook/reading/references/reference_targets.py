"""Say where the references of a version lead: to a clause, a section, or nowhere.

    for place in find_in_version(version): ...   # each reference with its clause and target

`rule 3.1` is the clause with that number, `section 4` the section, `Appendix B` the heading
that starts with these words, `step 3` the third item of the numbered list in its section.
Where an author typed numbers, those count. Where more than one place fits, none does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policybook.model import Clause, ClauseKind, Group, Numbering, Section, Version
from policybook.reading.references import references
from policybook.reading.references.own_places import OwnPlaces
from policybook.reading.references.reference_context import (
    list_parts_elsewhere,
    names_outside,
    read_sentence,
)
from policybook.reading.references.reference_types import ITEMS, Reference
from policybook.reading.references.version_places import (
    VersionPlaces,
    find_target,
    is_surely_dead,
)
from policybook.reading.texts import clauses, markdown

#: No page shows such a number, unless the sub-headings have numbers.
_LONG_NUMBER = re.compile(r"\d+(?:\.\d+){2}|\d+\.0(?!\d)|0\.\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedReference:
    """A reference in one text of a clause, and where it leads.

    `cell` is the column of a row, or -1. `target` is the id of a clause or section; empty
    if the reference leads nowhere or the place is unclear. `is_dead` says that it surely
    leads nowhere. `number` is the number of the target as a reader cites it, and, where a
    sub-heading may be meant instead, of the rule that has the number.
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
        return self.text[self.reference.start : self.reference.end]

    @property
    def text(self) -> str:
        """Return the words of the clause or cell that has it."""
        cells = self.clause.cells
        return markdown.plain_text(cells[self.cell]) if cells else self.clause.text

    @property
    def sentence(self) -> str:
        """Return the sentence that has it."""
        return read_sentence(self.text, self.reference.start, self.reference.end)


# The site, its PDFs, checks and the redline ask for the same versions.
@lru_cache(maxsize=128)
def find_in_version(version: Version) -> tuple[PlacedReference, ...]:
    """Return every reference of a version in reading order, with its target. Never raise.

    One that leads nowhere, or to more than one place, has no target. References into laws
    and other documents are not there.
    """
    texts = [t for s in version.sections for t in (*_read_headings(s), *read_texts(s))]
    is_own = version.facts.numbering is Numbering.OWN
    rows = [(*t, found) for t in texts if (found := _find(*t[1:], is_own))]
    if not rows:
        return ()
    places = VersionPlaces(version)
    outside = {
        s.id: names_outside(". ".join([s.title, *(t for _, _, _, t in read_texts(s))]))
        for s in dict.fromkeys(row[0] for row in rows)
    }
    # "Appendix B" of a regulation may come back without its name.
    unsure = {r.words for *_, found in rows for r in found if not r.is_sure}
    unsure.update(*(list_parts_elsewhere(text) for *_, text in texts))
    if is_own:
        return tuple(_place_own(version, places, rows, outside))
    places.note_numbers(r.number for *_, found in rows for r in found)
    nearby = _read_nearby(texts) if any(outside.values()) else {}
    return tuple(
        _place(
            places,
            section,
            clause,
            cell,
            r,
            outside[section.id] and (nearby[clause.id] or not places.has_family(section, r)),
            r.words in unsure,
        )
        for section, clause, cell, _, found in rows
        for r in found
    )


def _read_nearby(texts: Iterable[tuple[Section, Clause, int, str]]) -> dict[str, bool]:
    """Return for each clause whether it, or the one before, names another document."""
    result: dict[str, bool] = {}
    before = ""
    for _, clause, _, text in texts:
        result[clause.id] = result.get(clause.id, False) or names_outside(f"{before}. {text}")
        before = text
    return result


def _place_own(
    version: Version,
    places: VersionPlaces,
    rows: Sequence[tuple[Section, Clause, int, str, tuple[Reference, ...]]],
    outside: dict[str, bool],
) -> Iterator[PlacedReference]:
    """Yield the references of a policy that brings its own numbers."""
    own = OwnPlaces(version, places.named)
    for section, clause, cell, text, found in rows:
        for r in found:
            is_plain = r.number.isdecimal() and r.noun not in ITEMS
            is_sure = r.is_sure and not (is_plain and names_outside(text))
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


def _find(clause: Clause, cell: int, text: str, is_own: bool) -> tuple[Reference, ...]:
    """Return the references of a text. What a heading starts with is its own name."""
    listed = references.find_references(text, is_own)
    if cell >= 0 or clause.kind is ClauseKind.ITEM:
        return listed
    words = text.rstrip(" .")
    return tuple(r for r in listed if r.start or (clause.number and words != text[: r.end]))


def _read_headings(section: Section) -> Iterator[tuple[Section, Clause, int, str]]:
    """Yield the text of the section's heading and sub-headings, each as a clause of its own.

    Such a clause has no number, because rules do. A page shows no link in a heading.
    """
    parts: list[Section | Group] = [section, *section.groups]
    for part in parts:
        if re.search(r"\d", part.text):
            heading = Clause(
                id=part.id,
                number="",
                label="",
                kind=ClauseKind.PARAGRAPH,
                text=part.text,
                inlines=part.inlines,
                lines=part.lines,
            )
            yield section, heading, -1, part.text


def read_texts(section: Section) -> Iterator[tuple[Section, Clause, int, str]]:
    """Yield the text of each clause and cell, with its column."""
    for clause in clauses.walk_section(section):
        if clause.cells:
            for column, cell in enumerate(clause.cells):
                yield section, clause, column, markdown.plain_text(cell)
        else:
            yield section, clause, -1, clause.text


def _place(
    places: VersionPlaces,
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
    is_plain = reference.number.isdecimal() and reference.noun not in ITEMS
    is_sure = reference.is_sure and not (is_plain and names_outside)
    meant = _read_item(places, reference)
    place = find_target(places, section, meant) if is_sure else ""
    target = "" if place and _is_unclear(places, reference) else place
    is_dead = is_sure and not place and not places.may_be_group(reference.number)
    is_dead = is_dead and is_surely_dead(places, section, meant, names_outside)
    return PlacedReference(
        reference=reference,
        section=section,
        clause=clause,
        cell=cell,
        target=target,
        number=places.numbers.get(place, ""),
        is_dead=is_dead,
    )


def _read_item(places: VersionPlaces, reference: Reference) -> Reference:
    """Return a reference as its letter is meant: `1.2(b)` for "rule 1.2b" or "rule 1.2 (b)".

    A bracket after a space that is no item belongs to other words, if others follow it.
    """
    if reference.number in places.ids or reference.number in places.typed:
        return reference
    if reference.open_number != reference.number:
        return reference._replace(number=reference.open_number)
    return reference.shorten() if not reference.is_closed else reference


def _is_unclear(places: VersionPlaces, reference: Reference) -> bool:
    """Return whether another numbering than that of the page may be meant.

    `2.3(2)` is as pages label an item.
    """
    is_label = not reference.noun and "(" in reference.number
    if reference.noun not in ("section", "") or "." not in reference.number or is_label:
        return False
    if places.uses_typed or places.is_numbered or _LONG_NUMBER.match(reference.number):
        return False
    return places.is_foreign or places.may_be_group(reference.number)
