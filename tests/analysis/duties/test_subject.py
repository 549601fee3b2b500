"""Whose a duty is."""

import pytest

from policybook.analysis.duties import subject

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
        ("When staff write to several families, they must ask.", "staff"),
        ("When staff write to two parents, governors must ask.", "governors"),
        ("Staff, governors, or volunteers must ask.", "staff, governors, or volunteers"),
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
        (
            "The school warns the parents that they should ask.",
            [("parents", "should")],
        ),
        ("Neither may staff ask.", [("staff", "must not")]),
        ("As an employee you are one of us and should ask.", [("you", "should")]),
    ],
)
def test_earlier_words_name_the_subject(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


PEOPLE = subject.people("Hill View School")


def test_people_are_named_whole() -> None:
    text = "the headteacher, hill view school and the pupil's parents"
    # The owner of something is no subject.
    assert [hit[0] for hit in PEOPLE.finditer(text)] == [
        "headteacher",
        "hill view school",
        "parents",
    ]


@pytest.mark.parametrize(
    ("rest", "is_passive"),
    [
        (" be reported", True),
        (" be told", True),
        (" not be kept", True),
        (" be aware", False),
        (" be open", False),
        (" report it", False),
    ],
)
def test_passive_is_recognised(rest: str, is_passive: bool) -> None:
    assert subject.is_passive(rest) is is_passive


@pytest.mark.parametrize(
    ("rest", "agent"),
    [
        (" be signed by the parent", "parents"),
        (" be kept by all staff", "staff"),
        (" be signed by Friday", ""),
        (" be signed", ""),
    ],
)
def test_agent_follows_by(rest: str, agent: str) -> None:
    assert subject.agent(rest, PEOPLE) == agent


@pytest.mark.parametrize(
    ("before", "rest", "earlier", "who"),
    [
        ("The headteacher ", " ask.", "", "headteacher"),
        ("They ", " ask.", "parents", "parents"),
        ("They ", " ask.", "", ""),
        ("Pictures of pupils ", " carry a date.", "", ""),
        ("Neither ", " staff ask.", "", "staff"),
    ],
)
def test_subject_is_near_its_verb(before: str, rest: str, earlier: str, who: str) -> None:
    assert subject.subject(before, rest, PEOPLE, earlier) == who


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("We ask whether staff ", "whether"),
        ("as you ", "as"),
        ("If ill, they ", ","),
        ("Staff ", ""),
    ],
)
def test_last_part_has_its_opening(before: str, word: str) -> None:
    assert subject.opening(before) == word
