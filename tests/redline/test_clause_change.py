"""One change, with its kind and its cells."""

import pytest

from policybook.redline import ChangeKind, Moved, changes_to_read, weight_words
from policybook.redline.clause_change import compare_units
from policybook.redline.units import read_units

from .comparisons import compare, make_version, mark_runs


def test_cells_are_compared_apart() -> None:
    table = "| Who | When |\n| --- | --- |\n| {} | {} |\n"
    (change,) = (
        c
        for c in compare(table.format("Office", "Daily"), table.format("Office", "Weekly"))
        .sections[0]
        .entries
        if c.count
    )
    assert [mark_runs(cell.runs) for cell in change.cells] == ["Office", "[-Daily-][+Weekly+]"]


WORDED = {ChangeKind.REWORDED, ChangeKind.ADDED, ChangeKind.REMOVED}
KINDS = [
    ("Be kind.", "Be kind.", ChangeKind.SAME),
    ("Be kind.", "Be calm.", ChangeKind.REWORDED),
    ("Be kind.", "Be **kind**.", ChangeKind.FORMATTING),
    ("Be kind.", "- Be kind.", ChangeKind.FORMATTING),
    ("Read [this](a.md).", "Read [this](b.md).", ChangeKind.LINK),
    ("1.1 Be kind.", "Be kind.", ChangeKind.RENUMBERED),
    ("Be kind.", "1.1 Be kind.", ChangeKind.RENUMBERED),
    ("", "Be kind.", ChangeKind.ADDED),
    ("Be kind.", "", ChangeKind.REMOVED),
]


@pytest.mark.parametrize(("old", "new", "kind"), KINDS)
def test_change_has_its_kind(old: str, new: str, kind: ChangeKind) -> None:
    units = [read_units(make_version(text)) for text in (old, new)]
    change = compare_units(*units, moved=Moved.NO)
    assert change.kind is kind
    assert bool(change.weights) is (kind in {*WORDED, ChangeKind.LINK})


#: The figures of two rows, and what changed, cell by cell.
ROWS = (
    ("10 days | 15 days", "7 days | 10 days", ["10 → 7 days", "15 → 10 days"]),
    ("3 days | 15 days", "5 days | 15 days", ["3 → 5 days"]),
    ("10 days | 15 days", "15 days | 15 days", ["10 → 15 days"]),
    ("no | 15 days", "10 days | no", ["10 days added", "15 days removed"]),
)


@pytest.mark.parametrize(("old", "new", "expected"), ROWS)
def test_figures_of_a_row_by_cell(old: str, new: str, expected: list[str]) -> None:
    head = "## A\n\n| Stage | Meeting | Answer |\n|---|---|---|\n| Stage 2 | "
    (change,) = changes_to_read(compare(f"{head}{old} |\n", f"{head}{new} |\n"))
    assert [weight_words.describe(weight) for weight in change.weights] == expected


ROW = "| Rule | What it means |\n| --- | --- |\n| {} | {} |\n"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        # the first cell names the row
        (("I will lend my bike well", "Bikes are lent for races and you must oil them."),
         ("Lent bikes", "Bikes are lent for races and you must oil them."), []),
        (("I will not lend my bike", "Your bike should not be lent."),
         ("Lending", "Your bike should not be lent."), []),
        # a duty inside one cell
        (("Oil", "Riders must oil the chain."), ("Oil", "Riders should oil the chain."),
         ["‘must’ became ‘should’"]),
        (("Riders must stop.", "Coach"), ("Riders should stop.", "Coach"),
         ["‘must’ became ‘should’"]),
    ],
)  # fmt: skip
def test_duty_of_row_is_in_one_cell(
    old: tuple[str, str], new: tuple[str, str], words: list[str]
) -> None:
    (change,) = changes_to_read(compare(*(f"## A\n\n{ROW.format(*row)}" for row in (old, new))))
    names = [weight_words.describe(w) for w in change.weights]
    assert [name for name in names if "‘" in name] == words
