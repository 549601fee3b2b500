"""Which words set a condition."""

import pytest

from policybook.meaning.sentences.conditions import find_exception, read_conditions


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Play is outside unless it rains.", ["unless"]),
        ("Play is outside, where practicable.", ["as far as"]),
        ("Keys go only to staff.", ["only"]),
        ("The only key is lost.", []),
        ("If it rains, play is inside.", ["if"]),
        ("Tell us when it rains.", []),
        ("When", []),
        ("Ring as soon as possible.", []),
        ("Ring as quickly as possible.", []),
        ("Ring as necessary.", ["as far as"]),
        ("Choose one date only.", []),
        ("Choose a date by post only.", ["only"]),
        ("Wait until the bell rings.", ["until"]),
    ],
)
def test_conditions_have_kinds(sentence: str, kinds: list[str]) -> None:
    assert [condition.kind for condition in read_conditions(sentence)] == kinds


def test_exceptions_are_recognised() -> None:
    assert find_exception("This does not apply to prefects.") == "does not apply"
    assert not find_exception("Apply to the office.")
