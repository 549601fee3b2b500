"""Bans that hold for less or for more, and changes of bans that are neither."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

OPPOSITES = {Matter.LIFTED: Matter.PROHIBITED, Matter.WEAKER: Matter.STRONGER}


@pytest.mark.parametrize(
    ("old", "new", "matter"),
    [
        ("Hats must not be worn in any room.", "Hats must not be worn in the library.", Matter.LIFTED),
        ("Staff shall not accept any loan.", "Staff shall not accept any loan of more than £50.", Matter.LIFTED),
        ("We must not publish the name of a tenant.", "We must not publish the name of a tenant's child.", Matter.LIFTED),
        ("No member may enter the yard at night.", "Crews on duty may enter the yard at night with a lamp.", Matter.LIFTED),
        ("Drivers must not use a phone.", "Drivers may make hands-free use of a phone.", Matter.LIFTED),
        ("A fine will never be paid in cash.", "A fine usually won't be paid in cash.", Matter.WEAKER),
    ],
)  # fmt: skip
def test_ban_holds_for_less_or_more(old: str, new: str, matter: Matter) -> None:
    assert matter in {weight.matter for weight in weights(old, new)}
    assert OPPOSITES[matter] in {weight.matter for weight in weights(new, old)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Phones must not be used in any room.", "Phones must not be used in all rooms."),
        ("Members must not enter the yard.", "Only the crew may enter the yard."),
        ("Staff shall not accept any gift from a tenant.", "Staff shall not accept any gifts from a tenant."),
        ("No dog may enter the play area.", "Dogs may not enter the play area."),
        ("Hens must not be kept in the yard.", "Hens must not be kept in the garden."),
    ],
)  # fmt: skip
def test_other_words_narrow_nothing(old: str, new: str) -> None:
    matters = {weight.matter for weight in (*weights(old, new), *weights(new, old))}
    assert matters.isdisjoint({Matter.LIFTED, Matter.PROHIBITED})


@pytest.mark.parametrize(
    ("old", "new", "is_ban"),
    [
        ("Talks are held in the library where possible.", "Talks must not be held in the chapel.", True),
        ("Cash is counted in the back office.", "Cash must not be counted at the till.", True),
        ("Talks are held in the library.", "Prayers must not be held in the chapel.", False),
        ("Private talks are held in the small library upstairs.", "Private talks must not be held in the bar.", True),
        ("Oils are kept in the steel store by the lab.", "Oils must not be kept outside the cage upstairs.", False),
    ],
)  # fmt: skip
def test_deed_is_banned_elsewhere(old: str, new: str, is_ban: bool) -> None:
    matters = {weight.matter for weight in weights(old, new)}
    assert (Matter.PROHIBITED in matters) is is_ban


@pytest.mark.parametrize(
    ("old", "new", "is_lifted"),
    [
        ("Grooms are not allowed to jump.", "Grooms over 16 are allowed to jump.", True),
        ("Forbidden, except in the yard", "Allowed if on a lead", True),
        ("Not permitted before noon", "Permitted", True),
        ("Guests are not permitted to vote.", "Members are permitted to vote.", False),
        ("Pupils may not enter the gym.", "Staff may enter the gym.", False),
        ("Not permitted except for PE", "Permitted only for PE", False),
        ("Banned except on Fridays", "Allowed on Fridays", False),
        ("Not allowed on Mondays", "Allowed on Tuesdays", False),
    ],
)
def test_leave_of_some_lifts_ban(old: str, new: str, is_lifted: bool) -> None:
    assert (Matter.LIFTED in {weight.matter for weight in weights(old, new)}) is is_lifted
