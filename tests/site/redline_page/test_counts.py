"""The figures above a redline, in words."""

import pytest

from policybook.site.redline_page.counts import ChangeCounts, also_happened
from policybook.site.redline_page.types import Shown


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


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("", ""), False), (("‘must’", ""), True)],
)
def test_effect_says_more_than_its_changes(words: tuple[str, ...], expected: bool) -> None:
    """An effect that says nothing more lists five changes on the page, and not the others."""
    items = tuple((count, f"1.{count}", told) for count, told in enumerate(words, 1))
    assert Shown(name="Other new rules", small=False, items=items).has_words is expected
