"""Leave out the first sheet of a Word file that Policybook itself wrote.

Its facts come from the version, and the sheet would stand in the text a second time.
"""

import re
from collections.abc import Iterator

from lxml import etree

from policybook.word.incoming.document import Furniture, LeftOut
from policybook.word.incoming.names import CORE, W, child, value
from policybook.word.incoming.package import WordPackage
from policybook.word.incoming.tracked_changes import read_text

_SENT = re.compile(r"Version (\S+)")
#: The styles of the sheet's paragraphs, as `data/word/styles.xml` names them.
_STYLES = frozenset({"Subtitle", "Notice", "CoverName", "Separator"})
_TITLE = "Title"


def read_sent_version(package: WordPackage) -> str:
    """Return the version that Policybook wrote into the properties of the file, or nothing."""
    hit = _SENT.fullmatch(package.read_property(f"{CORE}subject").strip())
    return hit[1] if hit else ""


def leave_out(package: WordPackage, body: etree._Element) -> Iterator[LeftOut]:
    """Take the first sheet out of the body, and yield its words. The title stays."""
    if not read_sent_version(package):
        return
    for element in list(body):
        style = value(child(element, "pPr", "pStyle"))
        if element.tag == f"{W}p" and style == _TITLE:
            continue
        if element.tag != f"{W}tbl" and style not in _STYLES:
            return
        text = " ".join(read_text(element).split())
        body.remove(element)
        if text:
            yield LeftOut(what=Furniture.COVER, text=text)
