"""Where sentences end, even in pasted text."""

import pytest

from .listed_duties import read_duties


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Page 2 of 4 2. ROLES AND RESPONSIBILITIES The headteacher must ask. Staff must wait.",
            [("headteacher", "The headteacher must ask."), ("staff", "Staff must wait.")],
        ),
        ("3. REWARDS & SANCTIONS Parents must ask.", [("parents", "Parents must ask.")]),
        ("The pupils are in school The school has a duty of care to ask.", [("school", "The school has a duty of care to ask.")]),
        ("We help everybody All staff must ask", [("staff", "All staff must ask")]),
        ("Staff must follow The code of conduct.", [("staff", "Staff must follow The code of conduct.")]),
        ("As said in The code staff must ask.", [("", "As said in The code staff must ask.")]),
        ("The DSL and the SENCO must ask.", [("dsl and the senco", "The DSL and the SENCO must ask.")]),
        ("Staff must call the GSA IT Service Desk.", [("staff", "Staff must call the GSA IT Service Desk.")]),
        ("Staff must tell the NSPCC Helpline.", [("staff", "Staff must tell the NSPCC Helpline.")]),
    ],
)  # fmt: skip
def test_pasted_text_is_split_into_sentences(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(duty.who, duty.text) for duty in read_duties(body)] == expected
