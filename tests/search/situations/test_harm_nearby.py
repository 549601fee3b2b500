"""Harm told in few words and in unusual ones, and ordinary words that stand near it."""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

CARDS = read_school_file(load_library({}), shipped_cards())
FINDER = CardFinder(CARDS)

#: What people type, one a line, below the card that is right for it.
HARM = {
    "adult-at-school-parent": """
        my sons teacher shouts at him
    """,
    "hurt home forced": """
        mum's boyfriend hits her
        my mums boyfriend pushes her around
        dad hits her
        my stepdad slaps my brother
        my dad hurts us
        my dad punched him
        mums bf beats her up
        my granny hits my sister
        boys keep pinging my bra
        he pinged my bra
        someone snapped my bra strap
        a boy unhooked my bra
        boys tug my skirt
        he flicks my bra
        granny says i have to have the operation down there
        grandma wants me to have surgery down there
        my aunty says i will be cut
        my nan says i need to be cut
        my dad shouts at mum and breaks things
        stepdad screams at my mum
        mum and dad argue every night
        my parents are always shouting
        dad punched the wall
        mums boyfriend smashes stuff
        my dad beat my mum at home
        a kid keeps pinging my bra at lunch
    """,
    "bullied hate": """
        they call me the n word
        they say the n word to me
        he called me the n word
        they call me a terrorist
        they call us names because we are brown
        kids say racist things to me
    """,
    "something-bad young-carer low friend": """
        my friend hates her body
        no one believed me when i told
        nobody believes me
        i told miss but she did nothing
        i told a teacher and nothing happened
        i told my mum and she didnt believe me
        told the ta and he told me to ignore it
        i told sir and nothing changed
        i told someone and they didnt listen
        i told my dad but he didn't do anything
        i have to look after my mum because she is ill
        i look after my dad because he is disabled
        im a young carer
        i care for my mum
        i have to look after my little sister every day
        my nan is dead
    """,
    "child-contacted": """
        i found messages from a grown man on my childs tablet
        found messages from a stranger on my sons phone
        there are messages from a man on my daughters ipad
        i found strange messages on my daughters phone
        a grown man has been texting my son
    """,
    "colleague": """
        i want to report a member of staff
        i need to report a teacher
        how do i report a ta
        report something about a staff member
        whistleblowing
    """,
    "child-at-risk-parent": """
        a man tried to collect my daughter
        my ex might pick up the kids and he isnt allowed
        her dad is not allowed to collect her
        my ex husband is trying to take the kids and there is a court order
        custody dispute collecting child from school
        we are in a custody battle
        dad isnt supposed to pick up my son
        there is a court order so my ex cannot collect
    """,
    "disclosure": """
        county lines
    """,
    "stranger": """
        grooming
    """,
    "saw-something": """
        a boy showed me porn on his phone
        a boy in my class showed me porn
        a kid showed me a naked picture
        some boys showed me a rude video
    """,
    "adult-at-school": """
        i want to report my teacher
        im scared of miss she shouts in my face
        im frightened of sir
        i am afraid of my ta
        sir screams at me
        miss shouts in our faces
        the head is bullying me
        the head shouts at me
        my headteacher is mean to me
        our head teacher picks on me
    """,
    "followed": """
        a man at the park gave me a vape and said come in his car
        a man gave me a vape
        a stranger said come with him
        a lady told me to get in her car
    """,
    "nude-found": """
        a pupil showed me porn on his phone
    """,
    "nude-of-my-child": """
        my daughter was shown porn by a boy
    """,
}
#: Ordinary questions and sentences in words of harm.
ORDINARY = """
    my dad broke the door handle of the hall
    my brother broke things in class
    can my dad pick me up at 3
    i have to collect my sister from nursery
    report card dates
    the head boy election
    dead battery on my tablet
    my tablet battery is dead
    my laptop died
    my calculator is dead
    my phone died on the bus
    my ipad is dead
    flat battery in my calculator
    dead batteries
    my watch has died
    dead leaves for my art project
    dead flowers for my project
    how long before i hear back about bullying
    how long until i hear about my bullying report
    can i bring sweets for my birthday
    i dropped my sweets
    my pe kit is dirty
    i hate maths
    where is my secret santa present
    my hole punch
    can i touch the piano
    my hair dryer burnt out
    my brother hit him back in judo
    can my granny pick me up
    can grandma collect my daughter
    is my ex allowed to come to parents evening
    can my dad collect me
    my dad is not allowed to park here
    my mum cannot collect me today
    who can collect my child
    dad picks her up on fridays
    mum will pick her up
    my mum can not take me to school
    i want to report my childs absence
    report staff absence
    report a member of staff absence
    report staff sickness
    how do i report a broken window
    i told the office about my holiday
    i told my teacher i lost my coat
    i told mum about the trip
    i told miss my homework was late
    can i look after the class hamster
    i want to look after my plants
    look after my bag
    can a boy show me his phone
    a man gave me my bag back
    can my ta help me
    im scared of heights
    im scared of the swimming test
    i am afraid i lost my book
    the head teacher read my story
    the head gave me a sticker
    the head is nice to me
    miss laughs at my jokes
    whistleblowing policy
    county lines training
    custody of lost property
    court orders and parental responsibility
    messages from the school
    messages from school on my phone
    how do i get messages from the school on my childs phone
    found my childs phone
    ping pong club
    can i snap my fingers
    toilets down there
    parents argue about uniform policy
    how do parents argue an exclusion
    my dad breaks up for holidays
    drop off and come in his car
    my mum drives me in her car
    does the teacher believe in homework
    nobody believed the story we wrote
    no one listens to music
    i told my friend a joke
    is mother allowed to attend assembly
    fathers day card
    mothers day assembly
    can nana come to the nativity
    granny is coming to grandparents day
    grooming a horse
    gangs of new york
    carer ticket for show
    my carer is picking me up
    my hamster is dead
    my kids sweets
    can my child bring sweets
    my daughters ipad is dead
    my shoes are dirty
    my sons uniform is dirty
    beat my dad at chess
    i killed zombies in a game
"""


def find(text: str) -> str:
    card = FINDER.find(text)
    return card.id if card else ""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "card"), [(line, card) for card, text in HARM.items() for line in lines(text)]
)
def test_harm_has_its_card(text: str, card: str) -> None:
    assert find(text) in card.split()


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_ordinary_words_have_no_card(text: str) -> None:
    assert find(text) == ""


def test_exception_may_name_a_group() -> None:
    assert find("my dad beat my mum at chess") == ""
    assert find("my dad beat my mum at home") in ("home", "hurt")
