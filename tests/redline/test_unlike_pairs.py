"""Rules at one place that share too few words are one removed and one added."""

import pytest

from policybook.redline import ChangeKind, changes_to_read

from .comparisons import compare

LONG = (
    "Harm includes rude words about looks, faith or age, threats, following others, pictures "
    "taken without leave, jokes about illness, noise during talks or plays, and unwanted touch."
)


def list_kinds(old: str, new: str) -> list[ChangeKind]:
    around = "## A\n\nBoats are blue.\n\n{}\n\nThe gate is shut at noon.\n"
    return [change.kind for change in changes_to_read(compare(*map(around.format, (old, new))))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The clerk sends the agenda to each member a week before.", "When a seat on the board is free, the members choose who takes it."),
        ("It cannot be changed (but see what section 6.5 says of the agenda).", "If seats are free after that, the vote begins again at section 6.6."),
        (LONG, "Noise during talks or plays"),
    ],
)  # fmt: skip
def test_unlike_rules_are_two(old: str, new: str) -> None:
    assert sorted(list_kinds(old, new)) == [ChangeKind.ADDED, ChangeKind.REMOVED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Call us at any time if you need help dealing with a fire.", "Please write to us if you want someone beside you when dealing with a fire."),  # a phrase
        ("Half of the members make a quorum (6 of 11).", "Half of the members must be in the hall."),  # the start
        (LONG, LONG.replace("threats, ", "")),
        ("Shoes", "Shoes, which must be black and have no mark"),
    ],
)  # fmt: skip
def test_like_rules_stay_one(old: str, new: str) -> None:
    assert list_kinds(old, new) == [ChangeKind.REWORDED]
