"""The conditions that differ between two sentences."""

from policybook.meaning.effects.condition_changes import condition_changes
from policybook.meaning.sentences.reading import SentenceMeaning, read
from policybook.meaning.types import Direction


def one(text: str) -> SentenceMeaning:
    (statement,) = read(text)
    return statement


def test_a_new_condition_is_quoted() -> None:
    (weight,) = condition_changes(one("Doors stay shut."), one("Doors stay shut, if possible."))
    assert (weight.new, weight.direction) == ("if possible", Direction.ADDED)


def test_condition_of_other_words_is_left() -> None:
    old = one("If it rains the boats stay in the shed all day long.")
    assert (
        list(condition_changes(old, one("Lunch is served in the hall at noon by the cook."))) == []
    )


def test_a_wider_condition_names_the_words() -> None:
    old, new = one("Games stop when it is foggy."), one("Games stop when it is foggy or dark.")
    (weight,) = condition_changes(old, new)
    assert weight.new == "dark"
