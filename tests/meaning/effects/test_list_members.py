"""A member of a list that came or went, and what only looks like one."""

import pytest

from policybook.meaning.effects.list_members import member_changes
from policybook.meaning.effects.weight import weights
from policybook.meaning.sentences.reading import read
from policybook.meaning.types import Matter

OF_FORCE = {Matter.STRONGER, Matter.WEAKER, Matter.PROHIBITED, Matter.LIFTED, Matter.RIGHT}


@pytest.mark.parametrize(
    ("short", "long", "words"),
    [
        ("The guide carries a map and a torch.", "The guide carries a map, a torch and a spare lamp.", "a spare lamp"),
        ("The librarian orders books and journals.", "The librarian orders books, journals and maps of the town.", "maps of the town"),
        ("The matron cleans the wound and rings home.", "The matron cleans the wound, applies a dressing and rings home.", "applies a dressing"),
        ("The porter locks the gate when the last bus leaves and tells the guard.", "The porter locks the gate when the last bus leaves, enters the time in the log and tells the guard.", "enters the time"),
        ("The club supplies a boat and an oar.", "The club supplies a boat and an oar and repays reasonable fares.", "repays reasonable fares"),
        ("Riders sign ponies in to each lesson.", "Riders sign ponies in and out of each lesson.", "out"),
        ("Riders must bring hats.", "Riders must bring hats and warm gloves.", "warm gloves"),
        ("Bags and coats must be left here.", "Bags, coats and wet boots must be left here.", "wet boots"),
        ("Staff must tell pupils.", "Staff must tell pupils and parents.", ""),
        ("Cooks must wash.", "Cooks must wash and must not sing.", ""),
        ("The pianist enjoys jazz and blues.", "The pianist enjoys jazz, blues and folk songs.", ""),
        ("The church has a hall and a yard.", "The church has a hall, a yard and a garden.", ""),
        ("The school teaches French and German.", "The school teaches French, German and Welsh poetry.", ""),
        ("The nurse gives advice when a child is cold.", "The nurse gives advice when a child is cold or very tired.", ""),
        ("The clerk checks the forms and the keys.", "The clerk checks the forms, the keys and notes.", ""),
        ("All clerks take part in the audit.", "All clerks take part in the audit, except those on trial.", ""),
        ("We write to those who help and pay.", "We write to those who help, visit the club and pay.", ""),
        ("The guard checks the ticket.", "The guard checks the ticket and the mayor.", ""),
    ],
)  # fmt: skip
def test_duty_gains_or_loses_member(short: str, long: str, words: str) -> None:
    (old,), (new,) = read(short), read(long)
    added, removed = list(member_changes(old, new)), list(member_changes(new, old))
    assert [weight.new for weight in added] == [weight.old for weight in removed]
    assert [(w.matter, w.new) for w in added] == ([(Matter.STRONGER, words)] if words else [])


@pytest.mark.parametrize(
    ("old", "new", "matter"),
    [
        ("Beer may not be sold or drunk here.", "Beer may not be sold here.", Matter.LIFTED),
        ("Skates and scooters are not permitted.", "Skates are not permitted.", Matter.LIFTED),
        ("Ball games must not be played here.", "Ball games and picnics must not be played here.", Matter.PROHIBITED),
        ("Tea and cake are not allowed here.", "Tea is not allowed here. Cakes in a tin are welcome.", Matter.LIFTED),
        ("No singing, eating or drinking is permitted here.", "No singing is permitted here.", Matter.LIFTED),
        ("Coats and bags are not insured.", "Coats are not insured.", None),
        ("Skates and bikes are banned here.", "Skates are banned here. Bikes are banned here.", None),
        ("Guards must not wave when trains or trams pass.", "Guards must not wave when trains pass.", None),
        ("Guides must not open the gate.", "Guides must not open the gate and leave it open.", None),
    ],
)  # fmt: skip
def test_ban_holds_for_another_member(old: str, new: str, matter: Matter | None) -> None:
    named = {weight.matter for weight in weights(old, new)} & OF_FORCE
    assert named == ({matter} if matter else set())


@pytest.mark.parametrize(
    ("old", "new", "is_named"),
    [
        ("Members may use the gym, book a court and bring a friend.", "Members may use the gym and book a court.", True),
        ("Doubts may be raised openly or in private.", "Doubts may be raised in private.", True),
        ("Apprentices receive a cap and a meal.", "Apprentices receive a cap, a meal and a rail card.", True),
        ("Children may feel tired, lose weight and sleep badly.", "Children may feel tired and sleep badly.", False),
        ("Rain may be heavy or light.", "Rain may be light.", False),
        ("The pond receives water and leaves.", "The pond receives water, leaves and litter.", False),
        ("Pupils may leave if a parent or a carer agrees.", "Pupils may leave if a parent agrees.", False),
        ("The sum of pay you receive depends on age and grade.", "The sum of pay you receive depends on age.", False),
    ],
)  # fmt: skip
def test_right_gains_or_loses_member(old: str, new: str, is_named: bool) -> None:
    assert (Matter.RIGHT in {weight.matter for weight in weights(old, new)}) is is_named


def test_struck_deed_takes_its_condition() -> None:
    old = "The charity supplies a tent and a stove and repays reasonable fares."
    assert {w.matter for w in weights(old, "The charity supplies a tent and a stove.")} == {
        Matter.WEAKER
    }
