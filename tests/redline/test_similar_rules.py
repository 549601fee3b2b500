"""A rule that went and a rule that came may be one."""

import pytest

from policybook.redline import ChangeKind, Matter, changes_to_read, effects
from policybook.redline.story import tell_story
from policybook.redline.weight_words import describe, notes

from .comparisons import compare


def matters(old: str, new: str) -> set[Matter]:
    comparison = compare(f"## A\n\n{old}\n", f"## A\n\n{new}\n")
    return {weight.matter for change in changes_to_read(comparison) for weight in change.weights}


def test_rules_in_other_words_claim_nothing() -> None:
    old = "Guides must never leave a hut unlocked."
    comparison = compare(f"## A\n\n{old}\n", "## A\n\nGuides must always keep huts locked.\n")
    assert {effect.matter for effect in effects(comparison)} <= {
        Matter.NEW, Matter.GONE, Matter.CONTENT
    }  # fmt: skip


def test_removed_rule_names_its_like() -> None:
    comparison = compare(
        "## A\n\nGuides must never leave a hut unlocked.\n\nBoats are blue.\n",
        "## A\n\nBoats are blue.\n\nGuides lock their hut whenever they leave.\n",
    )
    gone = next(c for c in changes_to_read(comparison) if c.kind is ChangeKind.REMOVED)
    told = [describe(weight) for weight in gone.weights if weight.matter is Matter.GONE]
    assert told == ["compare 1.2, which may say it now"]
    (line,) = tell_story(comparison).removed
    assert line.compare == "1.2"


def test_unlike_rules_claim_their_effects() -> None:
    old = "Guides must never light fires."
    assert {Matter.LIFTED, Matter.STRONGER} <= matters(old, "The cook must label each box.")


OLD = "The head may suspend a pupil. Parents are told the same day by telephone."
NEW = "The head may suspend a pupil. The head must tell parents the same day by telephone."


@pytest.mark.parametrize("added", ["Say which day the parent was told.", "Whom we told, and when."])
def test_reworded_rule_keeps_its_effect(added: str) -> None:
    comparison = compare(f"## A\n\n{OLD}\n", f"## A\n\n{NEW}\n\n{added}\n")
    first, *_ = changes_to_read(comparison)
    assert [weight.matter for weight in first.weights] == [Matter.STRONGER]


REST = "Boats are blue.\n\nThe gate is shut at noon by the porter.\n"


def list_notes(old: str, new: str) -> list[tuple[str, str]]:
    """Return the notes of all changes between two rules, one before the rest and one after it."""
    comparison = compare(f"## A\n\n{old}\n\n{REST}", f"## A\n\n{REST}\n{new}\n")
    return [note for change in changes_to_read(comparison) for note in notes(change)]


COMPARE = ("Perhaps in other words", "compare 1.3, which may say it now")
COMPARE_OLD = ("Perhaps in other words", "compare old 1.1, which may have said it")
REPLACES = "became ‘{}’, if it replaces old 1.1"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # the new rule binds more, or less
        (
            "Reports on an accident should include the day, the place and the names of witnesses.",
            "Witnesses by name, place and day: each form for an accident must include these.",
            [COMPARE, ("Duty made stronger", "‘should’ " + REPLACES.format("must")), COMPARE_OLD],
        ),
        (
            "The treasurer must sign each cheque for goods before the end of the month.",
            "By the month's end, cheques for goods should be signed for, and the treasurer should sign them.",
            [("It set a duty", "‘must’"), COMPARE, ("Duty made weaker", "‘must’ " + REPLACES.format("should")), ("Sets a duty", "‘should’"), COMPARE_OLD],
        ),
        # nobody was bound before
        (
            "We recommend giving at least two weeks of notice before a day of leave.",
            "For leave of a day, you must give notice: at least two weeks.",
            [COMPARE, ("Sets a duty", "‘must’"), COMPARE_OLD],
        ),
        # as much as before
        (
            "All requests must include a complete budget with expenses and income.",
            "A complete budget, with income and expenses, must be in each request.",
            [("It set a duty", "‘must’"), COMPARE, ("Sets a duty", "‘must’"), COMPARE_OLD],
        ),
        # the opposite
        (
            "A vote on a motion about boats can be taken again on the same day.",
            "Boats: motions about them may not be taken to a vote again (on one day).",
            [("Forbids something", "‘may not’")],
        ),
        # only common words, or another matter
        ("Guides may lock a door.", "The porter must lock the boat house after the regatta.", [("It gave a permission, right or power", "‘may’"), ("Sets a duty", "‘must’")]),
    ],
)  # fmt: skip
def test_replaced_rules_are_weighed(old: str, new: str, told: list[tuple[str, str]]) -> None:
    assert list_notes(old, new) == told


