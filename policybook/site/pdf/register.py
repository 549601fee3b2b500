"""Turn the review register into the tree that `templates/pdf/policy.typ` sets, on sheets across."""

from collections.abc import Sequence
from dataclasses import dataclass

from policybook.site.pdf.cover import Cover
from policybook.site.pdf.frame import Node, frame, keep_days_whole
from policybook.site.pdf.inlines import Piece, broken

#: The columns, each with its share of the width.
_COLUMNS = (
    ("Policy", 5.2),
    ("Must have", 1.5),
    ("Standing", 4.4),
    ("Approved by", 3.4),
    ("Review", 3.6),
    ("Owner", 3.0),
    ("Problems found", 2.0),
)
#: Characters on the shortest line of a column with words.
_LONGEST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterGroup:
    """Policies under one heading. Each row has a cell for each column, in words."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


def register_document(groups: Sequence[RegisterGroup], around: Cover) -> Node:
    """Return the register as a document: each group is a table with a row for each policy."""
    body = [node for group in groups for node in (_heading(group), _table(group))]
    return {**frame(around), "kind": "register", "contents": False, "jumps": [], "body": body}


def _heading(group: RegisterGroup) -> Node:
    words = f"{group.heading} ({len(group.rows)})"
    return {"kind": "heading", "level": 1, "id": "", "number": "", "pieces": [words]}


def _table(group: RegisterGroup) -> Node:
    return {
        "kind": "table",
        "hyphenate": False,
        "widths": [width for _, width in _COLUMNS],
        "aligns": ["start"] * len(_COLUMNS),
        "header": [[name] for name, _ in _COLUMNS],
        "rows": [
            {"id": "", "label": "", "cells": [[_words(cell)] for cell in row]} for row in group.rows
        ],
    }


def _words(text: str) -> Piece:
    words = keep_days_whole(text)
    parts = broken(words, _LONGEST)
    return words if len(parts) == 1 else {"mark": "parts", "parts": parts}
