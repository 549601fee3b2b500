"""Rules of real revisions that went, came or moved, each beside one that only looks like it."""

import pytest

from policybook.redline import ChangeKind, Matter, changes_to_read, effects
from policybook.redline.story import tell_story
from policybook.redline.weight_words import notes
from policybook.site.redline_page.story_rows import story_rows

from .comparisons import compare

GATE = "The gate is shut at noon by the porter."
REST = "Boats are blue.\n\nThe gate is shut at noon by the porter.\n\n"


def labels(old: str, new: str) -> list[tuple[str, str]]:
    comparison = compare(f"## A\n\n{old}\n\n{REST}", f"## A\n\n{REST}{new}\n")
    return [note for change in changes_to_read(comparison) for note in notes(change)]


@pytest.mark.parametrize(
    ("old", "new", "is_named"),
    [
        ("All boats will be looked over one by one, each for itself, by the crew.", "Boats are looked over one by one.", True),
        ("Guides should not let a pupil into the area of the staff by taking them as a friend.", "Staff must not ask a pupil for contact, and must not take one as a friend.", True),
        # another deed, other people, or the opposite
        ("The clerk must print the agenda for the meeting of the club.", "The cook must label the soup for the supper of the club.", False),
        ("Half of our staff hold the first aid certificate of level two.", "The manager of the hall holds the first aid diploma of level three.", False),
        ("A vote on a motion about boats can be taken again on the same day.", "Boats: motions about them may not be taken to a vote again (on one day).", False),
    ],
)  # fmt: skip
def test_rule_in_other_words_is_named(old: str, new: str, is_named: bool) -> None:
    assert any(name == "Perhaps in other words" for name, _ in labels(old, new)) is is_named


@pytest.mark.parametrize(
    ("new", "figure"),
    [
        ("There are 22 places free on each weekday.", "twenty places → 22 places"),
        ("There are 22 boats free on each weekday.", "twenty places removed"),
    ],
)
def test_number_is_paired_across_rules(new: str, figure: str) -> None:
    old = "## A\n\nAny child of the town may join the club. There are twenty places free daily.\n"
    comparison = compare(old, f"## A\n\n{new}\n\nAny child of the town may join the rowing club.\n")
    told = dict(note for change in changes_to_read(comparison) for note in notes(change))
    assert told.get("Number changed") == figure


@pytest.mark.parametrize(
    ("new", "is_gone"),
    [
        ("Look for three signs: cold hands, wet feet and a cough.", False),
        ("Look for three signs: warm hands, wet feet and a cough.", True),
    ],
)
def test_items_put_into_their_sentence(new: str, is_gone: bool) -> None:
    old = "## A\n\nLook for three signs:\n\n- cold hands\n- wet feet\n- a cough\n"
    removed = [line.old for line in tell_story(compare(old, f"## A\n\n{new}\n")).removed]
    assert ("cold hands" in removed) is is_gone and "wet feet" not in removed


@pytest.mark.parametrize(
    ("start", "moved"),
    [("", True), ("For the purposes of this rule and of no other, hazing is defined as ", False)],
)
def test_sentence_with_another_start_stays(start: str, moved: bool) -> None:
    act = "any act by a member against a child in the course of joining a crew that brings shame"
    old = f"{start}{act} on the child or a friend of the child at the club.".capitalize()
    new = f"{act} on the child or a friend of the child at the boat club.".capitalize()
    boats = "Boats are blue. They are dried after each use, and kept in the long shed at the pier."
    gate = "The gate is shut at noon by the porter. In winter it stays shut, and nobody has a key."
    before, after = f"{boats} {old}\n\n{gate}\n", f"{boats}\n\n{gate} {new}\n"
    comparison = compare(f"## A\n\n{before}", f"## A\n\n{after}")
    told = " ".join(
        words for c in changes_to_read(comparison) for name, words in notes(c) if "moved" in name
    )
    assert ("Any act by" in told or "For the purposes" in told) is moved


@pytest.mark.parametrize("start", ["provided that:", "e.g.", "if:", "such as:"])
def test_conditions_and_examples_bind_nobody(start: str) -> None:
    comparison = compare(
        "## A\n\nBoats are blue.\n",
        f"## A\n\nBoats are blue.\n\nStaff must lock the gate, {start}\n\n- a boat is out at night\n",
    )
    *_, item = changes_to_read(comparison)
    assert {weight.matter for weight in item.weights} == {Matter.NEW}


def test_ban_of_advice_is_stronger() -> None:
    comparison = compare(
        "## A\n\nNo pupil should row alone.\n", "## A\n\nPupils must not row alone.\n"
    )
    ((name, _), *_) = notes(changes_to_read(comparison)[0])
    assert name == "Prohibition made stronger"
    assert story_rows(comparison).lines[0].name == name


def test_added_sentence_replaces_no_other() -> None:
    new = "The gate is shut at noon. Nobody may open it before the porter is back."
    (line,) = tell_story(compare("## A\n\nThe gate is shut at noon.\n", f"## A\n\n{new}\n")).lines
    assert (line.old, line.new) == ("", "Nobody may open it before the porter is back.")


def test_grave_words_come_first() -> None:
    old = "Members come to the hall on time.\n\nMr Hill signs each form for a boat.\n"
    new = old.replace("Mr Hill", "Ms Lee").replace(
        "time.", "time. Being late may result in arrest."
    )
    first, second = story_rows(compare(f"## A\n\n{old}", f"## A\n\n{new}")).lines
    assert first.name == "Please read" and "arrest" in first.words
    assert second.name == "Person or body changed"


def test_swapped_name_is_told_once() -> None:
    old = "## A\n\nEmployees lock the gate.\n\nEmployees ring the bell at the pier.\n\nDogs stay out.\n"
    new = old.replace("Employees", "Staff").replace("Dogs stay out", "Cats stay out")
    lines = tell_story(compare(old, new)).lines
    assert sum(line.matter is Matter.BODY for line in lines) <= 1


def test_short_items_have_opening_words() -> None:
    new = "## A\n\nBoats are blue.\n\nStaff must:\n\n- lock the gate\n- ring the bell\n"
    (line,) = tell_story(compare("## A\n\nBoats are blue.\n", new)).lines
    assert line.new == "Staff must: lock the gate"
    assert line.change.kind is ChangeKind.ADDED


def test_part_that_stands_lifts_nothing() -> None:
    old = f"## A\n\nAll boats will be looked over one by one by the crew. {GATE}\n\nOars are new.\n"
    old = old.replace("is shut", "must be shut")
    new = "## A\n\nOars are new.\n\nBoats are looked over one by one.\n"
    told = {effect.matter for effect in effects(compare(old, new))}
    assert Matter.WEAKER not in told and Matter.GONE in told
