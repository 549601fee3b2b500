"""The record of approvals as it is read: Oakfield's own, and lines that cannot be read."""

from pathlib import Path

import pytest

from policybook.model import Entry, EntryKind, Library
from policybook.reading import approval_record, approved_text, library, link_search
from policybook.reading.fields import FIELDS
from policybook.reading.snapshot import read_sources

ROOT = Path(__file__).parents[2]
RECORD = (ROOT / approval_record.RECORD_PATH).read_bytes()
ENTRIES, FINDINGS = approval_record.read(RECORD)
WITH_TEXT = [entry for entry in ENTRIES if entry.text]


@pytest.fixture(scope="module")
def oakfield() -> Library:
    return library.load(read_sources(ROOT)).library


def test_oakfields_record_verifies() -> None:
    assert FINDINGS == ()
    assert len(ENTRIES) == len(RECORD.splitlines())
    assert {entry.kind for entry in WITH_TEXT} == {EntryKind.APPROVED}


@pytest.mark.parametrize("entry", WITH_TEXT, ids=lambda entry: f"{entry.policy}-{entry.version}")
def test_oakfields_texts_are_as_recorded(entry: Entry, oakfield: Library) -> None:
    policy = next(p for p in oakfield.policies if p.name == entry.policy)
    version = next(v for v in policy.versions if v.name == entry.version)
    pictures = link_search.find_pictures(oakfield, version)
    assert approved_text.canonical_text(version, pictures) == entry.text
    assert approved_text.digest(version, pictures) == entry.sha256


@pytest.mark.parametrize("entry", WITH_TEXT, ids=lambda entry: f"{entry.policy}-{entry.version}")
def test_recorded_fields_have_table_order(entry: Entry) -> None:
    header = entry.text.partition("\n\n")[0].split("\n")
    names = [name for name in (row.partition(": ")[0] for row in header) if name != "picture"]
    order = [field.name for field in FIELDS if field.in_approval]
    assert list(dict.fromkeys(names)) == [name for name in order if name in names]


def lines_of(count: int) -> list[bytes]:
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
    lines = lines_of(4)
    assert approval_record.read(b"".join(lines))[1] == ()
    # Line 3 names the hash of line 2, which cannot be known: that is no second fault.
    _, findings = approval_record.read(b"".join([lines[0], unreadable, *lines[2:]]))
    assert [finding.line for finding in findings] == [2]


def test_chain_is_checked_after_unreadable_line() -> None:
    lines = lines_of(5)
    _, findings = approval_record.read(b"".join([lines[0], b"\n", lines[2], lines[4]]))
    assert [finding.line for finding in findings] == [2, 4]
