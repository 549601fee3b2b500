"""A removed rule that gave a right or a power."""

import pytest

from policybook.meaning.effects.weight import weigh
from policybook.redline.removed_lines import gave_right


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Any member may ask for a vote by paper.", ""),
        ("The club reserves the right to refuse a claim.", ""),
        ("A decision may be overturned by the board.", ""),
        ("Members of a house are entitled to a key.", ""),
        ("ask for a vote by paper", "Any member may:"),
    ],
)
def test_rights_are_found(text: str, lead: str) -> None:
    assert gave_right(weigh((text,), (), lead))


@pytest.mark.parametrize(
    "text",
    [
        "Bruises may be a sign of harm.",
        "There may be rain in spring.",
        "Members may not vote twice.",
        "Members are not entitled to a key.",
        "Members may bring a guest. They must sign for the guest.",
        "Boats are blue.",
        "The porter must shut the gate.",
    ],
)
def test_other_rules_give_none(text: str) -> None:
    assert not gave_right(weigh((text,), ()))
