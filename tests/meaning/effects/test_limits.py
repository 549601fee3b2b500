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
