"""Sentences and items that only one version has."""

import pytest

from policybook.meaning.effects.lone_sentences import lone_item
from policybook.meaning.types import Matter


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
