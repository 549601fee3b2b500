"""Which sorts of terms can differ: never too few."""

import pytest

from policybook.redline import term_sorts
from policybook.redline.types import Matter
from policybook.redline.weight import weights

from .weighed_edits import EDITS


@pytest.mark.parametrize(("old", "new", "matter", "words"), EDITS)
def test_no_sort_of_terms_is_missed(
    old: str, new: str, matter: Matter, words: str, monkeypatch
) -> None:
    expected = weights(old, new)
    monkeypatch.setattr(
        term_sorts, "differing_sorts", lambda *_: frozenset({"duties", "facts", "bodies"})
    )
    assert weights(old, new) == expected


ALL_SORTS = {"duties", "facts", "bodies"}


@pytest.mark.parametrize(
    ("old", "new", "sorts"),
    [
        ("Staff must sign.", "Staff should sign.", {"duties"}),
        ("Ask the clerk now.", "Ask the owner now.", {"bodies"}),
        ("See Mr Lee.", "See Mr Roe.", {"bodies"}),  # a name is near, whatever differs
        ("A kind word.", "A calm word.", set()),
        ("kind words", "words kind", ALL_SORTS),  # only the order differs
        ("", "A kind word.", ALL_SORTS),
    ],
)
def test_words_decide_the_sorts(old: str, new: str, sorts: set[str]) -> None:
    assert term_sorts.differing_sorts(old, new) == sorts
