"""Statements of two versions: which may no longer be right, and why."""

from datetime import date

import pytest
from builders import TODAY, approved, every_finding, loaded, recorded, sources, text

from policybook.analysis import stale_summaries
from policybook.approvals import approve
from policybook.approvals.approve import ApprovalRequest
from policybook.model.findings import Finding, Severity
from policybook.reading import layout

FOLDER = "docs/policies/behaviour/"
RULES = "## Rules\n\nHand your phone in before lessons.\n\nBe kind to everyone at all times.\n\nWalk in the corridors, and never run.\n"
SAID = "- Hand it in. [1.1]\n- We are kind. [1.2]\n- Nobody runs. [1.3]\n"


def doubts(
    old: str, new: str, before: str, after: str
) -> list[tuple[str, str, tuple[str, ...], str]]:
    files = {
        f"{FOLDER}2025-08.md": text(old), f"{FOLDER}2025-08.pupils.md": before,
        f"{FOLDER}2025-09.md": text(new, changes="x"), f"{FOLDER}2025-09.pupils.md": after,
    }  # fmt: skip
    first, second = loaded(files).policies[0].versions
    found = stale_summaries.VersionPair(first, second).doubts(
        first.summaries[0], second.summaries[0]
    )
    return [(str(d.kind), d.was, d.now, d.cited) for d in found]


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
def test_form_signs_and_capitals_are_no_words(new: str) -> None:
    assert doubts(RULES, new, SAID, SAID) == []


def test_a_new_number_alone_is_none() -> None:
    before_it = "## Who this is for\n\nEveryone in the school community.\n\n"
    assert doubts(RULES, before_it + RULES, SAID, SAID.replace("[1.", "[2.")) == []


def test_a_clause_that_was_reworded_under_a_statement_that_was_not() -> None:
    new = RULES.replace("your phone in", "your phone and your watch in")
    assert doubts(RULES, new, SAID, SAID) == [("stale", "1.1", ("1.1",), "1.1")]
    assert doubts(RULES, new, SAID, SAID.replace("Hand it in", "Hand both in")) == []


def test_a_clause_that_moved_and_was_reworded() -> None:
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


def test_a_reworded_statement_is_known_by_its_words_and_only_an_old_number_is_doubted() -> None:
    old, new = (
        "- Hand your phone in before lessons. [1.1]\n",
        "- Hand your phone in before the lessons. [{}]\n",
    )
    after = "## Who this is for\n\nEveryone in the school community.\n\n" + RULES
    assert doubts(RULES, after, old, new.format("1.1")) == [("astray", "1.1", ("2.1",), "1.1")]
    assert doubts(RULES, after, old, new.format("2.2")) == []


def test_a_clause_that_was_divided_with_the_same_words_is_the_same() -> None:
    old = "## Rules\n\nHand your phone in before lessons start in the morning. Collect it from the office when you go home.\n"
    new = "## Rules\n\nHand your phone in before lessons start in the morning.\n\nCollect it from the office when you go home.\n"
    assert doubts(old, new, "- Phones. [1.1]\n", "- Phones. [1.1] [1.2]\n") == []


def test_the_same_statement_twice_has_two_twins() -> None:
    twice = "- Be good. [1.1]\n- Be good. [1.2]\n"
    assert doubts(RULES, RULES, twice, twice) == []


# ---------- how much it weighs


NEW = RULES.replace("your phone in", "your phone and your watch in")


def project(
    status: str, new: str = NEW, summary: str = SAID, **fields: str
) -> dict[str, str | bytes]:
    """An approved version with a summary, in the record, and the next one."""
    made = (
        approved(new, approved_on="2026-01-05", changes="Watches.")
        if status == "approved"
        else text(new, status=status, changes="Watches.")
    )
    old: dict[str, str | bytes] = {
        f"{FOLDER}2025-09.md": approved(RULES),
        f"{FOLDER}2025-09.pupils.md": SAID,
    }
    return {**old, f"{FOLDER}2026-01.md": made, f"{FOLDER}2026-01.pupils.md": summary, layout.RECORD: recorded(old)}  # fmt: skip


def kept_up(files: dict[str, str | bytes], today: date = TODAY) -> list[Finding]:
    return [
        f
        for f in every_finding(sources(files), today)
        if f.code in ("stale-statement", "citation-moved")
    ]


@pytest.mark.parametrize("status", ["draft", "consultation"])
def test_a_warning_on_a_text_that_is_not_approved(status: str) -> None:
    (found,) = kept_up(project(status))
    assert (found.code, found.severity, found.line) == ("stale-statement", Severity.WARNING, 1)
    assert "“Hand your phone and your watch in before lessons.”" in found.remedy
    assert "`reviewed: 2026-01`" in found.remedy


@pytest.mark.parametrize("status", ["draft", "consultation", "approved"])
def test_an_error_where_it_is_to_be_approved(status: str) -> None:
    request = ApprovalRequest("Governing Body", "2026-01-05", "")
    made = approve.plan_approval(
        sources(project(status)), [("behaviour", "2026-01")], request, TODAY
    )
    assert made.is_refused
    assert "2026-01.pupils.md:1: error: clause 1.1 changed after version 2025-09" in "\n".join(
        made.messages
    )


@pytest.mark.parametrize("status", ["draft", "approved"])
def test_a_statement_that_was_accepted_does_not_refuse(status: str) -> None:
    files = project(status, summary=f"---\nreviewed: 2026-01\n---\n{SAID}")
    request = ApprovalRequest("Governing Body", "2026-01-05", "")
    assert not approve.plan_approval(
        sources(files), [("behaviour", "2026-01")], request, TODAY
    ).is_refused
    assert kept_up(files) == []


def test_an_older_review_accepts_nothing() -> None:
    assert kept_up(project("draft", summary=f"---\nreviewed: 2025-09\n---\n{SAID}"))


def test_a_text_in_the_record_is_not_refused_any_more() -> None:
    files = project("approved")
    files[layout.RECORD] = recorded(files)
    assert [f.severity for f in kept_up(files)] == [Severity.WARNING]


def test_a_text_of_the_past_is_left_in_peace() -> None:
    files = project("approved")
    files[f"{FOLDER}2026-05.md"] = approved(NEW, approved_on="2026-05-04", changes="None.")
    files[layout.RECORD] = recorded(files)
    assert kept_up(files) == []


def test_a_number_that_was_changed_on_purpose_is_accepted_by_a_review_and_one_that_was_left_is_not() -> (
    None
):
    body = "## Who this is for\n\nEveryone in the school community.\n\n" + RULES
    for cite, count in (("[1.1]", 1), ("[2.3]", 0)):
        summary = f"---\nreviewed: 2026-01\n---\n- Hand it in. {cite}\n"
        assert len(kept_up(project("draft", body, summary))) == count, cite
        assert len(kept_up(project("draft", body, summary.replace("2026-01", "2025-09")))) == 1, (
            cite
        )


def test_a_citation_that_is_not_there_is_offered_the_right_number() -> None:
    files = project(
        "draft", "## Rules\n\nBe kind to everyone at all times.\n", "- We are kind. [1.2]\n"
    )
    (found,) = [f for f in every_finding(sources(files)) if f.code == "citation"]
    assert found.remedy.startswith("Write [1.1]. ")
