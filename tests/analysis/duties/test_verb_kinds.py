"""What a verb asks or allows, and what sets no duty."""

import pytest

from policybook.analysis.duties.verb_kinds import DutyKind, duty_kind
from policybook.meaning.words import terms

from .listed_duties import list_who_and_kind


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
        ("There must be no talking.", [("", "must not")]),
        ("There must be no fewer than two adults.", [("", "must")]),
        ("If it snows, should the bus be late, parents must wait.", [("parents", "must")]),
        ("Sixth formers may leave.", [("sixth formers", "may")]),
    ],
)
def test_the_verbs(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


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
