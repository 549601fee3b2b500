"""Whom somebody looks for: a role, and nothing else but words that ask."""

import pytest

from policybook.reading.school import contacts_yml
from policybook.search.situations import find_person, list_asked_people

CONTACTS = """checked: 2026-11-20
contacts:
  - role: Designated Safeguarding Lead
    also: [DSL]
    name: Named in the test
    phone: 01632 960001
    hours: 8.30 am to 4 pm on school days
  - role: Deputy DSL
    phone: 01632 960004
  - role: Headteacher
    phone: 01632 960002
  - role: Chair of governors
    email: chair@hill-view.example
  - role: SENCO
    also: [Special needs coordinator]
    phone: 01632 960003
"""
PEOPLE = list_asked_people(contacts_yml.read(CONTACTS, []))


@pytest.mark.parametrize(
    ("query", "role"),
    [
        ("who is the dsl", "Designated Safeguarding Lead"),
        ("DSL phone number", "Designated Safeguarding Lead"),
        ("who’s our safeguarding lead?", "Designated Safeguarding Lead"),
        ("deputy dsl", "Deputy DSL"),
        ("how do i contact the chair of governors", "Chair of governors"),
        ("email for the Chair of the governing body", "Chair of governors"),
        ("head teacher", "Headteacher"),
        ("what number do i ring to speak to the head", "Headteacher"),
        ("senco", "SENCO"),
        ("what is the number for childline", "Childline"),
        ("child line", "Childline"),
        ("NSPCC", "NSPCC helpline"),
        ("ring samaritans", "Samaritans"),
        ("999", "If someone is in danger now"),
        ("emergency number", "If someone is in danger now"),
        ("who is the special needs coordinator please", "SENCO"),
    ],
)
def test_person_is_found(query: str, role: str) -> None:
    person = find_person(PEOPLE, query)
    assert person and person.role == role


@pytest.mark.parametrize(
    "query",
    [
        "head lice",
        "can the headteacher search my bag",
        "the head shouted at my son",
        "does the dsl keep records",
        "complain about the headteacher",
        "who is the caretaker",
        "emergency contact form",
        "childline posters in the hall",
        "phone number",
        "phones",
        "",
    ],
)
def test_question_about_rules_finds_nobody(query: str) -> None:
    assert find_person(PEOPLE, query) is None
