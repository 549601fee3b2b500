"""Test which picture or sign a statement or heading gets."""

import pytest

from policybook.site import pictograms


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hand your phone in.", "phone"),
        ("Turn off your phone.", "off"),
        ("Tell them in private.", "lock"),
        ("Eat fruit.", ""),
    ],
)
def test_statement_pictures(words: str, name: str) -> None:
    assert pictograms.statement_picture(words)[0] == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("You must", "yes"),
        ("Never", "no"),
        ("You must never", "no"),
        ("Don’t", "no"),
        ("Tell someone if", "tell"),
        ("Who to tell", "who"),
        ("Good to know", "note"),
        ("Our rules", "yes"),
    ],
)
def test_heading_signs(title: str, name: str) -> None:
    assert pictograms.heading_picture(title)[0] == name


@pytest.mark.parametrize(
    ("sign", "signs", "belongs"),
    [
        ("note", ["yes", "note"], False),
        ("note", ["note", "no", "tell"], True),  # no other group says what to do
        ("tell", ["yes", "tell"], True),
    ],
)
def test_slip_says_what_to_do(sign: str, signs: list[str], belongs: bool) -> None:
    assert pictograms.belongs_on_slip(sign, signs) is belongs
