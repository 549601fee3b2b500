"""Put the units of both versions into one row that reads as either version.

Without the units that only the old version has, the row is the new version in its order;
without those that only the new one has, it is the old. The page of a redline cannot be
read back so: it shows a moved section once.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policybook.model import ClauseKind
from policybook.redline import ClauseChange, Redline, Unit, all_changes
from policybook.redline.longest_increasing import stationary_pairs
from policybook.word.outgoing.table_forms import TableShapes
from policybook.word.outgoing.xml_parts import Track

#: The number of a table in each version; None in the version that does not have it.
TablePair = tuple[int | None, int | None]


class Place(NamedTuple):
    """A unit in the row. `change` has its words; `unit` is set if only one version has it here.

    `move` names both halves of a move. `table` is that of a row.
    """

    track: Track
    change: ClauseChange
    unit: Unit | None = None
    move: str = ""
    table: TablePair | None = None


def merge(changes: Redline) -> list[Place]:
    """Return the units of both versions in one row, with the rows of a table together."""
    shapes = TableShapes(changes.old), TableShapes(changes.new)
    every = list(all_changes(changes))
    tables = _pair_tables(every)
    stays = _stationary([change for change in every if _can_stay(change, tables, *shapes)])
    olds = _alone(every, stays, tables, is_old=True)
    news = _alone(every, stays, tables, is_old=False)
    return list(_merge(stays, olds, news, tables))


def _can_stay(
    change: ClauseChange, tables: dict[int, int], olds: TableShapes, news: TableShapes
) -> bool:
    """Return whether one paragraph, or row, can show both sides of the change."""
    if change.moved or not change.old or not change.new:
        return False
    if any(unit.cells for unit in (*change.old, *change.new)):
        old, new = change.old[0], change.new[0]
        return (
            len(change.old) == len(change.new) == 1
            and tables.get(old.table) == new.table
            and bool(old.cells and new.cells)
            and all(cell.old == cell.new for cell in change.cells)
            and olds.shape(old) == news.shape(new)
        )
    return _is_in_order(change) and all(
        unit.place == side[0].place + number
        for side in (change.old, change.new)
        for number, unit in enumerate(side)
    )


def _is_in_order(change: ClauseChange) -> bool:
    """Return whether the runs go through the units of each side in their order."""
    old_at = [run.old_at for run in change.runs if run.old]
    new_at = [run.new_at for run in change.runs if run.new]
    return old_at == sorted(old_at) and new_at == sorted(new_at)


def _stationary(candidates: Sequence[ClauseChange]) -> list[ClauseChange]:
    """Return the changes that stand in the same order in both versions."""
    by_old = sorted(candidates, key=lambda change: change.old[0].place)
    pairs = [(c.old[0].place, c.new[0].place, 1.0 + len(c.new[0].text)) for c in by_old]
    kept = stationary_pairs(pairs)
    return [c for c, (i, j, _) in zip(by_old, pairs, strict=True) if (i, j) in kept]


def _pair_tables(every: Sequence[ClauseChange]) -> dict[int, int]:
    """Return the new table of each old table that goes on with the same columns."""
    votes: Counter[tuple[int, int]] = Counter()
    other_columns: set[tuple[int, int]] = set()
    for change in every:
        if change.cells and change.old and change.new and not change.moved:
            pair = (change.old[0].table, change.new[0].table)
            votes[pair] += 1
            if any(cell.old != cell.new for cell in change.cells):
                other_columns.add(pair)
    result: dict[int, int] = {}
    for pair, _ in votes.most_common():
        if pair not in other_columns and pair[0] not in result and pair[1] not in result.values():
            result[pair[0]] = pair[1]
    return result


def _alone(
    every: Sequence[ClauseChange],
    stays: Sequence[ClauseChange],
    tables: dict[int, int],
    is_old: bool,
) -> list[Place]:
    """Return the units of one version that do not stay, in its order."""
    staying = {id(change) for change in stays}
    places: list[Place] = []
    for change in every:
        if id(change) in staying:
            continue
        moves = len(change.old) == len(change.new) == 1 and not change.cells
        name = f"move{change.new[0].place + 1}" if moves else ""
        for unit in change.old if is_old else change.new:
            track = (
                (Track.MOVED_AWAY if is_old else Track.MOVED_HERE)
                if moves
                else (Track.REMOVED if is_old else Track.ADDED)
            )
            places.append(Place(track, change, unit, name, _table(unit, tables, is_old)))
    return sorted(places, key=lambda place: place.unit.place if place.unit else 0)


def _table(unit: Unit, tables: dict[int, int], is_old: bool) -> TablePair | None:
    """Return the table of a row, as a pair of both versions' tables."""
    if not unit.cells and unit.kind is not ClauseKind.ROW:
        return None
    if is_old:
        return unit.table, tables.get(unit.table)
    return next((old for old, new in tables.items() if new == unit.table), None), unit.table


def _merge(
    stays: Sequence[ClauseChange],
    olds: Sequence[Place],
    news: Sequence[Place],
    tables: dict[int, int],
) -> Iterator[Place]:
    """Yield the changes that stay, with the other units between them."""
    before: Place | None = None
    i = j = 0
    for change in (*stays, None):
        old_gap, new_gap = olds[i:], news[j:]
        after: Place | None = None
        if change is not None:
            after = Place(Track.NONE, change, table=_table(change.new[0], tables, is_old=False))
            old_gap = [p for p in old_gap if _at(p) < change.old[0].place]
            new_gap = [p for p in new_gap if _at(p) < change.new[0].place]
        yield from _gap(old_gap, new_gap, before and before.table, after and after.table)
        i, j = i + len(old_gap), j + len(new_gap)
        if after is not None:
            yield after
        before = after


def _at(place: Place) -> int:
    """Return where the unit stands in its version."""
    return place.unit.place if place.unit else -1


def _gap(
    olds: Sequence[Place], news: Sequence[Place], before: TablePair | None, after: TablePair | None
) -> Iterator[Place]:
    """Yield the units between two that stay, old ones first; rows stay with their table."""
    middle: list[Place] = []
    tail: list[Place] = []
    for side in (olds, news):
        start = 0
        while start < len(side) and before is not None and side[start].table == before:
            start += 1
        stop = len(side)
        while stop > start and after is not None and side[stop - 1].table == after:
            stop -= 1
        yield from side[:start]
        middle += side[start:stop]
        tail += side[stop:]
    yield from middle
    yield from tail
