"""Turn the files of a project into hashes, so that no later step needs to hold their bytes."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from policybook.model import Entry
from policybook.reading.files import layout


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDigests:
    """The SHA-256 of each file by path, and of each entry of the record by its line."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    lines: Mapping[int, bytes] = field(default_factory=dict)


def digest_sources(files: Mapping[str, bytes], record: Iterable[Entry]) -> SourceDigests:
    """Return the hashes of the files, and of the entries that were read from the record."""
    return SourceDigests(
        files={path: _digest(data) for path, data in files.items() if path != layout.RECORD},
        lines={
            entry.line: _digest(repr(replace(entry, text=entry.text[:1])).encode())
            for entry in record
        },
    )


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
