"""Figures that surely came, went or replaced each other, beside those that may be two things."""

import pytest

from policybook.redline import changes_to_read
from policybook.redline.weight_words import notes

from .comparisons import compare

FIGURES = {"Number changed", "Deadline or period changed", "Age or year group changed"}


def figures(old: str, new: str) -> str:
    comparison = compare(f"## A\n\n{old}", f"## A\n\n{new}")
    told = (note for change in changes_to_read(comparison) for note in notes(change))
    return "; ".join(words for name, words in told if name in FIGURES)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # between the same words, or the only one of its sort
        ("We ask for an $80 fee from all.", "We ask for a new fee of $150, to be paid here.", "$80 → $150"),
        ("Save between 32% and 42% here.", "Save between 25% and 39% with the club.", "32% → 25%; 42% → 39%"),
        # two things
        ("Staff must have two full years here.", "Pay is free of tax up to £30,000 for staff here.", ""),
        (
            "The board elects six members, the users elect one, and the seven members elect two.",
            "The board elects six members, the users elect two, the crews elect one, and all elect two.",
            "",
        ),
        # no amounts
        ("Chemistry representative;", "One (1) chemistry board representative;", ""),
        ("Members switch on 2-step locks where they can.", "Members lock the doors where they can.", ""),
        # numbers of a list within a rule
        ("Do this: 1. ring home; 2. write it down; 3. wait.", "Do this: ring home; write it down; wait.", ""),
        ("A text is limited to two-hundred and fifty (250) words here.", "A text is limited by the clerk here.", "250 words removed"),
    ],
)  # fmt: skip
def test_figures_are_named_where_sure(old: str, new: str, told: str) -> None:
    assert figures(old, new) == told
