"""What a query gives each document: phrases that share words, and words that are missing."""

from policybook.search import ThesaurusRow
from policybook.search.confidence import TermMatch
from policybook.search.coverage import REPEATED, total_weights
from policybook.search.query_reader import QueryTerms

from .ranked_texts import rank_texts


def make_match(covers: tuple[int, ...], term: str, weight: int) -> TermMatch:
    want = QueryTerms(covers=covers, terms=((term, 100),))
    return TermMatch(want, {0: weight}, {}, frozenset())


def test_a_word_counts_once_for_phrases() -> None:
    matches = [make_match((0,), "#1", 400), make_match((0, 1), "#2", 1000)]
    assert total_weights(matches) == {0: 1000 + 400 * REPEATED // 100}


def test_phrases_with_other_words_count_whole() -> None:
    matches = [make_match((0, 1), "#1", 400), make_match((2, 3), "#2", 1000)]
    assert total_weights(matches) == {0: 1400}


def test_a_word_itself_counts_beside_phrases() -> None:
    matches = [make_match((0,), "form", 400), make_match((0, 1), "#2", 1000)]
    assert total_weights(matches) == {0: 1400}


def test_many_rows_do_not_outweigh_words() -> None:
    """Three rows lead from “fill in a form” to “record”; one rule has the words themselves."""
    rows = [
        ThesaurusRow(says=(says,), finds=("record",), same=False)
        for says in ("fill in", "fill in a form", "in a form")
    ]
    texts = ["Review your record.", "Fill in the form on your first day.", *["Be kind."] * 8]
    assert rank_texts(texts, "do I fill in a form on the first day", *rows)[0] == "1"


def test_rare_words_count_for_more() -> None:
    """A rule with the rare word comes before one with two common words."""
    texts = [
        "Music stops at ten.",
        "Return the key on time.",
        *(f"Be on time for lesson {n}, and stop and listen." for n in range(12)),
    ]
    assert rank_texts(texts, "what time must the music stop")[0] == "0"


def test_schools_own_row_outweighs_common_words() -> None:
    row = ThesaurusRow(says=("counts as kit",), finds=(), clauses=(("p", "1"),), same=False)
    texts = ["Shorts, short shorts, shorts.", "PE clothing is on the list.", *["Be kind."] * 8]
    assert rank_texts(texts, "which shorts counts as kit", row)[0] == "1"
