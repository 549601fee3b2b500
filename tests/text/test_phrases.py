"""Test which texts a phrase matches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.text import phrases


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("mobile phone", "A Mobile\nphone rings", True),
        ("mobile phone", "mobile phones", False),  # whole words
        ("mobile-phone", "mobile phone", True),  # a hyphen for a space
        ("head's", "the head’s", True),  # either apostrophe
        ("CRB", "a crb check", False),  # capitals stay capitals
        ("CRB", "a CRB check", True),
        ("ring … office", "ring the school office", True),
        ("ring … office", "ring. The office", False),  # one sentence
        ("ring … office", f"ring {'x' * 90} office", False),  # 80 characters
    ],
)
def test_matches(phrase: str, text: str, matches: bool) -> None:
    assert (phrases.compile_phrase(phrase).search(text) is not None) is matches


@given(st.sampled_from(["mobile phone", "a … b", "CRB", "head's"]), st.text(max_size=20))
def test_quick_look_misses_no_match(phrase: str, text: str) -> None:
    whole = f"{text} {phrase.replace(phrases.GAP, 'x')}"
    assert phrases.may_hold(whole.lower(), phrase)


def test_longest_word() -> None:
    assert phrases.key_words("The school's office") == ("the", "school", "office")
    assert phrases.longest_word("The school's office") == "school"
    assert phrases.longest_word("…") == ""


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("see www.crb.gov.uk now", "see \0\0\0\0\0\0\0\0\0\0\0\0\0\0 now"),
        ("a@b.uk", "\0" * 6),
        ("#crb", "\0" * 4),
        ("No address. None.", "No address. None."),
    ],
)
def test_addresses_become_blanks(text: str, rest: str) -> None:
    assert phrases.blank_addresses(text) == rest
