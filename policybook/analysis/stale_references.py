"""Find references and links that no longer lead to the rule that they meant in the version before.

A sentence that stayed still says "rule 3.1", but a new section made that rule 4.1. The
redline's alignment follows each rule; similar numbers mean nothing. A reference that the
author wrote or corrected in the new version is taken as meant. The anchor of a rule has its
number, so a link that stayed, `[here](#s2-3)`, leads to whatever rule has the number now.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from policybook.analysis import reference_groups, unread_numbers
from policybook.model import Clause, Group, Inline, Mark, Section, Version
from policybook.reading.references import link_search
from policybook.reading.references.reference_targets import PlacedReference, find_in_version
from policybook.reading.references.version_places import find_typed_numbers
from policybook.reading.texts import clauses, markdown
from policybook.redline.successors import ClauseMap


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleReference:
    """A reference of a new version that meant another rule in the old version.

    `old_number` is the rule that it meant, by its number then. `now` has the numbers of
    that rule in the new version; none if it was removed. `is_unclear` says that it may be
    right: the author may have written new numbers already. `is_partial` says that its sentence
    has a number that nobody read, which may be of a rule that moved too.
    """

    place: PlacedReference
    old: Version
    old_number: str
    now: tuple[str, ...]
    is_unclear: bool = False
    is_partial: bool = False

    @property
    def new_number(self) -> str:
        """Return the number to write; empty if only a person can tell."""
        reference = self.place.reference
        is_plain = self.old_number in (reference.number, reference.open_number)
        if len(self.now) != 1 or self.is_unclear or self.is_partial:
            return ""
        is_item = reference.names_item and "(" in self.old_number and "(" in self.now[0]
        is_rule = (reference.inside or reference.within) and "(" not in self.old_number + self.now[
            0
        ]
        return self.now[0] if is_plain or is_item or is_rule else ""


@lru_cache(maxsize=64)
def find_stale(old: Version, new: Version) -> tuple[StaleReference, ...]:
    """Return the references of `new` whose rule has another number since `old`. Cached."""
    olds, news = _by_clause(old), _by_clause(new)
    if not _keys(olds) & _keys(news):
        return ()
    numbers = ClauseMap(old, new)
    comparison = _Comparison(old, new, numbers)
    found = [
        stale
        for was_keys, now_keys in reference_groups.list_groups(numbers, olds, news)
        for stale in comparison.compare(
            [p for key in olds if key in was_keys for p in olds[key]],
            [p for key in now_keys for p in news[key]],
        )
    ]
    stale = {id(s.place) for s in found}
    places = [p for key in news for p in news[key] if p.number or id(p) in stale]
    halves = {
        (s.place.clause.id, s.place.sentence)
        for s in found
        if unread_numbers.has_unread(s.place, (s.old_number, s.now), places, old, numbers)
    }
    return tuple(
        replace(s, is_partial=(s.place.clause.id, s.place.sentence) in halves) for s in found
    )


def _by_clause(version: Version) -> dict[str, list[PlacedReference]]:
    """Return the references of a version by the number of their clause, in reading order."""
    result: dict[str, list[PlacedReference]] = {}
    for place in find_in_version(version):
        # A heading is known by its words.
        key = place.clause.number or f"# {place.clause.text}"
        result.setdefault(key, []).append(place)
    return result


def _keys(by_clause: dict[str, list[PlacedReference]]) -> set[str]:
    """Return the numbers that references name."""
    return {place.reference.number for places in by_clause.values() for place in places}


class _Comparison:
    """Compares references of clauses that belong together in two versions."""

    def __init__(self, old: Version, new: Version, numbers: ClauseMap) -> None:
        self.old, self.new, self.numbers = old, new, numbers

    def compare(
        self, olds: Sequence[PlacedReference], news: Sequence[PlacedReference]
    ) -> Iterator[StaleReference]:
        """Yield the references of `news` that still mean what they meant among `olds`."""
        if [p.reference.words for p in olds] == [p.reference.words for p in news]:
            pairs = zip(olds, news, strict=True)
            yield from (stale for was, now in pairs if (stale := self._compare(was, now)))
            return
        if len(olds) == len(news) and all(map(self._is_followed, olds, news)):
            return
        # "step 2 of rule 3.1": the rule may be corrected, and the step not.
        for is_item in (True, False):
            part = [now for now in news if now.reference.names_item is is_item]
            rows = [(now, self._find_stale(olds, now), self._is_new(olds, now)) for now in part]
            has_new = any(is_new and not stale for _, stale, is_new in rows)
            has_old = any(stale and not is_new for _, stale, is_new in rows)
            for _, stale, is_new in rows:
                if stale and not (is_new and has_new):
                    yield replace(stale, is_unclear=has_new or not has_old)

    def _find_stale(
        self, olds: Sequence[PlacedReference], now: PlacedReference
    ) -> StaleReference | None:
        """Return a reference as one with the same words that meant one other rule before."""
        same = {w.number: w for w in olds if w.reference.words == now.reference.words}
        return self._compare(next(iter(same.values())), now) if len(same) == 1 else None

    def _is_new(self, olds: Sequence[PlacedReference], now: PlacedReference) -> bool:
        """Return whether a reference has the new number of a rule that `olds` name."""
        moved = (was for was in olds if was.reference.words != now.reference.words)
        return any(self._is_followed(was, now) for was in moved)

    def _is_followed(self, was: PlacedReference, now: PlacedReference) -> bool:
        """Return whether a reference leads where an old one led."""
        return now.number != "" and now.number in self.numbers.successors(was.number)

    def _compare(self, was: PlacedReference, now: PlacedReference) -> StaleReference | None:
        """Return the reference if its words stayed, but not the rule to which they lead."""
        if not was.number or not now.reference.is_sure or self._is_followed(was, now):
            return None
        after = self.numbers.successors(was.number)
        if not (was.target or _moves_with_section(self.numbers, was.number, after)):
            return None
        if not after and not now.number and not now.is_dead:
            return None
        if find_typed_numbers(self.old).get(was.number) == was.reference.number != was.number:
            # The text cites the numbers that its author typed.
            typed = find_typed_numbers(self.new)
            after = tuple(typed.get(number, number) for number in after)
        if was.reference.number in after:
            # Two rules have the number now. That is a fault of the number, not of the reference.
            return None
        return StaleReference(place=now, old=self.old, old_number=was.number, now=after)


def _moves_with_section(numbers: ClauseMap, number: str, after: Sequence[str]) -> bool:
    """Return whether a rule has a new number only because its section has.

    Then a sub-heading that may be meant instead, "section 4.2", has it too.
    """
    head, _, rest = number.partition(".")
    return list(after) == [f"{name}.{rest}" for name in numbers.successors(head)]


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
    olds = Counter((key, _name_link(link)) for key, _, link in _list_links(old))
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
        if any((k, _name_link(link)) in olds for k in reference_groups.find_before(numbers, key))
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


def _name_link(link: Inline) -> tuple[str, str]:
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
