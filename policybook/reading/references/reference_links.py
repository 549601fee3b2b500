"""Put links over the references of a text: to its rules, and to other policies by title.

The words stay as they are. Pages and PDFs show a version with these links; its own value,
its hash and the redline do not have them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from policybook.model import Clause, Inline, Library, Mark, Status, Version
from policybook.reading.references import references
from policybook.reading.references.reference_targets import find_in_version, read_texts
from policybook.reading.references.reference_types import LETTERED
from policybook.reading.texts import markdown
from policybook.reading.texts.typed_inlines import link_stretches

#: Start, end and target of a link over the plain text of a clause or cell.
Stretch = tuple[int, int, str]
#: The stretches by the id of a clause and the column of a cell; -1 for a clause of words.
Stretches = Mapping[tuple[str, int], Sequence[Stretch]]

#: Starts the target of a link to a part of another policy: `place:behaviour/section 4`.
PLACE = "place:"
_PLACE = re.compile(rf"{PLACE}([^/]+)/(\S+) (\S+)")

#: The last word of a title by which people name a policy.
_ENDING = re.compile(r"\b(?:[Pp]olicy|[Pp]rocedure|[Cc]ode|[Pp]lan|[Ss]tatement|[Ss]cheme)\b")
_WORD = re.compile(r"[^\s(“‘\"']\S*")
#: The end of a word and a capital before a title: "the Staff Behaviour Policy" is another one.
_LONGER = re.compile(r"(?:[A-Z][\w’'-]*|&|[Aa]nd|-)\s*$")
_FIRST_WORDS = frozenset({"the", "our", "see", "and", "under", "in"})
#: Characters before an ending that may belong to a title.
_LONGEST_TITLE = 120


class CitedRule(NamedTuple):
    """A part of another policy as a text cites it: `section 4` of behaviour."""

    policy: str
    noun: str
    number: str

    @property
    def target(self) -> str:
        """Return the target of a link to it, which `read_target` reads."""
        return f"{PLACE}{self.policy}/{self.noun} {self.number}"

    @property
    def words(self) -> str:
        """Return the part in words: `section 4`, `Appendix B`."""
        noun = self.noun.capitalize() if self.noun in LETTERED else self.noun
        return f"{noun} {self.number}"


class ReferenceIntoOther(NamedTuple):
    """A reference into another policy, and the clause that has it.

    `cell` is the column of a row, or -1. `start` and `end` are its characters there.
    """

    clause: Clause
    cell: int
    rule: CitedRule
    start: int
    end: int


ReferenceFinder = Callable[["PolicyTitles", Version], Iterable[ReferenceIntoOther]]


class PolicyTitles:
    """The titles that only one policy has, and where texts name them.

    It remembers its answers, because the versions of a policy share most of their texts.
    """

    def __init__(self, by_title: Mapping[str, str]) -> None:
        #: The policy of each title.
        self.by_title = by_title
        self._most_words = max([len(title.split()) for title in by_title], default=0)
        # The last words without their first letter: most texts have none of them.
        self._endings = tuple(sorted({title.split()[-1][1:] for title in by_title}))
        self._answers: dict[str, tuple[Stretch, ...]] = {}

    def find(self, text: str) -> tuple[Stretch, ...]:
        """Return the titles in a text, each with its start, its end and its policy."""
        # A generator takes twice as long.
        for ending in self._endings:
            if ending in text:
                break
        else:
            return ()
        answer = self._answers.get(text)
        if answer is None:
            answer = self._answers[text] = tuple(self._search(text))
        return answer

    def _search(self, text: str) -> Iterator[Stretch]:
        """Yield the titles in a text."""
        for hit in _ENDING.finditer(text):
            start, policy = self._find_title(text, hit.end())
            if policy:
                yield start, hit.end(), policy

    def _find_title(self, text: str, end: int) -> tuple[int, str]:
        """Return where the longest title that ends at `end` starts, and its policy; or nothing."""
        first = max(0, end - _LONGEST_TITLE)
        starts = [hit.start() for hit in _WORD.finditer(text, first, end)]
        for start in starts[-self._most_words :]:
            policy = self.by_title.get(" ".join(text[start:end].split()).casefold())
            if policy:
                longer = _LONGER.search(text[max(0, start - 40) : start])
                is_whole = not longer or longer[0].strip().casefold() in _FIRST_WORDS
                return (start, policy) if is_whole else (0, "")
        return 0, ""


def link_references(titles: PolicyTitles, version: Version) -> Version:
    """Return `version` with a link on each reference that leads to a place."""
    stretches: dict[tuple[str, int], list[Stretch]] = {}
    for place in find_in_version(version):
        if place.target and place.target != place.clause.id:
            r = place.reference
            stretch = (r.start, r.end, f"#{place.target}")
            stretches.setdefault((place.clause.id, place.cell), []).append(stretch)
    for other in find_into_others(titles, version):
        stretch = (other.start, other.end, other.rule.target)
        stretches.setdefault((other.clause.id, other.cell), []).append(stretch)
    for key, found in _find_titles(titles, version):
        stretches.setdefault(key, []).append(found)
    return _with_links(version, stretches) if stretches else version


# --- other policies by title


def find_into_others(titles: PolicyTitles, version: Version) -> Iterator[ReferenceIntoOther]:
    """Yield the references into other policies that the text names by their titles."""
    for clause, cell, text, (start, end, policy) in _find_named_policies(titles, version):
        for r in references.find_beside(text, start, end):
            rule = CitedRule(policy, r.noun, r.number)
            yield ReferenceIntoOther(clause, cell, rule, r.start, r.end)


def read_target(target: str) -> CitedRule | None:
    """Return the part of another policy to which a link leads, or None."""
    hit = _PLACE.fullmatch(target)
    return CitedRule(hit[1], hit[2], hit[3]) if hit else None


def _find_titles(
    titles: PolicyTitles, version: Version
) -> Iterator[tuple[tuple[str, int], Stretch]]:
    """Yield where a text names another published policy by its title."""
    for clause, cell, _, (start, end, policy) in _find_named_policies(titles, version):
        yield (clause.id, cell), (start, end, f"../{policy}/")


def _find_named_policies(
    titles: PolicyTitles, version: Version
) -> Iterator[tuple[Clause, int, str, Stretch]]:
    """Yield each text with another policy in it: clause, column, text and the stretch."""
    for _, clause, cell, text in (t for s in version.sections for t in read_texts(s)):
        for stretch in titles.find(text):
            if stretch[2] != version.policy:
                yield clause, cell, text, stretch


def read_titles(library: Library) -> PolicyTitles:
    """Return the titles of the published policies, which end in "policy" or a similar word.

    A policy with the title "Behaviour" is the "Behaviour policy".
    """
    owners: dict[str, set[str]] = {}
    for policy in library.policies:
        for version in policy.versions:
            words = version.facts.title.split()
            if version.facts.status is not Status.DRAFT and words:
                ending = () if _ENDING.fullmatch(words[-1]) else ("policy",)
                owners.setdefault(" ".join((*words, *ending)).casefold(), set()).add(policy.name)
    by_title = {title: next(iter(names)) for title, names in owners.items() if len(names) == 1}
    return PolicyTitles(by_title)


# --- links in a version


def _with_links(version: Version, stretches: Stretches) -> Version:
    """Return `version` with links over some characters of its clauses and cells."""
    names = {name for name, _ in stretches}

    def link(old: Clause) -> Clause:
        children = tuple(map(link, old.children)) if old.children else ()
        if old.id not in names:
            return old if children == old.children else replace(old, children=children)
        cells = [_add_links(c, stretches.get((old.id, n), ())) for n, c in enumerate(old.cells)]
        return replace(
            old,
            inlines=_add_links(old.inlines, stretches.get((old.id, -1), ())),
            cells=tuple(cells),
            children=children,
        )

    sections = (
        replace(s, parts=tuple(link(p) if isinstance(p, Clause) else p for p in s.parts))
        for s in version.sections
    )
    return version.with_sections(tuple(sections))


def _add_links(inlines: Sequence[Inline], stretches: Sequence[Stretch]) -> tuple[Inline, ...]:
    """Return `inlines` with a link over each stretch that lies inside one piece of plain text."""
    if not stretches:
        return tuple(inlines)
    return tuple(_walk(inlines, sorted(stretches), 0))


def _walk(inlines: Sequence[Inline], stretches: Sequence[Stretch], offset: int) -> Iterator[Inline]:
    """Yield the pieces with links. `offset` counts the characters before them."""
    for piece in inlines:
        size = len(markdown.plain_text((piece,)))
        if piece.mark is Mark.TEXT:
            placed = ((start - offset, end - offset, target) for start, end, target in stretches)
            yield from link_stretches(piece.text, placed)
        elif piece.mark in (Mark.STRONG, Mark.EMPHASIS):
            yield replace(piece, children=tuple(_walk(piece.children, stretches, offset)))
        else:
            yield piece
        offset += size
