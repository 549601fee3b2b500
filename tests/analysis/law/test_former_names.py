"""Whether the words beside an old name say that it is of the past."""

import pytest

from policybook.analysis.law.former_names import is_past

KNOWN = ("child-on-child", "DBS")


def is_past_in(text: str, name: str) -> bool:
    start = text.index(name)
    return is_past(text, start, start + len(name), KNOWN)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2018 a new Act took the place of the Act 1998.", "Act 1998"),
        ("It has taken the place of the Agency.", "Agency"),
        ("The partners took over from the Board in 2019.", "Board"),
        ("The DBS, once the CRB, sends it.", "CRB"),
        ("This guidance supersedes the Circular 1999/10.", "Circular 1999/10"),
        ("The Act of 2010 replaced the Act 1995 and the Act 1975.", "Act 1975"),
        ("former legislation such as the Act 1998", "Act 1998"),
        ("The Handbook is the successor to the old Handbook.", "old Handbook"),
        ("child-on-child abuse, also called peer abuse", "peer abuse"),
        ("The Agency closed in 2025.", "Agency"),
        ("The work of the Agency passed to the Department.", "Agency"),
        ("The Code was withdrawn.", "Code"),
    ],
)
def test_past_name_is_recognised(text: str, name: str) -> None:
    assert is_past_in(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("This policy replaces ours, and staff must follow the Act 1998.", "Act 1998"),
        ("We replaced the form. The CRB is asked.", "CRB"),
        ("The school took over the field from the Board's neighbour.", "Board"),
        ("Bullying, also called peer abuse, is recorded.", "peer abuse"),
        ("The Board meets once the Agency writes.", "Board"),
    ],
)
def test_present_name_is_no_past(text: str, name: str) -> None:
    assert not is_past_in(text, name)
