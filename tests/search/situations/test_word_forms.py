"""Words as people write them, and the forms that phrases have."""

import pytest

from policybook.search.situations.word_forms import BaseReader, SpellingTable, find_base

WORDS = ("hit", "friend", "colleague", "scared", "threaten", "talk", "suicidal")
READER = BaseReader(map(find_base, WORDS), ["sacred"])
TABLE = SpellingTable({"want to": ["wanna"], "myself": ["my self"], "not": ["do not", "dont"]})


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("freind", "friend"),  # two letters changed places
        ("collegue", "colleagu"),  # one is missing
        ("friennd", "friend"),  # one too many
        ("thretening", "threaten"),
        ("hiting", "hit"),  # one `t` for two
        ("talkin", "talk"),  # a dropped g, in a short word too
        ("sacred", "sacr"),  # a word of its own
        ("thread", "thread"),  # another letter is another word
        ("riend", "riend"),  # the first letter is seldom wrong
    ],
)
def test_slip_gives_the_word_of_a_phrase(word: str, base: str) -> None:
    assert READER.find(word) == find_base(base)


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("i wanna go", "i want to go"),
        ("hurt my self", "hurt myself"),
        ("i do not know", "i not know"),
        ("my own self", "my own self"),
        ("", ""),
    ],
)
def test_spellings_become_one_form(words: str, forms: str) -> None:
    assert TABLE.replace(words.split()) == forms.split()
