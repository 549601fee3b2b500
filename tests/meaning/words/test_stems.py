"""Words without their endings."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.words.stems import content_stems, has_same_forms, stem, turns_round
from policybook.redline import Matter


def test_endings_are_left_out() -> None:
    assert stem("sending") == stem("sends") == stem("send")


def test_short_words_keep_their_end() -> None:
    assert (stem("ring"), stem("shed")) == ("ring", "shed")


def test_small_words_have_no_stem() -> None:
    assert stem("the") is None


@pytest.mark.parametrize(
    ("old", "new", "turns"),
    [
        ("The head and the chair sign.", "The head or the chair sign.", True),
        ("Guests sign in.", "Guests sign out.", True),
        ("Forms go to the office.", "Forms come from the office.", True),
        ("We pay for it.", "You pay for it.", True),
        ("Hang coats in the hall.", "Hang coats at the hall.", False),
        ("The head and the chair sign.", "The head and chair sign.", False),
    ],
)
def test_turned_words_are_no_wording(old: str, new: str, turns: bool) -> None:
    assert turns_round(old, new) is turns
    assert ({w.matter for w in weights(old, new)} == {Matter.WORDING}) is not turns


def test_roles_have_one_spelling() -> None:
    assert content_stems("the DSL") == content_stems("the designated safeguarding lead")


def test_number_is_another_form() -> None:
    assert not has_same_forms("A pupil signs.", "Pupils sign.")
    assert has_same_forms("The head teacher signs.", "The headteacher signs.")
