"""Write `-` for the other marks of items, where no mark may be a sign of the sentence."""

import re

from policybook.checks.fix.field_order import LineEdit
from policybook.checks.fix.line_edits import find_faults

#: `* * *` is a line across the page.
_OTHER_MARKER = re.compile(r"^((?:\s|>)*)(?!(?:\*[ \t]*){3,}$)[*+](?=\s+\S)")


def find_marker_edits(text: str) -> list[LineEdit]:
    """Return the edits of `*` and `+`, unless the sign may be part of the sentence.

    The next items of such a list stay as well.
    """
    edits = [
        (number, (_OTHER_MARKER.sub(r"\1-", line),))
        for number, line in enumerate(text.split("\n"))
        if _OTHER_MARKER.match(line)
    ]
    if not edits:
        return []
    unclear = {fault.line - 1 for fault in find_faults(text) if fault.code == "start-of-line"}
    lines, changed = text.split("\n"), {number for number, _ in edits}
    for number in sorted(changed):
        above = [n for n in range(max(0, number - 2), number) if n in unclear]
        if above and not any(lines[n].strip() for n in range(above[-1] + 1, number)):
            unclear.add(number)
    return [edit for edit in edits if edit[0] not in unclear]
