"""The order of the page, and what a clause takes from the one that it is under."""

from policybook.redline import ChangeKind, ClauseChange, Direction, Matter, Weight, all_changes
from tests.redline.made import compare

LEAD = "Staff must do all of these things every day:"
FIRST = "- lock the door of the office at night"
SECOND = "- keep every key in the locked box"
MUST = Weight(matter=Matter.STRONGER, direction=Direction.ADDED, new="must")


def added(old: str, new: str) -> ClauseChange:
    (change,) = (c for c in all_changes(compare(old, new)) if c.kind is ChangeKind.ADDED)
    return change


def test_an_item_takes_the_first_clause() -> None:
    assert added(f"{LEAD}\n\n{FIRST}\n", f"{LEAD}\n\n{FIRST}\n{SECOND}\n").weights == (MUST,)


def test_a_clause_under_nothing_takes_nothing() -> None:
    # The last clause of the text opens a list that is not there yet.
    old = f"The office opens at eight.\n\n{LEAD}\n"
    change = added(old, f"The gate is green.\n\n{old}")
    assert [weight.matter for weight in change.weights] == [Matter.NEW]
