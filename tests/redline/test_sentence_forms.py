"""Idioms and names in their plain form."""

import pytest

from policybook.redline.sentence_forms import plain_form


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("Pay no later than noon.", "Pay by noon."),
        ("Bring no more than two.", "Bring at most two."),
        ("Guides must not fail to sign.", "Guides must sign."),
        ("It is not unusual.", "It is usual."),
        ("The Can Do prize is new.", "The Can_Do_ prize is new."),
        ("A no-smoking rule holds.", "A no_smoking rule holds."),
        ("Guides must not smoke.", "Guides must not smoke."),
        ("Shops open in May.", "Shops open in May."),
    ],
)
def test_sentence_has_its_plain_form(sentence: str, plain: str) -> None:
    assert plain_form(sentence) == plain
