"""The time and the number that a part of a sentence sets."""

import pytest

from policybook.analysis import statements


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        ("kept for 24 hours", ["1 day"]),
        ("kept for 12 months", ["12 month"]),
        ("kept for ten days", ["10 day"]),
        ("shut at 9:15", ["9.15"]),
        ("within three days and fifteen days", []),
        ("kept for ever", []),
    ],
)
def test_equal_times_have_one_key(part: str, keys: list[str]) -> None:
    assert [key for key, _ in statements.find_times(part)] == keys


@pytest.mark.parametrize(
    ("part", "words"),
    [("with two adults", ["two adults"]), ("with 2 adults or 3 adults", []), ("with 2", [])],
)
def test_number_has_a_unit(part: str, words: list[str]) -> None:
    assert [wording for _, wording in statements.find_numbers(part)] == words
