"""List the texts of a version with their places, and find patterns in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policybook.model import Clause, Group, Section, Version
from policybook.reading import clauses, markdown
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
    """Yield the passages of a section's parts."""
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


class PassageSearch:
    """Find a pattern in a passage and in the lines of its file."""

    def __init__(self, passage: Passage, lines: Sequence[str], body_line: int) -> None:
        self.passage, self.lines, self.body_line = passage, lines, body_line

    def find_hits(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
        """Yield each hit in the passage with its line. Addresses do not count.

        The first hit has the line of the first hit in the file, and so on. Where marks
        hide words from the file's text, the hit gets the passage's first line.
        """
        text, first = self.passage.text, self.passage.lines[0]
        if pattern.search(text):
            there = self._lines_of(pattern)
            for hit in pattern.finditer(phrases.blank_addresses(text)):
                yield hit, next(there, first)

    def _lines_of(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """Yield the lines of the file that have a hit."""
        first, last = self.passage.lines
        raw = phrases.blank_addresses(
            "\n".join(self.lines[first - self.body_line : last - self.body_line])
        )
        line, start = first, 0
        for hit in pattern.finditer(raw):
            line += raw.count("\n", start, hit.start())
            start = hit.start()
            yield line
