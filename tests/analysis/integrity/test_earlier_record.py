"""The record is compared with what remembers it, and asked for a hash of the minutes."""

import hashlib

import pytest

from policybook.analysis import integrity
from policybook.reading.record import approval_record
from tests.reading.record.test_approval_record import THREE

RECORD = approval_record.read(THREE)[0]
PUBLISHED = approval_record.format_published(RECORD)
LINES = THREE.splitlines(keepends=True)
CHECKPOINT = "".join(
    f"{line}\n" for line in approval_record.checkpoint(RECORD[:2], "https://hill.example/")
).encode()


def read(data: bytes) -> integrity.EarlierRecord:
    earlier = integrity.read_earlier("it had before", data)
    assert earlier
    return earlier


@pytest.mark.parametrize("data", [THREE, PUBLISHED, LINES[0], LINES[0] + LINES[1], CHECKPOINT, b""])
def test_beginning_is_no_loss(data: bytes) -> None:
    assert list(integrity.find_lost_lines(RECORD, read(data))) == []


@pytest.mark.parametrize(
    ("count", "data"),
    [
        (0, LINES[0]),
        (1, THREE),
        (2, PUBLISHED),
        (1, CHECKPOINT),
        (0, CHECKPOINT),
        (2, THREE.replace(RECORD[2].hash.encode(), b"a" * 64)),
        (3, CHECKPOINT.replace(b"\n2\n", b"\n3\n")),
        (3, CHECKPOINT.replace(b"\n2\n", b"\n1\n")),
    ],
)
def test_loss_names_both_heads(count: int, data: bytes) -> None:
    (finding,) = integrity.find_lost_lines(RECORD[:count], read(data))
    assert read(data).head[:12] in finding.message
    assert approval_record.head(RECORD[:count])[:12] in finding.message
    assert "rejoin" in finding.remedy and "approve" not in finding.remedy


@pytest.mark.parametrize(
    "data",
    [b"7\n", b"half", b"policybook/1\n", b"policybook/1\nx\ny\nz\n", b"{}\n", b"<html></html>\n"],
)
def test_other_files_remember_nothing(data: bytes) -> None:
    assert integrity.read_earlier("it had before", data) is None


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (RECORD[1].hash, 2),
        (RECORD[1].hash.upper(), 2),
        (f" {RECORD[2].hash[:12]}…", 3),
        (RECORD[0].sha256, 1),
        (hashlib.sha256(LINES[1].rstrip(b"\n")).hexdigest(), 2),
        ("ab" * 32, 0),
        (RECORD[1].hash[:11], 0),
        ("", 0),
    ],
)
def test_hash_of_the_minutes_is_found(typed: str, line: int) -> None:
    match = integrity.find_entry(RECORD, THREE, typed)
    assert (match.entry.line if match else 0) == line
