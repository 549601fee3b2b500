"""Roles that no list has, and words in capitals that are no role."""

import pytest

from policybook.meaning.effects.people import people


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("The Finance Committee meets.", "The Audit Committee meets.", [("Finance Committee", "Audit Committee")]),
        ("Ask the Exams Office.", "Ask the Attendance Office.", [("Exams Office", "Attendance Office")]),
        ("A team-leader may vote.", "A Member may vote.", [("team-leader", "Member")]),
        ("All delegates/attendees and cooks eat.", "All staff, attendees and cooks eat.", [("delegates", ""), ("", "staff")]),
        # the same people
        ("Tell customers early.", "Tell clients early.", []),
        # nobody
        ("Use the Sick Bay.", "Use the Medical Room.", []),
        ("Send a Sensitive Data Request.", "Send a Private Information Request.", []),
        ("The Short Version", "Our Standards", []),
        ("Read the Data Protection Policy.", "Read the Privacy Notice.", []),
        ("Write to ann@oakfield.example.", "Write to office@oakfield.example.", []),
        ("The Red Form is used.", "The Blue Form is used.", []),
    ],
)  # fmt: skip
def test_only_people_are_named(old: str, new: str, named: list[tuple[str, str]]) -> None:
    assert [(weight.old, weight.new) for weight in people(old, new)] == named


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The school nurse restocks the kits at the end of each half term.", "The lead first aider restocks the kits at the end of each half term."),
        ("Concerns about a coach are referred to the club welfare officer.", "Concerns about a coach are referred to the club welfare officer and the county safeguarding lead."),
        ("The panel consists of three governors with no previous involvement in the complaint.", "The panel consists of two governors and one person independent of the school, none with previous involvement in the complaint."),
        ("The panel consists of three governors.", "The panel consists of three governors and one person independent of the school."),
        ("Only the headteacher may suspend a pupil.", "Only the headteacher or, in her absence, the deputy headteacher may suspend a pupil."),
        ("The pay committee decides claims in October.", "The headteacher decides claims in October."),
        ("The captain may stop the race.", "The captain or, if she is absent, the vice-captain may stop the race."),
        ("The warden may close the hut.", "The warden or, in his absence, the assistant warden may close the hut."),
        ("Accidents are reported to the site foreman.", "Accidents are reported to the site foreman and the regional health and safety adviser."),
        ("Keys are held by the duty manager.", "Keys are held by the evening caretaker."),
        ("The community librarian chooses the books.", "The lead storyteller chooses the books."),
        ("The jury has four members.", "The jury has four members and two people independent of the festival."),
        ("The play therapist writes a report.", "The lead practitioner writes a report."),
        ("The board has nine trustees.", "The board has nine trustees and one adult nominated by the union."),
    ],
)  # fmt: skip
def test_role_of_several_nouns_is_named(old: str, new: str) -> None:
    assert list(people(old, new))
    assert list(people(new, old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The lead pipe is replaced.", "The copper pipe is replaced."),
        ("The county plan is checked.", "The delivery plan is checked."),
        ("The kit holds plasters.", "The kit holds plasters and a spare toner container."),
        ("The hall has a stage.", "The hall has a stage and one room independent of the heating."),
        ("The story counter is blue.", "The delivery counter is red."),
        ("The warden may close the hut.", "The warden may close the hut or, in a storm, the path."),
        ("The play area is closed.", "The lead counter is closed."),
        ("Members pay a fee.", "Members pay a fee and, in winter, the cost of heating."),
        ("The search filter is set.", "The lead monitor screen is set."),
        ("The water heater is serviced in May.", "The smoke detector is serviced in May."),
        ("The walking route is signed.", "The cycling route is signed."),
    ],
)  # fmt: skip
def test_things_are_no_role(old: str, new: str) -> None:
    assert list(people(old, new)) + list(people(new, old)) == []
