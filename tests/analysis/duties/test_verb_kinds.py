"""What a verb asks or allows, and what sets no duty."""

import pytest

from .listed_duties import list_who_and_kind, read_duties


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Staff must ask.", [("staff", "must")]),
        ("Staff must not ask.", [("staff", "must not")]),
        ("Staff should ask.", [("staff", "should")]),
        ("Staff should not ask.", [("staff", "should not")]),
        ("Staff may ask.", [("staff", "may")]),
        ("Staff may not ask.", [("staff", "must not")]),
        ("Staff need not ask.", [("staff", "need not")]),
        ("The headteacher will ask.", [("headteacher", "will")]),
        ("The Head Teacher is to ask.", [("headteacher", "must")]),
        ("Staff will have to ask.", [("staff", "must")]),
        ("Staff are advised not to ask.", [("staff", "should not")]),
        ("Staff are required to ask.", [("staff", "must")]),
        ("It is not recommended that staff ask.", [("", "should not")]),
        ("No pupil may ask.", [("pupils", "must not")]),
        ("No one may ask.", [("anyone", "must not")]),
        ("We will ask.", [("we", "will")]),
        ("Hill View School must ask.", [("school", "must")]),
        ("Do not ask. Never answer.", [("you", "must not"), ("you", "must not")]),
    ],
)
def test_the_verbs(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "This may attract attention.",
        "A child may be at risk.",
        "This will be long. It will end in May 2026.",
        "You could be wrong, and might be late.",
        "Be careful, as you cannot control what others do.",
        "The school asks whether staff should go.",
        "Should it rain, we stay in.",
        "The recommended form is blue.",
        "This policy is to protect staff.",
        "Ask the school; it never loses a form.",
        "We use the term 'phone' for any tool that you can use for calls.",
        "Any device that pupils can carry is a phone.",
        "Be aware that what is said may be shared.",
        "Whoever posts may be held liable.",
        "The term phone means a thing that staff may carry.",
    ],
)
def test_what_could_happen_is_no_duty(body: str) -> None:
    assert read_duties(body) == []
