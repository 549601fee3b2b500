"""Test the labels of list items."""

import pytest

from policybook.text.list_labels import format_label


@pytest.mark.parametrize(
    ("depth", "index", "label"),
    [
        (0, 0, "(a)"),
        (0, 25, "(z)"),
        (0, 26, "(aa)"),
        (0, 701, "(zz)"),
        (0, 702, "(aaa)"),
        (1, 0, "(i)"),
        (1, 3, "(iv)"),
        (1, 48, "(xlix)"),
        (2, 0, "(1)"),
        (3, 1, "(b)"),  # from the start again
    ],
)
def test_labels(depth: int, index: int, label: str) -> None:
    assert format_label(depth, index) == label


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_labels_are_unique(depth: int) -> None:
    assert len({format_label(depth, index) for index in range(800)}) == 800
