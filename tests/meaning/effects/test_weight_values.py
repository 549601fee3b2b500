"""Weights of a word that came, went or became another."""

from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.types import Direction, Matter


def test_directions_follow_the_texts() -> None:
    assert one_sided(Matter.DUTY, "must", is_new=True).direction is Direction.ADDED
    assert one_sided(Matter.DUTY, "must", is_new=False).direction is Direction.REMOVED
    assert replaced(Matter.DUTY, "must", "").direction is Direction.REMOVED
    assert replaced(Matter.DUTY, "must", "shall").direction is Direction.REPLACED
