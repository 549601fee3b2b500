"""What a text names: duties, figures, conditions, laws and people."""

from collections.abc import Callable, Iterable

import pytest

from policybook.meaning.words import terms
from policybook.meaning.words.terms import DutyTerm
from policybook.redline import Matter

Read = Callable[[str], Iterable[object]]
MUST, MAY = DutyTerm("must", 4, bars=False), DutyTerm("may", 0, bars=False)

TERMS: list[tuple[Read, str, list[object]]] = [
    (terms.duties, "Staff must sign.", [MUST]),
    (terms.duties, "Pupils may leave.", [MAY]),
    (terms.duties, "No pupil may run.", [DutyTerm("may", 4, bars=True, refusal="no")]),
    (terms.duties, "You may not post.", [DutyTerm("may not", 4, bars=True)]),
    (terms.duties, "It opens in May 2026.", []),  # the month
    (terms.duties, "The office opens early.", []),
    (terms.modals, "Staff must sign. You may not post.", ["must", "may"]),
    (terms.modals, "It opens in May 2026.", []),
    (terms.figures, "Ten pupils and 12 rooms", ["10", "12"]),
    (terms.figures, "Pupils and rooms", []),
]


@pytest.mark.parametrize(("read", "text", "expected"), TERMS)
def test_terms_are_read(read: Read, text: str, expected: list[object]) -> None:
    assert list(read(text)) == expected


def test_duty_is_located_by_verb() -> None:
    assert list(terms.locate_duties("Staff must sign")) == [(MUST, (6, 10))]


@pytest.mark.parametrize(
    ("duty", "wording"),
    [(MUST, "must"), (DutyTerm("may", 4, bars=True, refusal="no"), "no … may")],
)
def test_duty_is_quoted(duty: DutyTerm, wording: str) -> None:
    assert duty.wording == wording


@pytest.mark.parametrize(
    ("text", "matter", "wording"),
    [
        ("the Equality Act 2010", Matter.LAW, "Equality Act 2010"),
        ("children under 13", Matter.AGE, "under 13"),
        ("reply within 10 school days", Matter.DEADLINE, "10 school days"),
        ("by 1 May 2026", Matter.DATE, "1 May 2026"),
        ("see section 3.2", Matter.REFERENCE, "section 3.2"),
        ("bring 12 pencils", Matter.NUMBER, "12 pencils"),
    ],
)
def test_figure_is_in_one_matter(text: str, matter: Matter, wording: str) -> None:
    facts = terms.facts(text)
    assert {name: [term.wording for term in found] for name, found in facts.items()} == {
        matter: [wording]
    }


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The DSL and Mrs Khan decide.", ["designated safeguarding lead", "mrs khan"]),
        ("Tell a parent or carer.", ["parent/carer"]),
        ("Write to office@oak.example.", ["office@oak.example"]),
        ("The gate is green.", []),
    ],
)
def test_bodies_have_one_name(text: str, keys: list[str]) -> None:
    assert [term.key for term in terms.bodies(text)] == keys


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("head teacher", "headteacher"),
        ("dsl", "designated safeguarding lead"),
        ("parents and carers", "parent/carer"),
        ("pupils", "pupil"),
    ],
)
def test_spellings_give_one_role(name: str, role: str) -> None:
    assert terms.role(name) == role
