"""The patterns of people and bodies."""

import pytest

from policybook.meaning.words import role_patterns

from .texts_with_terms import TEXTS


def test_text_without_hint_has_no_name() -> None:
    for text in (
        *TEXTS,
        "Dear Mrs Ahmed and Mr. Jones, Ms Lee, Miss Pike, Mx Ray, Dr Fox, Rev Hall: office@example.org",
    ):
        if role_patterns.NAME.search(text):
            assert role_patterns.MAY_NAME.search(text)


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
