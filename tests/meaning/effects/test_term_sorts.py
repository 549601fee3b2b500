"""Whether figures, dates or laws can differ: never no too often."""

import pytest

from policybook.meaning.effects import term_sorts
from policybook.meaning.effects.weight import weigh, weights
from policybook.meaning.types import Matter

from .weighed_edits import EDITS


@pytest.mark.parametrize(("old", "new", "matter", "words"), EDITS)
def test_no_term_is_missed(old: str, new: str, matter: Matter, words: str, monkeypatch) -> None:
    expected = weights(old, new)
    weigh.cache_clear()
    monkeypatch.setattr(term_sorts, "may_differ_in_facts", lambda *_: True)
    assert weights(old, new) == expected
    weigh.cache_clear()


@pytest.mark.parametrize(
    ("old", "new", "may_differ"),
    [
        ("Wait two days.", "Wait ten days.", True),
        ("A kind word.", "A calm word.", False),
        ("kind words", "words kind", True),  # only the order differs
        ("", "A kind word.", True),
    ],
)
def test_words_decide(old: str, new: str, may_differ: bool) -> None:
    assert term_sorts.may_differ_in_facts(old, new) is may_differ