def test_short_list_words_find_no_home() -> None:
    old = "remove posts"
    new = "When a member removes posts of others without telling the porter, the clerk is told."
    assert list_notes(old, new) == []


def test_kept_rule_is_never_named() -> None:
    kept_rule = "All appeals against a decision must include the name of the club."
    comparison = compare(
        f"## A\n\n{kept_rule}\n\n{REST}\nAll appeals against the decision must include the club name.\n",
        f"## A\n\n{kept_rule}\n\n{REST}",
    )
    (gone,) = changes_to_read(comparison)
    assert [*notes(gone)] == [("It set a duty", "‘must’")]
    assert {effect.matter for effect in effects(comparison)} == {Matter.GONE}


def test_stronger_rule_is_to_look_at() -> None:
    old = "Reports on an accident should include the day, the place and the names of witnesses."
    new = "Witnesses by name, place and day: each form for an accident must include these."
    story = tell_story(compare(f"## A\n\n{old}\n\n{REST}", f"## A\n\n{REST}\n{new}\n"))
    assert [(line.matter, line.compare) for line in story.lines] == [(Matter.STRONGER, "1.1")]
    assert [line.compare for line in story.removed] == ["1.3"]


@pytest.mark.parametrize(
    ("old", "new", "are_one"),
    [
        ("Hikers may light fires at the lake.", "Fires are not to be lit at the lake.", False),
        ("No fires may be lit by the huts.", "By the huts guides may light fires.", False),
        ("Guides must never leave a hut unlocked.", "Guides lock any hut they leave.", True),
        (
            "Hikers may leave the marked path only in deep snow.",
            "In deep snow hikers must not stay on the marked path unless a guide is there.",
            True,
        ),
    ],
)
def test_opposite_rules_are_two(old: str, new: str, are_one: bool) -> None:
    comparison = compare(
        f"## A\n\n{old}\n\nBoats are blue.\n", f"## A\n\nBoats are blue.\n\n{new}\n"
    )
    gone = [c for c in changes_to_read(comparison) if c.kind is ChangeKind.REMOVED]
    assert any("compare" in describe(w) for c in gone for w in c.weights) is are_one


@pytest.mark.parametrize(
    ("old", "new", "is_named"),
    [
        # the same duty in other words
        (
            "A crew that withdraws must pay, at the time of the race, the full cost of the umpires.",
            "Umpires: their cost, in full and for each race, is what the withdrawing crews must pay.",
            True,
        ),
        # another deed, or another force
        (
            "The spare rower must take the place of the named rower at the start of each race.",
            "A spare rower may row for a named rower at the start of each race.",
            False,
        ),
        # only a title
        ("Spare rowers.", "Spare rowers and coxes.", False),
    ],
)
def test_only_sure_pairs_are_named(old: str, new: str, is_named: bool) -> None:
    told = [words for name, words in list_notes(old, new) if name == "Perhaps in other words"]
    assert bool(told) is is_named


def test_rule_about_others_is_never_named() -> None:
    kept = "Senior rowers must certify through a form of the board that they trained all year."
    old = kept.replace("Senior", "Junior").replace("that they", "that they still")
    comparison = compare(f"## A\n\n{kept}\n\n{REST}\n{old}\n", f"## A\n\n{kept}\n\n{REST}")
    (gone,) = changes_to_read(comparison)
    assert [*notes(gone)] == [("It set a duty", "‘must’")]
    assert Matter.WEAKER in {effect.matter for effect in effects(comparison)}
