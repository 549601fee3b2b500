"""Write the new address of a rule into the links to it, in drafts and proposals.

`[here](#s2-3)` becomes `[here](#s3-3)`. The text is read again: every other link must lead
where it did.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policybook.analysis.stale_references import StaleLink
from policybook.model import Clause, Inline, Version
from policybook.reading.references import link_search
from policybook.reading.texts import clauses, text_outline


def replace_targets(version: Version, text: str, stale: Sequence[StaleLink]) -> str | None:
    """Return the file's text with the new addresses; None where they are not in its lines.

    `text` may differ from the version's file in the numbers of references alone.
    """
    lines = text.split("\n")
    pairs = {(s.lines, s.target): s.new_target for s in stale}
    for (first, end), target in pairs:
        address = re.compile(rf"(?<=\]\(){re.escape(target)}(?=[\s)])")
        for place in range(first - 1, end - 1):
            lines[place] = address.sub(pairs[(first, end), target], lines[place])
    new = "\n".join(lines)
    body = "\n".join(lines[version.body_line - 1 :])
    outline = text_outline.read_later(body, version.body_line, version.facts.numbering)
    wanted = _list_targets(version, pairs)
    targets = [link.target for _, link in _list_links(replace(version, text=body, outline=outline))]
    return new if targets == list(wanted) else None


def _list_links(version: Version) -> Iterator[tuple[tuple[int, int], Inline]]:
    """Yield each link of a version with the lines of its block."""
    for part in clauses.walk_parts(version):
        cells = (*part.cells, *part.header) if isinstance(part, Clause) else ()
        for inlines in (part.inlines, *cells):
            yield from ((part.lines, link) for link in link_search.walk_links(inlines))


def _list_targets(version: Version, pairs: dict[tuple[tuple[int, int], str], str]) -> Iterator[str]:
    """Yield where each link must lead."""
    for lines, link in _list_links(version):
        yield pairs.get((lines, link.target), link.target)
