"""Rules of two policies that say different things about the same matter."""

import pytest
from builders import load_library, make_text

from policybook.analysis.disagreements import find_disagreements


def compare(first: str, second: str) -> list[tuple[str, str, str]]:
    library = load_library(
        {
            f"docs/policies/{name}/2025-09.md": make_text(f"## Rules\n\n{body}\n")
            for name, body in (("first", first), ("second", second))
        }
    )
    pairs = find_disagreements([policy.versions[0] for policy in library.policies])
    return [(str(pair.kind), pair.first, pair.second) for pair in pairs]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Bikes are handed to the caretaker.",
            "All pupil bikes must be handed in at the office.",
            ("place", "to the caretaker", "at the office"),
        ),
        ("Tapes are kept for 30 days.", "Tapes must be kept for 90 days.", ("time", "30 days", "90 days")),
        ("Gates are locked at 9.15.", "The gates must be locked at 8.50.", ("time", "9.15", "8.50")),
        (
            "Pupils must not bring scooters.",
            "Pupils may bring scooters.",
            ("permission", "must not bring", "may bring"),
        ),
        ("Hats can be worn.", "No hats may be worn.", ("permission", "can be worn", "no … may be worn")),
        (
            "Complaints about lunch are answered within ten days.",
            "Complaints about lunch must be answered within 15 school days.",
            ("time", "ten days", "15 school days"),
        ),
        ("Guests sign in at reception.", "All guests must sign in at the main office.", ("place", "at reception", "at the main office")),
        (
            "Complaints are acknowledged within three days.",
            "We acknowledge a complaint within five working days.",
            ("time", "three days", "five working days"),
        ),
        ("CCTV images are retained for 14 days.", "CCTV recordings are kept for 30 days.", ("time", "14 days", "30 days")),
        (
            "Concerns about a child are reported to the safeguarding lead.",
            "Concerns about a child must be reported to the class teacher.",
            ("place", "to the safeguarding lead", "to the class teacher"),
        ),
        ("Pupils must not use bikes in the yard.", "Pupils may use bikes in the yard.", ("permission", "must not use", "may use")),
    ],
)  # fmt: skip
def test_difference_is_listed(first: str, second: str, expected: tuple[str, str, str]) -> None:
    assert compare(first, second) == [expected]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The same in other words.
        ("Bikes are handed to the caretaker.", "Bikes are handed in to the caretaker."),
        ("Tapes are kept for 24 hours.", "Tapes are kept for 1 day."),
        # One of two places that the other allows.
        ("Bikes are given to the caretaker or the cook.", "Bikes are handed to the cook."),
        # Another person's, another thing's, or another action's rule.
        ("Staff bikes are kept in the hall.", "Pupil bikes are kept in the yard."),
        ("Records of pupils are kept for 25 years.", "Records of lunches are kept for 6 years."),
        ("Bags are kept in the hall.", "Bags are sent to the yard."),
        # A condition may explain the difference.
        ("Pupils may bring bikes if they live far away.", "Pupils must not bring bikes."),
        # Elsewhere, or to somebody else.
        ("Pupils must not use bikes in lessons.", "Pupils may use bikes in the yard."),
        ("Guests sign in at reception.", "Contractors sign in at the site office."),
        ("Complaints are acknowledged within 3 days.", "Complaints are answered within 15 days."),
        (
            "Complaints are answered within 10 days.",
            "Complaints about the chair are answered within 20 days.",
        ),
        # Where it leads, not where it goes.
        ("Notes are sent to avoid delay.", "Notes are sent to the cook."),
    ],
)
def test_agreement_is_not_listed(first: str, second: str) -> None:
    assert compare(first, second) == []


def test_policy_that_says_both_agrees() -> None:
    both = "Bikes are handed to the cook.\n\nBikes are handed to the caretaker."
    assert compare(both, "Bikes are handed to the caretaker.") == []


def test_one_policy_is_never_compared() -> None:
    library = load_library(
        {
            "docs/policies/first/2025-09.md": make_text(
                "## Rules\n\nHats may be worn.\n\nHats must not be worn.\n"
            )
        }
    )
    assert list(find_disagreements([library.policies[0].versions[0]])) == []
