"""Approving: what is asked, whether it may be, and what is written, byte for byte."""

import json
from pathlib import Path

import pytest
from builders import (
    BODY,
    PATH,
    TODAY,
    list_findings,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
    write_files,
)

from policybook.approvals import approve
from policybook.approvals.approve import ApprovalRequest
from policybook.approvals.plan import Plan, RequestError, write
from policybook.model import Library
from policybook.reading import approval_record, layout, library

NOBODY = ApprovalRequest("", "", "")
BOARD = ApprovalRequest("Governing Body", "2026-11-20", "FGB 3/4")
PAIR = ("behaviour", "2025-09")
UNIFORM = "docs/policies/uniform/2026-01.md"


def plan(
    files: dict[str, str | bytes], *pairs: tuple[str, str], request: ApprovalRequest = NOBODY
) -> Plan:
    return approve.plan_approval(make_sources(files), pairs or (PAIR,), request, TODAY)


def after(files: dict[str, str | bytes], proposal: Plan) -> dict[str, str | bytes]:
    return {**files, **proposal.files}


def entries(proposal: Plan) -> list[dict[str, str]]:
    return [json.loads(line) for line in proposal.files[layout.RECORD].decode().splitlines()]


def refused(proposal: Plan) -> str:
    assert proposal.is_refused
    assert (proposal.files, proposal.entries) == ({}, 0)
    assert proposal.messages[-1].startswith("Nothing was recorded")
    return "\n".join(proposal.messages)


# ---------- what is asked for


def library_of(files: dict[str, str | bytes]) -> Library:
    return library.load(make_sources(files)).library


def test_pairs_name_versions() -> None:
    project = library_of({PATH: make_approved_text(), UNIFORM: make_text()})
    typed = ["behaviour", "2025-09", "uniform", "2026-01"]
    assert approve.select_versions(project, typed, everything=False) == [
        PAIR,
        ("uniform", "2026-01"),
    ]


@pytest.mark.parametrize(
    ("typed", "excerpt"),
    [
        ([], "Say which policy and version"),
        (["behaviour"], "Say which policy and version"),
        (["behaviour", "2025-09", "uniform"], "Say which policy and version"),
        (["behaviour", "2031-01"], "no version 2031-01 of a policy behaviour"),
        (["behavior", "2025-09"], "no version 2025-09 of a policy behavior"),
        (["2025-09", "behaviour"], "no version behaviour"),
    ],
)
def test_wrong_names_raise(typed: list[str], excerpt: str) -> None:
    with pytest.raises(RequestError, match=excerpt):
        approve.select_versions(library_of({PATH: make_approved_text()}), typed, everything=False)


def test_all_selects_unrecorded_versions() -> None:
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(),
        UNIFORM: make_approved_text(),
        "docs/policies/phones/1.md": make_text(),
    }
    files[layout.RECORD] = make_record({PATH: make_approved_text()})
    assert approve.select_versions(library_of(files), [], everything=True) == [
        ("uniform", "2026-01")
    ]


def test_faulty_version_can_be_named() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text(title=None)}
    assert approve.select_versions(library_of(files), list(PAIR), everything=False) == [PAIR]
    assert "`title` is missing" in refused(plan(files))


# ---------- what may be


def test_approved_file_is_not_changed() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text(minute="FGB 1/2")}
    proposal = plan(files)
    assert list(proposal.files) == [layout.RECORD]
    (entry,) = entries(proposal)
    assert (entry["by"], entry["on"], entry["minute"]) == (
        "Governing Body",
        "2025-09-15",
        "FGB 1/2",
    )
    assert list_findings(make_sources(after(files, proposal))) == []
    assert proposal.messages == (
        "Behaviour policy, version 2025-09: approved by Governing Body, 15 September 2025; text "
        f"hash {entry['sha256'][:12]}.",
    )


def test_month_stays_a_month() -> None:
    assert entries(plan({PATH: make_approved_text(approved_on="2025-09")}))[0]["on"] == "2025-09"


