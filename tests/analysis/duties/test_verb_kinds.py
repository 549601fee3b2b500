"""What a verb asks or allows, and what sets no duty."""

import pytest

from policybook.analysis.duties.verb_kinds import (
    DutyKind,
    duty_kind,
    is_only_possible,
    only_describes,
)
from policybook.meaning.words import terms

from .listed_duties import list_who_and_kind, read_duties


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Staff must ask.", [("staff", "must")]),
        ("Staff must not ask.", [("staff", "must not")]),
        ("Staff should ask.", [("staff", "should")]),
        ("Staff should not ask.", [("staff", "should not")]),
        ("Staff may ask.", [("staff", "may")]),
        ("Staff may not ask.", [("staff", "must not")]),
        ("Staff need not ask.", [("staff", "need not")]),
        ("The headteacher will ask.", [("headteacher", "will")]),
        ("The Head Teacher is to ask.", [("headteacher", "must")]),
        ("Staff will have to ask.", [("staff", "must")]),
        ("Staff are advised not to ask.", [("staff", "should not")]),
        ("Staff are required to ask.", [("staff", "must")]),
        ("It is not recommended that staff ask.", [("", "should not")]),
        ("No pupil may ask.", [("pupils", "must not")]),
        ("No one may ask.", [("anyone", "must not")]),
        ("We will ask.", [("we", "will")]),
        ("If you are late you can ring.", [("you", "may")]),
        ("The hirer cannot sub-let it.", [("hirer", "must not")]),
        ("Families should wait.", [("families", "should")]),
        ("A first aider signs the log.", [("first aider", "must")]),
        ("Hill View School must ask.", [("school", "must")]),
        ("Do not ask. Never answer.", [("you", "must not"), ("you", "must not")]),
    ],
)
def test_the_verbs(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "This may attract attention.",
        "A child may be at risk.",
        "This will be long. It will end in May 2026.",
        "You could be wrong, and might be late.",
        "Be careful, as you cannot control what others do.",
        "Children cannot agree to this. Staff cannot always guarantee it.",
        "Forms can be obtained from the hall.",
        "We expect that most bills will be paid at once.",
        "It is not clear whether staff should go.",
        "Should it rain, the ground is wet.",
        "The recommended form is blue.",
        "This policy is to protect staff.",
        "There is a list; it never loses a form.",
        "We use the term 'phone' for any tool that you can use for calls.",
        "Any device that pupils can carry is a phone.",
        "Be aware that what is said may be shared.",
        "Whoever posts may be held liable.",
        "The term phone means a thing that staff may carry.",
    ],
)
def test_what_could_happen_is_no_duty(body: str) -> None:
    assert read_duties(body) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Staff must ask", DutyKind.MUST),
        ("Staff must not ask", DutyKind.MUST_NOT),
        ("Staff should ask", DutyKind.SHOULD),
        ("Staff should not ask", DutyKind.SHOULD_NOT),
        ("The head will ask", DutyKind.WILL),
        ("The head will not ask", DutyKind.WILL_NOT),
        ("Pupils may go", DutyKind.MAY),
        ("Staff need not ask", DutyKind.NEED_NOT),
        ("it is not recommended that", DutyKind.SHOULD_NOT),
        ("the recommended form", None),
        ("You could be wrong", None),
        ("We ask whether staff should go", None),
        ("should it rain", None),
    ],
)
def test_verb_has_its_kind(text: str, kind: DutyKind | None) -> None:
    ((duty, (start, end)),) = terms.locate_duties(text)
    assert duty_kind(duty, text[:start], text[end:]) is kind


@pytest.mark.parametrize(
    ("verb", "before", "rest", "describes"),
    [
        ("can", "any tool that you ", " use", True),
        ("can", "We agree that pupils ", " ask", False),
        ("may", "Be aware that it ", " be shared", True),
        ("may", "Staff ", " be held liable", True),
        ("may", "Staff ", " ask", False),
    ],
)
def test_description_is_no_permission(verb: str, before: str, rest: str, describes: bool) -> None:
    assert only_describes(verb, before, rest, f"{before}{verb}{rest}") is describes


@pytest.mark.parametrize(
    ("kind", "verb", "who", "passive", "before", "rest", "possible"),
    [
        (DutyKind.MAY, "may", "pupils", False, "A child ", " be at risk", True),
        (DutyKind.MAY, "may", "pupils", False, "Pupils ", " go", False),
        (DutyKind.MAY, "may", "", False, "This ", " help", True),
        (DutyKind.MAY, "may", "", True, "Pictures ", " be shared", False),
        (DutyKind.WILL, "will", "", False, "This ", " end", True),
        (DutyKind.MUST, "must", "", False, "It ", " shut", False),
        (DutyKind.MUST_NOT, "cannot", "you", False, "as you ", " control", True),
        (DutyKind.MUST_NOT, "cannot", "pupils", False, "Pupils ", " leave", False),
    ],
)
def test_possibility_is_no_duty(
    kind: DutyKind, verb: str, who: str, passive: bool, before: str, rest: str, possible: bool
) -> None:
    assert is_only_possible(kind, verb, who, passive, before, rest) is possible
