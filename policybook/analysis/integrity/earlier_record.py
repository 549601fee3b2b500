"""Compare the record with an earlier one, and look for a hash from the minutes.

An earlier record is remembered outside this one: by the published site, by Git, or by a
checkpoint that somebody kept. Nothing of it may be missing here. It must not know where an
earlier record was read.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policybook.model import Entry, Finding
from policybook.reading.record import approval_record, record_chain, record_file
from policybook.reading.record.record_chain import NOTHING_BEFORE
from policybook.text import json_file

#: A hash may be shortened in the minutes, to no fewer characters.
SHORTEST_HASH = 12
_GIT_REMEDY = "Run: policybook rejoin. It brings the missing lines back and keeps the new ones."
_COPY_REMEDY = (
    "Find an older copy of the file, and run: policybook rejoin COPY. It brings the missing lines "
    "back and keeps the new ones. Where that folder is not this school's site, publish into "
    "another with --site-dir."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRecord:
    """What is remembered of an earlier record.

    `name` completes “lines that …”. `hashes` are those of its lines, and `head` the last
    one; `count` is the number of lines, or 0 if that is unknown. `is_in_git` says that Git
    has the whole file.
    """

    name: str
    head: str
    hashes: tuple[str, ...] = ()
    count: int = 0
    is_in_git: bool = False


def read_earlier(name: str, data: bytes, *, is_in_git: bool = False) -> EarlierRecord | None:
    """Return what a record, a published record or a checkpoint says; None if it is none of these.

    Never raise.
    """
    lines = record_file.split(data).lines
    if lines and lines[0].strip() == approval_record.CHECKPOINT_MARK.encode():
        return _read_checkpoint(name, [line.decode("utf-8", "replace").strip() for line in lines])
    hashes = [_find_hash(line) for line in lines if line.strip()]
    if not all(hashes):
        return None
    digests = tuple(filter(None, hashes))
    head = digests[-1] if digests else NOTHING_BEFORE
    return EarlierRecord(
        name=name, head=head, hashes=digests, count=len(digests), is_in_git=is_in_git
    )


def _read_checkpoint(name: str, lines: Sequence[str]) -> EarlierRecord | None:
    if len(lines) != 4 or not (lines[2].isascii() and lines[2].isdigit()):
        return None
    head = lines[3].lower()
    return EarlierRecord(name=name, head=head, count=int(lines[2])) if len(head) == 64 else None


def _find_hash(line: bytes) -> str | None:
    """Return the hash of a line; None if it is no entry. A published line is its own content."""
    values = json_file.read_object(line)
    if not isinstance(values.get("previous"), str):
        return None
    return str(values["hash"]) if "hash" in values else hashlib.sha256(line).hexdigest()


def find_lost_lines(record: Sequence[Entry], earlier: EarlierRecord) -> Iterator[Finding]:
    """Yield a finding if the record lacks a line that an earlier record has."""
    present = {entry.hash for entry in record} | {NOTHING_BEFORE}
    is_whole = present.issuperset((*earlier.hashes, earlier.head))
    if is_whole and not _has_other_count(record, earlier):
        return
    head = approval_record.head(record)
    yield approval_record.record_fault(
        len(record) + 1,
        f"the record of approvals lacks lines that {earlier.name}: that one ends with the hash "
        f"{earlier.head[:12]}…, and this one with {head[:12]}…",
        _GIT_REMEDY if earlier.is_in_git else _COPY_REMEDY,
    )


def _has_other_count(record: Sequence[Entry], earlier: EarlierRecord) -> bool:
    """Return whether the line with the earlier head now follows from another number of lines."""
    links = approval_record.links(record)
    count = record_chain.count_lines_up_to(links, earlier.head)
    return bool(earlier.count) and earlier.head != NOTHING_BEFORE and count != earlier.count


@dataclass(frozen=True, slots=True)
class HashMatch:
    """The entry that has a hash, and what the hash is of: its line, its text or its bytes."""

    entry: Entry
    subject: str


def find_entry(record: Sequence[Entry], data: bytes, typed: str) -> HashMatch | None:
    """Return the entry whose hash somebody typed: that of the line, its text or its bytes.

    `data` is the record as a file. At least the first 12 characters are needed.
    """
    digits = typed.strip().lower().removesuffix("…")
    if len(digits) < SHORTEST_HASH:
        return None
    lines = record_file.split(data).lines
    for entry in record:
        raw = lines[entry.line - 1] if 0 < entry.line <= len(lines) else b""
        digests = {
            "the entry": entry.hash,
            "the approved text": entry.sha256,
            "the line, byte for byte": hashlib.sha256(raw).hexdigest(),
        }
        for subject, digest in digests.items():
            if digest and digest.startswith(digits):
                return HashMatch(entry, subject)
    return None
