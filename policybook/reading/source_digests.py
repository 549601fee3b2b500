"""Turn the files of a project into hashes, so that no later step needs to hold their bytes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from policybook.reading import layout, record_file


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDigests:
    """The SHA-256 of each file by path, and of each line of the record in its order."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    lines: tuple[bytes, ...] = ()


def digest_sources(files: Mapping[str, bytes]) -> SourceDigests:
    """Return the hashes of the files. The record has hashes of its lines alone."""
    record = record_file.split(files.get(layout.RECORD, b""))
    return SourceDigests(
        files={path: _digest(data) for path, data in files.items() if path != layout.RECORD},
        lines=tuple(map(_digest, record.lines)),
    )


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
