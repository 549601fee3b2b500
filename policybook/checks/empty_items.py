"""Find items without words. The page would show their marks or numbers alone."""

import re
from collections.abc import Iterator
from itertools import groupby

from policybook.model import Clause, ClauseKind, Version
from policybook.reading.texts import clauses

_MARK_ALONE = re.compile(r"(?:>\s*)*(?:[-*+]|\d{1,9}[.)])")


def find_empty_items(version: Version) -> Iterator[tuple[int, str]]:
    """Yield the line and the mark of each item without words, beside items that have some.

    A list in which every item is empty is for people to fill in.
    """
    lines = version.text.split("\n")
    lists = [[part for part in s.parts if isinstance(part, Clause)] for s in version.sections]
    lists += [list(clause.children) for clause in clauses.walk_sections(version.sections)]
    for parts in lists:
        for is_item, group in groupby(parts, lambda part: part.kind is ClauseKind.ITEM):
            items = list(group) if is_item else []
            empty = [
                (item.lines[0], mark)
                for item in items
                if (mark := lines[item.lines[0] - version.body_line].strip())
                and _MARK_ALONE.fullmatch(mark)
                and item.text.strip() in ("", mark)
                and not item.children
            ]
            yield from empty if len(empty) < len(items) else ()
