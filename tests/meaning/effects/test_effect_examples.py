"""Kinds of edits whose effect was once said wrongly, with neighbours of each kind."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

from .effect_examples import TABLE

ROWS = [
    tuple(cell.strip().removeprefix("-") for cell in line.split("|"))
    for line in TABLE.strip().splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("old", "new", "matters"), ROWS)
def test_edit_says_what_it_does(old: str, new: str, matters: str) -> None:
    every = (weight.matter for weight in weights(old, new))
    assert " ".join(m.name for m in every if m not in (Matter.NEW, Matter.GONE)) == matters
