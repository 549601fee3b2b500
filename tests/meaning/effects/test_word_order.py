"""The same words in another order: what is named so, and what a reader must still read."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

MOVED = [
    ("Parcels are weighed carefully at once.", "Parcels are carefully weighed at once."),
    ("Boats are moored at the jetty by the crew.", "Boats are moored by the crew at the jetty."),
    ("During the voyage the captain keeps a log.", "The captain keeps a log during the voyage."),
    ("Its order changes each time that a name is added.",
     "Each time a name is added its order changes."),
]  # fmt: skip
TURNED = [
    ("The porter calls the nurse.", "The nurse calls the porter."),
    ("Rowers who pay promptly may leave.", "Rowers who pay may leave promptly."),
    ("Black shoes and bags are worn.", "Shoes and black bags are worn."),
    ("Only rowers may hire boats.", "Rowers may hire only boats."),
    ("Rowers in Year 6 may hire boats.", "Rowers may hire boats in Year 6."),
    ("Rowers aged 8 may hire 12 boats.", "Rowers aged 12 may hire 8 boats."),
    ("All crews at weekends may moor here.", "At weekends all crews may moor here."),
    (
        "If it rains, boats stay in when it thunders.",
        "When it rains, boats stay in if it thunders.",
    ),
]


@pytest.mark.parametrize(("old", "new"), MOVED)
def test_moved_phrase_is_another_order(old: str, new: str) -> None:
    assert [weight.matter for weight in weights(old, new)] == [Matter.ORDER]


@pytest.mark.parametrize(("old", "new"), TURNED)
def test_other_parts_must_be_read(old: str, new: str) -> None:
    quiet = {Matter.ORDER, Matter.WORDING, Matter.SIGNS}
    assert not quiet & {weight.matter for weight in weights(old, new)}
