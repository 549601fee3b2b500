"""The record of approvals: its lines -> entries, and record and library -> what was altered since it was approved.

Append-only: each line carries the hash of the line before, so that none can be altered or taken out unnoticed.
Knows no file and no clock. The form, for anyone who checks it by other means:

- a line is a JSON object with the keys of `Entry` but `line`, sorted, and an LF;
- `text` is the canonical text of the version, `sha256` the SHA-256 of its UTF-8;
- `hash` is the SHA-256 of the same object without `hash` and `text` (for which `sha256` stands);
- `previous` is the `hash` of the line before, 64 zeros on the first line.
"""

from policybook.record.altered import findings
from policybook.record.lines import NOTHING_BEFORE, RECORD_PATH, canonical, digest, entry_line, head, read

__all__ = ["NOTHING_BEFORE", "RECORD_PATH", "canonical", "digest", "entry_line", "findings", "head", "read"]
