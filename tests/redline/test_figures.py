"""Counts and lists of a redline's changes, and its runs as a tree of marks."""

from collections.abc import Sequence

import pytest
from builders import limit_examples
from hypothesis import given

from policybook.redline import (
    ChangeKind,
    Leaf,
    Node,
    RunKind,
    Span,
    all_changes,
    changes_to_read,
    counts_by_section,
    is_gone,
    is_identical,
    mark_tree,
    runs_by_clause,
    section_changes,
)
from policybook.redline.word_diff import runs

from .comparisons import compare
from .edited_texts import edited_pairs
from .marked_words import read_pieces
from .phone_rules import GATE, LOST, TELL, join_blocks


@limit_examples(60)
@given(edited_pairs())
def test_tree_of_marks_has_every_word(pair: tuple[str, str]) -> None:
    for change in all_changes(compare(*pair)):
        leaves = list(_leaves(mark_tree(change.runs)))
        for kind, units in ((RunKind.ADDED, change.old), (RunKind.REMOVED, change.new)):
            words = "".join(leaf.piece.text for leaf in leaves if leaf.kind is not kind)
            if not change.cells:
                assert "".join(words.split()) == "".join(
                    "".join(unit.text.split()) for unit in units
                )


def _leaves(nodes: Sequence[Node]):
    for node in nodes:
        if isinstance(node, Leaf):
            yield node
        else:
            yield from _leaves(node.children)


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


def test_a_mark_stays_round_its_words() -> None:
    diff = runs(
        [read_pieces("You **must not** bring it.")], [read_pieces("You **must never** bring it.")]
    )
    (span,) = [node for node in mark_tree(diff) if isinstance(node, Span)]
    assert span.wrap.mark == "strong"
    assert [(leaf.kind, leaf.piece.text) for leaf in span.children if isinstance(leaf, Leaf)] == [
        (RunKind.EQUAL, "must "),
        (RunKind.REMOVED, "not"),
        (RunKind.ADDED, "never"),
    ]


def test_removed_link_is_gone_as_whole() -> None:
    nodes = mark_tree(
        runs(
            [read_pieces("Read [the form](form.md) first of all")],
            [read_pieces("Read first of all")],
        )
    )
    assert [is_gone(node) for node in nodes if isinstance(node, Span)] == [True]


@pytest.mark.parametrize(
    ("old", "new", "identical"),
    [
        ("Be kind.", "Be kind.", True),
        ("Be kind.", "Be calm.", False),
        ("Be kind.", "Be **kind**.", False),
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
