"""The roles that a text itself names."""

import pytest

from policybook.analysis.duties import roles

from .listed_duties import list_who_and_kind


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("The governing body", "governing body"),
        ("3.2 Site manager", "Site manager"),
        ("Responsibilities of parents", "parents"),
        ("The headteacher's role", "headteacher"),
        ("Staff responsibilities", "Staff"),
        ("What pupils must do", "pupils"),
        ("Parents and carers", "Parents and carers"),
        ("Staff training", ""),
        ("Managing people", ""),
        ("Accounting officer", "Accounting officer"),
        ("Complaints about the headteacher", ""),
        ("Roles and responsibilities", ""),
        ("", ""),
    ],
)
def test_heading_can_name_a_role(title: str, role: str) -> None:
    assert roles.heading_role(title) == role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('The Designated Safeguarding Lead ("the Ear") is named.', {"ear"}),
        ("Our Sports Manager (the Gaffer) is named.", {"gaffer"}),
        ("“Reds” in this code means volunteers.", {"reds"}),
        ("The fence (the Ring) is high.", set()),
        ("“Kit” means shirts and shorts.", set()),
    ],
)
def test_definition_names_a_role(text: str, names: set[str]) -> None:
    assert roles.defined_roles([text]) == names


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("### The cook\n\nThey will count the plates.", [("cook", "will")]),
        ("### The cook\n\nWill count the plates.", [("cook", "will")]),
        ("### Cook\n\n- Counts the plates\n- Does not use nuts", [("cook", "must"), ("cook", "must not")]),
        ("### Plates\n\nThey will be clean.", []),
        ("### Cook\n\n- a green hat", []),
        ("Our Sports Manager (the Gaffer) is tall.\n\nThe Gaffer rings home.", [("gaffer", "must")]),
    ],
)  # fmt: skip
def test_role_has_the_duties(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected
