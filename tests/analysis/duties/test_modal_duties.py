"""Duties with a modal verb: what describes, what is in a condition, and what tells apart."""

import pytest

from .listed_duties import list_who_and_kind


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The trip leader must ring home.", [("trip leader", "must")]),
        ("The ombudsperson will ring home.", [("ombudsperson", "will")]),
        ("The fog will lift.", []),
        ("Nobody is required to run.", [("anyone", "need not")]),
        ("Parents may be asked to pay.", [("", "may")]),
        ("A banned item is green.", []),
        ("Under no circumstances may staff lend keys.", [("staff", "must not")]),
        ("No matter how late, staff may ring.", [("staff", "may")]),
        ("With no cough, but no appetite, a child may attend.", [("children", "may")]),
        ("With no fever, they may attend.", []),
        ("These are forbidden items. Knives are forbidden.", [("anyone", "must not")]),
        ("Pupils will also be expected to bow.", [("pupils", "should")]),
        ("Pupils will be required to bow.", [("pupils", "must")]),
        ("No second ride will be permitted.", [("", "will not")]),
        ("The club will also appoint a coach.", [("club", "will")]),
        ("Books shall be kept by the club treasurer.", [("club treasurer", "must")]),
        ("The council retains the right to prune trees.", [("council", "may")]),
        ("The board reserves the right to close the pool.", [("board", "may")]),
        ("Each member shall be entitled to one vote.", [("member", "may")]),
        ("The panel shall have the power to call a vote.", [("panel", "may")]),
        ("No waste (apart from leaves) must be buried.", [("anyone", "must not")]),
        ("We'll reply. They’ll be told.", [("we", "will"), ("", "will")]),
        ("You don't have to pay.", [("", "need not")]),
        ("Dogs are permitted on a lead.", [("", "may")]),
        ("Dogs are not permitted on a lead.", [("anyone", "must not")]),
        ("A debt cannot be carried over.", [("anyone", "must not")]),
        ("Where a debt cannot be paid, the clerk rings.", [("clerk", "must")]),
        ("Forms can only be used once.", [("", "may")]),
        ("If he is late, the most senior nurse present may act.", [("senior nurse", "may")]),
        ("When pupils find a bag they must tell.", [("pupils", "must")]),
    ],
)
def test_modal_verbs(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Elm Bank Players will keep a list.", [("elm bank players", "will")]),
        ("North Forest Trackways will publish its accounts.", [("north forest trackways", "will")]),
        ("Sports Day will be fun.", []),
        ("The North Forest Walk will keep to the path.", []),
        ("Walking will keep you well.", []),
    ],
)
def test_body_has_its_own_name(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Most children will be late.",
        "Forms can be had at once.",
        "We can see the sea, but we cannot say how deep it is.",
        "We may not be able to help.",
        "A quorum shall be six members. The board shall consist of nine people.",
        "The plan needs to be in plain terms.",
        "It has the barred list, and the steps required to end a contract.",
        "It is the tray that people who we may meet like.",
        "Staff will at times be tired.",
        "Staff will have had breakfast.",
        "You will find the hall.",
        "You will have an answer.",
        "Staff may need to rest.",
        "Staff may feel tired.",
        "The staff can no longer help.",
        "Staff know what they must do.",
        "There is tea so that staff can rest.",
        "There are rooms to which parents are invited.",
        "The school cannot be held responsible for bikes.",
        "The list is for those who need to know.",
        "The plan is about when data will be shared.",
        "You will not be able to swim. Absence will be considered unexcused.",
        "It is recognised that no system can see all. It is hoped it will never be used.",
        "The trust understands that at times staff need to leave.",
        "This is “must”, as in “you must go”.",
        "How medicine is to be given. This may or may not help.",
        "Parents may worry that children will be sad.",
        "Stop once you have been asked to.",
        "It is on the form we may send. The council shall not be liable for harm.",
        "The list has the names that need to be checked.",
    ],
)  # fmt: skip
def test_expectation_is_no_duty(body: str) -> None:
    assert list_who_and_kind(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("If staff must leave, the cook rings.", [("cook", "must")]),
        ("If possible staff must leave.", [("staff", "must")]),
        ("Children who need to rest must ask.", [("children", "must")]),
        ("The headteacher, who must rest, is tall.", [("headteacher", "must")]),
    ],
)
def test_condition_is_no_duty(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body)[:1] == expected


@pytest.mark.parametrize(
    ("body", "who"),
    [
        # what must not happen to somebody
        ("No pupil may miss a visit because their parents cannot pay.", ""),
        ("Pupils must not miss a visit on the grounds of cost.", ""),
        ("No child should suffer because a parent is late.", ""),
        ("No pupil will lose their place if a payment is late.", ""),
        ("Children must not go without lunch because of debt.", ""),
        ("No family should be asked for money in front of others.", ""),
        ("No volunteer may be made to drive.", ""),
        # what somebody must not do
        ("No pupil may miss lessons without a note.", "pupils"),
        ("Pupils must not miss lessons.", "pupils"),
        ("Staff must not lose a pass.", "staff"),
        ("No pupil may leave because they are bored.", "pupils"),
        ("No member of staff may give a lift to a pupil.", "staff"),
    ],
)
def test_protection_is_nobodys_duty(body: str, who: str) -> None:
    assert [name for name, _ in list_who_and_kind(body)] == [who]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ask the business manager, who must answer.", [("business manager", "must")]),
        ("Ask the nurse, who may ring.", [("nurse", "may")]),
        ("Staff who must ask are few.", []),
    ],
)
def test_who_names_the_person_before(body: str, expected: list[tuple[str, str]]) -> None:
    assert [pair for pair in list_who_and_kind(body) if pair[0] != "you"] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Parents must sign before they can leave.", [("parents", "must")]),
        ("Parents must ring, so the staff can tell others.", [("parents", "must")]),
        ("Parents must ring if another person is to drive.", [("parents", "must")]),
        ("A form must be signed before any keys will be lent.", [("", "must")]),
        ("Pupils who come after the bell must ring.", [("pupils", "must")]),
        ("When they come they must ring.", [("", "must")]),
        ("If you are late you can ring.", [("you", "may")]),
        ("Check that noise cannot be heard.", [("you", "must")]),
    ],
)
def test_side_clause_is_no_duty(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected
