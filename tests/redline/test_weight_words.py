"""Typed weights become the English that pages, terminals and data files share."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from policybook.redline import ChangeKind, Direction, EffectSide, Matter, Weight, changes_to_read
from policybook.redline.weight_words import (
    describe,
    effect_item,
    matter_words,
    name_of_new_rule,
    notes,
    subject,
)
from policybook.site.redline_page.labels import label

from .comparisons import compare

ROOT = Path(__file__).parents[2]
M, D = Matter, Direction
MUST = Weight(matter=M.STRONGER, direction=D.ADDED, new="must")
MUST_GONE = Weight(matter=M.WEAKER, direction=D.REMOVED, old="must")
ACT = "Equality Act 2010"
WORDS = [
    (MUST, "‘must’ added"),
    (MUST_GONE, "‘must’ removed"),
    (Weight(matter=M.WEAKER, direction=D.REPLACED, old="must", new="may"), "‘must’ became ‘may’"),
    (
        Weight(matter=M.CONDITION, direction=D.REPLACED, old="if", new="unless"),
        "‘if’ became ‘unless’",
    ),
    (Weight(matter=M.NEGATION, direction=D.REMOVED, old="no"), "‘no’ removed"),
    (
        Weight(matter=M.BODY, direction=D.REPLACED, old="the head", new="the DSL"),
        "the head → the DSL",
    ),
    (Weight(matter=M.DATE, direction=D.ADDED, new="3 May"), "3 May added"),
    # two figures of one unit name it once
    (
        Weight(matter=M.DEADLINE, direction=D.REPLACED, old="14", new="10", unit="days"),
        "14 → 10 days",
    ),
    (Weight(matter=M.LAW, direction=D.REMOVED, old=ACT), f"{ACT} removed"),
    (
        Weight(matter=M.LAW, direction=D.REMOVED, old=ACT, elsewhere=("1.2",)),
        f"{ACT} moved to 1.2",
    ),
    (
        Weight(matter=M.LAW, direction=D.REMOVED, old=ACT, elsewhere=("1.2",), stays_there=True),
        f"{ACT} removed here, still in 1.2",
    ),
    (
        Weight(matter=M.LAW, direction=D.ADDED, new=ACT, elsewhere=("1.2",)),
        f"{ACT} moved here from 1.2",
    ),
    (
        Weight(matter=M.LAW, direction=D.ADDED, new=ACT, elsewhere=("1.2",), stays_there=True),
        f"{ACT} added, already in 1.2",
    ),
    (Weight(matter=M.NEW, direction=D.ADDED), ""),
    (Weight(matter=M.GONE, direction=D.REMOVED), ""),
    (Weight(matter=M.WORDING, direction=D.WORDED), ""),
    # a figure whose noun is our own word for a change
    (Weight(matter=M.NUMBER, direction=D.REMOVED, old="2 added"), "2 added removed"),
]


@pytest.mark.parametrize(("weight", "words"), WORDS)
def test_each_weight_has_its_words(weight: Weight, words: str) -> None:
    assert describe(weight) == words


def test_the_subject_is_named_alone() -> None:
    assert (subject(MUST), subject(MUST_GONE)) == ("‘must’", "‘must’")
    assert subject(Weight(matter=M.NUMBER, direction=D.REMOVED, old="2 added")) == "2 added"


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (EffectSide.BOTH, "‘must’ added; ‘must’ removed"),
        (EffectSide.NEW, "‘must’; ‘must’"),  # all of a new rule is added
        (EffectSide.GONE, "‘must’; ‘must’"),  # all of a removed rule is taken out
    ],
)
def test_an_effect_lists_its_weights(side: EffectSide, words: str) -> None:
    assert effect_item(side, (MUST, MUST_GONE)) == words
    assert effect_item(side, ()) == ""


@pytest.mark.parametrize("matter", list(Matter))
def test_each_matter_starts_a_line(matter: Matter) -> None:
    assert matter_words(matter)[0] in {matter[0].upper(), "‘"}


RULE = "Staff must send the form to the office and never post it."
NOTES = [
    ("", RULE, [("Sets a duty", "‘must’"), ("Forbids something", "‘never’")]),
    (RULE, "", [("It set a duty", "‘must’"), ("It forbade something", "‘never’")]),
    (
        "Ring the office by noon.",
        "Ring the office by noon",
        [("Punctuation or capital letters only", "")],
    ),
    (RULE, RULE.replace("must", "should"), [("Duty made weaker", "‘must’ became ‘should’")]),
]


@pytest.mark.parametrize(("old", "new", "expected"), NOTES)
def test_notes_say_what_a_change_does(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    keep = "## A\n\nThe office opens at eight and closes at four.\n\n"
    changed = [
        c for c in changes_to_read(compare(keep + old, keep + new)) if c.kind is not ChangeKind.SAME
    ]
    assert [sorted(notes(change)) for change in changed] == [sorted(expected)]


def read_labels() -> set[str]:
    """Return the labels in the first column of the tables in the governors' help."""
    page = (ROOT / "docs" / "help" / "governors.md").read_text("utf-8")
    cells = re.findall(r"^\| (.+?) \|", page, re.MULTILINE)
    return {label for cell in cells for label in cell.split("; ")}


@pytest.mark.parametrize("matter", Matter)
def test_help_explains_each_label(matter: Matter) -> None:
    labels = {matter_words(matter), name_of_new_rule(matter)}
    if matter is Matter.CONTENT:
        labels = {"Wording changed: please read"}
    assert labels <= read_labels()


@pytest.mark.parametrize("side", ["old", "new"])
@pytest.mark.parametrize("rule", ["Staff must sign.", "Staff may not sign.", "Staff may sign."])
def test_help_explains_whole_rules(side: str, rule: str) -> None:
    texts = ("Tea is hot.\n\n" + rule, "Tea is hot.")
    changes = compare(*(texts if side == "old" else texts[::-1]))
    names = {name for change in changes_to_read(changes) for name, _ in notes(change)}
    assert names and names <= read_labels()


@pytest.mark.parametrize("kind", ChangeKind)
def test_help_explains_each_kind(kind: ChangeKind) -> None:
    change = next(iter(changes_to_read(compare("Tea is hot.", "Tea is very hot indeed."))))
    assert label(replace(change, kind=kind)) in read_labels()
