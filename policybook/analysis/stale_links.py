"""Find links to an anchor that is now another rule: `[here](#s2-3)` when 2.3 became 3.3.

The anchor of a rule has its number. So a link that stayed leads to whatever rule has the
number now. A link whose words or address the author rewrote is taken as meant.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policybook.analysis.stale_references import find_before
from policybook.model import Clause, Group, Inline, Mark, Section, Version
from policybook.reading.references import link_search
from policybook.reading.texts import clauses, markdown
from policybook.redline.successors import ClauseMap

_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleLink:
    """A link of a new version whose anchor meant another rule in the old version.

    `lines` are those of its block. `now` has the numbers of the rule that it meant, in the
    new version; none if it was removed. `new_target` is the address to write; empty if only
    a person can tell.
    """

    lines: tuple[int, int]
    words: str
    target: str
    old: Version
    old_number: str
    now: tuple[str, ...]
    new_target: str


@lru_cache(maxsize=64)
def find_stale_links(old: Version, new: Version) -> tuple[StaleLink, ...]:
    """Return the links of `new` whose anchor was of another rule in `old`. Cached."""
    if "(#" not in new.text and ": #" not in new.text:
        return ()
    olds = Counter((key, _name(link)) for key, _, link in _list_links(old))
    news = list(_list_links(new))
    if not (olds and news):
        return ()
    numbers = ClauseMap(old, new)
    was_names, now_names = _name_anchors(old), _name_anchors(new)
    ids = {name: anchor for anchor, name in now_names.items()}
    return tuple(
        StaleLink(
            lines=lines,
            words=markdown.plain_text(link.children).strip(),
            target=link.target,
            old=old,
            old_number=was,
            now=now,
            new_target=f"#{ids[now[0]]}" if len(now) == 1 and now[0] in ids else "",
        )
        for key, lines, link in news
        if any((k, _name(link)) in olds for k in find_before(numbers, key))
        and (was := was_names.get(link.target[1:], ""))
        and (there := now_names.get(link.target[1:], ""))
        and there not in (now := _find_after(numbers, was, ids))
    )


def _list_links(version: Version) -> Iterator[tuple[str, tuple[int, int], Inline]]:
    """Yield each link to an anchor of the text, with the key and the lines of its block."""
    for part in clauses.walk_parts(version):
        cells = (*part.cells, *part.header) if isinstance(part, Clause) else ()
        for inlines in (part.inlines, *cells):
            for link in link_search.walk_links(inlines):
                if link.mark is Mark.LINK and link.target.startswith("#"):
                    yield _read_key(part), part.lines, link


def _read_key(part: Clause | Group | Section) -> str:
    """Return the number of a rule; of a heading its words, without figures."""
    return part.number if isinstance(part, Clause) else f"# {_FIGURES.sub('', part.text)}"


def _name(link: Inline) -> tuple[str, str]:
    """Return what tells a link from others: its words without figures, and its address."""
    return _FIGURES.sub("", markdown.plain_text(link.children)), link.target


def _find_after(numbers: ClauseMap, was: str, ids: dict[str, str]) -> tuple[str, ...]:
    """Return where a rule or heading is now."""
    if was.startswith("# "):
        return (was,) if was in ids else ()
    return numbers.successors(was)


def _name_anchors(version: Version) -> dict[str, str]:
    """Return the number of each anchor; the words of a heading that has no number."""
    names: dict[str, str] = {}
    for section in version.sections:
        names[section.id] = section.label or f"# {section.title}"
        for group in section.groups:
            names[group.id] = group.number or f"# {group.text}"
        for clause in clauses.walk_section(section):
            names[clause.id] = clause.number
    return names
