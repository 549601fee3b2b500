"""List the texts of a version with their places, and find patterns in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from policybook.model import Clause, Group, Section, Version
from policybook.reading.texts import clauses, markdown
from policybook.text import phrases


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a version with its place."""

    text: str
    number: str
    anchor: str
    beside: str
    lines: tuple[int, int]


def passages(version: Version) -> Iterator[Passage]:
    """Yield the passages of a version: headings, table headers and clauses."""
    for section in version.sections:
        first_clause = next((part.id for part in section.parts if isinstance(part, Clause)), "")
        if section.title:
            yield Passage(section.title, section.label, section.id, first_clause, section.lines)
        yield from _part_passages(section)


def _part_passages(section: Section) -> Iterator[Passage]:
    table = 0
    for place, part in enumerate(section.parts):
        if isinstance(part, Group):
            beside = next((p.id for p in section.parts[place:] if isinstance(p, Clause)), "")
            yield Passage(part.text, section.label, part.id, beside, part.lines)
            continue
        for clause in clauses.walk_clause(part):
            if clause.header and clause.table != table:
                yield Passage(
                    " | ".join(map(markdown.plain_text, clause.header)),
                    clause.number,
                    clause.id,
                    part.id,
                    clause.lines,
                )
            table = clause.table or table
            yield Passage(clause.text, clause.number, clause.id, part.id, clause.lines)


#: Signs that people type in several ways, each as one sign, so that places stay the same.
_ONE_SIGN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\xa0": " "})


def unify_signs(text: str) -> str:
    """Return `text` with plain apostrophes, hyphens and spaces. Its length stays the same."""
    return text.translate(_ONE_SIGN)


class PassageSearch:
    """Find patterns in a passage and in the lines of its file.

    The patterns meet the text with one kind of apostrophe and of hyphen, and without
    addresses. All places are those of the passage's own text.
    """

    def __init__(self, passage: Passage, lines: Sequence[str], body_line: int) -> None:
        self.passage, self.lines, self.body_line = passage, lines, body_line

    @cached_property
    def text(self) -> str:
        """Return the passage's text as the patterns meet it."""
        return unify_signs(phrases.blank_addresses(self.passage.text))

    @cached_property
    def _source(self) -> str:
        """Return the lines of the file as the patterns meet them."""
        first, last = self.passage.lines
        raw = "\n".join(self.lines[first - self.body_line : last - self.body_line])
        return unify_signs(phrases.blank_addresses(raw))

    def find_hits(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
        """Yield each hit in the passage with its line. Addresses do not count.

        The first hit has the line of the first hit in the file, and so on. Where marks
        hide words from the file's text, the hit gets the passage's first line.
        """
        if pattern.search(self.text):
            there = self._lines_of(pattern)
            for hit in pattern.finditer(self.text):
                yield hit, next(there, self.passage.lines[0])

    def _lines_of(self, pattern: re.Pattern[str]) -> Iterator[int]:
        line, start = self.passage.lines[0], 0
        for hit in pattern.finditer(self._source):
            line += self._source.count("\n", start, hit.start())
            start = hit.start()
            yield line
