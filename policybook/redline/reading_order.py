"""Put the changes of aligned units into the order of the page.

The page has new order. A removed unit follows the unit that it followed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policybook.model import Section
from policybook.redline import followed, moved_sentences, relocated, similar_rules, term_swaps
from policybook.redline.alignment_state import Alignment, Text
from policybook.redline.changed_levels import mark_new_levels
from policybook.redline.clause_change import compare_units
from policybook.redline.divided_figures import quieten_divided_figures
from policybook.redline.longest_increasing import stationary_pairs
from policybook.redline.opening_words import OpeningWords
from policybook.redline.sure_claims import keep_sure_claims
from policybook.redline.types import (
    ChangeKind,
    ClauseChange,
    Entry,
    Moved,
    Part,
    SectionChange,
    Stub,
    Unit,
)
from policybook.redline.unit_weights import Around

_QUIET = (ChangeKind.SAME, ChangeKind.RENUMBERED)
# Words added to the weight of every unit, and of every heading, when deciding what moved.
_UNIT_WORDS, _HEADING_WORDS = 2, 3


def page_entries(alignment: Alignment) -> tuple[Entry, ...]:
    """Return every change and stub in page order, with the changes worth reading numbered."""
    parents = _find_parents(alignment.old), _find_parents(alignment.new)
    moved = find_moves(alignment, *parents)
    around = OpeningWords(alignment.old, parents[0]), OpeningWords(alignment.new, parents[1])
    changes = followed.mark_followed(dict(_changes(alignment, moved, around)), alignment)
    changes = moved_sentences.trace_sentences(changes, around)
    changes = similar_rules.quieten_similar_rules(changes, around)
    changes = relocated.trace_relocations(quieten_divided_figures(changes))
    changes = keep_sure_claims(changes)
    changes = mark_new_levels(term_swaps.name_swaps(changes), alignment)
    old_units = _place_old_units(alignment, moved, parents[0])
    counter = iter(range(1, len(alignment.old) + len(alignment.new) + 1))
    numbered = {
        key: replace(c, count=next(counter)) if is_worth_reading(c) else c
        for key, c in _order_changes(changes, old_units)
    }
    return tuple(_with_stubs(alignment, numbered, old_units, moved))


def is_worth_reading(change: ClauseChange) -> bool:
    """Return whether the change says more than a new number."""
    return change.kind not in _QUIET or change.moved is Moved.ALONE


# --- moves


def find_moves(
    alignment: Alignment, above_old: list[int], above_new: list[int]
) -> dict[int, Moved]:
    """Return how each paired new place moved, if it did.

    `above_old` and `above_new` give the parent of each place.
    """
    order = sorted(alignment.to_new.items())
    if (places := [j for _, j in order]) == sorted(places):
        return {}
    pairs = [(i, j, _weight(alignment, i)) for i, j in order]
    stationary = stationary_pairs(pairs)
    result: dict[int, Moved] = {}
    for i, j in sorted(
        (pair[:2] for pair in pairs if pair[:2] not in stationary), key=lambda pair: pair[1]
    ):
        parent = above_new[j]
        along = parent in result and alignment.to_old.get(parent) == above_old[i]
        result[j] = Moved.ALONG if along else Moved.ALONE
    return result


def _weight(alignment: Alignment, i: int) -> float:
    """Return how much a unit counts when the algorithm decides what moved."""
    text = alignment.old[i]
    return len(text.words) + _UNIT_WORDS + (_HEADING_WORDS if text.sort == "heading" else 0)


def _find_parents(texts: Sequence[Text]) -> list[int]:
    return parent_places([text.unit for text in texts])


def parent_places(units: Sequence[Unit]) -> list[int]:
    """Return for each unit the place of the heading or clause above it, or -1."""
    result: list[int] = []
    # Headings with level and place; clauses by level.
    headings: list[tuple[int, int]] = []
    clauses: list[int] = []
    for place, unit in enumerate(units):
        if unit.part is Part.COVER:
            result.append(-1)
            continue
        if unit.part is Part.CLAUSE or unit.part is Part.HEADER:
            del clauses[unit.level :]
            result.append(clauses[-1] if clauses else headings[-1][1] if headings else -1)
            if unit.part is Part.CLAUSE:
                clauses.append(place)
            continue
        while headings and headings[-1][0] >= unit.level:
            headings.pop()
        result.append(headings[-1][1] if headings else -1)
        headings.append((unit.level, place))
        clauses = []
    return result


# --- changes by place: a new place, or an old place where the unit was removed

# Whether the unit was removed, and its place.
Key = tuple[bool, int]


def _changes(
    alignment: Alignment, moved: dict[int, Moved], around: Around
) -> Iterator[tuple[Key, ClauseChange]]:
    """Yield each change with the place that shows it."""
    more_old, more_new = _group_by_home(alignment.with_old), _group_by_home(alignment.with_new)
    for j in range(len(alignment.new)):
        i = alignment.to_old.get(j)
        if i is not None and j not in more_old and i not in more_new:
            yield (
                (False, j),
                compare_units(
                    (alignment.old[i].unit,),
                    (alignment.new[j].unit,),
                    moved.get(j, Moved.NO),
                    around,
                ),
            )
        elif i is not None:
            olds, news = sorted((i, *more_old.get(j, ()))), sorted((j, *more_new.get(i, ())))
            units = (
                tuple(alignment.old[k].unit for k in olds),
                tuple(alignment.new[k].unit for k in news),
            )
            yield (False, news[0]), compare_units(*units, moved.get(j, Moved.NO), around)
        elif j not in alignment.with_new:
            yield (False, j), compare_units((), (alignment.new[j].unit,), Moved.NO, around)
    for i in alignment.free_old():
        yield (True, i), compare_units((alignment.old[i].unit,), (), Moved.NO, around)


def _group_by_home(homes: dict[int, int]) -> dict[int, list[int]]:
    """Return the places by the place that they were joined with."""
    result: dict[int, list[int]] = {}
    for place, home in homes.items():
        result.setdefault(home, []).append(place)
    return result


def _place_old_units(
    alignment: Alignment, moved: dict[int, Moved], parents: list[int]
) -> dict[int, list[int]]:
    """Return the old places that the page shows, by the new place that they follow.

    These are units that were removed or moved away. The start of the page is -1.
    """
    result: dict[int, list[int]] = {}
    anchors: dict[int, int] = {}  # where what follows this old place would be shown
    for i in range(len(alignment.old)):
        j = alignment.to_new.get(i)
        if j is None and i in alignment.with_old:
            anchors[i] = anchors.get(i - 1, -1)
        elif (j is not None and j not in moved) or (j is not None and moved[j] is Moved.ALONG):
            anchors[i] = j
        else:
            anchors[i] = _find_anchor(alignment, moved, parents, anchors, i)
            result.setdefault(anchors[i], []).append(i)
    return result


def _find_anchor(
    alignment: Alignment,
    moved: dict[int, Moved],
    parents: list[int],
    anchors: dict[int, int],
    i: int,
) -> int:
    """Return the new place after which the old place `i` appears.

    It is the last unit before `i` that stayed, seen from the heading of `i`.
    """
    heading = alignment.to_new.get(parents[i])
    travels = heading is not None and heading in moved
    for k in range(i - 1, -1, -1):
        j = alignment.to_new.get(k)
        if j is None:
            return anchors[k]
        if j not in moved and not travels:
            return j
        if travels and (
            k == parents[i] or (parents[k] == parents[i] and moved.get(j) is Moved.ALONG)
        ):
            return j
    return -1


def _order_changes(
    changes: dict[Key, ClauseChange], old_units: dict[int, list[int]]
) -> Iterator[tuple[Key, ClauseChange]]:
    """Yield the changes in the order of the page."""
    last = max([j for is_gone, j in changes if not is_gone] + list(old_units), default=-1)
    for j in range(-1, last + 1):
        if (False, j) in changes:
            yield (False, j), changes[False, j]
        for i in old_units.get(j, ()):
            if (True, i) in changes:
                yield (True, i), changes[True, i]


def _with_stubs(
    alignment: Alignment,
    changes: dict[Key, ClauseChange],
    old_units: dict[int, list[int]],
    moved: dict[int, Moved],
) -> Iterator[Entry]:
    """Yield the entries of the page: the changes, and a stub at the old place of a moved unit."""
    at_new = (
        {unit.place: change for change in changes.values() for unit in change.new} if moved else {}
    )
    for j in range(-1, len(alignment.new)):
        if (False, j) in changes:
            yield changes[False, j]
        for i in old_units.get(j, ()):
            if (True, i) in changes:
                yield changes[True, i]
            else:
                yield Stub(unit=alignment.old[i].unit, change=at_new[alignment.to_new[i]])


# --- sections


def group_by_section(
    entries: Sequence[Entry], old: Sequence[Section], new: Sequence[Section]
) -> tuple[SectionChange, ...]:
    """Return the entries by sections.

    A removed section inside a section that continues is an entry of that section.
    """
    result: list[tuple[ClauseChange | None, list[Entry]]] = [(None, [])]
    for place, entry in enumerate(entries):
        if (
            isinstance(entry, ClauseChange)
            and entry.part is Part.SECTION
            and (entry.new or not _has_new_text(entries, place + 1))
        ):
            result.append((entry, []))
        else:
            result[-1][1].append(entry)
    return tuple(
        [_section(heading, inside, old, new) for heading, inside in result if heading or inside]
    )


def _has_new_text(entries: Sequence[Entry], start: int) -> bool:
    """Return whether new text follows before the next section heading."""
    for entry in entries[start:]:
        if isinstance(entry, ClauseChange):
            if entry.part is Part.SECTION:
                return False
            if entry.new:
                return True
    return False


def _section(
    heading: ClauseChange | None,
    inside: Sequence[Entry],
    old: Sequence[Section],
    new: Sequence[Section],
) -> SectionChange:
    """Return the section with this heading; without a heading it is the text before the first."""
    if heading is None:
        zero_old, zero_new = (next((s for s in side if not s.number), None) for side in (old, new))
        return SectionChange(old=zero_old, new=zero_new, heading=None, entries=tuple(inside))
    # A line of words that became the heading has no old section.
    was_section = heading.old and heading.old[0].part is Part.SECTION
    return SectionChange(
        old=old[heading.old[0].section] if was_section else None,
        new=new[heading.new[0].section] if heading.new else None,
        heading=heading,
        entries=tuple(inside),
    )
