"""Find what stayed in its order: the heaviest increasing subsequence of pairs.

It knows numbers alone.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise


def stationary_pairs(pairs: Sequence[tuple[int, int, float]]) -> set[tuple[int, int]]:
    """Return the `(old place, new place)` that stay while the fewest words move.

    `pairs` are `(old place, new place, weight)` in old order. The answer is their
    heaviest increasing subsequence, found with a Fenwick tree of prefix maxima in n log
    n. Of two with the same weight, the earlier in old order stays.
    """
    if all(a[1] < b[1] for a, b in pairwise(pairs)):
        return {pair[:2] for pair in pairs}
    ranks = sorted({j for _, j, _ in pairs})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    previous: list[int] = []
    weights: list[float] = []
    for place, (_, j, weight) in enumerate(pairs):
        rank = bisect_left(ranks, j)
        best = _best_before(tree, rank)
        previous.append(best[1])
        weights.append(best[0] + weight)
        _update(tree, rank + 1, (weights[place], place))
    place = max(range(len(pairs)), key=lambda k: weights[k], default=-1)
    stationary = set()
    while place >= 0:
        stationary.add(pairs[place][:2])
        place = previous[place]
    return stationary


def _best_before(tree: list[tuple[float, int]], upto: int) -> tuple[float, int]:
    """Return the best weight, and its place, among the first `upto` ranks."""
    best = (0.0, -1)
    while upto:
        if tree[upto][0] > best[0]:
            best = tree[upto]
        upto &= upto - 1
    return best


def _update(tree: list[tuple[float, int]], place: int, value: tuple[float, int]) -> None:
    """Store `value` at rank `place` where it is better."""
    while place < len(tree):
        if value[0] > tree[place][0]:
            tree[place] = value
        place += place & -place
