"""Aligned units -> the changes in the order of the page: new order, and what is gone after what it followed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from policybook.model import Section
from policybook.redline import relocated
from policybook.redline.alignment_state import Alignment, Text
from policybook.redline.clause_change import compare_units
from policybook.redline.longest_increasing import stationary_pairs
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
from policybook.redline.weight import inherit_duty

# Looked up once: a member of an enumeration takes long.
_ALONE, _NO, _QUIET = Moved.ALONE, Moved.NO, (ChangeKind.SAME, ChangeKind.RENUMBERED)
_CLAUSE, _HEADER, _SECTION = Part.CLAUSE, Part.HEADER, Part.SECTION
_EACH, _HEADING = (
    2,
    3,
)  # words that every unit, and that a heading, weighs beyond its own when it comes to what moved


def page_entries(found: Alignment) -> tuple[Entry, ...]:
    """Return every change and stub in the order of the page, the changes worth reading numbered."""
    over = _above(tuple(found.old)), _above(tuple(found.new))
    moved = find_moves(found, *over)
    changes = relocated.trace_relocations(dict(_changes(found, moved, *over)))
    gone = _gone(found, moved, over[0])
    counter = iter(range(1, len(found.old) + len(found.new) + 1))
    numbered = {
        key: replace(c, count=next(counter)) if is_worth_reading(c) else c
        for key, c in _in_order(changes, gone)
    }
    return tuple(_shown(found, numbered, gone, moved))


def is_worth_reading(change: ClauseChange) -> bool:
    return change.kind not in _QUIET or change.moved is _ALONE


# --- what moved


def find_moves(found: Alignment, above_old: list[int], above_new: list[int]) -> dict[int, Moved]:
    """Return how each new place that has a partner moved, if it did; `above` says what each place stands under."""
    order = sorted(found.to_new.items())
    if (places := [j for _, j in order]) == sorted(places):
        return {}
    pairs = [(i, j, _weight(found, i)) for i, j in order]
    kept = stationary_pairs(pairs)
    result: dict[int, Moved] = {}
    for i, j in sorted(
        (pair[:2] for pair in pairs if pair[:2] not in kept), key=lambda pair: pair[1]
    ):
        over = above_new[j]
        along = over in result and found.to_old.get(over) == above_old[i]
        result[j] = Moved.ALONG if along else Moved.ALONE
    return result


def _weight(found: Alignment, i: int) -> float:
    text = found.old[i]
    return len(text.words) + _EACH + (_HEADING if text.sort == "heading" else 0)


@lru_cache(maxsize=4)
def _above(texts: tuple[Text, ...]) -> list[int]:
    """`above`, worked out once for the redline in which a version is the new one and for that in which it is the old one."""
    return parent_places([text.unit for text in texts])


def parent_places(units: Sequence[Unit]) -> list[int]:
    """Return for each unit the place of the heading or clause that it stands under; -1 for none."""
    result: list[int] = []
    headings: list[tuple[int, int]] = []  # level, place
    clauses: list[int] = []  # by level
    for at, unit in enumerate(units):
        if unit.part is _CLAUSE or unit.part is _HEADER:
            del clauses[unit.level :]
            result.append(clauses[-1] if clauses else headings[-1][1] if headings else -1)
            if unit.part is _CLAUSE:
                clauses.append(at)
            continue
        while headings and headings[-1][0] >= unit.level:
            headings.pop()
        result.append(headings[-1][1] if headings else -1)
        headings.append((unit.level, at))
        clauses = []
    return result


# --- changes, by the place where they are shown: a new place, or an old one for what is gone

Key = tuple[bool, int]  # (is it gone, place)


def _changes(
    found: Alignment, moved: dict[int, Moved], above_old: list[int], above_new: list[int]
) -> Iterator[tuple[Key, ClauseChange]]:
    more_old, more_new = _grouped(found.with_old), _grouped(found.with_new)
    for j in range(len(found.new)):
        i = found.to_old.get(j)
        if i is not None and j not in more_old and i not in more_new:
            yield (
                (False, j),
                compare_units((found.old[i].unit,), (found.new[j].unit,), moved.get(j, _NO)),
            )
        elif i is not None:
            olds, news = sorted((i, *more_old.get(j, ()))), sorted((j, *more_new.get(i, ())))
            units = tuple(found.old[k].unit for k in olds), tuple(found.new[k].unit for k in news)
            yield (False, news[0]), compare_units(*units, moved.get(j, Moved.NO))
        elif j not in found.with_new:
            change = compare_units((), (found.new[j].unit,), Moved.NO)
            yield (False, j), _led(change, found.new, above_new[j], is_new=True)
    for i in found.free_old():
        change = compare_units((found.old[i].unit,), (), Moved.NO)
        yield (True, i), _led(change, found.old, above_old[i], is_new=False)


def _led(change: ClauseChange, side: Sequence[Text], over: int, is_new: bool) -> ClauseChange:
    """A clause that is new, or gone, with what the clause above it makes of it."""
    if over < 0 or change.part is not Part.CLAUSE or side[over].unit.part is not Part.CLAUSE:
        return change
    weights = inherit_duty(change.weights, side[over].unit.text, is_new)
    return change if weights is change.weights else replace(change, weights=weights)


def _grouped(homes: dict[int, int]) -> dict[int, list[int]]:
    result: dict[int, list[int]] = {}
    for place, home in homes.items():
        result.setdefault(home, []).append(place)
    return result


def _gone(found: Alignment, moved: dict[int, Moved], over: list[int]) -> dict[int, list[int]]:
    """Old places that are shown where they were (removed, or moved away), by the new place that they are shown after.

    The start of the page is -1.
    """
    result: dict[int, list[int]] = {}
    anchor: dict[int, int] = {}  # where what follows this old place would be shown
    for i in range(len(found.old)):
        j = found.to_new.get(i)
        if j is None and i in found.with_old:
            anchor[i] = anchor.get(i - 1, -1)
        elif (j is not None and j not in moved) or (j is not None and moved[j] is Moved.ALONG):
            anchor[i] = j
        else:
            anchor[i] = _anchor(found, moved, over, anchor, i)
            result.setdefault(anchor[i], []).append(i)
    return result


def _anchor(
    found: Alignment, moved: dict[int, Moved], over: list[int], anchor: dict[int, int], i: int
) -> int:
    """After the last unit before `i` that is still where it was, seen from the heading that `i` stands under."""
    heading = found.to_new.get(over[i])
    travels = heading is not None and heading in moved
    for k in range(i - 1, -1, -1):
        j = found.to_new.get(k)
        if j is None:
            return anchor[k]
        if j not in moved and not travels:
            return j
        if travels and (k == over[i] or (over[k] == over[i] and moved.get(j) is Moved.ALONG)):
            return j
    return -1


def _in_order(
    changes: dict[Key, ClauseChange], gone: dict[int, list[int]]
) -> Iterator[tuple[Key, ClauseChange]]:
    last = max([j for is_gone, j in changes if not is_gone] + list(gone), default=-1)
    for j in range(-1, last + 1):
        if (False, j) in changes:
            yield (False, j), changes[False, j]
        for i in gone.get(j, ()):
            if (True, i) in changes:
                yield (True, i), changes[True, i]


def _shown(
    found: Alignment,
    changes: dict[Key, ClauseChange],
    gone: dict[int, list[int]],
    moved: dict[int, Moved],
) -> Iterator[Entry]:
    at_new = (
        {unit.place: change for change in changes.values() for unit in change.new} if moved else {}
    )
    for j in range(-1, len(found.new)):
        if (False, j) in changes:
            yield changes[False, j]
        for i in gone.get(j, ()):
            if (True, i) in changes:
                yield changes[True, i]
            else:
                yield Stub(unit=found.old[i].unit, change=at_new[found.to_new[i]])


# --- sections


def group_by_section(
    shown: Sequence[Entry], old: Sequence[Section], new: Sequence[Section]
) -> tuple[SectionChange, ...]:
    """Return `shown` by sections.

    A section that is gone, in the middle of one that goes on, is an entry of that one.
    """
    result: list[tuple[ClauseChange | None, list[Entry]]] = [(None, [])]
    for at, entry in enumerate(shown):
        if (
            isinstance(entry, ClauseChange)
            and entry.part is _SECTION
            and (entry.new or not _goes_on(shown, at + 1))
        ):
            result.append((entry, []))
        else:
            result[-1][1].append(entry)
    return tuple(
        [_section(heading, inside, old, new) for heading, inside in result if heading or inside]
    )


def _goes_on(shown: Sequence[Entry], start: int) -> bool:
    """Whether something of the new version comes before the next heading of a section."""
    for entry in shown[start:]:
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
    if heading is None:
        zero_old, zero_new = (next((s for s in side if not s.number), None) for side in (old, new))
        return SectionChange(old=zero_old, new=zero_new, heading=None, entries=tuple(inside))
    return SectionChange(
        old=old[heading.old[0].section] if heading.old else None,
        new=new[heading.new[0].section] if heading.new else None,
        heading=heading,
        entries=tuple(inside),
    )
