"""Forms of letters that look the same, and characters that nobody sees."""

import unicodedata

import pytest

from policybook.text import letter_forms
from policybook.text.letter_forms import fold_forms, hidden_characters, name_character

FOLDED = [
    ("plain", "plain"),
    ("cafe\u0301", "caf\u00e9"),
    ("of\ufb01ce", "office"),
    ("\uff21\uff11", "A1"),
    ("mu\u00adst", "must"),
    ("\u200b", ""),
    # Other characters, not other forms.
    ("2\u00b2 \u00bd \u2122 \u2026", "2\u00b2 \u00bd \u2122 \u2026"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_forms_are_folded(text: str, folded: str) -> None:
    assert fold_forms(text) == folded
    assert fold_forms(folded) == folded


def test_every_format_character_is_hidden() -> None:
    unseen = {
        chr(point)
        for point in range(0x110000)
        if unicodedata.category(chr(point)) == "Cf"
        # Numbers and signs of Arabic, Syriac, Kaithi and hieroglyphs have a shape.
        and not unicodedata.name(chr(point), "").startswith(
            ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND")
        )
    }
    assert {c for c in unseen if not hidden_characters(c)} == set()


def test_names_are_for_people() -> None:
    assert name_character("\u200b") == "U+200B zero width space"
    assert letter_forms.show_hidden("a\u200bb\u00e9") == "a<U+200B>b\u00e9"


def test_capitals_are_a_form() -> None:
    assert list(letter_forms.describe_forms("NO DOGS", "No dogs")) == ["capital letters"]
