"""How surely a hit answers: in full, in part or not at all."""

import pytest

from policybook import search
from policybook.search import AnswerConfidence, Searcher, ThesaurusRow
from policybook.search.confidence import FULL, NONE, confidence, strength, unit

from .ranked_texts import make_document

TEXTS = [
    *(f"Rule {n} says that lessons begin with a greeting." for n in range(60)),
    "Dogs wait outside the gate at home time.",
]


def make_searcher(*rows: ThesaurusRow, title: str = "P") -> Searcher:
    documents = [make_document(str(n), text) for n, text in enumerate(TEXTS[:-1])]
    return Searcher(
        search.index([*documents, make_document("60", TEXTS[-1], title=title)], tuple(rows))
    )


@pytest.mark.parametrize(
    ("hit_strength", "expected"),
    [
        (FULL, AnswerConfidence.FULL),
        (FULL - 1, AnswerConfidence.PARTIAL),
        (NONE, AnswerConfidence.PARTIAL),
        (NONE - 1, AnswerConfidence.NONE),
    ],
)
def test_bounds(hit_strength: int, expected: AnswerConfidence) -> None:
    assert confidence(hit_strength) is expected


def test_strength_ignores_the_school_size() -> None:
    small, large = unit(100), unit(4000)
    assert strength(100 * small, small, share=80, lead=20, company=50) == strength(
        100 * large, large, share=80, lead=20, company=50
    )


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"share": 90}, {"share": 40}),
        ({"lead": 60}, {"lead": 0}),  # the next rule fits as well
        ({"company": 100}, {"company": 25}),
    ],
)
def test_each_share_counts(better: dict[str, int], worse: dict[str, int]) -> None:
    shares = {"share": 50, "lead": 50, "company": 50}
    assert strength(900, 50, **{**shares, **better}) > strength(900, 50, **{**shares, **worse})


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dogs outside the gate", AnswerConfidence.FULL),
        ("dogs", AnswerConfidence.FULL),  # one word, as the text spells it
        ("dogs eat purple trombones tomorrow", AnswerConfidence.NONE),
    ],
)
def test_best_hit_says_how_surely(query: str, expected: AnswerConfidence) -> None:
    assert make_searcher().rank(query)[0].confidence is expected


def test_a_guessed_word_is_less_sure() -> None:
    searcher = make_searcher()
    assert searcher.rank("dgos gte")[0].strength < searcher.rank("dogs gate")[0].strength


def test_the_right_subject_is_surer() -> None:
    row = ThesaurusRow(says=("puppy",), finds=("about animals",), same=False)
    query = "puppy outside"
    right = make_searcher(row, title="Animals on Site").rank(query)[0]
    other = make_searcher(row, title="Lettings").rank(query)[0]
    assert right.document.number == other.document.number == "60"
    assert right.strength > other.strength
