"""The steps from one row of tokens to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.redline.token_edits import edits

OLD = [f"old{number}" for number in range(20)]

NEW = [f"new{number}" for number in range(20)]


STRETCH = "staff must lock every door at night promptly before they go home".split()


@pytest.mark.parametrize(
    ("count", "stays"),
    [
        (4, False),
        (8, False),  # so few of 28 words that the clause is shown as rewritten
        (12, True),
    ],
)
def test_a_long_stretch_stays_visible(count: int, stays: bool) -> None:
    stretch = STRETCH[:count]
    # Words of its own make each side long enough.
    old, new = [*OLD, *(f"o{k}" for k in range(20))], [*NEW, *(f"n{k}" for k in range(20))]
    steps = edits([*old[:10], *stretch, *old[10:]], [*new[:10], *stretch, *new[10:]])
    assert [i1 >= 10 and i2 <= 10 + count for same, i1, i2, _, _ in steps if same] == [True] * stays
    assert (len(steps) == 1) is not stays


TOKENS = st.lists(st.sampled_from([*"abcdefg", "the", "of", ".", ","]), max_size=14)


@given(TOKENS, TOKENS)
def test_steps_cover_both_sides(a: list[str], b: list[str]) -> None:
    steps = edits(a, b)
    assert [x for equal, i1, i2, _, _ in steps for x in a[i1:i2]] == a
    assert [x for equal, _, _, j1, j2 in steps for x in b[j1:j2]] == b
    assert all(a[i1:i2] == b[j1:j2] for equal, i1, i2, j1, j2 in steps if equal)


@given(TOKENS)
def test_nothing_is_marked_where_nothing_changed(a: list[str]) -> None:
    assert all(equal for equal, *_ in edits(a, a))
