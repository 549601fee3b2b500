"""Compare two rows of values: which were added, removed or replaced. Knows no texts."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

_T = TypeVar("_T")
# A replacement costs less than a removal and an addition, but two cost more than keeping one.
_STEP_COST, _SWAP_COST = 2, 3
# Two clauses with 500 figures each have so many pairs. Beyond, values are compared by place.
_MAX_CELLS = 250_000


def differences(olds: Sequence[_T], news: Sequence[_T]) -> Iterator[tuple[_T | None, _T | None]]:
    """Yield what differs between two rows, with as few changes as possible.

    A pair replaces the old value by the new one; None marks an addition or a removal.
    """
    if olds == news:
        return
    if len(olds) * len(news) > _MAX_CELLS:
        yield from ((x, y) for x, y in zip_longest(olds, news) if x != y)
        return
    cost = _costs(olds, news)
    i = j = 0
    while i < len(olds) or j < len(news):
        both = i < len(olds) and j < len(news)
        if both and cost[i][j] == cost[i + 1][j + 1] + _SWAP_COST * (olds[i] != news[j]):
            if olds[i] != news[j]:
                yield olds[i], news[j]
            i, j = i + 1, j + 1
        elif i < len(olds) and cost[i][j] == cost[i + 1][j] + _STEP_COST:
            yield olds[i], None
            i += 1
        else:
            yield None, news[j]
            j += 1


def _costs(olds: Sequence[_T], news: Sequence[_T]) -> list[list[int]]:
    """Return the least cost from the rest of one row to the rest of the other, for all places."""
    cost = [
        [_STEP_COST * (len(news) - j) for j in range(len(news) + 1)] for _ in range(len(olds) + 1)
    ]
    for i in range(len(olds) - 1, -1, -1):
        row, below = cost[i], cost[i + 1]
        row[-1] = below[-1] + _STEP_COST
        for j in range(len(news) - 1, -1, -1):
            row[j] = min(
                below[j + 1] + _SWAP_COST * (olds[i] != news[j]),
                below[j] + _STEP_COST,
                row[j + 1] + _STEP_COST,
            )
    return cost
