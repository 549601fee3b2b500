"""Numbers that authors type before items stay in the words, unless they are marks."""

import pytest

from policybook.reading.texts import clauses, text_outline


@pytest.mark.parametrize(
    ("body", "texts", "ordinals"),
    [
        ("1. Ask.\n2. Wait.", ["1. Ask.", "2. Wait."], ["1.", "2."]),
        ("5) Ask.\n6) Wait.", ["5) Ask.", "6) Wait."], ["5)", "6)"]),
        ("15. school days", ["15. school days"], [""]),
        ("2026. It opens.\n2027. It grows.", ["2026. It opens.", "2027. It grows."], ["", ""]),
        ("1. Ask.\n1. Wait.", ["Ask.", "Wait."], ["", ""]),  # a mark for any number
        ("15.", ["15."], [""]),
        ("1. - Ask.", ["1.", "Ask."], ["1.", ""]),
    ],
)
def test_typed_numbers_are_words(body: str, texts: list[str], ordinals: list[str]) -> None:
    rows = list(clauses.walk_sections(text_outline.parse(body).sections))
    assert [row.text for row in rows] == texts
    assert [row.ordinal for row in rows] == ordinals
