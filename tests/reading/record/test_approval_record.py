"""The record of approvals as it is read: Oakfield's own, and lines that cannot be read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import limit_examples
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Entry, EntryKind
from policybook.reading.record import approval_record, record_file
from policybook.reading.record.record_chain import NOTHING_BEFORE
from policybook.reading.references import link_search
from tests.reading.record.behaviour_record import (
    RECORD_LINE,
    find_version,
    make_files,
)

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


KINDS = (EntryKind.APPROVED, EntryKind.REVIEWED, EntryKind.WITHDRAWN)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def make_three_lines(by: str = "Governing Body", minute: str = "") -> str:
    loaded_library, of = find_version(make_files())
    lines, previous = "", approval_record.NOTHING_BEFORE
    for kind in KINDS:
        lines += approval_record.entry_line(
            kind,
            of,
            link_search.find_pictures(loaded_library, of),
            by=by,
            on="2025-09",
            minute=minute,
            previous=previous,
        )
        previous = approval_record.head(approval_record.read(lines.encode())[0])
    return lines


THREE = make_three_lines().encode()


@given(WORDS, WORDS)
def test_what_is_written_is_read_again(by: str, minute: str) -> None:
    entries, findings = approval_record.read(make_three_lines(by, minute).encode())
    assert findings == ()
    assert [e.kind for e in entries] == list(KINDS)
    assert {(e.by, e.minute, e.policy, e.version, e.on) for e in entries} == {
        (by, minute, "behaviour", "2025-09", "2025-09")
    }
    assert [e.line for e in entries] == [1, 2, 3]
    assert [e.previous for e in entries] == [
        approval_record.NOTHING_BEFORE,
        entries[0].hash,
        entries[1].hash,
    ]


def test_an_empty_record_is_sound() -> None:
    assert approval_record.read(b"") == ((), ())
    assert approval_record.head(()) == "0" * 64


def test_line_endings_are_no_change() -> None:
    as_written = approval_record.read(THREE)
    assert approval_record.read(THREE.replace(b"\n", b"\r\n")) == as_written
    assert approval_record.read(b"\xef\xbb\xbf" + THREE) == as_written


@limit_examples(400)
@given(st.integers(0, len(THREE) - 1), st.integers(1, 255))
def test_any_byte_that_differs_is_found(place: int, by: int) -> None:
    assert approval_record.read(THREE[:place] + bytes([THREE[place] ^ by]) + THREE[place + 1 :])[1]


@limit_examples(300)
@given(st.binary(max_size=300))
def test_nothing_makes_it_raise(data: bytes) -> None:
    approval_record.read(data)
    approval_record.read(THREE + data)
    approval_record.read(THREE[: len(data)] + data + THREE[len(data) :])


@pytest.mark.parametrize(
    ("harm", "number", "words"),
    [
        (lambda x: [*x, x[2][: len(x[2]) // 2]], 4, "incomplete"),
        (lambda x: x[1:], 1, "chain"),
        (lambda x: [x[0], x[2]], 2, "chain"),
        (lambda x: [x[1], x[0], x[2]], 1, "chain"),
        (lambda x: [x[0], "\n", x[1], x[2]], 2, "empty"),
        (lambda x: [x[0], "not JSON\n", x[1], x[2]], 2, "damaged"),
        (lambda x: [x[0], "[" * 100_000 + "\n", x[1], x[2]], 2, "damaged"),
        (lambda x: [x[0], "7\n", x[1], x[2]], 2, "damaged"),
        (lambda x: [x[0], x[1].replace("2025-09", "\\ud800", 1), x[2]], 2, "damaged"),
        (lambda x: [x[0], change_entry(x[1], minute=None), x[2]], 2, "lacks minute"),
        (lambda x: [x[0], change_entry(x[1], note="!"), x[2]], 2, "also has note"),
        (lambda x: [x[0], change_entry(x[1], on=7), x[2]], 2, "damaged"),
        (lambda x: [x[0], change_entry(x[1], kind="blessed"), x[2]], 2, "unknown kind, “blessed”"),
        (lambda x: [x[0], x[1].replace("safe", "sure"), x[2]], 2, "text in this line"),
        (lambda x: [x[0], x[1].replace("Governing", "governing"), x[2]], 2, "hash of this line"),
        (lambda x: [x[0], x[1].replace('": "', '":"', 1), x[2]], 2, "altered"),
    ],
)
def test_damaged_record_is_found_at_line(
    harm: Callable[[list[str]], list[str]], number: int, words: str
) -> None:
    _, findings = approval_record.read(
        "".join(harm(THREE.decode().splitlines(keepends=True))).encode()
    )
    first = findings[0]
    assert (first.path, first.line) == (approval_record.RECORD_PATH, number)
    assert words in first.message
    assert "record" in first.message
    assert "older copy" in first.remedy
    assert "git" not in first.remedy.replace("policybook", "")


def change_entry(entry_line: str, **change: object) -> str:
    values = {
        key: value
        for key, value in {**json.loads(entry_line), **change}.items()
        if value is not None
    }
    return json.dumps(values, sort_keys=True, ensure_ascii=False) + "\n"


def test_line_holds_the_whole_entry() -> None:
    besides = {"adopted_from", "source_sha256", "outcome", "review_year", "reason", "removed"}
    besides |= {"file", "file_sha256", "source_file_sha256", "entered", "joined"}
    besides |= {"summaries", "summary", "summary_sha256"}
    assert set(json.loads(RECORD_LINE)) == set(Entry.__slots__) - {"line"} - besides


def test_whole_file_is_in_sound_lines() -> None:
    line = approval_record.entry_line(
        EntryKind.APPROVED,
        find_version(make_files())[1],
        {},
        by="",
        on="",
        minute="7",
        previous=NOTHING_BEFORE,
        besides=approval_record.describe_file(b"as it was"),
    )
    for changed, whole in ((line, "as it was"), (line.replace('"7"', '"8"'), "")):
        record = record_file.split(changed.encode())
        (entry,), faults = approval_record.read_lines(record)
        assert (approval_record.read_file(record, entry), bool(faults)) == (whole, not whole)


def test_record_has_its_documented_path() -> None:
    assert Path(approval_record.RECORD_PATH).parts == ("docs", "policies", "approvals.jsonl")
