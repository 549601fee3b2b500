"""Which words are verbs, and which mean people."""

import pytest

from policybook.text import lexicon


@pytest.mark.parametrize(
    "word", ["caretaker", "parents", "children", "aider", "ombudsperson", "dsl"]
)
def test_words_for_people(word: str) -> None:
    assert lexicon.is_person(word)


@pytest.mark.parametrize("word", ["gate", "phones", "prior", "policy", "class"])
def test_words_for_things(word: str) -> None:
    assert not lexicon.is_person(word)


@pytest.mark.parametrize(
    ("word", "is_verb", "is_mostly"),
    [
        ("keep", True, True),
        ("organise", True, True),
        ("record", True, False),
        ("gate", False, False),
        ("smart", True, False),
    ],
)
def test_verbs(word: str, is_verb: bool, is_mostly: bool) -> None:
    assert (lexicon.is_verb(word), lexicon.is_mostly_verb(word)) == (is_verb, is_mostly)


@pytest.mark.parametrize(
    ("word", "verb"),
    [("keeps", "keep"), ("carries", "carry"), ("goes", "go"), ("analyses", "analyse"), ("keep", ""), ("pass", "")],
)  # fmt: skip
def test_third_person(word: str, verb: str) -> None:
    assert lexicon.third_person(word) == verb
