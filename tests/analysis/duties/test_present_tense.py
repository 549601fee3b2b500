"""Duties without a modal verb: each rule with an example and a counter-example."""

import pytest

from policybook.analysis.duties import present_tense
from policybook.analysis.duties.sentence_words import cut_words

from .listed_duties import list_who_and_kind


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The bursar locks the safe.", [("bursar", "must")]),
        ("The safe is heavy. Lamps light the yard.", []),
        ("Staff lock their bikes.", [("staff", "must")]),
        ("Staff bikes are green.", []),
        ("The class teacher visits the home.", [("class teacher", "must")]),
        ("The school visits policy is long.", []),
        ("A person who hears a noise rings the caretaker.", [("persons", "must")]),
        ("A person who hears a noise may be deaf.", []),
        ("Parents of pupils in Year 6 sign the form.", [("parents", "must")]),
        ("Forms for parents of pupils are green.", []),
        ("The cook and the bursar check the list.", [("cook and the bursar", "must")]),
        ("Most parents ring the office.", []),
        ("The clerk sometimes writes to parents.", []),
        ("The clerk knows each parent.", []),
        ("We believe that children flourish.", []),
        ("By locking the gate, the school protects each pupil.", []),
    ],
)
def test_who_does_what(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Bikes are locked away.", [("", "must")]),
        ("Bikes are not left in the yard.", [("", "must not")]),
        ("Bikes are locked away by the caretaker.", [("caretaker", "must")]),
        ("Bikes are locked away by noon.", [("", "must")]),
        ("Bikes that were lost are sold.", [("", "must")]),
        ("The yard is based on a plan.", []),
        ("The rule is set out in a plan.", []),
        ("Bikes are referred to as wheels.", []),
        ("Riding is repeated, careful work.", []),
        ("Some bikes are locked away.", []),
        ("It is hoped that all ride.", []),
    ],
)
def test_passive_names_no_one(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Staff do not lend keys.", [("staff", "must not")]),
        ("The cook does not use nuts.", [("cook", "must not")]),
        ("Nobody climbs the wall.", [("anyone", "must not")]),
        ("The school does not take responsibility for bikes.", []),
        ("Staff do not know the code.", []),
    ],
)
def test_refusal_is_a_prohibition(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ring the office.", [("you", "must")]),
        ("If a bike is lost, ring the office.", [("you", "must")]),
        ("Stage 1: speak to the tutor.", [("you", "must")]),
        ("If in doubt ask the cook.", [("you", "must")]),
        ("Use of bikes is fun.", []),
        ("Visit reports are long.", []),
        ("See the plan.", []),
        ("Smart clocks that ring are fun.", []),
        ("Risk Management in Schools, 2007", []),
        ("Lock the gate?", []),
        ("Date the policy is due for review: 1 May 2027.", []),
    ],
)
def test_command_speaks_to_the_reader(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("We expect pupils to walk.", [("pupils", "should")]),
        ("The school requires visitors to sign in.", [("visitors", "must")]),
        ("We ask parents not to park here.", [("parents", "should not")]),
        ("We request that parents replace them.", [("parents", "should")]),
        ("The cook asks pupils to queue.", [("cook", "must")]),
        ("We expect rain.", []),
    ],
)
def test_who_is_asked_has_the_duty(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    ("item", "is_duty"),
    [
        ("tests the alarm each Monday", True),
        ("come ready to learn", True),
        ("does not smoke", True),
        ("a note from home", False),
        ("records", False),
        ("reports of the day", False),
    ],
)
def test_item_can_leave_out_its_subject(item: str, is_duty: bool) -> None:
    assert (present_tense.read_unnamed(cut_words(item)) is not None) is is_duty
