"""Write a version, or a redline with tracked changes, as a Word file.

It must not know a page of the site. It opens no file and looks at no clock: the same values
always give the same bytes.

    redline_file(changes, author="Hill View School")   # bytes of a .docx
"""

from policybook.word.outgoing.run_text import Pictures, web_only
from policybook.word.outgoing.tracked_document import redline_file

__all__ = ["Pictures", "redline_file", "web_only"]
