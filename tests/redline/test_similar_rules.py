"""A rule that went and a rule that came may be one."""

import pytest

from policybook.redline import Matter, changes_to_read

from .comparisons import compare


def matters(old: str, new: str) -> set[Matter]:
    comparison = compare(f"## A\n\n{old}\n", f"## A\n\n{new}\n")
    return {weight.matter for change in changes_to_read(comparison) for weight in change.weights}


def test_rules_in_other_words_claim_nothing() -> None:
    old = "Guides must never leave a hut unlocked."
    assert matters(old, "Guides must always keep huts locked.") <= {
        Matter.NEW, Matter.GONE, Matter.CONTENT
    }  # fmt: skip


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
