"""The tables of English that search uses."""

import pytest

from policybook.search.english import FORMS, LIGHT, STEPS, STOP
from policybook.search.stemming import words


def test_tables_have_word_form() -> None:
    for word in STOP | set(FORMS) | set(FORMS.values()):
        assert words(word) == [word]


def test_light_words_are_small_words() -> None:
    assert LIGHT <= STOP


def test_forms_end_in_their_form() -> None:
    assert {FORMS.get(form, form) for form in FORMS.values()} == set(FORMS.values())


@pytest.mark.parametrize("step", STEPS)
def test_endings_are_tried_once(step: tuple[tuple[str, str, int], ...]) -> None:
    endings = [ending for ending, _, _ in step]
    assert len(endings) == len(set(endings))
    # An ending after a shorter one that it ends in would never be tried with fewer letters.
    assert all(fewest >= 0 and ending for ending, _, fewest in step)
