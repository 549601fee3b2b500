"""Divide lines of a cover into labels and their words: "Owner: Headteacher", "Review: 2027".

A line may have several labels, and a label may have its words on the next line. Where it
is not sure where words end, they keep the colon of the next label. No name has one.
"""

import re
from collections.abc import Iterator

OWNER = re.compile(
    r"(?i)(?:(?:policy|document|procedure) )?(?:owner|author|lead)(?: of (?:the )?policy)?"
    r"|(?:person|staff member|member of staff|officer|role) responsible(?: for .{1,30})?"
    r"|responsible (?:person|officer|member of staff|staff)|responsibility(?: of)?|staff lead"
)
REVIEW = re.compile(
    r"(?i)(?:date of )?(?:the )?(?:next|planned|due) review(?: date)?(?: due)?(?: by)?"
    r"|review (?:date|due|by|on)(?: date)?|date (?:for|of) (?:next )?review"
    r"|(?:to be|due to be) reviewed(?: by| in| on)?|next (?:due|reviewed)|(?:next )?reviewed due"
)
APPROVED_BY = re.compile(
    r"(?i)(?:approved|agreed|ratified|adopted|approval)(?: (?:by|body|committee))?|committee"
    r"|approving body"
)
APPROVED_ON = re.compile(
    r"(?i)(?:date )?(?:approved|agreed|ratified|adopted)(?: on| date)?"
    r"|(?:date of )?(?:approval|ratification|adoption)(?: date)?|date"
)
_LABELS = (OWNER, REVIEW, APPROVED_BY, APPROVED_ON)
#: What may end a piece of a line: an end of line, a tab, several spaces, a full stop.
_ENDS = re.compile(r"[\n\v\t;]|\s{2,}|(?<=[a-z0-9)])\. (?=[A-Z])")
_COLON = re.compile(r"\s*:\s*|\s+–\s+")
_LONGEST_LABEL = 6
#: The last word of the name of a body or a role, after which another label may follow.
LAST_WORD = re.compile(
    r"(?i)\b(?:body|committee|board|governors?|trustees|council|head|headteacher|principal"
    r"|teacher|director|manager|leader|team|bursar|clerk|officer|co-?ordinator|senco|fgb|lgb)\.?$"
)
#: Words with which no name ends: it goes on in the next line.
_UNFINISHED = re.compile(r"(?i)(?:\b(?:and|of|the|for)|&|,)$")


def is_label(words: str) -> bool:
    """Return whether words name a fact."""
    return any(pattern.fullmatch(words.strip(" :.")) for pattern in _LABELS)


def divide_lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield each label of a paragraph with its words; other words with an empty label.

    A date straight after an approval is that of the approval.
    """
    before = ""
    for label, words in _divide_pieces(_join_labels(_ENDS.split(text))):
        is_its_day = label.lower() == "date" and APPROVED_BY.fullmatch(before) is not None
        yield ("Approved on" if is_its_day else label), words
        # A colon says that the end of the name is not sure, so the date may be of anything.
        before = "" if words.endswith(":") else label


def _join_labels(pieces: list[str | None]) -> Iterator[str]:
    """Yield the pieces. A label without words has those of the next piece."""
    waiting = ""
    for piece in filter(None, ((piece or "").strip() for piece in pieces)):
        joined = f"{waiting} {piece}".strip()
        waiting = joined if joined.endswith(":") else ""
        if not waiting:
            yield joined


def _divide_pieces(pieces: Iterator[str]) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        parts = _COLON.split(piece)
        label = parts[0].strip()
        if len(parts) == 1 or not is_label(label):
            yield "", piece
            continue
        for number, part in enumerate(parts[1:], 2):
            is_last = number == len(parts)
            words, following = (part, "") if is_last else _cut_label(part)
            is_sure = (is_last or following) and not _UNFINISHED.search(words)
            yield label, words if is_sure else f"{words}:"
            label = following


def _cut_label(words: str) -> tuple[str, str]:
    """Return words without the label at their end, and the label; empty if that is not sure."""
    every = words.split()
    for count in range(min(_LONGEST_LABEL, len(every) - 1), 0, -1):
        name, label = " ".join(every[:-count]), " ".join(every[-count:])
        if is_label(label) and label[0].isupper() and label.lower() not in ("committee", "lead"):
            return (name, label) if LAST_WORD.search(name) else (f"{name}:", label)
    return words, ""
