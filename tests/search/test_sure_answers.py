"""Queries that got a wrong rule as a full answer, and how surely the sample school answers them now."""

from datetime import date
from pathlib import Path

import pytest

from policybook import search
from policybook.reading import library
from policybook.reading.files.snapshot import read_sources
from policybook.search import AnswerConfidence, Searcher

SAMPLE = Path(__file__).parents[1] / "sample-school"
TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    school = library.load(read_sources(SAMPLE)).library
    return Searcher(search.index(search.documents_in_force(school, TODAY), search.shipped_rows()))


@pytest.mark.parametrize(
    "query",
    [
        "can we go on holiday in term time",
        "term time holiday fine",
        "cheap holiday in june",
        "sick day call the office",
        "off sick today",
        "who do i ring when im ill",
        "are trainers okay",
        "1:4",
        "one adult 1:8 ratio",
        "2.5 ml",
        "what time does school start",
        "head lice",
        "breakfast club price",
        "swimming lessons kit",
        "is there parking",
        "when is half term",
        "what is the wifi password",
        "packed lunch",
    ],
)
def test_no_full_answer_where_none_is(searcher: Searcher, query: str) -> None:
    assert all(hit.confidence is not AnswerConfidence.FULL for hit in searcher.rank(query, 1))


@pytest.mark.parametrize("query", ["how do i apply for a place in reception", "apply for a place"])
def test_application_is_no_scope(searcher: Searcher, query: str) -> None:
    """“It applies to visits” is not about applying for a place."""
    assert not searcher.rank(query)[0].document.text.startswith("It applies")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("can my yr 6 bring her phone", "2.1"),
        ("can a teacher look through my phone", "2.5"),
        ("who pays if phone gets smashed", "2.8"),
    ],
)
def test_right_rule_is_a_full_answer(searcher: Searcher, query: str, number: str) -> None:
    hit = searcher.rank(query)[0]
    assert (hit.document.number, hit.confidence) == (number, AnswerConfidence.FULL)


@pytest.mark.parametrize("query", ["is an apple watch okay", "is a fitbit ok"])
def test_watch_by_its_make_is_known(searcher: Searcher, query: str) -> None:
    hit = searcher.rank(query)[0]
    assert hit.document.number == "2.3" and hit.confidence is not AnswerConfidence.NONE
