"""Approvals: what is allowed, and what is refused."""

import pytest
from builders import (
    PATH,
    TODAY,
    list_findings,
    make_approved_text,
    make_sources,
    make_text,
)

from policybook.approvals import approve
from policybook.approvals.approve import ApprovalRequest
from policybook.reading.files import layout
from policybook.reading.record import approval_record
from tests.approvals.approval_plans import (
    BOARD,
    NOBODY,
    PAIR,
    UNIFORM,
    apply_plan,
    plan_approval,
    read_entries,
    read_refusal,
)

# ---------- what may be


def test_approved_file_is_not_changed() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text(minute="FGB 1/2")}
    proposal = plan_approval(files)
    assert list(proposal.files) == [layout.RECORD]
    (entry,) = read_entries(proposal)
    assert (entry["by"], entry["on"], entry["minute"]) == (
        "Governing Body",
        "2025-09-15",
        "FGB 1/2",
    )
    assert list_findings(make_sources(apply_plan(files, proposal))) == []
    assert proposal.messages == (
        "Behaviour policy, version 2025-09: approved by Governing Body, 15 September 2025; text "
        f"hash {entry['sha256'][:12]}. In force from 15 September 2025, the day of its approval.",
    )


def test_month_stays_a_month() -> None:
    assert (
        read_entries(plan_approval({PATH: make_approved_text(approved_on="2025-09")}))[0]["on"]
        == "2025-09"
    )


def test_second_approval_changes_nothing() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text()}
    once = plan_approval(files, PAIR, PAIR)
    assert len(read_entries(once)) == 1
    again = plan_approval(apply_plan(files, once))
    assert (again.is_refused, again.files) == (False, {})
    assert again.messages == ("behaviour 2025-09 is in the record already.",)


def test_several_pairs_form_one_chain() -> None:
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(),
        UNIFORM: make_text(title="Uniform policy"),
        "docs/policies/phones/1.md": make_approved_text(title="Phones policy"),
    }
    first = plan_approval(files, ("phones", "1"))
    files = apply_plan(files, first)
    proposal = plan_approval(files, PAIR, ("phones", "1"))
    assert len(read_entries(proposal)) == 2
    files = apply_plan(files, proposal)
    done = plan_approval(files, ("uniform", "2026-01"), request=BOARD)
    read, faults = approval_record.read(done.files[layout.RECORD])
    assert faults == ()
    assert [e.policy for e in read] == ["phones", "behaviour", "uniform"]
    assert list_findings(make_sources(apply_plan(files, done))) == []


@pytest.mark.parametrize(
    ("files", "excerpt"),
    [
        ({PATH: make_approved_text("## Rules\n\n<b>x</b>\n")}, "[foreign-markup]"),
        ({PATH: make_approved_text(approved_on="2031-01-01")}, "[future-date]"),
        (
            {PATH: make_approved_text(), PATH.replace(".md", ".parents.md"): "- Be kind. [9.9]\n"},
            "[citation]",
        ),
        ({PATH: make_approved_text(), layout.RECORD: "half a line"}, "[record]"),
        ({PATH: make_approved_text().encode().replace(b"help", b"h\xe9lp")}, "[encoding]"),
        ({PATH: make_approved_text(review_year="2027")}, "[review-year]"),
        ({PATH: make_approved_text("## Rules\n\n![Gone](gone.png)\n")}, "[link]"),
        (
            {PATH: make_approved_text("## Rules\n\nTo be confirmed: who locks the gate.\n")},
            "[undecided]",
        ),
    ],
)
def test_errors_refuse_an_approval(files: dict[str, str | bytes], excerpt: str) -> None:
    assert excerpt in read_refusal(plan_approval(files))


def test_unrelated_errors_do_not_refuse() -> None:
    proposal = plan_approval(
        {PATH: make_approved_text(review_year="2025/26"), UNIFORM: make_text(title=None)}
    )
    assert len(read_entries(proposal)) == 1


def test_one_refusal_refuses_all() -> None:
    read_refusal(
        plan_approval(
            {PATH: make_approved_text(), UNIFORM: make_approved_text(title=None)},
            PAIR,
            ("uniform", "2026-01"),
        )
    )


@pytest.mark.parametrize("status", ["draft", "consultation"])
@pytest.mark.parametrize(
    "request_",
    [NOBODY, ApprovalRequest("Governing Body", "", ""), ApprovalRequest("", "2026-11-20", "")],
)
def test_proposal_needs_by_and_on(status: str, request_: ApprovalRequest) -> None:
    excerpt = read_refusal(plan_approval({PATH: make_text(status=status)}, request=request_))
    assert f"its status is {status}" in excerpt
    assert 'policybook approve behaviour 2025-09 --by "Governing Body" --on 2026-11-22' in excerpt


