"""Opening words and items are weighed together."""

import pytest

from policybook.redline import Matter, changes_to_read

from .comparisons import compare

SAME = {Matter.WORDING, Matter.CONTENT, Matter.SIGNS, Matter.DUTY}


def matters(old: str, new: str) -> list[Matter]:
    return [
        weight.matter
        for change in changes_to_read(compare(f"## A\n\n{old}\n", f"## A\n\n{new}\n"))
        for weight in change.weights
        if weight.matter not in SAME
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Cooks:\n\n- must wear hats\n- must sign", "Cooks must:\n\n- wear hats\n- sign", []),
        ("On trips, guides must:\n\n- sign", "On trips:\n\n- guides must sign", []),
        ("Cooks must:\n\n- wear hats\n- sign", "Cooks should:\n\n- wear hats\n- sign", [Matter.WEAKER]),
    ],
)  # fmt: skip
def test_a_duty_is_told_once(old: str, new: str, expected: list[Matter]) -> None:
    assert matters(old, new) == expected
