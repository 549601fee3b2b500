"""Sentences that left one clause and are in another."""

from policybook.meaning.types import Direction, Weight
from policybook.redline import Matter, changes_to_read
from policybook.redline.weight_words import describe

from .comparisons import compare

RULE = "Every guide must carry a spare map of the fells."
NEAR = RULE.replace("spare", "new")


def weights(old: str, new: str) -> list[Weight]:
    comparison = compare(f"## A\n\n{old}\n", f"## A\n\n{new}\n")
    return [weight for change in changes_to_read(comparison) for weight in change.weights]


def test_a_moved_sentence_is_neither_gone_nor_new() -> None:
    result = weights(
        f"Boots are cleaned. {RULE}\n\nThe bus leaves at nine in the morning.",
        f"Boots are cleaned.\n\nThe bus leaves at nine in the morning. {RULE}",
    )
    assert [(weight.matter, weight.direction) for weight in result] == [
        (Matter.MOVED, Direction.REMOVED),
        (Matter.MOVED, Direction.ADDED),
    ]
    assert [describe(weight) for weight in result] == [
        f"“{RULE}” moved to 1.2",
        f"“{RULE}” moved here from 1.1",
    ]


def test_a_moved_sentence_tells_its_change() -> None:
    result = weights(
        f"Boots are cleaned. {RULE}\n\nThe bus leaves at nine in the morning.",
        f"Boots are cleaned.\n\nThe bus leaves at nine in the morning. {RULE.replace('must', 'should')}",
    )
    assert [weight.matter for weight in result] == [Matter.MOVED, Matter.WEAKER, Matter.MOVED]


def test_a_short_sentence_moves_if_only_its_force_changed() -> None:
    rest = "Boots are cleaned.{}\n\nThe bus leaves at nine in the morning.{}"
    old, new = " Guides should wear boots.", " Guides must wear boots."
    result = weights(rest.format(old, ""), rest.format("", new))
    assert [weight.matter for weight in result] == [Matter.MOVED, Matter.STRONGER, Matter.MOVED]
    result = weights(rest.format(old, ""), rest.format("", " Guides must own boots."))
    assert Matter.MOVED not in {weight.matter for weight in result}


def test_a_sentence_in_many_clauses_stays() -> None:
    boots = "Boots are cleaned at the tap behind the old stable each evening."
    hats = "Hats of wool hang on the hooks by the kitchen window in winter."
    bus = "The bus leaves for the station at nine in the morning on most days."
    result = weights(
        f"{boots} {RULE}\n\n{hats} {RULE}\n\n{bus}", f"{boots}\n\n{hats}\n\n{bus} {RULE}"
    )
    assert Matter.MOVED not in {weight.matter for weight in result}


def test_a_rule_that_became_a_heading_has_moved() -> None:
    bus = "The bus leaves at nine in the morning."
    result = weights(f"{RULE}\n\n{bus}", f"{bus}\n\n### {NEAR}\n\nBoots are cleaned.")
    moves = [weight for weight in result if weight.matter is Matter.MOVED]
    assert [(move.direction, move.old or move.new) for move in moves] == [
        (Direction.REMOVED, RULE),
        (Direction.ADDED, NEAR),
    ]


def test_move_hides_no_other_change() -> None:
    kept = "Members lock the kiln room after each firing."
    old = f"## A\n\nParents of both sides are told. {kept}\n\nThe hall is warm.\n"
    new = f"## A\n\nThe log is kept for a year.\n\nThe hall is warm. {kept}\n"
    matters = {w.matter for change in changes_to_read(compare(old, new)) for w in change.weights}
    assert {Matter.MOVED, Matter.CONTENT} <= matters
