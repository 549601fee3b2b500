"""Open questions: a warning in a draft, and no approval while one is left."""

from builders import (
    PATH,
    TODAY,
    load_library,
    load_project,
    make_approved_text,
    make_sources,
    make_text,
)

from policybook.approvals import approve
from policybook.checks.rules.open_questions import questions_are_settled
from policybook.model.findings import Severity
from tests.approvals.commands import read_refusal

QUESTION = '["Are five days too long?", "Who pays?"]'


def test_draft_names_each_question() -> None:
    library = load_library({PATH: make_text(questions=QUESTION, status="draft")})
    findings = list(questions_are_settled(library, TODAY))
    assert [f.severity for f in findings] == [Severity.WARNING] * 2
    assert [f.message for f in findings] == [
        "a question is open: “Are five days too long?”",
        "a question is open: “Who pays?”",
    ]
    assert findings[0].line == library.policies[0].versions[0].facts.lines["questions"]


def test_text_without_questions_is_silent() -> None:
    library = load_project({PATH: make_text()}).library
    assert list(questions_are_settled(library, TODAY)) == []


def test_open_question_stops_the_approval() -> None:
    files = {PATH: make_approved_text(questions=QUESTION)}
    request = approve.ApprovalRequest("", "", "")
    plan = approve.plan_approval(make_sources(files), [("behaviour", "2025-09")], request, TODAY)
    assert "[open-question]" in read_refusal(plan)


def test_draft_with_a_question_is_not_approved() -> None:
    files = {PATH: make_text(questions=QUESTION)}
    request = approve.ApprovalRequest("Governing Body", "2026-11-20", "")
    plan = approve.plan_approval(make_sources(files), [("behaviour", "2025-09")], request, TODAY)
    assert plan.files == {}
    assert "Are five days too long?" in read_refusal(plan)
