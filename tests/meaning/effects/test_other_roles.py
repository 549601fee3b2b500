"""Roles that no list has, and words in capitals that are no role."""

import pytest

from policybook.meaning.effects.people import people


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("The Finance Committee meets.", "The Audit Committee meets.", [("Finance Committee", "Audit Committee")]),
        ("Ask the Exams Office.", "Ask the Attendance Office.", [("Exams Office", "Attendance Office")]),
        ("A team-leader may vote.", "A Member may vote.", [("team-leader", "Member")]),
        ("All delegates/attendees and cooks eat.", "All staff, attendees and cooks eat.", [("delegates", ""), ("", "staff")]),
        # the same people
        ("Tell customers early.", "Tell clients early.", []),
        # nobody
        ("Use the Sick Bay.", "Use the Medical Room.", []),
        ("Send a Sensitive Data Request.", "Send a Private Information Request.", []),
        ("The Short Version", "Our Standards", []),
        ("Read the Data Protection Policy.", "Read the Privacy Notice.", []),
        ("Write to ann@oakfield.example.", "Write to office@oakfield.example.", []),
        ("The Red Form is used.", "The Blue Form is used.", []),
    ],
)  # fmt: skip
def test_only_people_are_named(old: str, new: str, named: list[tuple[str, str]]) -> None:
    assert [(weight.old, weight.new) for weight in people(old, new)] == named
