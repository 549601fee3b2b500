"""Duties without a modal verb: each rule with an example and a counter-example."""

import pytest

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
        ("The clerk usually writes to parents. Usually the clerk rings.", []),
        ("In most years we receive a lot of letters.", []),
        ("The clerk receives about 40 letters, and receives the minutes.", []),
        ("Twins count as two children. The club operates under a committee.", []),
        ("We offer a wide range of clubs. Contracts of staff provide for leave.", []),
        ("The school provides lunch.", [("school", "must")]),
        ("The band is made up of pupils. The cake is made by pupils.", [("pupils", "must")]),
        ("Netball is played in the hall.", []),
        ("Staff and pupil membership expires in June.", []),
        ("Staff and parents sign it.", [("staff and parents", "must")]),
        ("From the time that you enter the hall, you are in an exam.", []),
        ("We believe that children flourish.", []),
        ("By locking the gate, the school protects each pupil.", []),
        ("The treasurer banks the takings.", [("treasurer", "must")]),
        ("If it rains, the steward halts play.", [("steward", "must")]),
        ("Students start with maths.", []),
        ("The body fights germs. Sexist jokes upset people.", []),
        ("We record each gift. We make sure of it.", [("we", "must"), ("we", "must")]),
        ("We welcome ideas. We provide a snack. We seek better ways.", []),
        ("The Children Act 1989 is long.", []),
        ("Staff records: ten years after they leave.", []),
        (
            "The coach congratulates players. Staff assume control.",
            [("coach", "must"), ("staff", "must")],
        ),
        ("Players receiving short term exclusions.", []),
        ("The bus stops unless a guard waves and the clerk rings.", []),
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
        ("The heating is opened by pushing the knob.", []),
        ("Bikes are used to deliver post.", []),
        ("Riding is strongly discouraged.", []),
        ("Health is promoted by helping children.", []),
        ("Two keys are required on each trip.", [("", "must")]),
        ("Skill is required by riders.", []),
        ("Teachers are paid on six points.", []),
        ("Riders are paid on receipt of the bill.", [("", "must")]),
        ("To ensure a bike is locked is a task.", []),
        ("The yard is owned by the trust.", []),
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
        ("You do not get a key.", []),
        ("The board takes no responsibility for bikes.", []),
    ],
)
def test_refusal_is_a_prohibition(body: str, expected: list[tuple[str, str]]) -> None:
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
