"""Whom a redline affects: one name for each body, and nothing lost that still stands."""

import pytest

from policybook.analysis.affected_readers import affected_readers
from tests.redline.comparisons import compare


def list_readers(old: str, new: str) -> list[tuple[str, str, str]]:
    comparison = compare(*(f"## A\n\nBoats are blue.\n\n{text}" for text in (old, new)))
    return [(one.who, one.duties, one.lost) for one in affected_readers(comparison, "Oak")]


@pytest.mark.parametrize(
    ("new", "who"),
    [
        ("The finance committee must meet.\n\nThe committee may ask the clerk.\n", "finance committee"),
        ("The board of directors must meet.\n\nThe board may ask the clerk.\n", "board of directors"),
        ("A club member must sign.\n\nThe club members may vote.\n", "club member"),
        ("Members of the sailing team must sign.\n\nSailing team members may vote.\n", "sailing team members"),
    ],
)  # fmt: skip
def test_one_body_has_one_name(new: str, who: str) -> None:
    assert list_readers("", new) == [(who, "1 must, 1 may", "")]


def test_initials_are_the_whole_name() -> None:
    new = (
        "The Joint Parish Council (JPC) must meet.\n\nThe JPC will review each claim for travel.\n"
    )
    assert list_readers("", new) == [("joint parish council", "1 must, 1 will", "")]


def test_short_name_of_two_is_left_out() -> None:
    new = "The audit committee must meet.\n\nThe finance committee must meet.\n\n"
    readers = list_readers("", f"{new}The committee may ask the clerk.\n")
    assert [who for who, _, _ in readers] == ["audit committee", "finance committee"]


def test_head_keeps_the_department() -> None:
    new = "Trips must be approved by the relevant Head of Department.\n"
    assert list_readers("", new) == [("head of department", "1 must", "")]


LONG = "Boats stay in the boat house from the first frost until the last one in the spring."


def test_duty_in_another_rule_is_kept() -> None:
    old = f"{LONG}\n\nStaff must put each claim for travel into the claims book.\n"
    new = f"{LONG} Travel: the claims book, which staff hold, has a page for each claim.\n"
    assert [lost for _, _, lost in list_readers(old, new) if lost] == []


def test_duty_of_nobody_known_is_kept() -> None:
    old = "Organisations must keep full records of all money.\n"
    new = "All entities must keep full records of all money.\n"
    assert [lost for _, _, lost in list_readers(old, new) if lost] == []


@pytest.mark.parametrize(
    "new",
    [
        "New rowers are invited to attend the dinner.",
        "A rower will have the opportunity to reply.",
        "The crew shall be represented by the captain.",
        "The cup is kept if the captain must leave early.",
    ],
)
def test_what_binds_nobody_is_left_out(new: str) -> None:
    names = [who for who, _, _ in list_readers("", f"{new}\n")]
    assert not {"rower", "new rowers", "captain"} & {*names}


def test_criterion_is_of_nobody_known() -> None:
    old = "The board of directors meets on Mondays.\n\nCriteria:\n\nMust not be bankrupt.\n"
    assert list_readers(old, "The board of directors meets on Mondays.\n") == []
