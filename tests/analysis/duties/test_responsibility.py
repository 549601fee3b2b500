"""Who answers for what."""

import pytest

from .listed_duties import list_who_and_kind


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("The bursar is responsible for the safe.", "bursar"),
        ("Cooks are accountable for waste.", "cooks"),
        ("The bursar has overall responsibility for the safe.", "bursar"),
        ("The cook is in charge of the kitchen.", "cook"),
        ("It is the duty of every adult to act.", "adults"),
        ("It is the parent's responsibility to ring.", "parents"),
        ("It falls to the clerk to keep the list.", "clerk"),
        ("It is for parents to name each item.", "parents"),
        ("Cleaning is the responsibility of the caretaker.", "caretaker"),
        ("Responsibility for keys rests with the caretaker.", "caretaker"),
    ],
)
def test_responsibility_is_a_duty(body: str, who: str) -> None:
    assert list_who_and_kind(body) == [(who, "must")]


@pytest.mark.parametrize(
    "body",
    [
        "The school is not responsible for bikes.",
        "Ask the person who is responsible for keys?",
        "Rain is responsible for the mud.",
        "Responsible adults are kind.",
    ],
)
def test_no_responsibility_is_read(body: str) -> None:
    assert list_who_and_kind(body) == []
