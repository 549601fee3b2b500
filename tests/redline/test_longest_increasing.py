"""What stays in its order, so that the fewest words move."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.redline import (
    changes_to_read,
    counts,
)
from policybook.redline.longest_increasing import stationary_pairs

from .comparisons import compare
from .phone_rules import BOX, GATE, LOST, TELL, join_blocks, list_outcomes


def test_shorter_of_two_swapped_clauses_moves() -> None:
    assert list_outcomes(
        join_blocks("## A", "Phones are off.", LOST), join_blocks("## A", LOST, "Phones are off.")
    ) == {"1.2": "same, moved"}


def test_clauses_move_with_their_section() -> None:
    old = join_blocks("## A", GATE, LOST, BOX, "## B", TELL)
    new = join_blocks("## B", TELL, "## A", GATE, LOST, BOX)
    assert list_outcomes(old, new) == {"1": "same, moved", "1.1": "same, moved with its section"}
    assert counts(changes_to_read(compare(old, new))).moved == 1


PAIRS = st.lists(
    st.tuples(st.integers(0, 9), st.floats(0.5, 9)), unique_by=lambda p: p[0], max_size=8
)


@given(PAIRS)
def test_stationary_pairs_are_heaviest_increasing_subsequence(
    values: list[tuple[int, float]],
) -> None:
    pairs = [(i, j, weight) for i, (j, weight) in enumerate(values)]
    weights = {pair[:2]: pair[2] for pair in pairs}
    rows = [[]]
    for pair in pairs:
        rows += [[*row, pair[:2]] for row in rows if not row or row[-1][1] < pair[1]]
    stationary = sorted(stationary_pairs(pairs))
    assert all(a[1] < b[1] for a, b in pairwise(stationary))
    assert sum(weights[p] for p in stationary) == pytest.approx(
        max(sum(weights[p] for p in row) for row in rows)
    )
