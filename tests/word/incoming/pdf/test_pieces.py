"""The spaces and lines between pieces of text."""

from dataclasses import replace

import pytest

from policybook.word.incoming.pdf.pieces import PdfPiece, find_divided_words, join_text

FIRST = PdfPiece(page=0, text="well", start=(50, 700), end=(70, 700), mark=1)
NEAR, FAR, BELOW = (70.5, 700), (74, 700), (50, 687)


@pytest.mark.parametrize(
    ("first", "text", "start", "joined"),
    [
        ("well", "being", NEAR, "wellbeing"),
        ("well", "being", FAR, "well being"),
        ("well", "being", BELOW, "well being"),
        ("well-", "being", BELOW, "well-being"),
        ("well -", "being", BELOW, "well - being"),
        ("and/", "or", BELOW, "and/or"),
        ("well\u00ad", "being", BELOW, "wellbeing"),
        ("well\u00ad", "being", NEAR, "well\u00adbeing"),
        ("well ", "being", BELOW, "well being"),
        ("1.1", "Anyone", NEAR, "1.1 Anyone"),  # a number is marked apart from its words
        ("1.1", "5", NEAR, "1.15"),
    ],
)
def test_spaces(first: str, text: str, start: tuple[float, float], joined: str) -> None:
    piece = replace(FIRST, text=text, start=start, mark=2)
    assert join_text([replace(FIRST, text=first), piece]) == joined


def test_raised_sign_is_on_the_line() -> None:
    sign = replace(FIRST, text="1", start=(70, 704), size=6)
    assert join_text([FIRST, sign]) == "well1"


def test_turned_page_has_lines() -> None:
    turned = replace(FIRST, start=(50, 50), end=(50, 70), along=(0, 1))
    assert join_text([turned, replace(turned, text="er", start=(50, 70.2))]) == "weller"
    assert join_text([turned, replace(turned, text="er", start=(62, 50))]) == "well er"


def test_divided_words_are_named() -> None:
    rest = replace(FIRST, text="being of all", start=BELOW)
    assert list(find_divided_words([FIRST, rest])) == ["well being"]
    assert list(find_divided_words([FIRST, replace(rest, text="Being")])) == []
