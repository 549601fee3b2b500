"""Permissions, rights and powers that came, went or became narrower, and what only looks so."""

import pytest

from policybook.meaning.effects.rights import find_right
from policybook.meaning.effects.weight import weights
from policybook.meaning.sentences.reading import read
from policybook.meaning.types import Matter


@pytest.mark.parametrize(
    "text",
    [
        "They may also wear a hat.",
        "Hirers are entitled to a refund.",
        "Any allotment holder may keep hens.",
        "Swimmers can use the sauna on Mondays.",
        "Tenants have the right to appeal.",
        "The court is free for any member to use.",
        "A fine may be appealed.",
        "A ruling may be overturned by the board.",
        "Members pay at the desk and may ask for a receipt.",
        "Either side can ask for more time.",
        "A rower who misses two races may be suspended for the season.",
        "If the captain is away, this deputy captain may inherit the key.",
        "In cases where no captain was elected, a captain may be appointed.",
        "The board may, from time to time, create a second crew.",
        "Any rower may cause a race to be postponed.",
        "You're eligible for a locker on your first day.",
        "Senior rowers have voting rights in the club.",
    ],
)
def test_rights_are_found(text: str) -> None:
    assert find_right(read(text)[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Cats may be sick after the injection.",
        "Mistakes can happen.",
        "You can find the form on the website.",
        "Runners may forget their number.",
        "A tenant who is entitled to a grant is on the list.",
        "If members may bring guests, the steward is told.",
        "Some walkers may refuse.",
        "Members may not vote twice.",
        "There may be a queue.",
        "The key can be found in the office.",
        "Members may be forbidden to enter.",
        "Serve a year in order to be eligible for a grant.",
        "If prices rise, some tenants may borrow.",
        "Here is a form you can use.",
        "Keep the receipt so we can claim the cost.",
        "Your reply may be taken badly.",
        "Tenants may lose the deposit.",
        "Parents may wish to talk to the teacher.",
        "Offenders may use a false name.",
        "Workers may be entitled to sick pay.",
        "Damp may cause a rash.",
        "This may be delayed by the tide.",
    ],
)
def test_what_is_possible_is_none(text: str) -> None:
    assert not find_right(read(text)[-1])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Tenants are entitled to a copy.", "Tenants may ask for a copy.", ("are entitled to", "may ask for")),
        ("Members get a card.", "Members get a card, and have the right to vote.", ("", "have the right to")),
        ("Either side can ask for the hearing to be put off.", "The hearing cannot be put off.", ("can", "")),
    ],
)  # fmt: skip
def test_right_changes(old: str, new: str, words: tuple[str, str]) -> None:
    for was, now, pair in ((old, new, words), (new, old, words[::-1])):
        changes = [w for w in weights(was, now) if w.matter is Matter.RIGHT]
        assert [(weight.old, weight.new) for weight in changes] == [pair]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Members may use the slipway.", "The slipway is open to members."),
        ("Members may use the slipway.", "Members can use the slipway."),
        ("Tents will be pitched here.", "Tents can be used here."),
        ("Hens may be kept.", "Keep hens if you are allowed to."),
    ],
)
def test_same_leave_says_nothing(old: str, new: str) -> None:
    assert Matter.RIGHT not in {
        weight.matter for weight in (*weights(old, new), *weights(new, old))
    }


@pytest.mark.parametrize(
    ("old", "new", "is_named"),
    [
        ("Carers are entitled to five days of leave.", "Carers may be given five days of leave.", True),
        ("Tenants have the right to a copy of the plan.", "Tenants might receive a copy of the plan.", True),
        ("Crews are eligible for a grant.", "Crews may be considered for a grant.", True),
        ("Carers may be given leave.", "Carers may be offered leave.", False),
        ("Members are entitled to vote.", "The chair may be given the votes of those who left.", False),
        ("A child is given a hat.", "A child may be given a hat.", False),
    ],
)  # fmt: skip
def test_entitlement_becomes_favour(old: str, new: str, is_named: bool) -> None:
    assert (Matter.RIGHT in {weight.matter for weight in weights(old, new)}) is is_named
    assert (Matter.RIGHT in {weight.matter for weight in weights(new, old)}) is is_named
