"""What sentences do: each rule with an example, and one that looks like it and is none."""

import pytest

from policybook.redline.sentence_effects import compare, lone_item, match
from policybook.redline.sentence_reading import read
from policybook.redline.types import Direction, Matter, Weight
from policybook.redline.weight import weights

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


@pytest.mark.parametrize(
    ("lead", "item", "matter"),
    [
        ("Staff must:", "lock the store", Matter.STRONGER),
        ("Pupils must not bring:", "matches", Matter.PROHIBITED),
        ("No food is allowed, except:", "fruit", Matter.CONDITION),
        ("Parents may:", "stay for lunch", None),
        ("The club offers:", "a snack", None),
    ],
)
def test_item_takes_its_opening_words(lead: str, item: str, matter: Matter | None) -> None:
    assert [weight.matter for weight in lone_item(lead, item, is_new=True)] == (
        [matter] if matter else []
    )


def test_whole_sentence_quotes_its_verb() -> None:
    result = weights("The hall is warm.", "The hall is warm. The porter must test the alarm.")
    assert result == (Weight(matter=Matter.STRONGER, direction=Direction.ADDED, new="must"),)
