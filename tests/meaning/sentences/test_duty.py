"""How strongly a sentence binds, and whether it forbids."""

import pytest

from policybook.meaning.sentences.duty import read_duty, read_further_duties


@pytest.mark.parametrize(
    ("sentence", "force", "forbids"),
    [
        ("Guides must sign.", 4, False),
        ("Guides must not smoke.", 4, True),
        ("Guides do not smoke.", 4, True),
        ("No guide leaves early.", 4, True),
        ("Guides will count the group.", 3, False),
        ("The office rings home.", 3, False),
        ("Bags are checked at the gate.", 3, False),
        ("Guides should sign.", 2, False),
        ("The office tries to ring home.", 1.5, False),
        ("Guides must refrain from smoking.", 4, True),
        ("Guides are asked not to smoke.", 1, True),
        ("Guides may sign.", 0, False),
        ("Bruises may be a sign of harm.", None, False),
        ("Most babies will need a nap.", None, False),
        ("Badges are blue.", None, False),
        ("Anyone may use the lift.", 0, False),
        ("Guides may not work alone.", 4, True),
        ("The lift may not work.", None, False),
        ("Ponies may not be ridden here.", 4, True),
        ("The door is green.", None, False),
        ("If a guide must leave early.", None, False),
        ("Must guides sign?", None, False),
    ],
)
def test_force_and_ban_are_read(sentence: str, force: float | None, forbids: bool) -> None:
    duty = read_duty(sentence)
    assert (duty.force, duty.forbids) == (force, forbids)


def test_second_duty_is_read() -> None:
    (duty,) = read_further_duties("Guides must sign and must never leave.")
    assert duty.forbids


@pytest.mark.parametrize(
    ("subject", "forbids"),
    [
        ("Members of staff", True),
        ("Teachers in year 6", True),
        ("The chair of governors", True),
        ("A ban on phones in school", False),
        ("The role of the headteacher", False),
        ("A worry about a pupil", False),
    ],
)
def test_only_somebody_who_acts_is_forbidden(subject: str, forbids: bool) -> None:
    verb = "do not" if subject.endswith(("staff", "6")) else "does not"
    assert read_duty(f"{subject} {verb} end at the gate.").forbids is forbids
