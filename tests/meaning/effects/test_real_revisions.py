"""Kinds of changes in revisions of real policies, each beside one that only looks like it."""

import pytest

from policybook.meaning.effects.weight import weigh, weights
from policybook.meaning.types import Matter


def told(old: str, new: str) -> list[tuple[Matter, str, str]]:
    return [(weight.matter, weight.old, weight.new) for weight in weights(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "matter", "was", "now"),
    [
        ("The lowest age for members is 5 3/4 years.", "The lowest age for members is 4 years.", Matter.AGE, "5 3/4", "4 years"),
        ("Children of 6 years may row.", "Children of 7 years may row.", Matter.AGE, "6 years", "7 years"),
        ("Logs are kept for 6 years.", "Logs are kept for 7 years.", Matter.DEADLINE, "6", "7"),
        ("Logs of children are kept for 6 years.", "Logs of children are kept for 7 years.", Matter.DEADLINE, "6", "7"),
        ("Boats stay for 6 months.", "Boats stay for 6 months. After 2 weeks they go.", Matter.DEADLINE, "", "2 weeks"),
    ],
)  # fmt: skip
def test_years_are_age_or_period(old: str, new: str, matter: Matter, was: str, now: str) -> None:
    assert (matter, was, now) in told(old, new)
    assert {Matter.AGE, Matter.DEADLINE, Matter.NUMBER}.isdisjoint(
        {one[0] for one in told(old, new)} - {matter}
    )


@pytest.mark.parametrize(
    ("old", "new", "amounts"),
    [
        ("Read the guide.", "Read the guide, pg 25, 54.", 0),
        ("Read the guide.", "Read the guide. (Appendix 3 and 4)", 0),
        ("See the law.", "See the law, Division 5 of Title 3, EDC [48900-48927].", 0),
        ("Two members move it.", "It may be moved by one member instead of two.", 0),
        ("Boats may not stay at both places on the same day.", "Boats may not stay at both places on the same days.", 0),
        ("It is at a date not before five days after the vote.", "It is at a date at least five days after the vote.", 0),
        ("It is not before five days after the vote.", "It is within five days after the vote.", 1),
        ("Read the guide.", "Read the guide to 54 pupils.", 1),
        ("The answer comes the same day.", "The answer comes the next day.", 1),
    ],
)  # fmt: skip
def test_figures_that_are_no_amounts(old: str, new: str, amounts: int) -> None:
    figures = [one for one in told(old, new) if one[0] in (Matter.NUMBER, Matter.DEADLINE)]
    assert len(figures) == amounts


def test_rewritten_range_is_one_age() -> None:
    old, new = "Children 1 to 5 years of age may come.", "Children aged 1 year to 5 years may come."
    assert Matter.AGE not in {one[0] for one in told(old, new)}


@pytest.mark.parametrize(
    ("old", "new", "matter"),
    [
        ("The time of the race", "The time of the race, as well as required boats.", None),
        ("The clerk rings the police.", "The clerk rings the police as required.", Matter.CONDITION),
        ("No adult may join a crew (i.e. Otters or Seals).", "No adult may join a crew (i.e. Newts, Otters or Seals).", None),
        ("Otters and Seals may not row.", "Otters, Newts and Seals may not row.", Matter.PROHIBITED),
        ("Tie up boats.", "Tie up boats. Boats in the way will be removed at the captain's discretion.", None),
        ("Tie up boats.", "Tie up boats. Boats in the way will be removed by the captain.", Matter.STRONGER),
        ("The Children and Families Act 2014 applies.", "The Young Persons Act 2014 applies.", Matter.LAW),
        ("Use no service other than the hall or yard.", "Use no service other than the hall, pier, or yard.", None),
        ("Parents sign.", "Carers sign.", Matter.BODY),
        ("No pupil should row alone.", "Pupils must not row alone.", Matter.STRONGER),
        ("Rowing alone is discouraged.", "Rowing alone is forbidden.", Matter.PROHIBITED),
    ],
)  # fmt: skip
def test_words_are_read_in_phrases(old: str, new: str, matter: Matter | None) -> None:
    named = {one[0] for one in told(old, new)} - {Matter.CONTENT}
    assert named == ({matter} if matter else set())


@pytest.mark.parametrize(
    ("old", "new", "matter"),
    [
        ("Boats are washed and oars are dried.", "Boats are washed, and oars are dried.", Matter.SIGNS),
        ("It is an act as well as a rest which hurts and which lasts.", "It is an act as well as a rest which hurts, and which lasts.", Matter.SIGNS),
        ("Boats go out if it is calm and staff agree.", "Boats go out if it is calm, and staff agree.", Matter.CONTENT),
        ("Pupils may not run or shout.", "Pupils may not run, or shout.", Matter.CONTENT),
    ],
)  # fmt: skip
def test_comma_between_two_statements(old: str, new: str, matter: Matter) -> None:
    assert [one[0] for one in told(old, new)] == [matter]


@pytest.mark.parametrize(
    ("lead", "item", "binds"),
    [
        ("Seats shall be filled as follows:", "If no seat is left, the vote is over.", False),
        ("Seats shall be filled as follows:", "Count the votes.", True),
        ("The clerk shall see that:", "The votes are counted.", True),
        ("This shall not include:", "a race", False),
        ("You must tell the clerk, whose details are:", "Ann Hill", False),
        ("Pupils shall not bring:", "a saw", True),
    ],
)
def test_items_that_are_statements(lead: str, item: str, binds: bool) -> None:
    matters = {weight.matter for weight in weigh((), (item,), lead)} - {Matter.NEW}
    assert bool(matters) is binds
