"""Bounds of figures: at least, at most, about."""

import pytest

from policybook.meaning.effects.figure_bounds import bound_changes
from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

M = Matter


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Bring at least one pen.", "Bring about one pen.", [("at least one pen", "about one pen")]),
        ("At least two tutors stay.", "Two tutors stay.", [("at least two tutors", "two tutors")]),
        ("A fee of up to £60.", "A fee of £60.", [("up to £60", "£60")]),
        ("Eight or more riders.", "Eight or fewer riders.", [("eight or more", "eight or fewer")]),
        ("Groups of eight riders or more.", "Groups of eight riders.", [("eight riders or more", "eight riders")]),
        ("A minimum of 3 cooks.", "At most 3 cooks.", [("a minimum of 3 cooks", "at most 3 cooks")]),
        ("More than 40 miles.", "Approximately 40 miles.", [("more than 40 miles", "approximately 40 miles")]),
        # a bound that turned
        ("Send it not later than 5 days before.", "Send it not earlier than 5 days before.", [("not later than 5 days", "not earlier than 5 days")]),
        ("Send it not later than 5 working days before.", "Send it not earlier than 5 days before.", [("not later than 5 working days", "not earlier than 5 days")]),
        ("Gifts up to £5 are fine.", "Gifts over £5 are fine.", [("up to £5", "over £5")]),
        ("Gifts up to £5 are fine.", "Gifts over £10 are fine.", [("up to £5", "over £10")]),
        ("Gifts under £5 are fine.", "Gifts over £5 are fine.", [("under £5", "over £5")]),
        ("Return it before 3 pm.", "Return it after 3 pm.", [("before 3 pm", "after 3 pm")]),
        ("The gate is shut until 9.30 am.", "The gate is shut from 9.30 am.", [("until 9.30 am", "from 9.30 am")]),
        ("Book by 4 May.", "Book from 4 May.", [("by 4 may", "from 4 may")]),
        ("Walk no less than 2 km.", "Walk no more than 2 km.", [("no less than 2 km", "no more than 2 km")]),
        ("Pay within 10 days.", "Pay after 10 days.", [("within 10 days", "after 10 days")]),
        ("Send it no later than Friday 3 May.", "Send it no earlier than Friday 3 May.", [("no later than friday 3 may", "no earlier than friday 3 may")]),
        ("Reply by Friday.", "Reply after Friday.", [("by friday", "after friday")]),
        ("Not more than once a week.", "Not less than once a week.", [("not more than once", "not less than once")]),
        ("Keep it at 5 °C or below.", "Keep it at 5 °C or above.", [("5 °c or below", "5 °c or above")]),
        ("At least half of them.", "At most half of them.", [("at least half", "at most half")]),
        # the same end of a time, or none
        ("Ring by 9 am.", "Ring before 9 am.", []),
        ("Reply within 5 days.", "Reply in 5 days.", []),
        ("The club is open from 2 pm to 3 pm.", "The club is open until 3 pm.", []),
        # the same bound in other words
        ("At least two tutors stay.", "No fewer than two tutors stay.", []),
        ("Up to 30 riders.", "A maximum of 30 riders.", []),
        ("Two tutors or more.", "At least two tutors.", []),
        # a place
        ("The club is spread over two sites.", "The club is spread among two sites.", []),
        ("Listed under three headings.", "Listed with three headings.", []),
        # another figure, or a figure of something else
        ("At least two tutors stay.", "About three tutors stay.", []),
        ("Stay up to two weeks.", "Bring two copies.", []),
        ("At least 2 tutors and 2 cooks.", "About 2 tutors and 2 cooks.", []),
    ],
)  # fmt: skip
def test_bounds_that_changed(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    changes = bound_changes(old, new)
    assert [(weight.old.lower(), weight.new.lower()) for weight in changes] == expected


def test_bound_is_quoted_as_written() -> None:
    (weight,) = weights("Send it by Friday 3 May.", "Send it after Friday 3 May.")
    assert (weight.old, weight.new) == ("by Friday 3 May", "after Friday 3 May")


def test_bound_of_period_is_deadline() -> None:
    old, new = "Rest for at least 20 minutes.", "Rest for up to 20 minutes."
    assert [weight.matter for weight in weights(old, new)] == [M.DEADLINE]
    (weight,) = weights("Bring at least one pen.", "Bring about one pen.")
    assert weight.matter is M.NUMBER


def test_lost_bound_is_no_wording() -> None:
    (weight,) = weights("A charge of up to £60 is made.", "A charge of £60 is made.")
    assert weight.matter is M.NUMBER
