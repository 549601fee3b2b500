"""Find the numbered lists of a section, and the item of a number: "step 2"."""

from collections.abc import Iterator, Sequence

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


def find_item(lists: Sequence[Sequence[str]], number: str) -> str:
    """Return the item of that number, if only one numbered list of the section has it."""
    if not number.isdecimal():
        return ""
    longer = [items for items in lists if 0 < int(number) <= len(items) and len(items) > 1]
    return longer[0][int(number) - 1] if len(longer) == 1 else ""
