"""Put links over the references of a text: to its rules, and to other policies by title.

The words stay as they are. Pages and PDFs show a version with these links; its own value,
its hash and the redline do not have them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policybook.model import Clause, Inline, Library, Mark, Status, Version
from policybook.reading import clauses, markdown
from policybook.reading.reference_targets import find_in_version, read_texts

#: Start, end and target of a link over the plain text of a clause or cell.
Stretch = tuple[int, int, str]
#: The stretches by the id of a clause and the column of a cell; -1 for a clause of words.
Stretches = Mapping[tuple[str, int], Sequence[Stretch]]

#: The last word of a title by which people name a policy.
_ENDING = re.compile(r"\b(?:policy|procedure|code|plan|statement|scheme)$", re.IGNORECASE)
#: A capital before a title: "the Staff Behaviour Policy" is another policy.
_LONGER = re.compile(r"(?:[A-Z][\w’'-]*|&|[Aa]nd|-)\s*$")
_FIRST_WORDS = frozenset({"the", "our", "see", "and", "under", "in"})


@dataclass(frozen=True, slots=True)
class PolicyTitles:
    """The policy of each title that only one policy has, and a pattern for all titles."""

    by_title: Mapping[str, str]
    pattern: re.Pattern[str] | None


def link_references(titles: PolicyTitles, version: Version) -> Version:
    """Return `version` with a link on each reference that leads to a place."""
    stretches: dict[tuple[str, int], list[Stretch]] = {}
    for place in find_in_version(version):
        if place.target and place.target != place.clause.id:
            r = place.reference
            stretch = (r.start, r.end, f"#{place.target}")
            stretches.setdefault((place.clause.id, place.cell), []).append(stretch)
    for key, found in _find_titles(titles, version):
        stretches.setdefault(key, []).append(found)
    return _with_links(version, stretches) if stretches else version


# --- other policies by title


def _find_titles(
    titles: PolicyTitles, version: Version
) -> Iterator[tuple[tuple[str, int], Stretch]]:
    """Yield where a text names another published policy by its title."""
    pattern = titles.pattern
    if pattern is None or not pattern.search(version.text):
        return
    for _, clause, cell, text in (t for s in version.sections for t in read_texts(s)):
        for hit in pattern.finditer(text):
            policy = titles.by_title[" ".join(hit[0].split()).casefold()]
            before = text[max(0, hit.start() - 40) : hit.start()]
            if policy != version.policy and _is_whole_title(before):
                yield (clause.id, cell), (hit.start(), hit.end(), f"../{policy}/")


def _is_whole_title(before: str) -> bool:
    """Return whether the words before a title do not make it the end of a longer name.

    The first word of a sentence has a capital too: "The Behaviour Policy".
    """
    longer = _LONGER.search(before)
    return not longer or longer[0].strip().casefold() in _FIRST_WORDS


def read_titles(library: Library) -> PolicyTitles:
    """Return the titles of the published policies that end in "policy" or a similar word."""
    owners: dict[str, set[str]] = {}
    for policy in library.policies:
        for version in policy.versions:
            if version.facts.status is not Status.DRAFT and _ENDING.search(version.facts.title):
                title = " ".join(version.facts.title.split())
                owners.setdefault(title, set()).add(policy.name)
    by_title = {
        title.casefold(): next(iter(names)) for title, names in owners.items() if len(names) == 1
    }
    words = sorted((t for t, names in owners.items() if len(names) == 1), key=len, reverse=True)
    if not words:
        return PolicyTitles({}, None)
    either = "|".join(r"\s+".join(map(re.escape, title.split())) for title in words)
    pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)
    return PolicyTitles(by_title, pattern)


# --- links in a version


def _with_links(version: Version, stretches: Stretches) -> Version:
    """Return `version` with links over some characters of its clauses and cells."""
    names = {name for name, _ in stretches}

    def link(old: Clause) -> Clause:
        if not any(c.id in names for c in clauses.walk_clause(old)):
            return old
        cells = [_add_links(c, stretches.get((old.id, n), ())) for n, c in enumerate(old.cells)]
        return replace(
            old,
            inlines=_add_links(old.inlines, stretches.get((old.id, -1), ())),
            cells=tuple(cells),
            children=tuple(map(link, old.children)),
        )

    sections = (
        replace(s, parts=tuple(link(p) if isinstance(p, Clause) else p for p in s.parts))
        for s in version.sections
    )
    return replace(version, sections=tuple(sections))


def _add_links(inlines: Sequence[Inline], stretches: Sequence[Stretch]) -> tuple[Inline, ...]:
    """Return `inlines` with a link over each stretch that lies inside one piece of plain text."""
    if not stretches:
        return tuple(inlines)
    return tuple(_walk(inlines, sorted(stretches), 0))


def _walk(inlines: Sequence[Inline], stretches: Sequence[Stretch], offset: int) -> Iterator[Inline]:
    """Yield the pieces with links. `offset` counts the characters before them."""
    for piece in inlines:
        size = len(markdown.plain_text((piece,)))
        if piece.mark is Mark.TEXT:
            yield from _divide(piece.text, stretches, offset)
        elif piece.mark in (Mark.STRONG, Mark.EMPHASIS):
            yield replace(piece, children=tuple(_walk(piece.children, stretches, offset)))
        else:
            yield piece
        offset += size


def _divide(text: str, stretches: Sequence[Stretch], offset: int) -> Iterator[Inline]:
    """Yield a text in pieces, with links over the stretches inside it."""
    done = 0
    for start, end, target in stretches:
        first, last = start - offset, end - offset
        if first < done or last > len(text):
            continue
        if first > done:
            yield Inline(mark=Mark.TEXT, text=text[done:first])
        words = Inline(mark=Mark.TEXT, text=text[first:last])
        yield Inline(mark=Mark.LINK, target=target, children=(words,))
        done = last
    if done < len(text):
        yield Inline(mark=Mark.TEXT, text=text[done:])
