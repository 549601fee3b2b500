"""Statements of two versions: which may no longer be right, and why."""

from datetime import date

import pytest
from builders import (
    TODAY,
    list_findings,
    load_library,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
)

from policybook.analysis import stale_summaries
from policybook.approvals import approve
from policybook.approvals.approve import ApprovalRequest
from policybook.model.findings import Finding, Severity
from policybook.reading.files import layout

FOLDER = "docs/policies/behaviour/"
RULES = "## Rules\n\nHand your phone in before lessons.\n\nBe kind to everyone at all times.\n\nWalk in the corridors, and never run.\n"
SAID = "- Hand it in. [1.1]\n- We are kind. [1.2]\n- Nobody runs. [1.3]\n"


def doubts(
    old: str, new: str, before: str, after: str
) -> list[tuple[str, str, tuple[str, ...], str]]:
    files = {
        f"{FOLDER}2025-08.md": make_text(old), f"{FOLDER}2025-08.pupils.md": before,
        f"{FOLDER}2025-09.md": make_text(new, changes="x"), f"{FOLDER}2025-09.pupils.md": after,
    }  # fmt: skip
    first, second = load_library(files).policies[0].versions
    doubted = stale_summaries.VersionPair(first, second).doubts(
        first.summaries[0], second.summaries[0]
    )
    return [(str(d.kind), d.was, d.now, d.cited) for d in doubted]


def test_what_was_not_touched_raises_nothing() -> None:
    assert doubts(RULES, RULES, SAID, SAID) == []


@pytest.mark.parametrize(
    "new",
    [
        RULES.replace("phone in before", "*phone* in — before").replace("never run.", "NEVER run!"),  # form and signs
        RULES.replace("\n\n", "\n\n- ").replace("- ##", "##"),  # another kind of list
        RULES.replace("Hand your phone", "1. Hand your phone").replace("Be kind", "2. Be kind").replace("Walk", "3. Walk"),
    ],
)  # fmt: skip
def test_form_and_signs_raise_nothing(new: str) -> None:
    assert doubts(RULES, new, SAID, SAID) == []


def test_a_new_number_alone_is_none() -> None:
    before_it = "## Who this is for\n\nEveryone in the school community.\n\n"
    assert doubts(RULES, before_it + RULES, SAID, SAID.replace("[1.", "[2.")) == []


def test_reworded_clause_is_stale() -> None:
    new = RULES.replace("your phone in", "your phone and your watch in")
    assert doubts(RULES, new, SAID, SAID) == [("stale", "1.1", ("1.1",), "1.1")]
    assert doubts(RULES, new, SAID, SAID.replace("Hand it in", "Hand both in")) == []


def test_moved_and_reworded_clause_is_stale() -> None:
    lines = (
        "Walk in the corridors, and never run.",
        "Hand your phone and your watch in before lessons.",
        "Be kind to everyone at all times.",
    )
    new = "## Rules\n\n" + "\n\n".join(lines) + "\n"
    after = "- Hand it in. [1.2]\n- We are kind. [1.3]\n- Nobody runs. [1.1]\n"
    assert doubts(RULES, new, SAID, after) == [("stale", "1.1", ("1.2",), "1.2")]


def test_a_number_that_was_left_behind() -> None:
    before_it = "## Who this is for\n\nEveryone in the school community.\n\n"
    assert doubts(
        RULES, before_it + RULES, SAID, "- Hand it in. [1.1]\n- We are kind. [2.2]\n"
    ) == [("astray", "1.1", ("2.1",), "1.1")]


def test_reworded_statement_doubts_only_old_number() -> None:
    old, new = (
        "- Hand your phone in before lessons. [1.1]\n",
        "- Hand your phone in before the lessons. [{}]\n",
    )
    after = "## Who this is for\n\nEveryone in the school community.\n\n" + RULES
    assert doubts(RULES, after, old, new.format("1.1")) == [("astray", "1.1", ("2.1",), "1.1")]
    assert doubts(RULES, after, old, new.format("2.2")) == []


def test_divided_clause_raises_nothing() -> None:
    old = "## Rules\n\nHand your phone in before lessons start in the morning. Collect it from the office when you go home.\n"
    new = "## Rules\n\nHand your phone in before lessons start in the morning.\n\nCollect it from the office when you go home.\n"
    assert doubts(old, new, "- Phones. [1.1]\n", "- Phones. [1.1] [1.2]\n") == []


