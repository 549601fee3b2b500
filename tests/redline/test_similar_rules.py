"""A rule that went and a rule that came may be one."""

import pytest

from policybook.redline import ChangeKind, Matter, changes_to_read
from policybook.redline.story import tell_story
from policybook.redline.weight_words import describe

from .comparisons import compare


def matters(old: str, new: str) -> set[Matter]:
    comparison = compare(f"## A\n\n{old}\n", f"## A\n\n{new}\n")
    return {weight.matter for change in changes_to_read(comparison) for weight in change.weights}


def test_rules_in_other_words_claim_nothing() -> None:
    old = "Guides must never leave a hut unlocked."
    assert matters(old, "Guides must always keep huts locked.") <= {
        Matter.NEW, Matter.GONE, Matter.CONTENT
    }  # fmt: skip


def test_removed_rule_names_its_like() -> None:
    comparison = compare(
        "## A\n\nGuides must never leave a hut unlocked.\n\nBoats are blue.\n",
        "## A\n\nBoats are blue.\n\nGuides lock their hut whenever they leave.\n",
    )
    gone = next(c for c in changes_to_read(comparison) if c.kind is ChangeKind.REMOVED)
    told = [describe(weight) for weight in gone.weights if weight.matter is Matter.GONE]
    assert told == ["compare 1.2, which may say it now"]
    (line,) = tell_story(comparison).removed
    assert line.compare == "1.2"


def test_unlike_rules_claim_their_effects() -> None:
    old = "Guides must never light fires."
    assert {Matter.LIFTED, Matter.STRONGER} <= matters(old, "The cook must label each box.")


OLD = "The head may suspend a pupil. Parents are told the same day by telephone."
NEW = "The head may suspend a pupil. The head must tell parents the same day by telephone."


@pytest.mark.parametrize(
    ("added", "matter"),
    [
        ("Say which day the parent was told.", Matter.CONTENT),  # perhaps the same rule
        ("Whom we told, and when.", Matter.STRONGER),  # one word is too little
    ],
)
def test_quiet_rule_has_other_words(added: str, matter: Matter) -> None:
    comparison = compare(f"## A\n\n{OLD}\n", f"## A\n\n{NEW}\n\n{added}\n")
    first, *_ = changes_to_read(comparison)
    assert [weight.matter for weight in first.weights] == [matter]


@pytest.mark.parametrize(
    ("old", "new", "are_one"),
    [
        ("Hikers may light fires at the lake.", "Fires are not to be lit at the lake.", False),
        ("No fires may be lit by the huts.", "By the huts guides may light fires.", False),
        ("Guides must never leave a hut unlocked.", "Guides lock any hut they leave.", True),
        (
            "Hikers may leave the marked path only in deep snow.",
            "In deep snow hikers must not stay on the marked path unless a guide is there.",
            True,
        ),
    ],
)
def test_opposite_rules_are_two(old: str, new: str, are_one: bool) -> None:
    comparison = compare(
        f"## A\n\n{old}\n\nBoats are blue.\n", f"## A\n\nBoats are blue.\n\n{new}\n"
    )
    gone = [c for c in changes_to_read(comparison) if c.kind is ChangeKind.REMOVED]
    assert any("compare" in describe(w) for c in gone for w in c.weights) is are_one
