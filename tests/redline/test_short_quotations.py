"""Quotations of what changed: a short sentence is whole, and the changed words are always there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.redline.short_quotations import surround, tidy

LONG = "This is a rule about " + "very " * 30 + "long matters. "

#: What is before the changed words, those words, what is after them, and the quotation.
QUOTATIONS = [
    ("Governors ", "must", " visit a lesson to see how the rules are used.",
     "Governors must visit a lesson to see how the rules are used."),
    # Other sentences are left out.
    ("We plan. Detention after school ", "may be", " used. A teacher says so.",
     "Detention after school may be used."),
    # A figure, a time and an abbreviation end no sentence.
    ("At 3.15 pm the ", "office", " closes, e.g. on a Friday. Then we go.",
     "At 3.15 pm the office closes, e.g. on a Friday."),
    # The sentence before new ones shows where they are.
    ("Parents come. ", "They sign.", "", "Parents come. They sign."),
    (LONG + "Parents come. ", "They sign.", "", "Parents come. They sign."),
    ("", "They sign. ", "Children go. All wave.", "They sign. Children go."),
    # A long sentence is cut.
    ("word " * 30, "must", " word" * 30,
     f"…{' word' * 9} must{' word' * 9} …"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "words", "after", "expected"), QUOTATIONS)
def test_short_sentences_are_whole(before: str, words: str, after: str, expected: str) -> None:
    assert surround(before, words, after, []) == expected


TEXT = st.lists(st.sampled_from(["word", "end.", "A", "3.15", "“so”", "why?"]), max_size=60)


@given(TEXT, st.integers(1, 6), TEXT)
def test_changed_words_are_quoted(before: list[str], count: int, after: list[str]) -> None:
    words = " ".join(["changed"] * count)
    quotation = surround(" ".join(before) + " ", words, " " + " ".join(after), ["changed"])
    assert words in quotation
    assert len(quotation) <= 2 * 102 + len(words) + 4
    assert tidy(quotation) == quotation
