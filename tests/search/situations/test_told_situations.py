"""Situations told in a sentence, as a pupil, a parent or a member of staff would tell them."""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

CARDS = read_school_file(load_library({}), shipped_cards())
FINDER = CardFinder(CARDS)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("i dont feel safe going home today", "hurt"),
        ("dad shouts and throws things when he is drunk", "home"),
        ("my sister is going on holiday to be cut", "forced"),
        ("my nan wont wake up", "home"),
        ("dad locks the fridge", "home hurt"),
        ("i feel like nobody would care if i disappeared", "self-harm"),
        ("i am so sad all the time and cry in bed", "low"),
        ("coach gave me a lift and told me not to tell anyone", "adult-at-school"),
        ("teacher touched my leg", "adult-at-school"),
        ("my swimming teacher comes in when we get changed", "adult-at-school"),
        ("they call me racist names on the bus", "hate"),
        ("an older girl is making me give her my dinner money", "bullied"),
        ("my friend hasnt eaten lunch for weeks and makes herself sick", "friend"),
        ("my friend showed me cuts on her legs", "friend"),
        ("i sent a picture and now i regret it", "photo-shared"),
        ("they want me to carry a package to another town", "exploited"),
        ("i owe money to a dealer", "exploited"),
        ("a boy in my class says he is going to shoot everyone", "threatened"),
        ("people from year 5 chase me home", "followed"),
        ("pupil told me dad locked her in the cellar", "disclosure"),
        ("child drew a picture of daddy hurting mummy", "disclosure"),
        (
            "pupil keeps coming in with no coat or lunch and smells",
            "worried-about-a-pupil disclosure",
        ),
        ("a volunteer gave a pupil his phone number", "colleague"),
        ("another teacher came to work drunk", "colleague"),
        ("the head asked me to delete a safeguarding record", "worry-about-headteacher"),
        ("my teenage daughter met a man from the internet", "child-contacted"),
        ("I am worried a dad at pickup is drunk and driving", "child-at-risk-parent"),
    ],
)
def test_told_situation_has_its_card(told: str, name: str) -> None:
    card = FINDER.find(told)
    assert card is not None and card.id in name.split()


@pytest.mark.parametrize(
    "text",
    [
        "my child forgot his PE kit",
        "where do I hand over dinner money",
        "do teachers give lifts to pupils",
        "pick up a package from reception",
        "throwing things in class sanction",
        "my child does not eat lunch",
        "wedding absence request",
        "dead batteries in calculator",
        "my dad's friend will pick me up",
        "can volunteers use their own phone",
        "shoot for goal tournament",
        "is there a shower at school",
    ],
)
def test_ordinary_sentence_has_no_card(text: str) -> None:
    assert FINDER.find(text) is None
