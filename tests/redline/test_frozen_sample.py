"""Twenty pairs with known truth: no figure of the redline falls below the frozen one.

`benchmarks/redline_sample.py` wrote the pairs, from Oakfield's own text. The full bar is
`benchmarks/redline_bar.py`. A figure that rises is frozen here at its new value.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from policybook.redline import (
    ChangeKind,
    Redline,
    all_changes,
    check,
    redline,
    replay_new,
    replay_old,
)
from policybook.redline.units import read_units

from .comparisons import make_version

SAMPLE = json.loads((Path(__file__).parent / "frozen_sample.json").read_text(encoding="utf-8"))
# Kinds that a reader is shown, by the generator's name for what it did.
KINDS = {
    "same": {ChangeKind.SAME, ChangeKind.RENUMBERED},
    "source": {ChangeKind.SAME, ChangeKind.RENUMBERED},  # the Markdown differs, the page does not
    "renumber": {ChangeKind.SAME, ChangeKind.RENUMBERED},
    "format": {ChangeKind.FORMATTING},
    "reworded": {ChangeKind.REWORDED},
    "split": {ChangeKind.DIVIDED},
    "merge": {ChangeKind.JOINED},
}
UNCHANGED = ("same", "source", "renumber")
Label = tuple[frozenset[ChangeKind], bool, tuple[int, ...]]  # kinds, moved, old places


def compare_pair(pair: dict[str, list[str]]) -> Redline:
    old, new = (make_version("\n".join(lines)) for lines in (SAMPLE["old"], pair["new"]))
    return redline(old, new)


def read_label(row: str) -> Label:
    """`reworded moved 12`, `merge 4 5`, `added`."""
    name, *rest = row.split()
    if name == "added":
        return frozenset({ChangeKind.ADDED}), False, ()
    return frozenset(KINDS[name]), "moved" in rest, tuple(int(w) for w in rest if w != "moved")


def labels(found: Redline) -> dict[int, tuple[ChangeKind, bool, tuple[int, ...]]]:
    """What the redline says of each new unit."""
    return {
        unit.place: (
            change.kind,
            bool(change.moved),
            tuple(sorted(old.place for old in change.old)),
        )
        for change in all_changes(found)
        for unit in change.new
    }


def score(pair: dict[str, list[str]]) -> Iterator[str]:
    """The name of each thing to count."""
    found = compare_pair(pair)
    shown = labels(found)
    removed = {c.old[0].place for c in all_changes(found) if c.kind is ChangeKind.REMOVED}
    known: set[int] = set()
    for at, row in enumerate(pair["origins"]):
        kinds, moved, olds = read_label(row)
        known.update(olds)
        kind, is_moved, origins = shown[at]
        right = kind in kinds and is_moved == moved and origins == olds
        if row.startswith(UNCHANGED) and not moved:
            yield "quiet"
            yield from ["noise"] * (not right)
        else:
            yield "labels"
            yield from ["right labels"] * right
        yield from (
            ["moves"] * moved + ["moves shown"] * is_moved + ["moves both"] * (moved and is_moved)
        )
    gone = set(range(len(read_units(found.old)))) - known
    yield from ["labels"] * len(gone) + ["right labels"] * len(gone & removed)


@pytest.fixture(scope="module")
def total() -> Counter[str]:
    return Counter(name for pair in SAMPLE["pairs"] for name in score(pair))


@pytest.mark.parametrize("pair", SAMPLE["pairs"], ids=lambda pair: pair["name"])
def test_no_word_is_lost(pair: dict[str, list[str]]) -> None:
    found = compare_pair(pair)
    check(found)
    assert replay_old(found) == tuple(unit.text for unit in read_units(found.old))
    assert replay_new(found) == tuple(unit.text for unit in read_units(found.new))


@pytest.mark.parametrize(
    ("part", "whole", "least"),
    [
        ("right labels", "labels", 357 / 364),  # kind of change, where it was, whether it moved
        ("moves both", "moves shown", 140 / 141),  # precision of moves
        ("moves both", "moves", 140 / 143),  # recall of moves
    ],
)
def test_no_figure_falls(total: Counter[str], part: str, whole: str, least: float) -> None:
    assert total[part] / total[whole] >= least


def test_nothing_unchanged_is_shown(total: Counter[str]) -> None:
    assert total["quiet"] == 609
    assert total["noise"] == 0


def test_the_sample_is_large_enough() -> None:
    assert len(SAMPLE["pairs"]) == 20
