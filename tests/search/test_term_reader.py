"""The terms of a text, with the phrases that rows find."""

import pytest

from policybook import search
from policybook.search import ThesaurusRow
from policybook.search.stemming import stem, words
from policybook.search.term_reader import TermReader

from .ranked_texts import make_document, rank_texts


def test_phrase_needs_its_stop_words() -> None:
    row = ThesaurusRow(
        says=("freedom of information", "foi"), finds=("freedom of information", "foi"), same=True
    )
    texts = ["FOI is answered soon.", "Snow falls here."]
    assert rank_texts(texts, "freedom of information", row) == ["0"]
    assert rank_texts(texts, "information", row) == []


def test_first_words_weigh_more() -> None:
    texts = (
        "Staff may not bring cameras. Laptops are locked away.",
        "Laptops are locked away. Staff may not bring cameras.",
    )
    index = search.index([make_document(str(n), text) for n, text in enumerate(texts, 1)], ())
    assert [hit.document.number for hit in search.rank(index, "laptops")] == ["2", "1"]
    assert [hit.document.number for hit in search.rank(index, "cameras")] == ["1", "2"]


def test_form_of_stop_word_counts() -> None:
    row = ThesaurusRow(says=("mean",), finds=("unkind",), same=False)
    index = search.index([make_document("1", "Nobody is unkind.")], [row])
    assert search.rank(index, "mean")


ROW = ThesaurusRow(says=("insta",), finds=("social media", "blog"), same=False)


@pytest.mark.parametrize(
    ("text", "rule", "terms", "length"),
    [
        ("Phones and a phone", False, {"phon": 2.0, "=and": 1.0, "=a": 1.0}, 4),
        ("Social media", False, {"social": 1.0, "media": 1.0, "social media": 1.0}, 2),
        ("media social", False, {"media": 1.0, "social": 1.0}, 2),
        # the first sentence and the first five words of a rule
        ("Phone. Snow", True, {"phon": 1.8, "snow": 1.5}, 2),
        ("", True, {}, 0),
    ],
)
def test_terms_have_weights(text: str, rule: bool, terms: dict[str, float], length: int) -> None:
    reader = TermReader((ROW,))
    found, count = reader.terms(text, rule)
    assert found == pytest.approx(terms)
    assert count == length
    assert reader.words_read == set(words(text))


def test_rows_find_their_terms() -> None:
    means = ThesaurusRow(says=("cruel",), finds=("mean",), same=False)
    wider = ThesaurusRow(says=("x",), finds=("social", "social media"), same=False)
    reader = TermReader((ROW, means, wider))
    terms = ["=means", "blog", "social", "social media"]
    assert list(reader.terms_by_row(terms)) == [
        ["blog", "social media"],
        ["mean", "=means"],  # a stop word of the same stem
        ["social"],  # the shorter stands for both
    ]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("lasercutter", {"laser", "cutter"}),
        ("cardholders", {"card", "holder"}),
        ("whatever", set()),  # of small words
        ("timeline", set()),  # "time" says little
        ("laser", set()),
        ("xylocutter", set()),  # one part is no word
    ],
)
def test_compounds_have_their_parts(word: str, parts: set[str]) -> None:
    row = ThesaurusRow(
        says=("laser cutter", "time"), finds=("card holders", "what", "ever", "line"), same=False
    )
    assert set(TermReader((row,)).terms(word)[0]) == {*map(stem, [word]), *parts}
