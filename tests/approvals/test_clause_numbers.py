"""An approval updates the clause numbers that name its policies."""

from datetime import date
from pathlib import Path

import pytest
from builders import (
    make_record,
    make_sources,
    make_text,
    write_files,
)

from policybook.approvals import approve
from policybook.approvals.approve import ApprovalRequest
from policybook.approvals.plan import Plan
from policybook.model.findings import Severity
from policybook.publish import atomic_file
from policybook.reading.files import layout
from tests.checks.numbered_files import (
    NEW,
    TODAY,
    declare_version,
    list_search_findings,
    make_files,
)


def plan_approval(given: dict[str, str | bytes], **more: str) -> Plan:
    request = ApprovalRequest("Governing Body", "2026-11-20", "")
    return approve.plan_approval(
        make_sources({**given, layout.RECORD: make_record(given)}),
        [("behaviour", "2026-12")],
        request,
        TODAY,
    )


@pytest.mark.parametrize("excerpt", ["", declare_version("2024-09")])
def test_approval_updates_numbers(excerpt: str) -> None:
    given = make_files(of=excerpt)
    results = plan_approval(given)
    assert not results.is_refused
    assert any("asked.yml: 4 numbers" in line for line in results.messages)
    assert (
        b"behaviour: 2026-12" in results.files[layout.ASKED_QUESTIONS]
        and b"means: behaviour 2.1," in results.files[layout.VOCABULARY]
    )
    assert list_search_findings({**given, **results.files}) == []


def test_later_approval_declares_the_version() -> None:
    given = make_files(make_text(NEW, changes="Watches.", effective_from="2027-01-01"))
    results = plan_approval(given)
    assert (
        b"behaviour: 2024-09" in results.files[layout.ASKED_QUESTIONS]
        and b"answer: behaviour 1.1\n" in results.files[layout.ASKED_QUESTIONS]
    )
    after = {**given, **results.files}
    assert list_search_findings(after) == []
    assert {f.severity for f in list_search_findings(after, date(2027, 1, 1))} == {Severity.WARNING}


def test_lost_answers_are_announced() -> None:
    asked = "questions:\n  - question: watches tablet phone\n    answer: behaviour 2.3\n"
    messages = "\n".join(plan_approval(make_files(asked=asked)).messages)
    assert (
        "search no longer gives these answers." in messages and "“watches tablet phone”" in messages
    )


@pytest.mark.mkdocs
@pytest.mark.parametrize("index", range(4))
def test_same_command_finishes_stopped_approval(
    index: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from policybook import cli

    given = make_files(of=declare_version("2024-09"))
    write_files(make_sources({**given, layout.RECORD: make_record(given)}).files, tmp_path)
    command = [
        "approve",
        "behaviour",
        "2026-12",
        "--by",
        "Governing Body",
        "--on",
        "2026-11-20",
        "--yes",
        "--project",
        str(tmp_path),
        "--today",
        "2026-11-22",
    ]
    real, left = atomic_file.replace, [index]

    def stopping(file: Path, data: bytes) -> None:
        if not left[0]:
            raise OSError("the disk is full")
        left[0] -= 1
        real(file, data)

    with monkeypatch.context() as patched:
        patched.setattr(atomic_file, "replace", stopping)
        assert cli.main(command) == 1
    assert cli.main(command) == 0
    assert cli.main(["check", "--fix", "--project", str(tmp_path), "--today", "2026-11-22"]) == 0
    now = {path: (tmp_path / path).read_bytes() for path in given}
    assert (
        list_search_findings({**now, layout.RECORD: (tmp_path / layout.RECORD).read_bytes()}) == []
    )
    assert b"answer: behaviour 2.1\n" in now[layout.ASKED_QUESTIONS]
