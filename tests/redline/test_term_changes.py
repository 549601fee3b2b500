"""Laws, references, figures and dates that differ between two texts."""

import pytest

from policybook.redline.types import Matter
from policybook.redline.weight import weights
from policybook.redline.weight_words import describe


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You pay £5 per week.", "You pay £5 a week."),
        ("You pay £5 per week.", "You pay £5 each week."),
        ("We meet twice a year.", "We meet twice per year."),
        ("We meet twice a term.", "We meet two times each term."),
        ("It weighs 5 kg.", "It weighs five kg."),
        ("Give 5 ml.", "Give five ml."),
        ("Staff get a day off.", "Staff get one day off."),
        # a year is another period than the year, but neither came nor went
        ("It is kept for a year.", "It is kept for the year."),
        ("Reply within a day.", "Reply within the day."),
    ],
)
def test_same_amount_is_no_change(old: str, new: str) -> None:
    matters = {weight.matter for weight in (*weights(old, new), *weights(new, old))}
    assert matters <= {Matter.CONTENT, Matter.WORDING}


@pytest.mark.parametrize(("old", "new"), [("a year", "the year"), ("a term", "the term")])
def test_period_is_never_wording(old: str, new: str) -> None:
    (weight,) = weights(f"It is kept for {old}.", f"It is kept for {new}.")
    assert weight.matter is Matter.CONTENT


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("You pay £5 per week.", "You pay £5 per month.", "per week → per month"),
        ("We meet twice a year.", "We meet twice a term.", "twice a year → twice a term"),
        ("We meet twice a year.", "We meet 3 times a year.", "twice a year → 3 times a year"),
        ("It is kept for a year.", "It is kept.", "a year removed"),
        ("It is kept for a year.", "It is kept for a term.", "a year → a term"),
    ],
)
def test_other_period_is_named(old: str, new: str, words: str) -> None:
    (weight,) = weights(old, new)
    assert (weight.matter, describe(weight)) == (Matter.DEADLINE, words)
