"""The values of a redline."""

import pytest

from policybook.redline import Direction, Matter, Weight


@pytest.mark.parametrize(
    ("weight", "is_specific"),
    [
        (Weight(matter=Matter.DATE, direction=Direction.ADDED, new="3 May"), True),
        (Weight(matter=Matter.DATE, direction=Direction.REMOVED, old="3 May"), True),
        (Weight(matter=Matter.NEW, direction=Direction.ADDED), False),
    ],
)
def test_specific_weight_names_a_word(weight: Weight, is_specific: bool) -> None:
    assert weight.is_specific is is_specific
