"""Texts adopted from a printed document, and versions with a past."""

from pathlib import Path

from builders import (
    PATH,
    TODAY,
    make_approved_text,
    make_sources,
)

from policybook.approvals import approve
from policybook.model import EntryKind
from policybook.reading.files import layout
from policybook.reading.record import approval_record, approved_text
from tests.approvals.commands import (
    LATER,
    Files,
    apply_plan,
    list_errors,
    read_library,
    read_refusal,
)


def test_adopted_text_records_document_hash() -> None:
    source = "Purpose\r\n\tThis policy says  how we help every child to behave well.\n"
    request = approve.ApprovalRequest(
        "", "", "", adopted_from="policy.txt", source=source, source_file="0" * 64
    )
    files: Files = {PATH: make_approved_text()}
    proposal = approve.plan_approval(
        make_sources(files), [("behaviour", "2025-09")], request, TODAY
    )
    entry = approval_record.read(proposal.files[layout.RECORD])[0][0]
    assert (entry.adopted_from, entry.source_sha256, entry.source_file_sha256) == (
        "policy.txt",
        approved_text.words_digest(
            "Purpose This policy says how we help every child to behave well."
        ),
        "0" * 64,
    )
    assert list_errors(apply_plan(files, proposal)) == []
    two = approve.plan_approval(
        make_sources({**files, LATER: make_approved_text()}),
        [("behaviour", "2025-09"), ("behaviour", "2026-05")],
        request,
        TODAY,
    )
    assert "--adopted-from goes with one version" in read_refusal(two)


def test_first_policy_names_its_document() -> None:
    position = Path(__file__).parents[1]
    source = (position / "data" / "social-media-policy-2023-11.txt").read_text(encoding="utf-8")
    (entry, *_), faults = approval_record.read((position.parent / layout.RECORD).read_bytes())
    assert faults == ()
    assert (entry.policy, entry.version, entry.on, entry.minute) == (
        "social-media",
        "2023-11",
        "2023-11",
        "",
    )
    assert (entry.adopted_from, entry.source_sha256) == (
        "social-media-policy-2023-11.txt",
        approved_text.words_digest(source),
    )


def test_whole_life_is_entered() -> None:
    words = make_approved_text(
        withdrawn_on="2026-11-01", reason="Over.", status="withdrawn"
    ).replace(
        "owner:",
        "reviews:\n  - {on: 2026-09-01, by: Head, outcome: Fine, review_year: 2028/29}\nowner:",
    )
    files: Files = {PATH: words}
    done = apply_plan(
        files,
        approve.plan_approval(
            make_sources(files),
            [("behaviour", "2025-09")],
            approve.ApprovalRequest("", "", ""),
            TODAY,
        ),
    )
    assert [e.kind for e in read_library(done).record] == [
        EntryKind.APPROVED,
        EntryKind.REVIEWED,
        EntryKind.WITHDRAWN,
    ]
    assert list_errors(done) == []
