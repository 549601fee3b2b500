"""Figures that are written twice, and figures that are no quantities."""

import re

import pytest

from policybook.meaning.words.code_patterns import TELEPHONE, blank_codes, plain_figures


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ninety-six (96) hours", "96 hours"),
        ("twenty-eight days", "28 days"),
        ("ten (10) days", "10 days"),
        ("a party (10) of us", "a party (10) of us"),
    ],
)
def test_numbers_are_written_once(text: str, plain: str) -> None:
    assert plain_figures(text) == plain


@pytest.mark.parametrize("code", ["ZZ4 1BB", "AB-12C", "https://a.example/12"])
def test_codes_are_blank(code: str) -> None:
    assert blank_codes(f"see {code}").strip() == "see"


@pytest.mark.parametrize("text", ["Year 6", "KS1", "5-day", "12 pupils"])
def test_quantities_stay(text: str) -> None:
    assert blank_codes(text) == text


def test_telephone_number_is_whole() -> None:
    assert re.fullmatch(TELEPHONE, "01632 960123") and not re.fullmatch(TELEPHONE, "2026")