def test_second_approval_changes_nothing() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text()}
    once = plan(files, PAIR, PAIR)
    assert once.entries == 1
    again = plan(after(files, once))
    assert (again.is_refused, again.files, again.entries) == (False, {}, 0)
    assert again.messages == ("behaviour 2025-09 is in the record already.",)


def test_several_pairs_form_one_chain() -> None:
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(),
        UNIFORM: make_text(),
        "docs/policies/phones/1.md": make_approved_text(),
    }
    first = plan(files, ("phones", "1"))
    files = after(files, first)
    proposal = plan(files, PAIR, ("phones", "1"))
    assert proposal.entries == 1
    files = after(files, proposal)
    done = plan(files, ("uniform", "2026-01"), request=BOARD)
    read, faults = approval_record.read(done.files[layout.RECORD])
    assert faults == ()
    assert [e.policy for e in read] == ["phones", "behaviour", "uniform"]
    assert list_findings(make_sources(after(files, done))) == []


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
    assert excerpt in refused(plan(files))


def test_unrelated_errors_do_not_refuse() -> None:
    assert (
        plan(
            {PATH: make_approved_text(review_year="2025/26"), UNIFORM: make_text(title=None)}
        ).entries
        == 1
    )


def test_one_refusal_refuses_all() -> None:
    refused(
        plan(
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
    excerpt = refused(plan({PATH: make_text(status=status)}, request=request_))
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
    assert excerpt in refused(plan({PATH: make_approved_text(minute="FGB 1")}, request=request_))


def test_repeated_option_is_accepted() -> None:
    assert (
        plan(
            {PATH: make_approved_text()},
            request=ApprovalRequest("Governing Body", "2025-09-15", ""),
        ).entries
        == 1
    )


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
    assert code in refused(plan({PATH: make_text()}, request=request_))


# ---------- what is written

ROWS = b"status: approved\napproved_by: Governing Body\napproved_on: 2026-11-20\nminute: FGB 3/4\n"


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        (lambda b: b, lambda b: b),
        (lambda b: b"\xef\xbb\xbf" + b, lambda b: b"\xef\xbb\xbf" + b),
        (lambda b: b.replace(b"\n", b"\r\n"), lambda b: b.replace(b"\n", b"\r\n")),
        (
            lambda b: b"\xef\xbb\xbf" + b.replace(b"\n", b"\r\n"),
            lambda b: b"\xef\xbb\xbf" + b.replace(b"\n", b"\r\n"),
        ),
        (lambda b: b.replace(b"\n", b"\r"), lambda b: b.replace(b"\n", b"\r")),
        (lambda b: b[:-1], lambda b: b[:-1]),
        (lambda b: b + b"x\r\n", lambda b: b + b"x\r\n"),
        (
            lambda b: b.replace(b"kind", "k\u0301ind \u2028".encode()[:-3]),
            lambda b: b.replace(b"kind", "k\u0301ind \u2028".encode()[:-3]),
        ),
    ],
    ids=["LF", "BOM", "CRLF", "BOM and CRLF", "CR", "no last line end", "mixed", "letters"],
)
def test_only_approval_rows_change(saved: object, expected: object) -> None:
    assert callable(saved) and callable(expected)
    before = make_text(BODY + "\nBe kind.\n").encode()
    files: dict[str, str | bytes] = {PATH: saved(before)}
    proposal = plan(files, request=BOARD)
    assert not proposal.is_refused, proposal.messages
    assert proposal.files[PATH] == expected(before.replace(b"status: consultation\n", ROWS))
    assert list_findings(make_sources(after(files, proposal))) == []


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("status: draft", "status: approved"),
        ("status:   draft  # until December", "status:   approved  # until December"),
        ("status: 'draft'", "status: 'approved'"),
        ('"status": "draft"', '"status": "approved"'),
        ("status : draft", "status : approved"),
    ],
)
def test_any_form_of_status_changes(line: str, written: str) -> None:
    before = make_text().replace("status: consultation", line)
    proposal = plan({PATH: before}, request=BOARD)
    assert not proposal.is_refused, proposal.messages
    assert proposal.files[PATH].decode().split("\n")[2] == written


