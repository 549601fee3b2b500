"""The record of approvals: its lines -> entries, and record and library -> what was altered since it was approved.

Append-only: each line carries the hash of the line before, so that none can be altered or taken out unnoticed.
Knows no file and no clock. The form, for anyone who checks it by other means:

- a line is a JSON object with the keys of `Entry` but `line`, sorted, and an LF; the last six keys of it stand only where they say something;
- `text` is the canonical text of the version, `sha256` the SHA-256 of its UTF-8;
- `hash` is the SHA-256 of the same object without `hash` and `text` (for which `sha256` stands);
- `previous` is the `hash` of the line before, 64 zeros on the first line;
- `text` is empty on a review or withdrawal, and where the words of a version were taken out (`removed` on a later line of it):
  no hash of a line depends on it;
- `source_sha256` is the SHA-256 of the words of the document that a text was adopted from, one a line (`words_digest`).
"""

from policybook.analysis.integrity.after_approval import told, told_again
from policybook.analysis.integrity.altered import cut_off, findings, unrecorded
from policybook.analysis.integrity.published_copy import differences
from policybook.reading.approval_record import (
    NOTHING_BEFORE,
    RECORD_PATH,
    REMOVED,
    canonical,
    digest,
    entry_line,
    head,
    later_line,
    published,
    read,
    without_text,
    words_digest,
)

__all__ = [
    "NOTHING_BEFORE",
    "RECORD_PATH",
    "REMOVED",
    "canonical",
    "cut_off",
    "differences",
    "digest",
    "entry_line",
    "findings",
    "head",
    "later_line",
    "published",
    "read",
    "told",
    "told_again",
    "unrecorded",
    "without_text",
    "words_digest",
]
