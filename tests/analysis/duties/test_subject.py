"""Whose a duty is."""

import pytest

from .listed_duties import list_who_and_kind, read_duties


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("A member of staff who sees a pupil must ask.", "staff"),
        ("Any member of the school staff must ask.", "staff"),
        ("All staff and governors must ask.", "staff and governors"),
        ("Staff, governors and volunteers must ask.", "staff, governors and volunteers"),
        ("Parents and carers must ask.", "parents and carers"),
        ("Parents/carers must ask.", "parents and carers"),
        ("The Designated Safeguarding Lead (DSL) must ask.", "designated safeguarding lead"),
        ("The chair of governors must ask.", "chair of governors"),
        ("The link governor for safeguarding must ask.", "link governor"),
        ("The headteacher of the school must ask.", "headteacher"),
        ("If a pupil is hurt, the teacher must ask.", "teachers"),
        ("In this case the headteacher must ask.", "headteacher"),
        ("Under section 9 of the Act the headteacher must ask.", "headteacher"),
        ("Where a disclosure is made the school must ask.", "school"),
        ("Employees that use social media at home must ask.", "employees"),
        ("The form must be signed by a parent.", "parents"),
        ("The form must be signed and filed by Friday.", ""),
        ("The form must be signed.", ""),
        ("Pictures of pupils must carry a date.", ""),
        ("Comments that name a child must go.", ""),
        ("Letters by a volunteer or visitor must go.", ""),
        ("The pupil's locker must shut.", ""),
        ("A pupil's parents must ask.", "parents"),
        ("Pictures must not be shared.", "anyone"),
        ("Phones are banned.", "anyone"),
        ("Staff must be careful.", "staff"),
        ("Staff must be trained.", ""),
    ],
)  # fmt: skip
def test_whose_a_duty_is(body: str, who: str) -> None:
    assert [duty.who for duty in read_duties(body)][:1] == [who]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Staff must ask first, and must not guess.", [("staff", "must"), ("staff", "must not")]),
        (
            "Parents may take pictures. They must not share them.",
            [("parents", "may"), ("parents", "must not")],
        ),
        ("If the headteacher hears of it they should ask.", [("headteacher", "should")]),
        ("The school warns the parents that they should ask.", [("parents", "should")]),
        ("Neither may staff ask.", [("staff", "must not")]),
        ("As an employee you are one of us and should ask.", [("you", "should")]),
    ],
)
def test_earlier_words_name_the_subject(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected
