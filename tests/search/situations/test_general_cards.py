"""What no phrase knows: words of harm and people find the general card of who types.

All these were used while the words of harm and of plain matters were chosen.
"""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

from .test_outside_reports import lines

FINDER = CardFinder(read_school_file(load_library({}), shipped_cards()))

#: What people type, one a line, below its card.
GENERAL = {
    "something-bad": """
        i dont feel safe
        i dont feel safe at school
        feeling unsafe
        unsafe
        scared of someone
        been hurt
        she makes me feel small
        my cousin puts his hand where he shouldnt
        he posts things as me
        there is shouting every night
        afraid at night
        crying all day
        very lonely
        i was chased
        someone in my football team scares me
        why does everyone hate me
        who can help me if im scared
    """,
    "friend": """
        he hit her
        they beat him up
        my mates bf is 24
        my friend is not okay
        she is getting so thin
    """,
    "worried-about-my-child": """
        my sons mate is never fed
        my daughter wont get out of bed
        i have no money to feed my kids
        my child is being hurt by another child
    """,
    "worried-about-a-pupil": """
        a pupil hates me
        im a tutor and i feel unsafe
    """,
    "adult-low": """
        i cant do this any more im a rubbish mum
        im a ta and i cant stop crying before work
    """,
}

#: A word of harm, or somebody, beside plain matters; and questions about rules.
PLAIN = """
    my hat is lost
    lost my hat
    im here
    he hurt his knee in the netball final
    my son is scared of the swimming test
    my brother is in year 9
    she has chicken pox
    they built a robot
    he has a doctors note
    my friend left her lunch box
    someone left the lights on in the hall
    hit and run rounders rules
    alone on a wide wide sea book
    can i bring a knife for cooking
    can teachers touch pupils
    drug policy
    my dad and i paint the library
    the secret garden review
"""


@pytest.mark.parametrize(
    ("text", "card"), [(line, card) for card, text in GENERAL.items() for line in lines(text)]
)
def test_general_card_is_the_writers(text: str, card: str) -> None:
    hit = FINDER.find(text)
    assert hit is not None and hit.id == card


@pytest.mark.parametrize("text", lines(PLAIN))
def test_plain_matter_has_no_card(text: str) -> None:
    assert FINDER.find(text) is None


@pytest.mark.parametrize("text", ["i am scared of the exam", "my laptop died"])
def test_plain_words_outweigh_harm(text: str) -> None:
    assert FINDER.find(text) is None
    assert FINDER.find(f"{text} and he shouts, and i cry") is not None


def test_accident_is_no_bullying() -> None:
    hit = FINDER.find("got hit by a car on my bike and cant sleep now")
    assert hit is not None and hit.id == "something-bad"


def test_adult_at_end_of_strength_has_card() -> None:
    """Staff and parents are not shown the card of a pupil who is low."""
    for text in ("im a teacher and i feel so low", "i am a single mum and always crying"):
        hit = FINDER.find(text)
        assert hit is not None and hit.id == "adult-low", text
