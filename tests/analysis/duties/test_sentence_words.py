"""Participles of what is done, and of what something is."""

import pytest

from policybook.analysis.duties import sentence_words as kinds


@pytest.mark.parametrize("word", ["kept", "reported", "signed", "co-ordinated", "withdrawn"])
def test_participle_follows_is(word: str) -> None:
    assert kinds.is_participle(word) and not kinds.describes(word)


@pytest.mark.parametrize("word", ["open", "need", "red", "late"])
def test_other_words_are_no_participle(word: str) -> None:
    assert not kinds.is_participle(word)


@pytest.mark.parametrize("word", ["based", "called", "located"])
def test_participle_can_describe(word: str) -> None:
    assert kinds.describes(word)
