"""Find what was altered since it was approved, from the library and the record of approvals.

`findings` compares each version in the record with its file; `cut_off` compares the record with
the published site. `reading.approval_record` knows the form of the record.
"""

from policybook.analysis.integrity.after_approval import told, told_again
from policybook.analysis.integrity.altered import cut_off, findings, unrecorded
from policybook.analysis.integrity.published_copy import differences

__all__ = ["cut_off", "differences", "findings", "told", "told_again", "unrecorded"]