def test_repeated_statements_are_matched_in_order() -> None:
    twice = "- Be good. [1.1]\n- Be good. [1.2]\n"
    assert doubts(RULES, RULES, twice, twice) == []


# ---------- how much it weighs


NEW = RULES.replace("your phone in", "your phone and your watch in")


def project(
    status: str, new: str = NEW, summary: str = SAID, **fields: str
) -> dict[str, str | bytes]:
    """An approved version with a summary, in the record, and the next one."""
    files = (
        make_approved_text(new, approved_on="2026-01-05", changes="Watches.")
        if status == "approved"
        else make_text(new, status=status, changes="Watches.")
    )
    old: dict[str, str | bytes] = {
        f"{FOLDER}2025-09.md": make_approved_text(RULES),
        f"{FOLDER}2025-09.pupils.md": SAID,
    }
    return {**old, f"{FOLDER}2026-01.md": files, f"{FOLDER}2026-01.pupils.md": summary, layout.RECORD: make_record(old)}  # fmt: skip


def stale_findings(files: dict[str, str | bytes], today: date = TODAY) -> list[Finding]:
    return [
        f
        for f in list_findings(make_sources(files), today)
        if f.code in ("stale-statement", "citation-moved")
    ]


@pytest.mark.parametrize("status", ["draft", "consultation"])
def test_unapproved_text_gets_a_warning(status: str) -> None:
    (finding,) = stale_findings(project(status))
    assert (finding.code, finding.severity, finding.line) == (
        "stale-statement",
        Severity.WARNING,
        1,
    )
    assert "“Hand your phone and your watch in before lessons.”" in finding.remedy
    assert "`reviewed: 2026-01`" in finding.remedy


@pytest.mark.parametrize("status", ["draft", "consultation", "approved"])
def test_approval_gets_an_error(status: str) -> None:
    request = ApprovalRequest("Governing Body", "2026-01-05", "")
    approval = approve.plan_approval(
        make_sources(project(status)), [("behaviour", "2026-01")], request, TODAY
    )
    assert approval.is_refused
    assert "2026-01.pupils.md:1: error: clause 1.1 changed after version 2025-09" in "\n".join(
        approval.messages
    )


@pytest.mark.parametrize("status", ["draft", "approved"])
def test_accepted_statement_does_not_refuse(status: str) -> None:
    files = project(status, summary=f"---\nreviewed: 2026-01\n---\n{SAID}")
    request = ApprovalRequest("Governing Body", "2026-01-05", "")
    assert not approve.plan_approval(
        make_sources(files), [("behaviour", "2026-01")], request, TODAY
    ).is_refused
    assert stale_findings(files) == []


def test_an_older_review_accepts_nothing() -> None:
    assert stale_findings(project("draft", summary=f"---\nreviewed: 2025-09\n---\n{SAID}"))


def test_recorded_text_is_not_refused() -> None:
    files = project("approved")
    files[layout.RECORD] = make_record(files)
    assert [f.severity for f in stale_findings(files)] == [Severity.WARNING]


def test_old_text_raises_nothing() -> None:
    files = project("approved")
    files[f"{FOLDER}2026-05.md"] = make_approved_text(
        NEW, approved_on="2026-05-04", changes="None."
    )
    files[layout.RECORD] = make_record(files)
    assert stale_findings(files) == []


def test_review_accepts_only_changed_numbers() -> None:
    body = "## Who this is for\n\nEveryone in the school community.\n\n" + RULES
    for cite, count in (("[1.1]", 1), ("[2.3]", 0)):
        summary = f"---\nreviewed: 2026-01\n---\n- Hand it in. {cite}\n"
        assert len(stale_findings(project("draft", body, summary))) == count, cite
        assert (
            len(stale_findings(project("draft", body, summary.replace("2026-01", "2025-09")))) == 1
        ), cite


def test_missing_citation_suggests_the_number() -> None:
    files = project(
        "draft", "## Rules\n\nBe kind to everyone at all times.\n", "- We are kind. [1.2]\n"
    )
    (finding,) = [f for f in list_findings(make_sources(files)) if f.code == "citation"]
    assert finding.remedy.startswith("Write [1.1]. ")
