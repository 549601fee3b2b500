"""Find lines that count like the items of a list, and that the page joins into one paragraph.

Markdown makes items of `1.` and `1)` alone. Other checks name the lines that start with these,
and the letters of one form. This table has every other form, and lines of mixed forms.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policybook.checks.line_faults.context import Line, LineContext, LineFault
from policybook.model.findings import Severity
from policybook.text.line_shapes import ShapeKind, fold
from policybook.text.ordinals import read_values

#: `(1)`, `[a]`, `1/`, `1 –`, `a:`, `1.1.`, `1st:`, `Step 2:`.
_COUNTER = re.compile(
    r"\s*(?:[-*+>]\s+)?(?P<typed>(?P<word>[A-Z][a-z]{2,11}\s+)?(?P<open>[(\[]?)"
    r"(?P<parent>(?:\d{1,3}\.)*)(?P<bare>\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})(?:st|nd|rd|th)?"
    r"(?P<close>[)\].:/]|\s?[-–—](?=\s))?)\s+(?=\S)"
)
_CLOSED = (".", ":", ";", "!", "?", ",", ")", "-", "–", "—", "*", "_")
#: Other checks name each of these lines.
_NAMED = (ShapeKind.NUMBER, ShapeKind.CLAUSE_NUMBER)


@dataclass(frozen=True, slots=True)
class _Counter:
    """A line with the number at its start, as it is typed."""

    line: Line
    typed: str
    before: str
    bare: str
    is_bare: bool

    def follows(self, other: "_Counter") -> bool:
        """Return whether this one is the next after `other`."""
        if self.before != other.before or self.bare.isupper() != other.bare.isupper():
            return False
        if self.is_bare and self.line.number != other.line.number + 1:
            return False
        values = read_values(self.bare)
        return any((system, value + 1) in values for system, value in read_values(other.bare))


def find_counted_lines(context: LineContext) -> Iterator[LineFault]:
    """Yield a fault for each paragraph or item in which several lines count."""
    numbers = {line.number for line in context.lines if line.shape.kind in _NAMED}
    named = numbers | context.lettered
    counters = [counter for line in context.lines if (counter := _read_counter(line))]
    for run in _find_runs(counters):
        first = run[0].line
        if any(counter.line.number not in named for counter in run[1:]) and _is_list(context, run):
            yield _make_fault(first if not first.starts_block else run[1].line, run)


def _read_counter(line: Line) -> _Counter | None:
    """Return the number at the start of a line of words. A letter needs a sign beside it."""
    if line.kind not in ("paragraph", "item"):
        return None
    hit = _COUNTER.match(fold(line.text[:80]))
    if hit is None or not read_values(hit["bare"]):
        return None
    is_bare = not (hit["open"] or hit["close"])
    is_figure = hit["bare"].isdecimal()
    if (is_bare and not is_figure) or (is_bare and hit["word"]):
        return None
    before = f"{' '.join((hit['word'] or '').split())} {hit['parent']}".strip()
    return _Counter(line, hit["typed"], before, hit["bare"], is_bare and not hit["parent"])


def _find_runs(counters: Sequence[_Counter]) -> Iterator[list[_Counter]]:
    """Yield the numbers of one block that follow one another, two at least."""
    run: list[_Counter] = []
    for counter in counters:
        if run and counter.line.block == run[-1].line.block and counter.follows(run[-1]):
            run.append(counter)
            continue
        if len(run) > 1:
            yield run
        run = [counter]
    if len(run) > 1:
        yield run


def _is_list(context: LineContext, run: Sequence[_Counter]) -> bool:
    """Return whether the numbers count lines, and are no words that a line end came before."""
    first = run[0]
    is_first = any(value == 1 for _, value in read_values(first.bare))
    before = context.before(first.line)
    is_closed = before is None or first.line.starts_block or before.text.rstrip().endswith(_CLOSED)
    # A capital may be the initial of a name.
    return is_first or (is_closed and not first.is_bare and not first.bare.isupper())


def _make_fault(line: Line, run: Sequence[_Counter]) -> LineFault:
    first, second = run[0], run[1]
    figures = first.bare.isdecimal() and not first.before
    signs = "`1. `, `2. `" if figures else "`- `"
    return LineFault(
        line=line.number,
        code="joined-line",
        severity=Severity.WARNING,
        message=f"lines that start with “{first.typed}” and “{second.typed}” look like items, but "
        "the page joins them into one paragraph",
        remedy=f"Start the items with {signs}, with an empty line before the first. If each is a "
        "rule of its own, write an empty line before it.",
        reason="only you can tell whether the lines are items or rules",
    )
