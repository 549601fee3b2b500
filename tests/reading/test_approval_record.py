"""The record of approvals as it is read: Oakfield's own, and lines that cannot be read."""

import pytest

from policybook.model import EntryKind
from policybook.reading import approval_record

from .oakfield_record import ENTRIES, FINDINGS, RECORD, WITH_TEXT


def test_oakfields_record_verifies() -> None:
    assert FINDINGS == ()
    assert len(ENTRIES) == len(RECORD.splitlines())
    assert {entry.kind for entry in WITH_TEXT} == {EntryKind.APPROVED}


def make_lines(count: int) -> list[bytes]:
    """Return the lines of a sound record of so many reviews."""
    lines: list[bytes] = []
    for number in range(count):
        entries, _ = approval_record.read(b"".join(lines))
        line = approval_record.later_line(
            EntryKind.REVIEWED,
            ENTRIES[0],
            by="Headteacher",
            on=f"2026-{number + 1:02d}",
            minute="",
            previous=approval_record.head(entries),
            besides={"outcome": "No change", "review_year": "2027/28"},
        )
        lines.append(line.encode())
    return lines


@pytest.mark.parametrize("unreadable", [b"not JSON\n", b"\n", b"7\n", b"{}\n"])
def test_unreadable_line_is_one_finding(unreadable: bytes) -> None:
    lines = make_lines(4)
    assert approval_record.read(b"".join(lines))[1] == ()
    # Line 3 names the hash of line 2, which cannot be known: that is no second fault.
    _, findings = approval_record.read(b"".join([lines[0], unreadable, *lines[2:]]))
    assert [finding.line for finding in findings] == [2]


def test_chain_is_checked_after_unreadable_line() -> None:
    lines = make_lines(5)
    _, findings = approval_record.read(b"".join([lines[0], b"\n", lines[2], lines[4]]))
    assert [finding.line for finding in findings] == [2, 4]
