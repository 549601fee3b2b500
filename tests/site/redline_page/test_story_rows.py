"""The story of a comparison unfolds a few lines, and fewer if they are long."""

import pytest

from policybook.site.redline_page.story_rows import count_unfolded


@pytest.mark.parametrize(
    ("lengths", "open_lines"),
    [
        ([], 0),
        ([900] * 4, 4),
        ([100] * 5, 3),
        ([300, 300, 200, 10, 10], 2),
        ([900, 900, 900, 900, 900], 2),
    ],
)
def test_long_lines_are_folded_sooner(lengths: list[int], open_lines: int) -> None:
    assert count_unfolded(["x" * length for length in lengths]) == open_lines
