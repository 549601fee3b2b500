"""Find what was altered since it was approved, from the library and the record of approvals.

It must not know a page or a command. `reading.approval_record` knows the record's format.

    list(findings(library))                        # each recorded version against its file
    list(find_lost_lines(library.record, head, site_dir))  # the record against the published site
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
