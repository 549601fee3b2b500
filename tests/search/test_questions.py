"""Questions that people asked: their form, and what a check says of them."""

import pytest
from builders import make_approved_text, make_sources

from policybook.reading import library

from .asked_school import BODY, PATH, list_findings, load_school


def test_suggested_row_answers_the_question() -> None:
    asked = "questions:\n  - question: teachers, ring home\n    answer: behaviour 1.2\n"
    more = "".join(f"\nTeachers ring home on day {n}.\n" for n in range(5))
    files = {PATH: make_approved_text(BODY + more), "docs/policies/asked.yml": asked}
    (fault,) = list_findings(library.load(make_sources(files)).library, "asked")
    row = "- say: teachers ring home"
    assert f"`{row}` and below it `means: behaviour 1.2`" in fault.remedy
    files["docs/policies/vocabulary.yml"] = f"ours:\n  {row}\n    means: behaviour 1.2\n"
    assert list_findings(library.load(make_sources(files)).library, "asked", "thesaurus") == []


def test_question_of_small_words() -> None:
    (fault,) = list_findings(
        load_school(asked="questions:\n  - question: what about this\n    answer: behaviour 1.2\n"),
        "asked",
    )
    assert "small words" in fault.remedy


@pytest.mark.parametrize(
    "words",
    [
        "- question: x\n",
        "questions: x\n",
        "questions:\n  - question: x\n",
        "questions:\n  - question: x\n    answer: rule 1\n",
    ],
)
def test_malformed_question_is_a_fault(words: str) -> None:
    assert {f.code for f in list_findings(load_school(asked=words), "asked-form", "yaml")} <= {
        "asked-form",
        "yaml",
    }
    assert list_findings(load_school(asked=words), "asked-form", "yaml")
