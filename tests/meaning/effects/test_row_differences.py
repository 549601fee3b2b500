"""What differs between two rows of values."""

import pytest

from policybook.meaning.effects.row_differences import differences
from policybook.meaning.effects.weight import weights


def test_figures_are_set_against_their_places() -> None:
    result = weights("The rooms are 11, 12, 13, 19.", "The rooms are 19, 14, 15, 16.")
    # To keep the 19 would be to take three figures out and to add three.
    assert [(weight.old, weight.new) for weight in result] == [
        ("11", "19"),
        ("12", "14"),
        ("13", "15"),
        ("19", "16"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", []),
        ("abc", "axc", [("b", "x")]),
        ("ab", "b", [("a", None)]),
        ("b", "ab", [(None, "a")]),
        ("", "a", [(None, "a")]),
        ("abcd", "dabc", [(None, "d"), ("d", None)]),  # to keep three costs less than four swaps
    ],
)
def test_rows_differ_least(
    old: str, new: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert list(differences(old, new)) == expected


def test_long_rows_differ_by_place() -> None:
    old, new = [*range(600)], [-1, *range(1, 599)]
    assert list(differences(old, new)) == [(0, -1), (599, None)]
