"""Counts and lists of a redline's changes."""

import pytest

from policybook.redline import (
    ChangeKind,
    changes_to_read,
    counts_by_section,
    is_identical,
    runs_by_clause,
    section_changes,
)

from .comparisons import compare
from .phone_rules import GATE, LOST, TELL, join_blocks


def test_counts_by_section() -> None:
    comparison = compare(
        join_blocks("## A", GATE, LOST, "## B", TELL),
        join_blocks("## A", GATE, LOST.replace("14", "10"), "## B", TELL, "A new rule is here."),
    )
    assert [
        (s.new.title, c.reworded, c.added) for s, c in counts_by_section(comparison) if s.new
    ] == [
        ("A", 1, 0),
        ("B", 0, 1),
    ]


@pytest.mark.parametrize(
    ("old", "new", "identical"),
    [
        ("Be kind.", "Be kind.", True),
        ("Be kind.", "Be calm.", False),
        ("Be kind.", "Be **kind**.", False),
        ("Be [kind](a.md).", "Be [kind](b.md).", False),
    ],
)
def test_identical_texts_have_no_change(old: str, new: str, identical: bool) -> None:
    comparison = compare(old, new)
    assert is_identical(comparison) is identical
    assert (changes_to_read(comparison) == ()) is identical


def test_section_lists_its_heading_first() -> None:
    (section,) = compare(join_blocks("## A", GATE), join_blocks("## B", GATE)).sections
    assert [change.kind for change in section_changes(section)] == [
        ChangeKind.REWORDED,
        ChangeKind.SAME,
    ]


def test_divided_clause_has_runs_apart() -> None:
    (change,) = changes_to_read(compare(f"{GATE} {LOST}", join_blocks(GATE, LOST)))
    texts = [
        "".join(piece.text for run in runs for piece in run.new) for runs in runs_by_clause(change)
    ]
    assert texts == [GATE, LOST]
