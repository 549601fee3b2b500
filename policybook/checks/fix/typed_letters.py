"""Make items of typed letters, where each keeps its letter and no other line changes.

A list that stays as it is has a reason, which `check --fix` says.
"""

import re
from collections.abc import Iterator

from policybook.checks.fix.field_order import LineEdit
from policybook.checks.fix.line_edits import is_same_place, keeps_holders, read_lines
from policybook.model import ClauseKind
from policybook.reading.fields import front_matter
from policybook.reading.texts import clauses, text_outline
from policybook.text import typed_lists
from policybook.text.line_shapes import find_words_column

_BRINGS_NUMBERS = re.compile(r"^numbering:\s*[\"']?own\b", re.MULTILINE)
_UNPROVED = "as an item it would have another letter, or other lines would change"


def find_letter_edits(text: str) -> list[LineEdit]:
    """Return the edits of typed letters. A policy that brings its own numbers keeps them."""
    if _has_own_numbers(text):
        return []
    rows = {line.number - 1: line for line, _ in read_lines(text)}
    parents = {line.number: line for line in rows.values() if line.is_item}
    edits: list[LineEdit] = []
    for number, new in typed_lists.bullet_lines(text.split("\n")).items():
        line = rows.get(number)
        parent = parents.get(line.block.start) if line and line.block else None
        if line and parent and not line.starts_block:
            # Below an item, an item is inside it.
            column = max(line.shape.indent, find_words_column(parent.text))
            new = " " * column + new.lstrip()
        edits.append((number, (new,)))
    return edits


def keeps_letters_and_lines(before: str, after: str) -> bool:
    """Return whether each new item keeps its letter, and each other line its block."""
    old, new = read_lines(before), read_lines(after)
    labels, follows = _read_labels(after), False
    if not keeps_holders(old, new):
        return False
    for (was, _), (now, _) in zip(old, new, strict=True):
        is_edited = was.text != now.text
        if is_edited and not (now.is_item and _keeps_letter(was.text, labels.get(now.number, ""))):
            return False
        if not is_edited and not is_same_place(was, now, follows=follows):
            return False
        follows = is_edited or (follows and not now.starts_block)
    return True


def list_left_letters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line, from 1, that starts with a typed letter and stays so, with the reason."""
    if _has_own_numbers(text):
        return
    lines = text.split("\n")
    parted = front_matter.split(text)
    outline = text_outline.parse(parted.body, parted.body_line)
    code = {
        number
        for section in outline.sections
        for clause in clauses.walk_sections((section,))
        if clause.kind is ClauseKind.CODE
        for number in range(*clause.lines)
    }
    for run, obstacle in typed_lists.explain_lists(lines):
        for letter in run.letters:
            if letter.line + 1 >= parted.body_line and letter.line + 1 not in code:
                yield letter.line + 1, obstacle or _UNPROVED


def _has_own_numbers(text: str) -> bool:
    return bool(_BRINGS_NUMBERS.search(front_matter.split(text).block or ""))


def _read_labels(text: str) -> dict[int, str]:
    """Return the label of the clause that starts in each line."""
    parted = front_matter.split(text)
    outline = text_outline.parse(parted.body, parted.body_line)
    return {clause.lines[0]: clause.label for clause in clauses.walk_sections(outline.sections)}


def _keeps_letter(line: str, label: str) -> bool:
    """Return whether an item has the letter that was typed, or is a rule with a number."""
    typed = re.match(r"\s*\(?([a-z]+)[.)]", line)
    return "." in label or (typed is not None and label.strip("()") == typed[1])
