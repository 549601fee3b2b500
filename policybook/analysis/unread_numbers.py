"""Find a number beside a reference that nobody read, and that may be of a rule that moved too.

In "rule 2.2, and, for boys, 2.3" only the first is read. With a new number for that one alone,
the sentence would be half right.
"""

import re
from collections.abc import Iterator, Sequence

from policybook.model import Version
from policybook.reading.references.bare_references import HAS_NO_UNIT
from policybook.reading.references.number_patterns import DOTTED_ITEM, END
from policybook.reading.references.reference_targets import PlacedReference
from policybook.reading.texts import clauses
from policybook.redline.successors import ClauseMap

_DOTTED = re.compile(rf"(?<![\w.£$€]){DOTTED_ITEM}{END}")
#: More of a list of sections: "sections 2 or, failing that, 3 apply".
_WHOLE = re.compile(r"(?:,|\bor|\band)\s(\d{1,2})(?=[.;,:)]|\s(?:appl|is\b|are\b|must\b|may\b)|$)")
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NOUN = r"(?:(?:sub-)?(?:rule|paragraph)|clause|item|point|bullet|step)"
#: A part of the place that a reference names: "rule 2", "second rule".
_PART = re.compile(
    rf"\b(?:(?i:{_NOUN}|paras?\.?|r\.)s?\s+(?P<figure>\d{{1,2}})(?![\w%]|\.\d)"
    rf"|(?P<ordinal>(?i:{'|'.join(_ORDINALS)}))\s+{_NOUN}\b)"
)
_BRACKET = re.compile(r"(?<!\w)\(([a-z]|\d{1,2})\)(?!\w)")
#: At once after a rule: "rule 2.2 b". "Rule 2.2 a pupil" is none.
_LETTER = re.compile(r",?\s(?:[\w-]{1,20}\s)?([b-hj-z](?![\w’'-]|\.\w)|[ai](?=[.,;:)](?:\s|$)|$))")


def has_unread(
    place: PlacedReference,
    moved: tuple[str, Sequence[str]],
    places: Sequence[PlacedReference],
    old: Version,
    numbers: ClauseMap,
) -> bool:
    """Return whether the sentence of a reference has such a number, which must change too.

    `moved` has the number of its rule in `old` and those that the rule has now. `places` are
    the references of the new version that lead somewhere, or led somewhere in `old`.
    """
    number, now = moved
    known = _list_numbers(old)
    for was, expected in _list_unread(place, number, now[0] if now else "", places):
        if was in known and numbers.successors(was) != (expected,):
            return True
    return False


def _list_numbers(version: Version) -> set[str]:
    """Return the numbers of the sections and clauses of a version."""
    listed = {clause.number for clause in clauses.walk_sections(version.sections)}
    return listed | {section.label for section in version.sections}


def _list_unread(
    place: PlacedReference, number: str, now: str, places: Sequence[PlacedReference]
) -> Iterator[tuple[str, str]]:
    """Yield what an unread number may mean, and what it would be now if it may stay."""
    text, sentence = place.text, place.sentence
    start = text.find(sentence, max(0, place.reference.start - len(sentence)))
    end = start + len(sentence)
    spans = [
        (p.reference.start, p.reference.end)
        for p in places
        if p.clause.id == place.clause.id and p.cell == place.cell
    ]

    def find(pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        for hit in pattern.finditer(text, start, end):
            if not any(hit.start() < last and first < hit.end() for first, last in spans):
                yield hit

    for hit in find(_DOTTED):
        if HAS_NO_UNIT.match(text, hit.end()):
            yield hit[0], hit[0]
    if "s " in text[place.reference.start : place.reference.number_start]:
        yield from ((hit[1], hit[1]) for hit in find(_WHOLE))
    for hit in find(_PART):
        figure = int(hit["figure"] or _ORDINALS.index(hit["ordinal"].lower()) + 1)
        for part in (f".{figure}", f"({figure})", f"({chr(96 + min(figure, 26))})"):
            yield number + part, now + part
    holder, bracket, _ = number.partition("(")
    if bracket:
        now_holder = now.partition("(")[0]
        yield from ((holder + hit[0], now_holder + hit[0]) for hit in find(_BRACKET))
    elif letter := _LETTER.match(text, place.reference.end, end):
        yield f"{number}({letter[1]})", f"{now}({letter[1]})"
