"""Read who answers for what, where a text says so without a modal verb.

The deputy is responsible for training.        The bursar has responsibility for the contract.
It is the duty of every adult to act.          It falls to the clerk to keep the record.
Cleaning is the responsibility of the caretaker.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_OFFICE = r"(?:responsibilit(?:y|ies)|accountability|duty|role|job|task|obligation)"
_SUBJECT_AHEAD = re.compile(
    r"\b(?:"
    r"(?:is|are|am|remains?)\s+(?:(?:\w+ly|also|both|all|each|themselves|overall"
    r"|the\s+(?:\w+\s+)?(?:person|people|governor|teacher|officer|body)s?)\s+){0,3}"
    r"(?:responsible|accountable|answerable)(?:\s+in\s+law)?\s+(?:for|to)"
    r"|(?:is|are)\s+(?:\w+\s+)?in\s+charge\s+of"
    r"|(?:has|have|holds?|takes?|shares?|bears?)\s+(?:(?!no\b)\w+\s+){0,3}?"
    r"(?:responsibilit(?:y|ies)|accountability|role|job|task|obligation)\s+(?:for|of|to)"
    r")\b",
    re.IGNORECASE,
)
_SUBJECT_AFTER = re.compile(
    r"\b(?:"
    rf"it\s+is\s+(?:[\w']+\s+){{0,6}}?{_OFFICE}\s+of\s+(?P<of>[^.;:,]+?)(?:\s+(?:to|that)|\s*:$)"
    rf"|it\s+is\s+(?P<owner>[\w' ]+?)(?:'s|s')\s+(?:\w+\s+)?{_OFFICE}\s+to"
    rf"|it\s+is\s+(?P<yours>your|our|their)\s+(?:own\s+)?{_OFFICE}\s+to"
    r"|it\s+(?:falls|is\s+left)\s+(?:up)?(?:on|to)\s+(?P<falls>[^.;:,]+?)\s+to"
    r"|it\s+is\s+(?:for|up\s+to|down\s+to)\s+(?P<is_for>[^.;:,]+?)\s+to"
    rf"|(?:is|are)\s+the\s+(?:\w+\s+)?{_OFFICE}\s+of\s+(?P<whose>[^.;:,]+)"
    rf"|{_OFFICE}\s+(?:for|to)\s+[^.;:]{{3,90}}?\s+(?:lies|rests|sits)\s+with\s+(?P<lies>[^.;:,]+)"
    r")",
    re.IGNORECASE,
)
_WHOSE = {"your": "you", "our": "we", "their": "they"}
#: A sentence without any of these says nothing of the kind.
_SIGNS = (
    "responsib", "accountab", "answerable", "in charge", "duty of", " duty to", "job", "role",
    "task", "obligation", "falls", "it is for", "up to", "down to", "is left",
)  # fmt: skip


class Responsibility(NamedTuple):
    """Words that give a responsibility, and the words after them that name who has it, if any."""

    start: int
    end: int
    holder: str


def find_responsibilities(text: str) -> Iterator[Responsibility]:
    """Yield where a sentence gives somebody a responsibility."""
    low = text.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    for hit in _SUBJECT_AFTER.finditer(text):
        holder = next(words for words in hit.groupdict().values() if words)
        yield Responsibility(*hit.span(), _WHOSE.get(holder.lower(), holder))
    for hit in _SUBJECT_AHEAD.finditer(text):
        yield Responsibility(*hit.span(), "")
