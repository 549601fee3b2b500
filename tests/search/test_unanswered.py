"""Questions that search does not answer among its first results."""

import pytest
from builders import make_approved_text, make_sources

from policybook.model.findings import Severity
from policybook.reading import library
from policybook.search import find_unanswered

from .asked_school import BODY, PATH, TODAY, list_findings, load_school


def test_answered_question_raises_nothing() -> None:
    example = load_school(
        asked="questions:\n  - question: who keeps phones\n    answer: behaviour 1.1\n"
    )
    assert list_findings(example, "asked", "asked-form") == []


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("zorbing", "behaviour 1.1", "does not find the answer"),
        ("phones", "behaviour 9.9", "not a clause of a policy in force"),
        ("phones", "lettings 1.1", "not a clause of a policy in force"),
    ],
)
def test_unanswered_question_is_a_warning(question: str, answer: str, words: str) -> None:
    example = load_school(asked=f"questions:\n  - question: {question}\n    answer: {answer}\n")
    (fault,) = list_findings(example, "asked")
    assert (fault.severity, fault.line, fault.path) == (
        Severity.WARNING,
        2,
        "docs/policies/asked.yml",
    )
    assert words in fault.message


@pytest.mark.parametrize(
    ("title", "approved_on", "answered"),
    [
        ("Mobile Phones Policy", "2026-03-02", True),
        ("Mobile Phones Policy", "2020-03-02", False),  # older than the answer's policy
        ("Lettings Policy", "2026-03-02", False),  # its title is about something else
        ("Behaviour of phones", "2026-03-02", True),
    ],
)
def test_newer_policy_may_answer(title: str, approved_on: str, answered: bool) -> None:
    rules = "## Phones\n\n" + "".join(f"Phones {word}.\n\n" for word in ("a", "b", "c", "d"))
    files = {
        PATH: make_approved_text(BODY, title="Behaviour policy", approved_on="2025-09-01"),
        "docs/policies/phones/2026-03.md": make_approved_text(
            rules, title=title, approved_on=approved_on
        ),
        "docs/policies/asked.yml": "questions:\n  - question: phones\n    answer: behaviour 1.1\n",
    }
    assert list_findings(library.load(make_sources(files)).library, "asked") == [] or not answered
    assert bool(list_findings(library.load(make_sources(files)).library, "asked")) is not answered


def test_any_of_several_answers_will_do() -> None:
    example = load_school(
        asked="questions:\n  - question: phones\n    answer: [behaviour 1.3, behaviour 1.1]\n"
    )
    assert list_findings(example, "asked") == []


@pytest.mark.parametrize(
    ("question", "answer", "ranks"),
    [
        ("who keeps phones", "behaviour 1.1", []),
        ("zorbing", "behaviour 1.1", [0]),
        ("phones", "behaviour 9.9", [0]),
    ],
)
def test_unanswered_question_has_its_rank(question: str, answer: str, ranks: list[int]) -> None:
    example = load_school(asked=f"questions:\n  - question: {question}\n    answer: {answer}\n")
    found = list(find_unanswered(example, TODAY))
    assert [(item.text, rank) for item, rank in found] == [(question, rank) for rank in ranks]
