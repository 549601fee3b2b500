"""People whom only one of two sentences names."""

import pytest

from policybook.meaning.effects.people import people


def pairs(old: str, new: str) -> list[tuple[str, str]]:
    return [(weight.old, weight.new) for weight in people(old, new)]


def test_role_of_no_list_is_named() -> None:
    assert pairs("The bursar signs it.", "The treasurer signs it.") == [("bursar", "treasurer")]


def test_person_in_new_words_is_left() -> None:
    old = "The bell is rung."
    assert pairs(old, "The bell is rung so that the caretaker can open the old side door.") == []


@pytest.mark.parametrize(
    ("old", "new", "role"),
    [
        ("The tutor tells the Head.", "The tutor tells the Head or asks the Deputy.", "Deputy"),
        ("Show it to the driver.", "Show it to the driver or the escort.", "escort"),
        ("Tell the DSL.", "Tell the DSL, or in her absence tell the bursar.", "bursar"),
        ("The coach signs it.", "The coach and the club secretary sign it.", "club secretary"),
        ("The treasurer checks it.", "The treasurer and the auditor check it.", "auditor"),
        ("The clerk asks a nurse.", "The clerk asks a nurse or another adult.", "another adult"),
        ("The head may look.", "The head, or a deputy whom she names, may look.", "deputy"),
        ("Only staff go.", "Only staff and pupils who are prefects go.", "pupils"),
        # nobody
        ("Nobody uses racist words.", "Nobody uses racist or sexist words.", ""),
        ("Drivers must stop.", "Drivers must stop and must wait for the guard.", ""),
        ("Pupils may read.", "Pupils may read or use the library.", ""),
        ("Staff read.", "Staff read or sing.", ""),
    ],
)
def test_joined_person_is_named(old: str, new: str, role: str) -> None:
    assert pairs(old, new) == ([("", role)] if role else [])
    assert pairs(new, old) == ([(role, "")] if role else [])


@pytest.mark.parametrize(
    ("old", "new", "first"),
    [
        ("Parents ring the office.", "The office rings parents.", ("Parents", "office")),
        ("The head informs governors.", "Governors inform the head.", ("head", "Governors")),
        ("Staff obey the pupils' parents.", "Parents obey the pupils' staff.", ("Staff", "Parents")),
        ("The members shall elect a clerk.", "The directors shall appoint a clerk.", ("members", "directors")),
        # the same people, or the same order in a passive
        ("Parents and pupils sign it.", "Pupils and parents sign it.", None),
        ("A teacher or a parent may ask.", "A parent or a teacher may ask.", None),
        ("Parents must tell the school.", "Parents must be told by the school.", None),
        ("Governors are told by the head.", "The head tells governors.", None),
    ],
)  # fmt: skip
def test_people_who_change_places(old: str, new: str, first: tuple[str, str] | None) -> None:
    assert pairs(old, new)[:1] == ([first] if first else [])


@pytest.mark.parametrize("role", ["principal", "chair of governors", "chair of the trustees"])
@pytest.mark.parametrize("rank", ["vice-", "deputy ", "acting "])
def test_deputy_is_another_person(role: str, rank: str) -> None:
    other = f"{rank}{role}"
    assert pairs(f"Letters go to the {role}.", f"Letters go to the {other}.") == [(role, other)]
