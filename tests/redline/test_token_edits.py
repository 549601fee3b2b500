"""The steps from one row of tokens to another."""

import pytest

from policybook.redline.token_edits import edits

OLD = [f"old{number}" for number in range(20)]
NEW = [f"new{number}" for number in range(20)]


@pytest.mark.parametrize(
    ("count", "stays"),
    [
        (4, False),  # so few of 24 words that the clause is shown as rewritten
        (5, True),  # a reader finds five words in a row again
        (8, True),
    ],
)
def test_a_long_stretch_stays_visible(count: int, stays: bool) -> None:
    stretch = ["staff", "must", "lock", "every", "door", "at", "night", "promptly"][:count]
    steps = edits([*OLD[:10], *stretch, *OLD[10:]], [*NEW[:10], *stretch, *NEW[10:]])
    assert [i1 >= 10 and i2 <= 10 + count for same, i1, i2, _, _ in steps if same] == [True] * stays
    assert (len(steps) == 1) is not stays
