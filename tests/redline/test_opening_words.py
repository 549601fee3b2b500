"""Items and the words that open their list."""

import pytest

from policybook.redline import Matter, changes_to_read
from policybook.redline.opening_words import is_opening, only_tells_which

from .comparisons import compare


def test_a_sentence_opens_no_list() -> None:
    assert is_opening("Staff must:") and is_opening("Staff must") and not is_opening("Sign.")


def test_a_lone_opening_sets_no_duty() -> None:
    old = "## A\n\nThe hall is warm.\n"
    new = f"{old}\nGuides must:\n\n- sign the book at the desk\n"
    lead, item = changes_to_read(compare(old, new))
    assert [len(lead.weights), len(item.weights)] == [1, 2]


@pytest.mark.parametrize(
    ("lead", "is_told"),
    [
        ("The clerk shall move a motion that:", True),
        ("The clerk shall move a motion which", True),
        ("A member must tell the others and step back if they:", True),
        ("Guides must ring the office when the group:", True),
        ("Guides must make sure that:", False),
        ("Guides must:", False),
        ("Guides who drive must:", False),
    ],
)
def test_some_items_only_tell_which(lead: str, is_told: bool) -> None:
    assert only_tells_which(lead) is is_told


def test_condition_of_a_list_is_no_duty() -> None:
    old = "## A\n\nThe hall is warm.\n"
    new = f"{old}\nA member must tell the others in writing if they:\n\n- are in the boat club\n"
    lead, item = changes_to_read(compare(old, new))
    assert [weight.matter for weight in lead.weights] == [Matter.STRONGER, Matter.NEW]
    assert [weight.matter for weight in item.weights] == [Matter.NEW]


def test_sentences_before_an_opening_tell() -> None:
    old = "## A\n\nThe hall is warm.\n"
    new = f"{old}\nGuides may choose a route. They take with them:\n\n- a rope\n"
    lead, _ = changes_to_read(compare(old, new))
    assert [weight.new for weight in lead.weights] == ["may", ""]
