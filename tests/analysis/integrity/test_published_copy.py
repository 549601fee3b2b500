"""The record on a published site, compared with its hashes and the published texts."""

import hashlib
import json

import pytest

from policybook.analysis import integrity
from policybook.reading.record.approval_record import NOTHING_BEFORE

TEXT = b"Be kind.\n"


def make_lines(*entries: dict[str, str]) -> bytes:
    """Return the published record of `entries`, each with the hash of the line before."""
    data, previous = b"", NOTHING_BEFORE
    for entry in entries:
        line = json.dumps({**APPROVED, "previous": previous, **entry}).encode()
        previous = hashlib.sha256(line).hexdigest()
        data += line + b"\n"
    return data


APPROVED = {
    "kind": "approved",
    "policy": "behaviour",
    "version": "2025-09",
    "sha256": hashlib.sha256(TEXT).hexdigest(),
}
REMOVED = {"kind": "withdrawn", "removed": "text"}


def find_head(data: bytes) -> str:
    return hashlib.sha256(data.split(b"\n")[-2]).hexdigest()


@pytest.mark.parametrize(
    ("data", "text", "words"),
    [
        (make_lines({}), TEXT, []),
        (make_lines({}, {"kind": "reviewed"}), TEXT, []),
        (make_lines({}), b"Be calm.\n", ["not the one that was recorded"]),
        (make_lines({}), None, ["behaviour 2025-09 is missing"]),
        (make_lines({}, {"previous": "0" * 64}), TEXT, ["line 2 of the record does not follow"]),
        (make_lines({}) + b"7\n", TEXT, ["line 2 of the record is damaged"]),
        (b"{}\n", TEXT, ["line 1 of the record is damaged"]),
    ],
)
def test_faults_are_in_words(data: bytes, text: bytes | None, words: list[str]) -> None:
    faults = list(integrity.differences(data, None, lambda *_: text))
    assert len(faults) == len(words)
    assert all(part in fault for part, fault in zip(words, faults, strict=True))


@pytest.mark.parametrize(("text", "count"), [(None, 0), (TEXT, 1)])
def test_removed_words_are_not_published(text: bytes | None, count: int) -> None:
    data = make_lines({}, REMOVED)
    faults = list(integrity.differences(data, find_head(data), lambda *_: text))
    assert len(faults) == count
    assert all("although they were removed" in fault for fault in faults)


def test_record_ends_with_its_head() -> None:
    data = make_lines({}, {"kind": "reviewed"})
    assert list(integrity.differences(data, find_head(data), lambda *_: TEXT)) == []
    (fault,) = integrity.differences(make_lines({}), find_head(data), lambda *_: TEXT)
    assert "does not end with the hash" in fault
