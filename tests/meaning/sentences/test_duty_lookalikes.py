"""Tests of `duty_lookalikes`: words that bind, and the same words where they do not."""

import pytest

from policybook.meaning.sentences.duty_lookalikes import real_duties


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Vaping is prohibited.", ["is prohibited"]),
        ("Smoking prohibited.", ["prohibited"]),
        ("The list of prohibited items is in the hall.", []),  # an adjective
        ("Anybody banned from the site must leave.", ["must"]),  # part of a noun
        ("Staff are required to sign.", ["are required to"]),
        ("No size is required to join.", ["is required to"]),
        ("There is no minimum size required to join.", []),  # part of a noun
        ("Should a parent object, staff must stop.", ["must"]),  # a condition
        ("Do not feel the need to reply.", ["do not"]),  # a noun
        ("We recognise that staff need to rest.", []),  # a belief
        ("Staff recognise a child and must report it.", ["must"]),
        ("Hand in the forms that you must sign.", []),  # part of a noun
        ("The following terms shall apply.", []),  # a definition
        ("Our role is to help.", []),  # nobody acts
        ("Staff are to report.", ["are to"]),
        ("All staff shall be permitted to go.", ["be permitted to"]),
    ],
)
def test_only_words_that_bind_count(sentence: str, verbs: list[str]) -> None:
    assert [duty.verb for duty, _ in real_duties(sentence)] == verbs
