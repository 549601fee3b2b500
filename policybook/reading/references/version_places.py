"""The places of a version that a reference can name: its sections, rules, items and lists.

`find_place` says where "rule 3.1" is, for a text that cites another policy. Where more than
one place fits, none does.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from policybook.model import Section, Version
from policybook.reading.references import step_lists
from policybook.reading.references.reference_types import ITEMS, LETTERED, Reference
from policybook.reading.texts import clauses
from policybook.text.ordinals import INSERTED

#: The start of a heading or clause that names itself: "Appendix B: Form", "Step 3".
_NAMED = re.compile(
    r"(appendix|annexe?|schedule|part|chapter|article|step|stage|criterion|section|rule"
    r"|paragraph|clause)\s+"
    r"(\d{1,2}(?:\.\d{1,3})*|[A-Z]|[IVX]{2,4})(?=\s*(?:[:.)–—-]|\s|$))",
    re.IGNORECASE,
)
#: What has a number on the page.
_NUMBERED = frozenset({"section", "rule", "paragraph", "clause", "appendix"})
#: After the name of a clause. "Section 8.5 does not apply" is no name.
_ENDS_NAME = re.compile(r"\s*(?:[:.)–—-]|$)")
#: A number of a numbering that no page shows: 8.0, 2.0.2.
_FOREIGN = re.compile(r"\d+(?:\.\d+)*\.0(?!\d)|0\.\d")
#: Such a number may be of a text that nobody has here. `4.03` is of another document.
_UNSHOWN = re.compile(r"\d+(?:\.(?:[1-9]\d*|0(?!\d)))+(?![.\d])")
_LONG = re.compile(r"\d+(?:\.\d+){2}")
#: A number that an author typed before a heading or clause: "4.", "4.2", "4.2(a)".
_TYPED = re.compile(
    rf"(\d{{1,2}}(?:\.\d{{1,3}}){{0,3}}(?:{INSERTED}(?=[.)]?\s))?(?:\([a-z]{{1,4}}\))?)"
    r"[.)]?\s+(?=\S)"
)
_UNITS = re.compile(
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|pupils|children|staff|%|to|of|and)\b"
)
_FEW_TYPED = 2
#: A number as pages show it. Others, such as 8.0.3, are of a numbering that is not in the text.
_PLAIN_NUMBER = re.compile(r"[1-9]\d*(?:\.[1-9]\d*(?:\((?:[a-z]+|\d+)\))*)?$")


class VersionPlaces:
    """The places of a version that a reference can name."""

    def __init__(self, version: Version) -> None:
        self._sections = version.sections
        self.ids = {s.label: s.id for s in version.sections if s.number}
        self.is_numbered = version.facts.numbering is not None
        self.named: dict[tuple[str, str], set[str]] = {}
        self.typed: dict[str, set[str]] = {}
        self.lists: dict[str, list[list[str]]] = {}
        #: How many sub-headings without a number each section has.
        self.groups: dict[str, int] = {}
        self.is_foreign = self.has_tables = False
        self.has_sections = any(section.number for section in version.sections)
        self.numbers: dict[str, str] = {s.id: s.label for s in version.sections}
        for section in version.sections:
            self._add_words(_join_name(section.typed, section.title), section.id, is_heading=True)
            for group in section.groups:
                self.ids |= {group.number: group.id} if group.number else {}
                self.numbers[group.id] = group.number
                self._add_words(_join_name(group.typed, group.text), group.id, is_heading=True)
            for clause in clauses.walk_section(section):
                self.ids[clause.number] = clause.id
                self.numbers[clause.id] = clause.number
                self.has_tables |= bool(clause.cells)
                self._add_words(clause.text, clause.id, is_heading=False)
            self.groups[section.label] = len(section.groups)
            self.lists[section.id] = list(step_lists.find_lists(section))
        self.uses_typed = len(self.typed) >= _FEW_TYPED
        self._drop_citing()

    def _drop_citing(self) -> None:
        """Forget the clauses that only cite what has a number of its own: an item "Rule 3.2"."""
        headings = {section.id for section in self._sections}
        headings |= {group.id for section in self._sections for group in section.groups}
        for key in [k for k in self.named if k[0] in _NUMBERED | LETTERED]:
            if self.named[key] & headings or (key[0] in _NUMBERED and key[1] in self.ids):
                self.named[key] &= headings
            if not self.named[key]:
                del self.named[key]

    def note_numbers(self, numbers: Iterable[str]) -> None:
        """Note whether references name a numbering that is not in the text."""
        others = {n for n in numbers if not (self.is_numbered or self.typed.get(n))}
        many = sum(1 for number in others if _LONG.match(number)) >= _FEW_TYPED
        self.is_foreign = many or any(map(_FOREIGN.match, others))

    def may_be_group(self, number: str) -> bool:
        """Return whether "section 4.2" may be the second sub-heading of section 4, not rule 4.2."""
        head, _, place = number.partition(".")
        place = place.partition("(")[0]
        return place.isdecimal() and 0 < int(place) <= self.groups.get(head, 0)

    def has_heading(self, reference: Reference) -> bool:
        """Return whether a heading has the very name, such as "Schedule 4: Fees"."""
        key = (reference.noun, reference.number.upper())
        return reference.noun in LETTERED and key in self.named

    def lacks_every(self, number: str) -> bool:
        """Return whether no section has the number, and no rule has it as its last figure."""
        lasts = {name.rpartition(".")[2] for name in self.ids}
        return self.has_sections and number.isdecimal() and number not in lasts

    def lacks_step(self, section: Section, number: str) -> bool:
        """Return whether the only list that a step can be of is shorter.

        That is the list of its section, or of the whole text. A heading or table may have more.
        """
        if self._has_other_steps or not number.isdecimal():
            return False
        every = self._list_steps()
        nearest = [items for items in self.lists.get(section.id, []) if len(items) > 1]
        only = nearest if len(nearest) == 1 else every
        return len(only) == 1 and all(int(number) > len(items) for items in every)

    def find_only_step(self, number: str) -> str:
        """Return the step of that number in the only list of steps that the text has."""
        every = self._list_steps()
        if self._has_other_steps or len(every) != 1 or not number.isdecimal():
            return ""
        return step_lists.find_item(every, number)

    @property
    def _has_other_steps(self) -> bool:
        """Return whether headings or tables may have steps."""
        return self.has_tables or any(noun in ("step", "stage") for noun, _ in self.named)

    def _list_steps(self) -> list[list[str]]:
        """Return the numbered lists of more than one item."""
        return [items for lists in self.lists.values() for items in lists if len(items) > 1]

    def find_inside(self, reference: Reference) -> str:
        """Return the item of the rule or section that the words name: "step 2 of rule 1.1"."""
        noun, number = reference.inside.split(" ")
        bare = reference.number.strip("()")
        is_section = noun in ("section", "appendix", "annex") and "." not in number
        if is_section or "." in number:
            name = self.ids.get(f"{number}({bare})", "")
            if not name and is_section and reference.noun in ("paragraph", "rule", "clause"):
                name = self.ids.get(f"{number}.{bare}", "")
            if not name and is_section and reference.noun in ITEMS:
                name = step_lists.find_item(self.lists.get(self.ids.get(number, ""), []), bare)
            return name
        return ""

    def lacks_inside(self, reference: Reference) -> bool:
        """Return whether the rule that the words name is there, but has no such item."""
        noun, number = reference.inside.split(" ")
        is_rule = noun in ("rule", "clause") and number in self.ids
        return "." in number and (is_rule or self.has_items(number))

    def has_family(self, section: Section, reference: Reference) -> bool:
        """Return whether there are appendices, or steps near it, as the reference names one.

        Then only the words nearby can lead into another document.
        """
        if reference.noun in ("appendix", "annex"):
            return any(noun in ("appendix", "annex") for noun, _ in self.named)
        return reference.noun in ITEMS and bool(self.lists.get(section.id))

    def has_items(self, number: str) -> bool:
        """Return whether the rule of that number has items."""
        return number in self.ids and any(name.startswith(f"{number}(") for name in self.ids)

    def has_appendix(self, number: str) -> bool:
        """Return whether there are rules in the appendix of a number such as B.9."""
        return any(name.startswith(f"{number[0]}.") for name in self.ids)

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


@lru_cache(maxsize=64)
def _read_places(version: Version) -> VersionPlaces:
    """Return the places of a version. Cached: many texts may cite one policy."""
    return VersionPlaces(version)


def find_typed_numbers(version: Version) -> dict[str, str]:
    """Return the number that the author typed before a part, by its number on the page."""
    places = _read_places(version)
    return {places.numbers[name]: n for n, names in places.typed.items() for name in names}


def find_place(version: Version, noun: str, number: str) -> tuple[str, str]:
    """Return the id and the number of what another policy cites; empty where that is unclear.

    `noun` is in the singular. Items of lists have no place here, because many lists may fit.
    """
    places = _read_places(version)
    if named := places.named.get((noun, number.upper())):
        name = _only(named)
        return name, places.numbers.get(name, "")
    is_dotted = "." in number
    is_group = noun == "section" and not places.is_numbered and places.may_be_group(number)
    is_unclear = is_dotted and is_group
    if is_unclear or (not is_dotted and noun != "section"):
        return "", ""
    if places.uses_typed and not places.is_numbered:
        name = _only(places.typed.get(number, set()))
    else:
        name = _only({i for i, label in places.numbers.items() if label == number})
    return name, places.numbers.get(name, "")


def lacks_place(version: Version, noun: str, number: str) -> bool:
    """Return whether a version surely has nothing with that name, such as section 4.2."""
    reference = Reference(noun, number, 0, 0, 0, is_sure=True)
    return is_surely_dead(_read_places(version), None, reference, names_outside=False)


def find_target(places: VersionPlaces, section: Section, reference: Reference) -> str:
    """Return the id of the only place that a reference can mean, or nothing."""
    noun, number = reference.noun, reference.number
    if reference.inside:
        return places.find_inside(reference)
    named = places.named.get((noun, number.upper()), set())
    if named:
        return _only(named)
    if noun in LETTERED:
        return places.ids.get(number, "") if "." in number else ""
    if noun in ITEMS:
        lists = places.lists[section.id]
        return step_lists.find_item(lists, number) if lists else places.find_only_step(number)
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


def is_surely_dead(
    places: VersionPlaces, section: Section | None, reference: Reference, names_outside: bool
) -> bool:
    """Return whether nothing of the version has the number, and no other document can."""
    noun, number = reference.noun, reference.number
    if reference.inside:
        return not names_outside and places.lacks_inside(reference)
    if places.named.get((noun, number.upper())):
        return False
    if noun in ("appendix", "annex"):
        return not names_outside
    if noun in ITEMS:
        return section is not None and not names_outside and places.lacks_step(section, number)
    if noun in LETTERED:
        is_there = "." in number or number in places.ids or places.typed.get(number)
        return reference.is_inner and not is_there
    base = reference.open_number.partition("(")[0]
    is_typed = base in places.typed or (noun or "rule", base) in places.named
    if number in places.ids or is_typed:
        return False
    if not noun:
        lacks_item = base != number and places.has_items(base)
        return not names_outside and (lacks_item or reference.is_certain)
    if number[0].isalpha():
        return not names_outside and places.has_appendix(number)
    if not (places.is_numbered or _PLAIN_NUMBER.match(reference.open_number)):
        is_long = _UNSHOWN.match(number) is not None
        return is_long and not names_outside and places.has_sections
    if "." not in number and noun in ("rule", "clause"):
        return not names_outside and places.lacks_every(number)
    if noun == "section" and "." not in number:
        return not names_outside and places.has_sections
    return "." in number and (noun == "rule" or not names_outside)
