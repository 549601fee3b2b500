"""What sentences do: each rule with an example, and one that looks like it and is none."""

import pytest

from policybook.meaning.effects.sentence_effects import compare, match
from policybook.meaning.effects.weight import weights
from policybook.meaning.sentences.reading import read
from policybook.meaning.types import Direction, Matter, Weight

from .rule_examples import EXAMPLES, NOTHING


@pytest.mark.parametrize(("old", "new", "matter"), EXAMPLES)
def test_rule_has_its_matter(old: str, new: str, matter: Matter | None) -> None:
    matters = {weight.matter for weight in weights(old, new)} - NOTHING
    assert matters == ({matter} if matter else set())


def test_sentences_meet_their_own_kind() -> None:
    olds, news = (
        read("The nurse will check it. Staff should read it."),
        read("Staff should read it. The nurse will check it."),
    )
    assert all(was and now and was.text == now.text for was, now in match(olds, news))


def test_reordered_sentences_do_nothing() -> None:
    olds, news = (
        read("Nurses will check it. Staff should read it."),
        read("Staff should read it. Nurses will check it."),
    )
    assert list(compare(olds, news)) == []


def test_whole_sentence_quotes_its_verb() -> None:
    result = weights("The hall is warm.", "The hall is warm. The porter must test the alarm.")
    assert result == (Weight(matter=Matter.STRONGER, direction=Direction.ADDED, new="must"),)
