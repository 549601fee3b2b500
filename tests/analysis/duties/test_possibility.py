"""What could happen, and what people may expect, is no duty."""

import pytest

from policybook.analysis.duties.possibility import is_only_possible
from policybook.analysis.duties.verb_kinds import DutyKind

from .listed_duties import read_duties


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
        "Images can be misused, and children can be put at risk.",
        "The hall can be reached from the car park.",
        "The club acknowledges that pictures may be copied.",
        "Some sites may not be able to lock their doors.",
        "Families who live far away may not be offered a place.",
        "The map may not show each path.",
        "A child may show signs of harm. The lips may swell.",
        "There is room, should it have to be cleared.",
        "There are six grades, and most people will be in the fifth.",
        "In most cases a child will be comforted by a cuddle.",
        "Next year most of our pupils can swim.",
        "It cannot be guaranteed that each fault will be seen.",
        "The only exceptions are where the head has agreed that they may go.",
        "Where the terms 'must' or 'should' are used, see page 2.",
        "A new player will soon find friends.",
    ],
)
def test_what_could_happen_is_no_duty(body: str) -> None:
    assert read_duties(body) == []


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("A tablet is any tool that you can use.", 0),
        ("We agree that pupils can ask.", 1),
        ("Staff may be held liable.", 0),
        ("Staff may ask.", 1),
    ],
)
def test_description_is_no_permission(body: str, count: int) -> None:
    assert len(read_duties(body)) == count


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
