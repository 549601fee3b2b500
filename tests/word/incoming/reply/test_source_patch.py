"""Words change in Markdown; marks, links, numbers and line ends around them stay."""

import pytest

from policybook.word.incoming.reply.source_patch import patch_cell, patch_words

CASES = [
    ("Be kind.", "Be kind.", "Be very kind.", "Be very kind."),
    ("- (a) within five days;", "within five days;", "in three days;", "- (a) in three days;"),
    ("Be **very kind** now.", "Be very kind now.", "Be most kind now.", "Be **most kind** now."),
    (
        "Ask [the office](mailto:a@b.example) first.",
        "Ask the office first.",
        "Ask the school office first.",
        "Ask [the school office](mailto:a@b.example) first.",
    ),
    (
        "One sentence.\nAnd another one.",
        "One sentence. And another one.",
        "One sentence. And a third one.",
        "One sentence.\nAnd a third one.",
    ),
    ("  - one\n    two", "one two", "one three", "  - one\n    three"),
    ("It is 5 \\* 3.", "It is 5 * 3.", "It is 6 * 3.", "It is 6 \\* 3."),
    ("Be kind", "Be kind", "Be kind [always]", "Be kind \\[always\\]"),
    ("> Be kind.", "Be kind.", "Be calm.", "> Be calm."),
    ("Be kind.", "Be kind.", "kind.", "kind."),
    ("Be kind.[^1]", "Be kind.", "Be calm.", "Be calm.[^1]"),
    ("Be kind and more.", "Be kind", "Be calm", None),
    ("Other words.", "Be kind.", "Be calm.", None),
]


@pytest.mark.parametrize(("source", "old", "new", "patched"), CASES)
def test_words_change_in_their_place(source: str, old: str, new: str, patched: str | None) -> None:
    assert patch_words(source, old, new) == patched


@pytest.mark.parametrize(
    ("cell", "old", "new", "row"),
    [
        (1, "five days", "3 days", "| Stage | 3 days | Head |"),
        (2, "Head", "Chair", "| Stage | five days | Chair |"),
        (0, "Stage", "A | B", "| A \\| B | five days | Head |"),
        (7, "x", "y", None),
        (1, "six days", "y", None),
    ],
)
def test_one_cell_of_a_row_changes(cell: int, old: str, new: str, row: str | None) -> None:
    assert patch_cell("| Stage | five days | Head |", cell, old, new) == row
