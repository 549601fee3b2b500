"""Verbs that leave something to people are one verb without force."""

import pytest

from policybook.meaning.sentences.leave_verbs import join_leave
from policybook.meaning.words.terms import locate_duties


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Guides shall not be required to stay.", [("shall not be required to", 0)]),
        ("Guides must not be barred from voting.", [("must not be barred from", 0)]),
        ("It is not forbidden to sing.", [("not forbidden", 0)]),
        ("No guide is asked to sing.", [("is asked to", 0)]),
        ("Guides shall have the right to sing.", [("shall have the right to", 0)]),
        ("Guides shall not be entitled to pay.", []),
        ("Guides must sign and may sing.", [("must", 4), ("may", 0)]),
    ],
)
def test_leave_is_one_verb(sentence: str, verbs: list[tuple[str, int]]) -> None:
    duties = join_leave(sentence, list(locate_duties(sentence)))
    assert [(duty.verb, duty.force) for duty, _ in duties] == verbs
