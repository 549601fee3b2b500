"""Write a version, or a redline with tracked changes, as a Word file.

It must not know a page of the site. It opens no file and looks at no clock: the same values
always give the same bytes.

    redline_file(changes, author="Hill View School")   # bytes of a .docx
    policy_file(version, cover)
"""

from policybook.word.outgoing.policy_document import CoverSheet, policy_file
from policybook.word.outgoing.tracked_document import redline_file