@pytest.mark.parametrize(
    ("request_", "excerpt"),
    [
        (
            ApprovalRequest("Head", "", ""),
            "--by says “Head”, but the file says “Governing Body”",
        ),
        (
            ApprovalRequest("", "2025-09-16", ""),
            "--on says “2025-09-16”, but the file says “2025-09-15”",
        ),
        (
            ApprovalRequest("", "", "FGB 9"),
            "--minute says “FGB 9”, but the file says “FGB 1”",
        ),
    ],
)
def test_contradicting_option_is_refused(request_: ApprovalRequest, excerpt: str) -> None:
    assert excerpt in read_refusal(
        plan_approval({PATH: make_approved_text(minute="FGB 1")}, request=request_)
    )


def test_repeated_option_is_accepted() -> None:
    request = ApprovalRequest("Governing Body", "2025-09-15", "")
    assert len(read_entries(plan_approval({PATH: make_approved_text()}, request=request))) == 1


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (ApprovalRequest("Governing Body", "yesterday", ""), "[date]"),
        (
            ApprovalRequest("Governing Body", "2031-01-01", ""),
            "--on is 1 January 2031, which is in the future",
        ),
        (ApprovalRequest("   ", "2026-11-20", ""), "[field-value]"),
        (ApprovalRequest("Head\x1b[2J", "2026-11-20", ""), "[field-value]"),
        (ApprovalRequest("Head\nstatus: withdrawn", "2026-11-20", ""), "[field-value]"),
        (ApprovalRequest("Head", "2026-11-20\ntitle: Other", ""), "[field-value]"),
        (ApprovalRequest("\udcff", "2026-11-20", ""), "[yaml]"),
    ],
)
def test_bad_option_value_is_refused(request_: ApprovalRequest, code: str) -> None:
    assert code in read_refusal(plan_approval({PATH: make_text()}, request=request_))


@pytest.mark.parametrize(("last", "is_open"), [("2026-11-21", False), ("2027-01-04", True)])
def test_open_consultation_is_named(last: str, is_open: bool) -> None:
    words = make_text(status="consultation", comments_until=last)
    request = ApprovalRequest("Governing Body", "2026-11-20", "")
    plan = approve.plan_approval(
        make_sources({PATH: words}), [("behaviour", "2025-09")], request, TODAY
    )
    assert not plan.is_refused
    assert any("This approval ends the consultation." in m for m in plan.messages) is is_open


@pytest.mark.parametrize(
    ("name", "fields", "words"),
    [
        ("2026-11", {}, "In force from 20 November 2026, the day of its approval."),
        (
            "2027-01",
            {},
            "In force from 20 November 2026, the day of its approval. Its name is January 2027: "
            "if it begins then, do not enter it yet. First write `effective_from: 2027-01-01` in "
            "docs/policies/behaviour/2027-01.md.",
        ),
        ("2027-01", {"effective_from": "2027-01-04"}, "In force from 4 January 2027."),
        ("2", {}, "In force from 20 November 2026, the day of its approval."),
    ],
)
def test_first_day_is_named(name: str, fields: dict[str, str], words: str) -> None:
    files = {PATH.replace("2025-09", name): make_text(**fields)}
    request = ApprovalRequest("Governing Body", "2026-11-20", "")
    plan = approve.plan_approval(make_sources(files), [("behaviour", name)], request, TODAY)
    assert not plan.is_refused, plan.messages
    assert plan.messages[0].endswith(f". {words}")


def test_moved_citations_are_named() -> None:
    locks = "## Duties\n\nThe rota names who locks up on which day of the week.\n"
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(
            "## A\n\nThe rota binds, as rule 1.1 of the Keys policy says.\n",
            approved_on="2025-10-01",
        ),
        "docs/policies/keys/2025-09.md": make_approved_text(locks, title="Keys policy"),
        "docs/policies/keys/2026-01.md": make_text(
            f"## Keys\n\nThe office keeps all keys.\n\n{locks}",
            title="Keys policy",
            changes="Keys.",
        ),
    }
    files = apply_plan(files, plan_approval(files, PAIR, ("keys", "2025-09")))
    done = plan_approval(files, ("keys", "2026-01"), request=BOARD)
    assert any(
        "cites rule 1.1 of “Keys policy”. That rule in version 2025-09 is 2.1 in version 2026-01"
        in message
        for message in done.messages
    )
