"""Long texts are quoted by their first words."""

import pytest

from policybook.text.quotations import quote_start


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Be kind.", "Be kind."),
        ("Lock every door", "Lock every door"),
        ("Lock every door at night", "Lock every …"),
        ("Unpronounceably", "Unpronounceably"),
        ("", ""),
    ],
)
def test_text_ends_with_a_whole_word(text: str, quoted: str) -> None:
    assert quote_start(text, longest=15) == quoted
