"""Other words and another order that change nothing, and what only looks alike."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

from .rewording_examples import REWORDINGS

#: "Duty worded differently" is a true label, too.
HARMLESS = {Matter.WORDING, Matter.SIGNS, Matter.DUTY}


def read_pairs(is_same: bool) -> list[tuple[str, str]]:
    """Return the pairs above, or below, each "≠"."""
    pairs = []
    for kind in REWORDINGS.split("#")[1:]:
        same, _, other = kind.partition("≠")
        rows = (same if is_same else other).splitlines()
        pairs += [tuple(map(str.strip, row.split("|"))) for row in rows if "|" in row]
    return [(old, new) for old, new in pairs]


def find_matters(old: str, new: str) -> set[Matter]:
    return {weight.matter for weight in weights(old, new)}


@pytest.mark.parametrize(("old", "new"), read_pairs(is_same=True))
def test_reworded_sentence_needs_no_reader(old: str, new: str) -> None:
    assert find_matters(old, new) | find_matters(new, old) <= HARMLESS


@pytest.mark.parametrize(("old", "new"), read_pairs(is_same=False))
def test_lookalike_is_no_mere_wording(old: str, new: str) -> None:
    assert Matter.WORDING not in find_matters(old, new) | find_matters(new, old)


def test_several_reworded_sentences_are_wording() -> None:
    old = "The fee is £9 per hour. If a key is lost, the warden must be told."
    new = "The fee is £9 an hour. The warden must be told if a key is lost."
    assert find_matters(old, new) == {Matter.WORDING}
    assert find_matters(old, f"{new} Ring the bell.") != {Matter.WORDING}


def test_name_in_capitals_is_another() -> None:
    old = "If a tutor agrees, the send list is kept."
    assert find_matters(old, "The SEND list is kept if a tutor agrees.") == {Matter.CONTENT}
