"""Guesses at words that no text has."""

import pytest

from policybook import search
from policybook.search import Searcher, ThesaurusRow
from policybook.search.spelling import Guess, distance, distant_guesses, guesses, split_word

from .ranked_texts import list_first, make_document


@pytest.mark.parametrize(("number", "other"), [("2081", "2018"), ("73", "72"), ("1300", "13")])
def test_a_number_is_never_guessed_at(searcher: Searcher, number: str, other: str) -> None:
    assert searcher.rank(other)
    assert searcher.rank(number) == []


def test_known_word_is_not_guessed(searcher: Searcher) -> None:
    (wanted,) = searcher.query_terms(searcher.correct_words("vapes"))
    assert wanted.terms[0] == ("vap", 100)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("disclamer", "disclaimer"),
        ("discliamer", "disclaimer"),
        ("diisclaimer", "disclaimer"),
        ("confiscted", "confiscated"),
        ("terminaton", "termination"),
        ("networkng", "networking"),
        ("discip", "disciplinary"),
    ],
)
def test_a_slip_finds_what_was_meant(searcher: Searcher, slip: str, meant: str) -> None:
    assert list_first(searcher, slip, 1) == list_first(searcher, meant, 1)


@pytest.mark.parametrize(("query", "asked"), [
    ("headteachers office", ["headteachers", "office"]),
    ("dutyof care", ["dutyof", "care"]),
    ("phonecupboard", ["phone", "cupboard"]),
    ("dis claimer", ["disclaimer"]),
])  # fmt: skip
def test_words_run_together_or_torn_apart(searcher: Searcher, query: str, asked: list[str]) -> None:
    assert searcher.correct_words(query) == asked


def test_unknown_query_finds_the_nearest(searcher: Searcher) -> None:
    assert searcher.rank("vippes")
    assert list_first(searcher, "disclaimer vippes", 1) == list_first(searcher, "disclaimer", 1)


def test_guess_prefers_words_of_texts() -> None:
    row = ThesaurusRow(says=("barded",), finds=("away",), same=False)
    index = search.index(
        [make_document("1", "They are barred."), make_document("2", "Keep away.")], [row]
    )
    assert search.rank(index, "bared", 1)[0].document.number == "1"


KNOWN = ["confiscated", "disclaimer", "phone", "phones", "photo", "week", "weekend", "weeks"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("discl", [Guess("disclaimer", 90)]),  # a word that it begins
        ("phne", [Guess("phone", 90)]),  # one slip
        ("confisctd", [Guess("confiscated", 60)]),  # two slips in a long word
        ("weekendly", [Guess("weekend", 60)]),  # the word that it begins with
        ("pho", []),  # too short
        ("2018", []),
        ("zzzzqqqq", []),
    ],
)
def test_likeliest_words_are_guessed(word: str, expected: list[Guess]) -> None:
    assert guesses(word, KNOWN) == expected


def test_own_words_are_guessed_first() -> None:
    near = ["bared", "barred"]
    assert guesses("barded", near, {"barred"})[0].word == "barred"
    assert guesses("barded", near, {"bared"})[0].word == "bared"


@pytest.mark.parametrize(
    ("word", "expected"),
    [("phxxe", [Guess("phone", 60)]), ("pxxxe", []), ("phne", []), ("20188", [])],
)
def test_distant_guess_allows_a_slip(word: str, expected: list[Guess]) -> None:
    assert distant_guesses(word, KNOWN) == expected


@pytest.mark.parametrize(
    ("word", "pair"),
    [
        ("phoneweek", ("phone", "week")),
        ("phonesweek", ("phones", "week")),  # the longest first word
        ("phoneat", None),  # two letters are no word
        ("phonezzzz", None),
        ("2018", None),
    ],
)
def test_joined_words_are_split(word: str, pair: tuple[str, str] | None) -> None:
    assert split_word(word, KNOWN.__contains__) == pair


@pytest.mark.parametrize(
    ("word", "other", "slips"),
    [
        ("phone", "phone", 0),
        ("phone", "phones", 1),  # added
        ("phone", "pone", 1),  # left out
        ("phone", "phane", 1),  # changed
        ("phone", "phoen", 1),  # swapped
        ("phone", "pohen", 2),
        ("phone", "abcde", 3),  # the limit and one more
    ],
)
def test_distance_counts_slips(word: str, other: str, slips: int) -> None:
    assert distance(word, other, 2) == distance(other, word, 2) == slips
