"""The bytes that an approval writes into a version, and no others."""

from pathlib import Path

import pytest
from builders import (
    BODY,
    PATH,
    list_findings,
    make_sources,
    make_text,
    write_files,
)

from policybook.approvals.approve import ApprovalRequest
from policybook.approvals.plan import write
from policybook.reading.files import layout
from tests.approvals.approval_plans import (
    BOARD,
    apply_plan,
    plan_approval,
    read_entries,
    read_library,
    read_refusal,
)

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
    proposal = plan_approval(files, request=BOARD)
    assert not proposal.is_refused, proposal.messages
    assert proposal.files[PATH] == expected(before.replace(b"status: draft\n", ROWS))
    assert list_findings(make_sources(apply_plan(files, proposal))) == []


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
    before = make_text().replace("status: draft", line)
    proposal = plan_approval({PATH: before}, request=BOARD)
    assert not proposal.is_refused, proposal.messages
    assert proposal.files[PATH].decode().split("\n")[2] == written


@pytest.mark.parametrize("block", ["status:\n  draft", "status: >\n  draft", "? status\n: draft"])
def test_unusual_status_line_is_refused(block: str) -> None:
    assert "`status: draft` on a line of its own" in read_refusal(
        plan_approval({PATH: make_text().replace("status: draft", block)}, request=BOARD)
    )


def test_one_line_front_matter_is_refused() -> None:
    flow = (
        "---\n{title: Rules, status: draft, owner: Head, review_year: 2027/28, applies_to: "
        "[staff]}\n---\n## A\n\nx\n"
    )
    assert "on a line of its own" in read_refusal(plan_approval({PATH: flow}, request=BOARD))


@pytest.mark.parametrize(
    "data", [make_text().encode("utf-16"), make_text().encode().replace(b"help", b"h\xe9lp")]
)
def test_other_encoding_is_refused(data: bytes) -> None:
    read_refusal(plan_approval({PATH: data}, request=BOARD))


def test_status_in_text_stays() -> None:
    proposal = plan_approval(
        {PATH: make_text("## Rules\n\nstatus: draft\n\nstatus: draft\n")}, request=BOARD
    )
    assert proposal.files[PATH].endswith(b"\nstatus: draft\n\nstatus: draft\n")


def test_minute_is_written_once() -> None:
    proposal = plan_approval({PATH: make_text(minute="FGB 3/4")}, request=BOARD)
    assert proposal.files[PATH].count(b"minute:") == 1
    assert read_entries(proposal)[0]["minute"] == "FGB 3/4"


@pytest.mark.parametrize(
    "by",
    [
        "Governing Body",
        "Head: acting",
        'The "Board"',
        "# Head",
        "yes, all",
        "2026 board",
        "Rhŷs ap Huw",
        "- head",
        "back\\slash",
    ],
)
def test_written_value_reads_the_same(by: str) -> None:
    files: dict[str, str | bytes] = {PATH: make_text()}
    proposal = plan_approval(files, request=ApprovalRequest(by, "2026-11", ""))
    assert not proposal.is_refused, proposal.messages
    project = read_library(apply_plan(files, proposal))
    assert project.policies[0].versions[0].facts.approved_by == by
    assert project.record[0].by == by


def test_written_files_keep_their_permissions(tmp_path: Path) -> None:
    write_files({PATH: make_text().encode()}, tmp_path)
    (tmp_path / PATH).chmod(0o640)
    proposal = plan_approval({PATH: make_text()}, request=BOARD)
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
    monkeypatch.setattr("os.replace", raise_disk_full)
    with pytest.raises(OSError, match="full"):
        write(tmp_path, plan_approval({PATH: make_text()}, request=BOARD))
    assert [(p.name, p.read_bytes()) for p in tmp_path.rglob("*") if p.is_file()] == [
        ("2025-09.md", make_text().encode())
    ]


def raise_disk_full(*_: object) -> None:
    raise OSError("disk full")


def test_refusal_names_the_saved_line() -> None:
    words = make_text("## Rules\n\n- TODO\n")
    proposal = plan_approval(
        {PATH: words}, request=ApprovalRequest(by="Governing Body", on="2026-11-20", minute="FGB 1")
    )
    line = words.split("\n").index("- TODO") + 1
    assert proposal.is_refused
    assert any(f"2025-09.md:{line}: " in message for message in proposal.messages)


COMMENTS = "comments_from: 2026-10-05\ncomments_until: 2026-11-16\ncomments_to: the clerk\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{COMMENTS}status: consultation\n", ""),
        ("status: consultation\n", COMMENTS),
        ("comments_until: 2026-11-16\nstatus: consultation\n", "comments_to: the clerk\n"),
        ("status: consultation\n", "comments_to:\n  the clerk\n"),
        ("# a remark\nstatus: consultation\n", f"{COMMENTS}# a remark\n"),
    ],
)
def test_approval_keeps_days_of_consultation(before: str, after: str) -> None:
    text = make_text().replace("status: draft\n", f"{before}language: cy\n{after}")
    proposal = plan_approval({PATH: text}, request=BOARD)
    assert not proposal.is_refused, proposal.messages
    written = proposal.files[PATH].decode()
    assert "comments_to" not in written and "the clerk" not in written
    for field in ("comments_from: 2026-10-05\n", "comments_until: 2026-11-16\n"):
        assert written.count(field) == text.count(field)
    assert written.count("# a remark") == text.count("# a remark")
    rest = {
        row for row in text.split("\n") if not row.startswith(("comments_to", "  the", "status"))
    }
    assert rest <= set(written.split("\n"))


@pytest.mark.parametrize("place", ["title:", "owner:"])
def test_refusal_counts_removed_lines(place: str) -> None:
    text = make_text("## Rules\n\nSee [this](gone.md).\n").replace("draft", "consultation")
    text = text.replace(place, f"{COMMENTS}{place}", 1)
    line = text.split("\n").index("See [this](gone.md).") + 1
    proposal = plan_approval({PATH: text}, request=BOARD)
    assert proposal.is_refused
    assert f"{PATH}:{line}: error" in "\n".join(proposal.messages)
