"""The patterns of people and bodies."""

import pytest

from policybook.meaning.words import role_patterns


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("the deputy headteacher and class teachers", ["deputy headteacher", "class teachers"]),
        ("parents and carers", ["parents and carers"]),
        ("children's services", ["children's services"]),
        ("the child protection policy", []),  # a subject, not a person
        ("the office door", []),
    ],
)
def test_roles_are_found_whole(text: str, roles: list[str]) -> None:
    assert [hit[0] for hit in role_patterns.ROLE.finditer(text)] == roles
