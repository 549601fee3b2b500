"""Find what was altered since it was approved, from the library and the record of approvals.

It must not know a page or a command. `reading.record.approval_record` knows the record's format.

    list(findings(library))                        # each recorded version against its file
    list(find_lost_lines(library.record, earlier))  # the record against an earlier one
"""

from policybook.analysis.integrity.after_approval import recorded_review_line, review_line
from policybook.analysis.integrity.altered import findings, unrecorded_versions
from policybook.analysis.integrity.earlier_record import (
    SHORTEST_HASH,
    EarlierRecord,
    HashMatch,
    find_entry,
    find_lost_lines,
    read_earlier,
)
from policybook.analysis.integrity.published_copy import differences
from policybook.analysis.integrity.text_changes import list_allowed_changes
