"""Duties that are sure enough to count people by."""

import pytest

from policybook.analysis.duties import duties
from policybook.analysis.duties.sureness import is_sure
from tests.redline.comparisons import make_version


def sure_people(text: str) -> list[tuple[str, str]]:
    version = make_version(f"## A\n\n{text}\n")
    return [(duty.who, str(duty.kind)) for duty in duties(version, "Oak") if is_sure(duty)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Staff must sign the form.", [("staff", "must")]),
        ("The clerk sends the agenda.", [("clerk", "must")]),
        ("The clerk is responsible for the keys.", [("clerk", "must")]),
        ("If you are ill, please ring the office.", [("you", "must")]),
        ("Send the form to the office.", [("you", "must")]),
        ("Phones must not be used.", [("anyone", "must not")]),
    ],
)
def test_sure_duties_are_counted(text: str, people: list[tuple[str, str]]) -> None:
    assert sure_people(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "“Club” shall refer to a body of students.",
        "Levy groups are eligible for a grant.",
        "With camps that are in design, the fund will pay.",
        "Report@club.example is read by the office.",
        "We do not tolerate shouting.",
        "We trust you to be fair.",
        "A pupil sees the post and hides it.",
        "Parents may still need help.",
        "People may say unkind things.",
        "They will tell you what to do.",
        "For example, parents must sign.",
        "Four members would be required to vote.",
        "All staff, guests, cooks, and volunteers must sign.",
        "This does not mean that all noise is prohibited.",
        "Internal server names are no secret.",
        "If a member leaves, they shall no longer be considered a member.",
    ],
)
def test_unsure_duties_are_not(text: str) -> None:
    assert sure_people(text) == []


def test_items_that_tell_which_bind_no_one() -> None:
    lead = "The clerk shall move a motion which:"
    version = make_version(f"## A\n\n{lead}\n\n- needs no second\n- is open to all\n")
    assert [duty.number for duty in duties(version, "Oak") if duty.who == "clerk"] == ["1.1"]
