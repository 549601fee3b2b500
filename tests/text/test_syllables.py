"""Test syllables: the dictionary, words that it lacks, and the tool that makes it."""

import gzip
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.text import syllables

PACKED = files("policybook").joinpath("data/syllables.txt.gz").read_bytes()


LINES = gzip.decompress(PACKED).decode("ascii").splitlines()


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("Phones", 1),
        ("computer", 3),
        ("bullying", 3),
        ("headteacher", 3),  # two known words
        ("headteacher’s", 3),
        ("behaviour", 3),  # the dictionary has the American spelling
        ("unauthorised", 4),
        ("firewalls", 3),
        ("DSL", 3),  # letter by letter
        ("GDPR", 4),
        ("ICT", 3),
        ("13", 2),  # a syllable a digit
        ("you", 1),
        ("online", 2),
        ("zzz", 1),  # at least one
        ("sepultura", 4),  # an estimate by vowels
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables.count_syllables(word) == count


def test_every_word_of_the_dictionary() -> None:
    for count, line in enumerate(LINES, 1):
        assert {syllables.count_syllables(word) for word in line.split()} <= {count}


def test_dictionary_is_sorted_and_complete() -> None:
    words = [line.split() for line in LINES]
    assert words == [sorted(line) for line in words]
    assert (len(words), sum(map(len, words))) == (12, 126_044)
    assert PACKED[4:8] == b"\0" * 4, "no time in it: the same words give the same file"


DICTIONARY = """\
'til T IH1 L
a AH0
a(2) EY1
hmm HH M
tomato T AH0 M EY1 T OW2 # a fruit
tomato(2) T AH0 M AA1 T OW2
cat K AE1 T
"""


def test_tool_counts_stressed_sounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "tools")
    monkeypatch.delitem(sys.modules, "syllables", raising=False)
    tool = __import__("syllables")
    counts = tool.count_syllables(DICTIONARY.splitlines())
    assert counts == {"'til": 1, "a": 1, "tomato": 3, "cat": 1}
    assert tool.as_text(counts) == "'til a cat\n\ntomato\n"


def test_dictionary_has_its_notice() -> None:
    notice = files("policybook").joinpath("data/NOTICE").read_text(encoding="utf-8")
    assert "Carnegie Mellon University. All rights reserved." in notice
    assert "2. Redistributions in binary form must reproduce" in notice


@pytest.mark.parametrize("word", ["", "'s", "hmm", "a b", "tomato(2)", "\ud800"])
def test_other_words_are_not_listed(word: str) -> None:
    assert syllables._look_up(word) == (1 if word == "'s" else 0)


@given(st.text(max_size=30))
def test_any_word_has_a_syllable(word: str) -> None:
    assert syllables.count_syllables(word) >= (1 if not word.isdigit() else 0)
