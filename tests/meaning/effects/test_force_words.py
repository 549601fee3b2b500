"""Words of force that replace each other, second deeds, steps of procedures: in both directions."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

from .force_examples import TABLE

ROWS = [
    tuple(cell.strip().removeprefix("-") for cell in line.split("|"))
    for line in TABLE.strip().splitlines()
    if not line.startswith("#")
]
OPPOSITES = {
    Matter.STRONGER: Matter.WEAKER,
    Matter.WEAKER: Matter.STRONGER,
    Matter.PROHIBITED: Matter.LIFTED,
    Matter.LIFTED: Matter.PROHIBITED,
}


def name_matters(old: str, new: str) -> set[Matter]:
    return {weight.matter for weight in weights(old, new)} - {Matter.NEW, Matter.GONE}


@pytest.mark.parametrize(("old", "new", "matters"), ROWS)
def test_change_says_what_it_does(old: str, new: str, matters: str) -> None:
    assert name_matters(old, new) == {Matter[name.split("/")[0]] for name in matters.split()}


@pytest.mark.parametrize(("old", "new", "matters"), ROWS)
def test_swapped_versions_say_the_opposite(old: str, new: str, matters: str) -> None:
    expected = set()
    for first, _, back in (name.partition("/") for name in matters.split()):
        expected.add(Matter[back] if back else OPPOSITES.get(Matter[first], Matter[first]))
    assert name_matters(new, old) == expected


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Riders should avoid jumps.", "Riders must not jump.", ("should avoid", "must not")),
        ("Riders are advised not to jump.", "Riders do not jump.", ("are advised not to", "do not jump")),
        ("Slips are signed by cooks.", "Slips are signed by cooks and countersigned by the warden.", ("", "countersigned by the warden")),
        ("Riding is not allowed.", "Riding is allowed.", ("is not allowed", "is allowed")),
    ],
)  # fmt: skip
def test_words_are_quoted_whole(old: str, new: str, words: tuple[str, str]) -> None:
    weight = weights(old, new)[0]
    assert (weight.old, weight.new) == words


@pytest.mark.parametrize(
    ("old", "new", "is_weaker"),
    [
        ("The steward counts the boats and reports 2.", "The steward counts the boats and may report 3.", True),
        ("The clerk is accountable for the till.", "The clerk is kept informed about the till.", True),
        ("The tenant is obliged to sign.", "The tenant is at liberty to sign.", True),
        ("The clerk sends a letter with a copy of the rules.", "The clerk sends a letter.", True),
        ("The warden shall not only list the boats but also paint them.", "The warden shall list the boats.", True),
        ("A bird sings and feeds its young.", "A bird sings and may feed its young.", False),
        ("Swimmers arrive by bus with a list of songs.", "Swimmers arrive by bus.", False),
    ],
)  # fmt: skip
def test_less_is_asked_of_people(old: str, new: str, is_weaker: bool) -> None:
    assert (Matter.WEAKER in {weight.matter for weight in weights(old, new)}) is is_weaker


def test_asking_for_leave_binds_more_than_telling() -> None:
    old = "Grooms should tell the owner about a second job."
    new = "Grooms must obtain the consent of the owner before they take a second job."
    other = "Grooms must obtain a map of the fields."
    assert Matter.STRONGER in {weight.matter for weight in weights(old, new)}
    assert Matter.STRONGER not in {weight.matter for weight in weights(old, other)}
