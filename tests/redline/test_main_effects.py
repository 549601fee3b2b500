"""What the changes do, most important first."""

from policybook.redline import (
    Matter,
    effects,
)
from policybook.redline.weight_words import effect_item

from .comparisons import compare
from .phone_rules import GATE, LOST, join_blocks


def test_the_weightiest_comes_first() -> None:
    comparison = compare(
        join_blocks("## A", LOST, GATE),
        join_blocks("## A", LOST.replace("14", "10"), GATE.replace("hand", "may hand")),
    )
    assert [
        (e.matter, [effect_item(e.side, weights) for _, weights in e.items])
        for e in effects(comparison)
    ] == [
        (Matter.WEAKER, ["‘hand’ became ‘may’"]),
        (Matter.DEADLINE, ["14 → 10 school days"]),
    ]
