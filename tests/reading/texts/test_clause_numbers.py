"""Typed numbers of lists: they are the labels of items, and a reader sees each once."""

import pytest

from policybook.model import Clause
from policybook.reading.texts import clauses, markdown, text_outline
from policybook.reading.texts.clause_numbers import shown_inlines


def items(body: str) -> list[Clause]:
    return list(clauses.walk_sections(text_outline.parse(f"## Rules\n\n{body}").sections))


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("The chair:\n\n1. opens\n2. closes\n", ["1.1", "1.1(1)", "1.1(2)"]),
        ("The chair:\n\n3) opens\n4) closes\n", ["1.1", "1.1(3)", "1.1(4)"]),
        ("1. Sit.\n2. Ask:\n    1. him\n    2. her\n", ["1.1", "1.2", "1.2(1)", "1.2(2)"]),
        ("Then:\n\n1. sit:\n    - here\n2. go\n", ["1.1", "1.1(1)", "1.1(1)(i)", "1.1(2)"]),
        # A number that only asks for numbers, a bullet and a quantity have letters.
        ("Then:\n\n1. sit\n1. go\n", ["1.1", "1.1(a)", "1.1(b)"]),
        ("Then:\n\n- sit\n- go\n", ["1.1", "1.1(a)", "1.1(b)"]),
        ("Within:\n\n15. school days\n", ["1.1", "1.1(a)"]),
        # A second list from 1 in the same rule would have the numbers of the first.
        (
            "- Sit:\n    1. here\n    2. there\n\n    or\n\n    1. go\n",
            ["1.1", "1.1(1)", "1.1(2)", "1.1 ¶2", "1.1(d)"],
        ),
    ],
)
def test_items_keep_typed_numbers(body: str, numbers: list[str]) -> None:
    assert [clause.number for clause in items(body)] == numbers


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("The chair:\n\n1. opens\n2. *closes*\n", [("1.", "opens"), ("2.", "closes")]),
        ("1. Sit.\n2. Go.\n", [("1.1", "Sit."), ("1.2", "Go.")]),
        # The rule before takes 1.1, so the labels are others than the typed numbers.
        ("All stay.\n\n1. Sit.\n2. Go.\n", [("1.2", "1. Sit."), ("1.3", "2. Go.")]),
        ("Within:\n\n15. school days\n", [("(a)", "15. school days")]),
    ],
)
def test_number_is_shown_once(body: str, shown: list[tuple[str, str]]) -> None:
    last = items(body)[-len(shown) :]
    assert [(c.label, markdown.plain_text(shown_inlines(c))) for c in last] == shown
