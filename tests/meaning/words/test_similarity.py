"""How alike two texts are, by the words that they share in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.meaning.words.similarity import TokenPositions, straighten, tokenise, words


@pytest.mark.parametrize(
    ("old", "new", "length", "likeness"),
    [
        ("a b c d", "a b c d", 4, 1.0),
        ("a b c d", "a x c d", 3, 0.75),
        ("a b", "b a", 1, 0.5),
        ("a", "b", 0, 0.0),
        ("", "", 0, 1.0),
        ("", "a", 0, 0.0),
    ],
)
def test_shared_words_are_in_order(old: str, new: str, length: int, likeness: float) -> None:
    positions = TokenPositions(old.split())
    assert positions.common_length(new.split()) == length
    assert positions.likeness(new.split()) == likeness


WORDS = st.lists(st.sampled_from("abc"), max_size=9)


@given(WORDS, WORDS)
def test_length_is_of_longest_subsequence(old: list[str], new: list[str]) -> None:
    best = [0] * (len(new) + 1)
    for word in old:
        row = [0]
        for place, other in enumerate(new):
            row.append(best[place] + 1 if word == other else max(row[-1], best[place + 1]))
        best = row
    assert TokenPositions(old).common_length(new) == best[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The School’s 14–day rule", ("the", "school's", "14", "day", "rule")),
        ("Tŷ Ŵr", ("tŷ", "ŵr")),
        ("—?", ("-?",)),  # without words, the signs
        ("", ()),
    ],
)
def test_words_are_in_small_letters(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_straightening_keeps_the_length() -> None:
    text = "‘a’ “b” – — é"
    assert straighten(text) == "'a' \"b\" - - é"
    assert len(straighten(text)) == len(text)


def test_content_leaves_out_small_words() -> None:
    text = tokenise("Pupils must walk to the hall")
    assert text.content == {"pupils", "walk", "hall"}
    assert text.key == "pupils must walk to the hall"
