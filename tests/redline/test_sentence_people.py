"""People whom only one of two sentences names."""

from policybook.redline.sentence_people import people


def pairs(old: str, new: str) -> list[tuple[str, str]]:
    return [(weight.old, weight.new) for weight in people(old, new)]


def test_role_of_no_list_is_named() -> None:
    assert pairs("The bursar signs it.", "The treasurer signs it.") == [("bursar", "treasurer")]


def test_person_in_new_words_is_left() -> None:
    old = "The bell is rung."
    assert pairs(old, "The bell is rung so that the caretaker can open the old side door.") == []