@pytest.mark.parametrize("block", ["status:\n  draft", "status: >\n  draft", "? status\n: draft"])
def test_unusual_status_line_is_refused(block: str) -> None:
    assert "`status: draft` on a line of its own" in refused(
        plan({PATH: make_text().replace("status: consultation", block)}, request=BOARD)
    )


def test_one_line_front_matter_is_refused() -> None:
    flow = (
        "---\n{title: x, status: draft, owner: Head, review_year: 2027/28, applies_to: "
        "[staff]}\n---\n## A\n\nx\n"
    )
    assert "on a line of its own" in refused(plan({PATH: flow}, request=BOARD))


@pytest.mark.parametrize(
    "data", [make_text().encode("utf-16"), make_text().encode().replace(b"help", b"h\xe9lp")]
)
def test_other_encoding_is_refused(data: bytes) -> None:
    refused(plan({PATH: data}, request=BOARD))


def test_status_in_text_stays() -> None:
    proposal = plan(
        {PATH: make_text("## Rules\n\nstatus: draft\n\nstatus: consultation\n")}, request=BOARD
    )
    assert proposal.files[PATH].endswith(b"\nstatus: draft\n\nstatus: consultation\n")


def test_minute_is_written_once() -> None:
    proposal = plan({PATH: make_text(minute="FGB 3/4")}, request=BOARD)
    assert proposal.files[PATH].count(b"minute:") == 1
    assert entries(proposal)[0]["minute"] == "FGB 3/4"


@pytest.mark.parametrize(
    "by",
    [
        "Governing Body",
        "Head: acting",
        'The "Board"',
        "# 1",
        "yes",
        "2026",
        "Rhŷs ap Huw",
        "- x",
        "back\\slash",
    ],
)
def test_written_value_reads_the_same(by: str) -> None:
    files: dict[str, str | bytes] = {PATH: make_text()}
    proposal = plan(files, request=ApprovalRequest(by, "2026-11", ""))
    assert not proposal.is_refused, proposal.messages
    project = library_of(after(files, proposal))
    assert project.policies[0].versions[0].facts.approved_by == by
    assert project.record[0].by == by


def test_written_files_keep_their_permissions(tmp_path: Path) -> None:
    write_files({PATH: make_text().encode()}, tmp_path)
    (tmp_path / PATH).chmod(0o640)
    proposal = plan({PATH: make_text()}, request=BOARD)
    write(tmp_path, proposal)
    assert (tmp_path / PATH).read_bytes() == proposal.files[PATH]
    assert (tmp_path / layout.RECORD).read_bytes() == proposal.files[layout.RECORD]
    assert (tmp_path / PATH).stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == [
        "2025-09.md",
        "approvals.jsonl",
    ]


def test_failed_write_keeps_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files({PATH: make_text().encode()}, tmp_path)
    monkeypatch.setattr("os.replace", _fails)
    with pytest.raises(OSError, match="full"):
        write(tmp_path, plan({PATH: make_text()}, request=BOARD))
    assert [(p.name, p.read_bytes()) for p in tmp_path.rglob("*") if p.is_file()] == [
        ("2025-09.md", make_text().encode())
    ]


def _fails(*_: object) -> None:
    raise OSError("disk full")


def test_refusal_names_the_saved_line() -> None:
    words = make_text("## Rules\n\n- TODO\n")
    proposal = plan(
        {PATH: words}, request=ApprovalRequest(by="Governing Body", on="2026-11-20", minute="FGB 1")
    )
    line = words.split("\n").index("- TODO") + 1
    assert proposal.is_refused
    assert any(f"2025-09.md:{line}: " in message for message in proposal.messages)
