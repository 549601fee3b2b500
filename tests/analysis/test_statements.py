"""What a sentence does to which thing."""

import pytest

from policybook.analysis.statements import read_statements


def test_statement_has_its_parts() -> None:
    (statement,) = read_statements(
        "All pupil bikes must be handed in at the office by 9.15.", "Bikes"
    )
    assert (statement.action, statement.thing, statement.people) == ("give", "bike", {"pupil"})
    assert statement.places == (("office", "at the office"),)
    assert statement.times == (("9.15", "9.15"),)


@pytest.mark.parametrize(
    "text",
    ["The report is long.", "Staff walk home.", "They are kept.", "Use of bikes.", ""],
)
def test_other_sentences_say_nothing(text: str) -> None:
    assert read_statements(text, "") == ()


@pytest.mark.parametrize(
    ("text", "permits"),
    [
        ("Hats may be worn.", True),
        ("Hats must not be worn.", False),
        ("Hats may be worn when it is hot.", None),
        ("Hats are worn.", None),
    ],
)
def test_permission_needs_no_condition(text: str, permits: bool | None) -> None:
    assert read_statements(text, "")[0].permits is permits


@pytest.mark.parametrize("end", ["parent/s.", "carer/s", "/", "office/s and parent/s."])
def test_letters_after_a_stroke_are_read(end: str) -> None:
    statements = read_statements(f"Staff give copies to the {end}", "")
    assert all(isinstance(statement.permits, bool | None) for statement in statements)
