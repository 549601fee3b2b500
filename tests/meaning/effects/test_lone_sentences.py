"""Sentences and items that only one version has."""

import pytest

from policybook.meaning.effects.lone_sentences import lone_item
from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter


@pytest.mark.parametrize(
    ("lead", "item", "matter"),
    [
        ("Staff must:", "lock the store", Matter.STRONGER),
        ("Pupils must not bring:", "matches", Matter.PROHIBITED),
        ("No food is allowed, except:", "fruit", Matter.CONDITION),
        ("Parents may:", "stay for lunch", Matter.RIGHT),
        ("The club offers:", "a snack", None),
        ("Priority is given in this order:", "siblings", Matter.RIGHT),
        ("Places are awarded to:", "children of staff", Matter.RIGHT),
        ("Training is given in:", "first aid", None),
        ("The places are:", "the hall", None),
        ("Unacceptable behaviour:", "shouting at umpires", Matter.PROHIBITED),
        ("The following entities may file a claim:", "juniors", Matter.RIGHT),
        ("The following flags are permitted, but not required:", "a pennant", Matter.RIGHT),
        ("No flags are permitted:", "a pennant", Matter.PROHIBITED),
        ("The board shall be comprised of:", "the captain", None),
    ],
)
def test_item_takes_its_opening_words(lead: str, item: str, matter: Matter | None) -> None:
    assert [weight.matter for weight in lone_item(lead, item, is_new=True)] == (
        [matter] if matter else []
    )


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("The council requires every hirer to insure the event.", Matter.STRONGER),
        ("The board is obligated to publish its accounts.", Matter.STRONGER),
        ("Any recordings made will be deleted after a year.", Matter.STRONGER),
        ("We expect all volunteers to attend the briefing.", Matter.STRONGER),
        ("We expect you at the gate by nine.", Matter.STRONGER),
        ("The green is only to be used for matches.", Matter.PROHIBITED),
        ("Children are never left on the bank alone.", Matter.PROHIBITED),
        ("The council requires large sums to run its halls.", None),
        ("We expect a busy season.", None),
        ("Members expect good greens.", None),
        ("Our visitors are never bored.", None),
        ("The nights are never long.", None),
        ("Any questions asked will be welcome.", None),
    ],
)
def test_whole_rules_have_their_matter(text: str, matter: Matter | None) -> None:
    told = {w.matter for w in weights("", text)} - {Matter.NEW}
    assert told & {Matter.STRONGER, Matter.PROHIBITED, Matter.RIGHT} == (
        {matter} if matter else set()
    )


@pytest.mark.parametrize(
    ("text", "binds"),
    [
        ("A crew in default shall remain in default all season.", False),
        ("All rights of a member shall cease.", False),
        ("The winning crew shall receive a cup.", False),
        ("A late crew shall be in technical default.", False),
        ("The treasurer shall receive all fees.", True),
        ("The captain shall be in attendance at each race.", True),
        ("Rules of a crew shall require no fewer than two captains to sign.", True),
        ("The crew shall require no money.", False),
        ("Who is responsible for the boats", False),
    ],
)
def test_effects_are_nobodys_duty(text: str, binds: bool) -> None:
    assert (Matter.STRONGER in {weight.matter for weight in weights("", text)}) is binds


@pytest.mark.parametrize(
    "text",
    [
        "We don't care where rowers live.",
        "A good cox shouldn't need a compass.",
        "The key is with someone not authorised.",
    ],
)
def test_no_ban_is_read(text: str) -> None:
    assert Matter.PROHIBITED not in {weight.matter for weight in weights("", text)}
