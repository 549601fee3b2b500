"""Tokens: words, numbers and signs, with the white space before them."""

import pytest

from policybook.redline.tokens import text_side

from .marked_words import read_pieces


@pytest.mark.parametrize(
    ("text", "typed", "keys", "ends"),
    [
        ("It costs 3.50, **now**", 0, ["It", "costs", "3.50", ",", "now"], [2, 8, 13, 14, 18]),
        ("write to a.b@c.example", 0, ["write", "to", "a.b@c.example"], [5, 8, 22]),
        ("the school’s – rule", 0, ["the", "school's", "-", "rule"], [3, 12, 14, 19]),
        ("![the map](m.png) here", 0, ["the map", "here"], [7, 12]),  # a picture is one token
        ("3.2 Be kind", 4, ["Be", "kind"], [6, 11]),  # an author typed the number
        ("  ", 0, [" "], [2]),
        ("", 0, [], []),
    ],
)
def test_text_is_split(text: str, typed: int, keys: list[str], ends: list[int]) -> None:
    side = text_side([read_pieces(text)], typed)
    assert (list(side.keys), list(side.ends)) == (keys, ends)
    assert set(side.owners) <= {0}


def test_tokens_know_their_text() -> None:
    side = text_side([read_pieces("3.2 Be kind"), read_pieces("Walk now")], 4)
    assert list(zip(side.keys, side.ends, side.owners, strict=True)) == [
        ("Be", 6, 0),
        ("kind", 11, 0),
        ("Walk", 15, 1),
        ("now", 19, 1),
    ]
