"""What a change does: a table of edits, each with the weights that a governor is to be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Direction, Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.stems import says_the_same
from policybook.redline.weight_words import describe

from .weighed_edits import EDITS, M

D = Direction


def test_the_table_is_long_enough() -> None:
    assert len(EDITS) >= 60


@pytest.mark.parametrize(("old", "new", "matter", "words"), EDITS)
def test_edit_has_its_main_weight(old: str, new: str, matter: Matter, words: str) -> None:
    first = weights(old, new)[0]
    assert (first.matter, describe(first)) == (matter, words)


def test_weights_are_most_important_first() -> None:
    result = weights(
        "Staff should reply within 14 school days.", "Staff must reply within 10 school days."
    )
    assert result == (
        Weight(matter=M.STRONGER, direction=D.REPLACED, old="should", new="must"),
        Weight(matter=M.DEADLINE, direction=D.REPLACED, old="14", new="10", unit="school days"),
    )


MODALS = st.sampled_from(
    ["must", "should", "may", "will", "shall", "can", "must not", "cannot", "ought to", "could"]
)

FIGURES = st.integers(0, 3000).map(str)

PLAIN = st.sampled_from(
    [
        "the",
        "pupils",
        "bring",
        "a",
        "coat",
        "to",
        "school,",
        "and",
        "Form",
        "in",
        "writing:",
        "(all)",
    ]
)

TEXTS = st.lists(st.one_of(PLAIN, PLAIN, PLAIN, MODALS, FIGURES), min_size=1, max_size=12).map(
    " ".join
)


@given(TEXTS, TEXTS)
def test_figures_and_modals_are_never_wording(old: str, new: str) -> None:
    if terms.modals(old) != terms.modals(new) or terms.figures(old) != terms.figures(new):
        assert M.WORDING not in {weight.matter for weight in weights(old, new)}


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_have_a_weight(old: str, new: str) -> None:
    assert weights(old, new)


def test_a_not_that_moved_is_shown() -> None:
    result = weights("Staff may enter with no badge.", "Staff must not enter with a badge.")
    assert [weight.matter for weight in result] == [M.NEGATION]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("A parent is told.", "Parents are told.", True),
        ("10 days", "ten days", True),
        ("realise it", "realize it", True),
        ("Use the form", "Use the book", False),
        ("10 days", "12 days", False),
    ],
)
def test_content_words_say_the_same(old: str, new: str, same: bool) -> None:
    assert says_the_same(old, new) is same


def test_ban_that_went_is_no_wording() -> None:
    (weight,) = weights("No pupil may stay until 9 pm.", "Pupils may stay until 9 pm.")
    assert weight.matter is M.LIFTED
