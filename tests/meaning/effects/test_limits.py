"""Words that limit a rule without an "if", and words that limit nothing."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter


@pytest.mark.parametrize(
    ("short", "long", "words"),
    [
        ("Tenants may keep hens.", "Tenants may keep hens with the written consent of the board.", "with the written consent"),
        ("Riders aged 12 and over may hack out.", "Riders aged 12 and over may hack out with their parent's permission.", "with their parent's permission"),
        ("Teams may train indoors.", "Teams may train indoors where the caretaker has approved it.", "where the caretaker has approved"),
        ("Swimmers may dive.", "Swimmers who have passed the test may dive.", "who have passed"),
        ("Anyone may use the kiln.", "Anyone who has done the course may use the kiln.", "who has done"),
        ("The head reports any incident to the board.", "The head reports any dangerous incident to the board.", "dangerous"),
        ("Volunteers sign the code.", "New volunteers sign the code.", "New"),
        ("Grants are paid if the form is complete.", "Grants are paid if the form is complete and the budget can be met.", "budget can be met"),
        ("Members may bring guests.", "Club members may bring guests.", ""),
        ("Visitors may eat in the garden.", "Visitors may eat in the garden with their families.", ""),
        ("Classes meet in the room.", "Classes meet in the room where the piano is kept.", ""),
        ("The clerk keeps all records.", "The clerk keeps all personal records.", ""),
        ("Parents may stay.", "Parents, who are welcome, may stay.", ""),
        ("Any hungry walker may eat here.", "Any walker who is hungry may eat here.", ""),
        ("Roses have thorns.", "Old roses have thorns.", ""),
    ],
)  # fmt: skip
def test_limit_came_or_went(short: str, long: str, words: str) -> None:
    added, removed = (
        [w.new or w.old for w in weights(*pair) if w.matter is Matter.CONDITION]
        for pair in ((short, long), (long, short))
    )
    assert added == removed == ([words] if words else [])


@pytest.mark.parametrize(
    ("old", "new", "is_limit"),
    [
        ("Players may bring a bottle.", "Players may bring a bottle, but not glass.", True),
        ("Members may ride at any time.", "Members may ride with the owner's consent.", True),
        ("Lodgers may use the piano.", "Lodgers may use the piano outside quiet hours.", True),
        ("A form is filled in, whether or not it rains.", "A form is filled in where it rains.", True),
        ("New drivers take a test.", "New drivers take a test where the insurer requires it.", True),
        ("Hens may not be kept.", "Hens may not be kept save with the consent of the club.", True),
        ("The trains are clean.", "The trains are clean, but not on Sundays.", False),
        ("Members may vote.", "Members may vote, but not all do.", False),
        ("Children may be tired.", "Children may be tired outside school hours.", False),
    ],
)  # fmt: skip
def test_leave_holds_for_less(old: str, new: str, is_limit: bool) -> None:
    assert (Matter.CONDITION in {weight.matter for weight in weights(old, new)}) is is_limit
