"""The numbered lists of a section, whose items a reference may name: "step 3"."""

from collections.abc import Iterator

from policybook.model import Clause, Section


def find_lists(section: Section) -> Iterator[list[str]]:
    """Yield the ids of the items of each numbered list of a section, in reading order."""
    run: list[str] = []
    for part in section.parts:
        if isinstance(part, Clause) and part.ordered:
            run.append(part.id)
            continue
        if run:
            yield run
            run = []
        if isinstance(part, Clause):
            yield from _lists_below(part)
    if run:
        yield run


def _lists_below(clause: Clause) -> Iterator[list[str]]:
    """Yield the numbered lists inside a clause."""
    items = [child.id for child in clause.children if child.ordered]
    if items:
        yield items
    for child in clause.children:
        yield from _lists_below(child)
