"""Find what was altered since it was approved, from the library and the record of approvals.

It must not know a page or a command. `reading.approval_record` knows the record's format.

    list(findings(library))                        # each recorded version against its file
    list(cut_off(library.record, head, site_dir))  # the record against the published site
"""

from policybook.analysis.integrity.after_approval import told, told_again
from policybook.analysis.integrity.altered import cut_off, findings, unrecorded
from policybook.analysis.integrity.published_copy import differences

__all__ = ["cut_off", "differences", "findings", "told", "told_again", "unrecorded"]
