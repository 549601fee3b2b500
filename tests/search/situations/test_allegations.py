"""Who is accused, and who deals with it: the card of one is no help to the other."""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

FINDER = CardFinder(read_school_file(load_library({}), shipped_cards()))


def find(text: str) -> tuple[str, ...]:
    """Return the ids of the card and of those beside it."""
    card = FINDER.find(text)
    return (card.id, *(other.id for other in FINDER.list_beside(card))) if card else ()


@pytest.mark.parametrize(
    "text",
    [
        "a teacher has been accused",
        "what do i do if a teacher is accused",
        "what happens if a member of staff is accused",  # a question about a rule
        "the headteacher has been accused",
        "an allegation has been made against a volunteer",
        "how do i deal with an allegation",
        "accused of hurting a child",  # nothing says who
        "my colleague has been accused by a parent",
        "a ta is under investigation",
        "a teacher has been accused of hitting a child",
        "a coach is accused of touching a pupil",
    ],
)
def test_unknown_reader_sees_both_cards(text: str) -> None:
    assert find(text) == ("allegation", "accused")


@pytest.mark.parametrize(
    "text",
    [
        "i have been accused",
        "ive been accused of hitting a child what now",
        "a parent has accused me",
        "allegation against me",
        "a mum is telling everyone i hit her kid",
    ],
)
def test_accused_person_has_one_card(text: str) -> None:
    assert find(text) == ("accused",)


@pytest.mark.parametrize("text", ["allegation of plagiarism", "allegations policy for staff"])
def test_other_allegation_has_no_card(text: str) -> None:
    assert not find(text)


def test_son_accused_is_another_matter() -> None:
    assert find("my son is accused of stealing") == ("my-child-did-it",)


def test_cards_beside_say_for_whom() -> None:
    cards = {card.id: card for card in shipped_cards()}
    pairs = [(card, cards[name]) for card in cards.values() for name in card.beside]
    assert pairs and all(card.who and other.who for card, other in pairs)


def test_school_may_leave_out_card() -> None:
    files = {"docs/policies/help-cards.yml": "leave_out: [accused]\n"}
    finder = CardFinder(read_school_file(load_library(files), shipped_cards()))
    card = finder.find("a teacher has been accused")
    assert card and card.id == "allegation" and not finder.list_beside(card)
