"""A text as written: where each of its units stands, and what stands between them."""

import re
from collections.abc import Iterator, Sequence

from policybook.model import AcademicYear, Status, Version, VersionFacts
from policybook.reading.fields import front_matter
from policybook.reading.texts import text_outline
from policybook.redline import Unit
from policybook.redline.units import read_units

_FACTS = VersionFacts(
    title="", status=Status.DRAFT, owner="", review_year=AcademicYear(start=2000), applies_to=()
)
Span = tuple[int, int]


class Source:
    """A text, its version, and the characters that each of its units takes."""

    def __init__(self, text: str) -> None:
        parted = front_matter.split(text)
        outline = text_outline.parse(parted.body, parted.body_line)
        self.text = text
        self.version = Version(
            policy="",
            name="",
            path="",
            facts=_FACTS,
            text=parted.body,
            outline=lambda: outline,
            body_line=parted.body_line,
        )
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(min(len(text), self.starts[-1] + len(line) + 1))
        self.body = self.line(parted.body_line)
        self.units = read_units(self.version)
        self.spans = list(self._spans())
        self.together: set[int] = set()

    def line(self, number: int) -> int:
        return self.starts[min(max(number, 1), len(self.starts)) - 1]

    def _spans(self) -> Iterator[tuple[int, int, int]]:
        """Of each unit its start, the end of its own lines, and the start of the next."""
        starts = [max(self.body, self.line(u.lines[0])) for u in self.units] + [len(self.text)]
        for k in range(len(starts) - 2, -1, -1):
            starts[k] = min(starts[k], starts[k + 1])
        for unit, start, after in zip(self.units, starts, starts[1:], strict=False):
            end = min(after, max(start, self.line(unit.lines[1])))
            yield start, end if re.search(r"\w", self.text[end:after]) else after, after

    def keep_together(self, groups: Sequence[Sequence[int]]) -> None:
        """Units that were joined or divided are one block, with all that stands between them."""
        for group in groups:
            for at in group[:-1]:
                start, _, after = self.spans[at]
                self.spans[at] = (start, after, after)

    def span(self, found: Sequence[Unit]) -> Span | None:
        return (self.spans[found[0].place][0], self.spans[found[-1].place][1]) if found else None

    def loose(self) -> list[Span]:
        first = self.spans[0][0] if self.spans else len(self.text)
        gaps = [(self.body, first), *((end, after) for _, end, after in self.spans)]
        return [span for a, b in gaps for span in self._lines(a, b)]

    def front(self) -> list[Span]:
        """Of each field its lines: the redline compares a field as one."""
        fields: list[Span] = []
        for start, end in self._lines(0, self.body):
            if fields and self.text[start] in " \t-" and not self.text.startswith("---", start):
                fields[-1] = (fields[-1][0], end)
            else:
                fields.append((start, end))
        return fields

    def _lines(self, start: int, end: int) -> Iterator[Span]:
        for a, b in zip(self.starts, self.starts[1:], strict=False):
            if max(a, start) < min(b, end):
                yield max(a, start), min(b, end)
