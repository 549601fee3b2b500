"""Find what was altered since it was approved, from the library and the record of approvals.

`findings` compares each version in the record with its file; `cut_off` compares the record with
the published site. `reading.approval_record` knows the form of the record.
"""

from policybook.analysis.integrity.after_approval import recorded_review_line, review_line
from policybook.analysis.integrity.altered import find_lost_lines, findings, unrecorded_versions
from policybook.analysis.integrity.published_copy import differences

__all__ = [
    "differences",
    "find_lost_lines",
    "findings",
    "recorded_review_line",
    "review_line",
    "unrecorded_versions",
]
