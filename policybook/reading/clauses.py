"""A version's body -> sections and clauses with numbers, ids, text, inline tree and lines. Total: it never fails.

Each `##` is a section, numbered 1, 2, 3; text before the first is section 0. Inside it every paragraph, table row and item
of a free-standing list is a clause, counted straight through the section. A list after a paragraph that ends in a colon belongs to that
clause (`4.2(a)`), and a list inside an item belongs to the item (`4.2(a)(i)`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from policybook.model import Clause, Group, Section


def each(sections: Sequence[Section]) -> Iterator[Clause]:
    """Every clause in reading order, those inside others too."""
    for section in sections:
        yield from of_section(section)


def of_section(section: Section) -> Iterator[Clause]:
    """Every clause of a section in reading order, those inside others too."""
    for part in section.parts:
        if isinstance(part, Clause):
            yield part
            if part.children:
                yield from _walk_below(part)


def with_children(clause: Clause) -> Iterator[Clause]:
    yield clause
    yield from _walk_below(clause)


def _walk_below(clause: Clause) -> Iterator[Clause]:
    for child in clause.children:
        yield child
        if child.children:
            yield from _walk_below(child)


def table_runs(parts: Sequence[Clause | Group]) -> list[list[Clause | Group]]:
    """Parts of a section with the rows of one table together."""
    runs: list[list[Clause | Group]] = []
    for part in parts:
        last = runs[-1][-1] if runs else None
        if (
            isinstance(part, Clause)
            and isinstance(last, Clause)
            and part.table
            and part.table == last.table
        ):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def slug(title: str) -> str:
    """The fragment by which a link may name a heading: `#what-happens-next`."""
    return re.sub(r"[^\w]+", "-", unicodedata.normalize("NFKC", title).casefold()).strip("-")
