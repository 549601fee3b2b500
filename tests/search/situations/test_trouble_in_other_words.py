"""Trouble in odd spellings and in words alone, by family, with ordinary neighbours of each.

The families: text-speak, classes as people shorten them, a mother's boyfriend, a threat with a
price, blows to come, wrongdoing at work, a drunk parent at the gate, a family without a home, and
one word that says enough.
"""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

FINDER = CardFinder(read_school_file(load_library({}), shipped_cards()))

TROUBLE = {
    "self-harm": "i want 2 die;iv been cuting my wrists;i want to feel pain",
    "photo-asked": "hes askin 4 nudes n i dnt no wot 2 do",
    "weapon": "theres a boy with a nife;a kid has got a knife in his bag",
    "hurt": "my mums bf throws things at us;scard of my mums boyfriend;i get the belt if i get bad marks",
    "threatened": "he says pay £50 or he posts it;im getting banged out on friday",
    "nude-of-my-child": "they want £300 from my son in bitcoin or they send the photos",
    "worry-about-headteacher": "i raised a concern and nothing was done;money is going missing "
    "from the trip fund",
    "disclosure": "mum smells of drink at pick up, do i let the child go;boy in my class has a "
    "handprint on his back",
    "staff-threatened": "parent came at me on the yard swearing nose to nose",
    "worried-about-my-child": "the landlord wants us out by friday and ive got 3 little ones",
    "bullied": "pls help they r so mean;they put me in a gc just to cuss me",
    "child-bullied": "my son is being bullied and its a misery",
    "drugs": "i tried a pouch and felt sick",
    "child-extreme": "my son has a swastika in his room",
}
ORDINARY = """
    die cutting machine;shooting hoops after school;killing time before the bus
    knife and fork for packed lunch;grooming a dog for animal care;i want 2 cakes for the fair
    y9 parents evening;my mums boyfriend is picking me up today;my mums bf is coming to sports day
    they want 5 pounds for the trip;he says pay by friday for the trip;jump rope club
    where does the trip money go;exam papers from last year;raised 500 pounds for charity
    dad smells the flowers poem;wine at the summer fair;landlord of the inn in the nativity
    we are staying in a hostel in london;pouch for my pencil;flags for the fete
    boy in my class has a new bag;mean average worksheet;bully for you meaning
    she is 12 and needs a bus pass;balloons for the party;beaten eggs in food tech
"""


def find(text: str) -> str:
    card = FINDER.find(text)
    return card.id if card else ""


@pytest.mark.parametrize(
    ("text", "card"), [(text, card) for card, texts in TROUBLE.items() for text in texts.split(";")]
)
def test_odd_words_find_their_card(text: str, card: str) -> None:
    assert find(text) == card


@pytest.mark.parametrize(
    "text", [text for line in ORDINARY.strip().splitlines() for text in line.strip().split(";")]
)
def test_ordinary_neighbour_has_no_card(text: str) -> None:
    assert find(text) == ""
