"""Clauses that were divided or joined."""

import pytest

from policybook.redline import (
    ChangeKind,
    changes_to_read,
)

from .comparisons import compare
from .phone_rules import BOX, GATE, TELL, join_blocks, list_outcomes


@pytest.mark.parametrize(
    ("old", "new", "kind", "count"),
    [
        (
            join_blocks("## A", f"{GATE} {BOX}"),
            join_blocks("## A", GATE, BOX),
            ChangeKind.DIVIDED,
            (1, 2),
        ),
        (
            join_blocks("## A", GATE, BOX),
            join_blocks("## A", f"{GATE} {BOX}"),
            ChangeKind.JOINED,
            (2, 1),
        ),
        (
            join_blocks("## A", f"{GATE} {BOX} {TELL}"),
            join_blocks("## A", GATE, BOX, TELL),
            ChangeKind.DIVIDED,
            (1, 3),
        ),
        (
            join_blocks("## A", GATE, BOX, TELL),
            join_blocks("## A", f"{GATE} {BOX} {TELL}"),
            ChangeKind.JOINED,
            (3, 1),
        ),
        (
            join_blocks("## A", f"{GATE} {BOX}"),
            join_blocks("## A", GATE, BOX.replace("box", "drawer")),
            ChangeKind.DIVIDED,
            (1, 2),
        ),
    ],
)
def test_divided_and_joined(old: str, new: str, kind: ChangeKind, count: tuple[int, int]) -> None:
    (change,) = changes_to_read(compare(old, new))
    assert (change.kind, (len(change.old), len(change.new))) == (kind, count)


def test_unchanged_divided_clause_weighs_nothing() -> None:
    (change,) = changes_to_read(
        compare(join_blocks("## A", f"{GATE} {BOX}"), join_blocks("## A", GATE, BOX))
    )
    assert change.weights == ()


def test_two_words_are_never_joined() -> None:
    old, new = join_blocks("## A", GATE, "Thank you."), join_blocks("## A", f"{GATE} Thank you.")
    assert list_outcomes(old, new) == {"1.1": "reworded", "1.2": "removed"}
