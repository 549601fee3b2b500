"""The figures above a redline, in words."""

import pytest

from policybook.site.redline_page.counts import ChangeCounts, also_happened


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (ChangeCounts(reworded=2), ""),
        (ChangeCounts(reworded=2, divided=1), " (1 of them divided)"),
        (ChangeCounts(reworded=4, also_moved=1, joined=2), " (1 of them also moved, 2 joined)"),
    ],
)
def test_counts_tell_what_else_happened(counts: ChangeCounts, words: str) -> None:
    assert also_happened(counts) == words
