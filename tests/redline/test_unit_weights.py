"""Opening words and items are weighed together."""

import pytest

from policybook.redline import Direction, Matter, Weight, changes_to_read

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
        ("Cooks are expected to:\n\n- sign in", "Cooks must:\n\n- sign in", [Matter.STRONGER]),
        # with no colon the sentence goes on in its items
        ("Cooks undertake to\n\n- sign in", "Cooks undertake to\n\n- sign in\n- take rubbish home", [Matter.STRONGER, Matter.NEW]),
        ("Rules for cooks\n\n- sign in", "Rules for cooks\n\n- sign in\n- clean hats", [Matter.NEW]),
        # the same in the active voice
        ("The float is counted by two cooks.", "Two cooks count the float.", []),
        # divided, where each rule has the subject or the end of both
        ("Cooks must shower and must not run.", "Cooks must shower.\n\nCooks must not run.", []),
        ("Cars may park here, but vans may not.", "Cars may park here.\n\nVans may not park here.", []),
        ("Cooks must shower.", "Cooks must shower.\n\nCooks must not run.", [Matter.PROHIBITED, Matter.NEW]),
    ],
)  # fmt: skip
def test_a_duty_is_told_once(old: str, new: str, expected: list[Matter]) -> None:
    assert matters(old, new) == expected


def test_item_inherits_the_opening_duty() -> None:
    lead = "## A\n\nStaff must do all of these things every day:\n\n- lock the door of the office at night"
    comparison = compare(lead + "\n", lead + "\n- keep every key in the locked box\n")
    (change,) = changes_to_read(comparison)
    assert change.weights[:1] == (
        Weight(matter=Matter.STRONGER, direction=Direction.ADDED, new="must"),
    )
    (gone,) = changes_to_read(compare(lead + "\n- keep every key in the locked box\n", lead + "\n"))
    assert gone.weights[:1] == (
        Weight(matter=Matter.WEAKER, direction=Direction.REMOVED, old="must"),
    )


def test_permission_does_not_hide_inherited_duty() -> None:
    lead = "## A\n\nIf a parent may be at fault, the head must:\n\n- write down what was said and when it was said"
    (change,) = changes_to_read(
        compare(lead + "\n", lead + "\n- ring the council where a child may be at risk\n")
    )
    assert change.weights[0] == Weight(
        matter=Matter.STRONGER, direction=Direction.ADDED, new="must"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # the change is before the words that open the list
        (
            "I make a charge for meals. They are:\n\n- lunch",
            "I may make a charge for meals. They are:\n\n- lunch",
            {Matter.WEAKER},
        ),
        # a "not" of an item whose opening words turned
        (
            "Members can lose it if they:\n\n- Do not follow all safety rules.",
            "We ask that they:\n\n- Follow all safety rules.",
            {Matter.CONTENT},
        ),
    ],
)
def test_opening_words_hide_no_change(old: str, new: str, expected: set[Matter]) -> None:
    changes = changes_to_read(compare(f"## A\n\n{old}\n", f"## A\n\n{new}\n"))
    assert {
        w.matter for change in changes for w in change.weights if change.old and change.new
    } == expected
