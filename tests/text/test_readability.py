"""Test reading ages: sentences and the two formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.text import readability


def test_sentences() -> None:
    given = "Be kind. Are you sure? “Yes!” Then go (e.g. at 3.15 pm). 13 is the age"
    expected = [
        "Be kind.",
        "Are you sure?",
        "“Yes!”",
        "Then go (e.g. at 3.15 pm).",
        "13 is the age",
    ]
    assert list(readability.split_sentences(given)) == expected


def test_formulas_by_hand() -> None:
    """Check 2 sentences, 9 words, 10 syllables and 31 letters, worked by hand."""
    score = readability.score(["The cat sat on the mat. It was happy."])
    assert score
    letters = len("Thecatsatonthemat") + len("Itwashappy")
    kincaid = 0.39 * 9 / 2 + 11.8 * 10 / 9 - 15.59 + 5
    liau = 0.0588 * 100 * letters / 9 - 0.296 * 100 * 2 / 9 - 15.8 + 5
    assert (score.words, score.sentences) == (9, 2)
    assert score.flesch_kincaid == max(5.0, round(kincaid, 1))
    assert score.coleman_liau == max(5.0, round(liau, 1))


def test_coleman_liau_on_its_own_example() -> None:
    """Check the example of Coleman and Liau: grade 14.5.

    It has 119 words, 5 sentences, 639 letters and digits.
    """
    words = ["a" * 5] * 75 + ["a" * 6] * 44
    assert sum(map(len, words)) == 639
    parts = [" ".join(words[i : i + 24]).capitalize() + "." for i in range(0, 119, 24)]
    score = readability.score([" ".join(parts)])
    assert score
    assert (score.words, score.sentences) == (119, 5)
    assert score.coleman_liau == pytest.approx(14.5 + 5, abs=0.05)


def test_age_is_the_higher_one() -> None:
    score = readability.Score(words=1, sentences=1, flesch_kincaid=9.0, coleman_liau=11.5)
    assert score.age == 11.5


def test_texts_without_words_have_no_score() -> None:
    assert readability.score([]) is None
    assert readability.score(["…", ""]) is None


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_age_is_within_bounds(texts: list[str]) -> None:
    score = readability.score(texts)
    assert score is None or readability.YOUNGEST <= score.age <= readability.OLDEST
