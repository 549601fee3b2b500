"""A frozen sample of the search bar: 60 judged questions to the small school.

`benchmarks/search_bar.py` measures all questions. Raise a figure here when search gets better;
never lower one.
"""

import json
import re
from typing import Any

import pytest

from policybook.search import Hit, SearchDocument, Searcher

from .conftest import HERE

Question = dict[str, Any]
#: Questions from each of the four lists.
FROM_EACH = 15
#: How many questions had an answer, or its section, among the first three results.
FROZEN = [
    ("answer", 55),
    ("section", 56),
]


@pytest.fixture(scope="module")
def sample(searcher: Searcher) -> list[tuple[Question, list[Hit]]]:
    questions = []
    for name in ("a", "b", "c", "d"):
        judged = json.loads((HERE / f"judged-{name}.json").read_text("utf-8"))
        answerable = [question for question in judged if answers(question, searcher)]
        questions += answerable[:: len(answerable) // FROM_EACH][:FROM_EACH]
    return [(question, searcher.rank(question["query"], 3)) for question in questions]


def answers(question: Question, searcher: Searcher) -> list[SearchDocument]:
    """Return the documents that answer a question (grade 2)."""
    clauses = [clause for clause in question["clauses"] if clause["grade"] == 2]
    return [d for d in searcher.index.documents if any(is_clause(d, c) for c in clauses)]


def is_clause(document: SearchDocument, clause: dict[str, Any]) -> bool:
    return clause["policy"] == document.policy and letters(document.text).startswith(
        letters(clause["begins"])[:50]
    )


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def place(document: SearchDocument, figure: str) -> tuple[str, str]:
    anchor = document.anchor if figure == "answer" else document.anchor.split("-")[0]
    return document.policy, anchor


def test_sample_has_sixty_questions(sample: list[tuple[Question, list[Hit]]]) -> None:
    assert len(sample) == 4 * FROM_EACH
    assert len({question["query"] for question, _ in sample}) == len(sample)


@pytest.mark.parametrize(("figure", "frozen"), FROZEN)
def test_no_figure_falls(
    sample: list[tuple[Question, list[Hit]]], searcher: Searcher, figure: str, frozen: int
) -> None:
    missed = [
        question["query"]
        for question, hits in sample
        if {place(document, figure) for document in answers(question, searcher)}.isdisjoint(
            place(hit.document, figure) for hit in hits
        )
    ]
    assert len(sample) - len(missed) >= frozen, missed
