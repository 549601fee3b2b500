"""The entries of Oakfield's record of approvals."""

from pathlib import Path

from policybook.reading.record import approval_record

ROOT = Path(__file__).parents[3]

RECORD = (ROOT / approval_record.RECORD_PATH).read_bytes()

ENTRIES, FINDINGS = approval_record.read(RECORD)

WITH_TEXT = [entry for entry in ENTRIES if entry.text]
