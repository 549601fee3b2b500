"""What a school has decided: its `statutory.yml`."""

import pytest
from builders import PATH, load_project, make_text

from policybook.analysis import statutory
from policybook.reading.files import layout


def read(text: str) -> tuple[statutory.SchoolDecisions, list[str]]:
    library = load_project({PATH: make_text(), layout.STATUTORY: text}).library
    decisions, findings = statutory.school_decisions(library)
    assert all((f.path, f.code) == (layout.STATUTORY, "statutory-row") for f in findings)
    return decisions, [f"{f.line}: {f.message}" for f in findings]


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_no_decision_is_no_fault(text: str) -> None:
    assert read(text) == (statutory.SchoolDecisions(), [])


def test_decisions_are_read() -> None:
    decisions, faults = read(
        "not_applicable:\n  careers: No pupils over 11.\ncovered_by:\n  exclusion: behaviour\n"
    )
    assert faults == []
    assert decisions.not_applicable == {"careers": "No pupils over 11."}
    assert decisions.covered_by == {"exclusion": "behaviour"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("never: x\n", "1: `never` is not a list of decisions"),
        ("not_applicable: x\n", "1: `not_applicable` is not a list of decisions"),
        ("not_applicable:\n  carers: x\n", "2: `carers` is not a row of the list"),
        ("not_applicable:\n  careers: []\n", "2: `careers` is a list"),
        ("covered_by:\n  uniform: clothes\n", "2: `uniform` names the policy “clothes”"),
    ],
)
def test_faulty_decision_is_named(text: str, fault: str) -> None:
    decisions, (message,) = read(text)
    assert decisions == statutory.SchoolDecisions() and message.startswith(fault)
