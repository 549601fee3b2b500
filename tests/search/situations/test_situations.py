"""Situations that people typed who had not seen the phrases, each with its neighbours."""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, HelpCard, read_school_file, shipped_cards

CARDS = read_school_file(load_library({}), shipped_cards())
FINDER = CardFinder(CARDS)

#: What people type, one a line, below the cards that are right for it.
SITUATIONS = {
    "self-harm": """
        i want to jump off the top of the car park
        i downed a bottle of calpol
        i want to step in front of a lorry
        ive had 20 paracetamol
        i drank toilet cleaner
        im going to jump off a bridge
        i want to jump off the roof
        i feel like jumping out of the window
        i want to throw myself off a cliff
        I want to jump in front of a train
        i am going to walk in front of a car
        i want to run in front of a bus
        i want to lie on the train tracks
        i took lots of tablets
        i have taken too many pills
        ive swallowed a whole packet of paracetamol
        i took a handful of my mums tablets
        im going to take all the pills
        i swallowed bleach on purpose
        i drank bleach
        i want to drink poison
        i am going to hang myself
        i want to drown myself
        i burnt my arm on purpose
        i want to be dead
        i want to kill myself
    """,
    "hurt home forced": """
        my dad hits my mum
        my mums boyfriend scares her
        my cousin is being sent to pakistan to get married
        my sister has to marry a man she doesnt know
        my step brother makes me watch porn
        a man on the bus touched my leg
        my grandad gets me to touch him
        my nan doesnt feed us
        theres never any food at my house
        my mum says im getting married in pakistan
        my stomach hurts because my dad punched me
        i hurt my leg because my dad kicked me
        he put his hand up my skirt
        he puts his hands down my trousers
        a boy put his hand on my leg
        my cousin put his hand under my top
        a boy keeps grabbing my bum
        she touched my chest
        a boy lifted my skirt up
        he pulled my trousers down
        my uncle strokes my legs
        he groped me
        my uncle makes me watch videos with him
        my step dad makes me look at pictures
        my cousin made me watch him
        my big brother makes me touch him
        my uncle made me touch his private parts
        she makes me do stuff i dont like
        nobody feeds me at home
        no one feeds me
        my dad forgets to feed me
        there is not enough food at home
        i go to bed hungry
        my mum drinks and forgets to make dinner
        my dad drinks too much
        my mum drinks vodka every night
        nobody makes me any dinner
        mum is always drinking
        i need to hide from my brother
        i hide from my dad
        i hide under my bed when he comes home
        i want to run away from home
        my mum is scared of her boyfriend
        my mum is frightened of my dad
        my sister is scared of her husband
        my mum hides from my stepdad
        they want to take my cousin abroad to be married
        my parents are sending me abroad to marry
        they are taking my sister overseas to get married
        my dad is making me get married
        i dont want to get married
        he is hurting me
        he hurt my ankle
        my dad hurt my arm
    """,
    "colleague": """
        the caretaker is always on his own with one girl
        the coach messages a girl in year 6 at night
        the ta keeps touching one boy
        one of the teachers spends too much time with one girl
        the dinner lady gives one boy presents
        I think the caretaker is too friendly with one girl
        the caretaker keeps hugging one girl
        the cleaner is too close to a pupil
        a ta keeps cuddling one of the children
        the coach gives gifts to one boy
        a teacher is always tickling one girl
        the music teacher has a boy on his lap
        the caretaker stares at the girls
        a volunteer is obsessed with one pupil
        my colleague is over friendly with a boy
        the site manager touches the girls
    """,
    "child-weapon worried-about-my-child": """
        my daughter has tablets hidden under her bed
        I found pills in my daughters bag
        i found weed in my sons room
        i found a knife in my sons bag
        found vapes in my daughters drawer
        i found a white powder in my boys pocket
        i found tablets under my sons bed
        there was cannabis in my daughters coat
        my son is hiding drugs
        my son smells of weed
        my daughter has been smoking weed
    """,
    "worried-about-a-pupil disclosure weapon": """
        i found pills in a pupils bag
        there is a knife in a boys bag
    """,
    "fake-of-school": """
        somebody is using our school name to scam parents
        parents got an email pretending to be from the school
        a fake twitter page for our school
        someone set up an account pretending to be our school
        someone is pretending to be the school on facebook
        an account claims to be our school
        somebody is posing as the school office
        there is a fake instagram account of our school
        a fake school facebook page
        there is a fake website for the school
        someone is impersonating our school
        someone hacked our school account
        an account in the name of the school
    """,
    "my-child-self-harm": """
        i found blades in my childs room
        my daughter said she wants to go to heaven
        my boy says everyone would be better off without him
        my son says he wishes he was dead
        my child wishes she was dead
        my daughter wants to be dead
        my son said he would rather be dead
        my daughter says she wishes she had never been born
        my son does not want to be alive
        my daughter talks about dying
        my child says she doesnt want to wake up
        my son says he wants to jump off a bridge
        my daughter took lots of tablets
        my daughter swallowed bleach
        my child says there is no point living
    """,
    "pupil-self-harm friend": """
        a pupil says he wishes he was dead
        a child in my class wants to be dead
        a pupil took lots of tablets
        a boy in year 5 talks about dying
    """,
    "friend": """
        my friend wishes she was dead
        my best friend says she wants to jump off a bridge
        my friend took lots of pills
    """,
    "followed": """
        someone in a van asked me to get in
        a strange lady tried to get me into her car
        a man showed me his willy in the park
        a man followed me home from school
        a man is following me
        a stranger followed me to school
        a car keeps following me
        a man in the park offered me sweets
        a man asked me to get in his car
        an old man is watching me at the bus stop
        a lady keeps following me home
        someone is following me
        i am being followed
        a man chased me
    """,
    "stranger": """
        a stranger keeps messaging me on roblox
        a man online wants my address
        a man keeps messaging me
    """,
    "worry-about-headteacher-parent": """
        the headteacher hurt my son
        my daughter is scared of the headteacher
        i am worried about my sons headteacher
        the headteacher is messaging my daughter
    """,
    "worry-about-headteacher": "i am worried about the headteacher",
}
#: Ordinary questions in words of harm.
ORDINARY = """
    my shoes hurt
    i killed my brother in fortnite
    my mum drinks too much coffee
    can i take my top off in pe
    my sister is getting married abroad can i miss school
    are teachers allowed to hug children
    i put my hand up in class
    my child needs to take two tablets at lunch
    my mum is killing me with chores
    my dad killed the spider in the bath
    i hurt my arm in football
    my back is killing me
    can i hurt my ankle in pe
    i hurt my knee at break
    my head hurts
    my stomach hurts
    my tummy is hurting
    my feet are killing me
    my teacher is killing me with homework
    this homework is killing me
    how do i kill time at lunch
    killing time before school
    i killed the spider in class
    i killed a wasp
    how do i kill zombies in minecraft
    my child killed it in the school play
    my daughter killed it at sports day
    my phone is dead
    i am dying to know my class
    i hit the ball over the fence
    can i jump off the wall
    can i take my medicine to school
    my son takes tablets for hay fever
    can a teacher hug a pupil
    my mum drinks tea
    we are playing hide and seek can i hide from my brother
    can we go abroad for a wedding in term time
    who is the headteacher
    does the school have an instagram account
    can i follow the school on instagram
    what is my teachers favourite book
    my disability makes me ill a lot, who do I tell
    my autism makes me late
    my disability makes it hard to get in on time
"""


def find(text: str) -> str:
    card = FINDER.find(text)
    return card.id if card else ""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "cards"),
    [(line, cards) for cards, text in SITUATIONS.items() for line in lines(text)],
)
def test_neighbour_has_the_same_card(text: str, cards: str) -> None:
    assert find(text) in cards.split()


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_words_of_harm_are_ordinary(text: str) -> None:
    assert find(text) == ""


@pytest.mark.parametrize("name", ["adult-at-school", "adult-at-school-parent", "colleague"])
def test_chair_comes_before_the_head(name: str) -> None:
    """A worry may be about the headteacher: the card says so before it says whom to tell."""
    card = next(card for card in CARDS.cards if card.id == name)
    text = " ".join(card.steps)
    assert text.index("tell the headteacher") > text.index("chair of governors")
    assert text.index("bout the headteacher") < text.index("chair of governors")
    assert "Chair of governors" in card.roles


def test_child_can_tell_the_deputy() -> None:
    for card in CARDS.cards:
        if card.reader == "pupils":
            assert "Deputy Designated Safeguarding Lead" in card.roles, card.id


@pytest.mark.parametrize(
    ("query", "card"),
    [
        ("can I vape", None),
        ("what happens if I get caught with a vape", None),
        ("my friend makes me vape", "drugs"),
        ("my child hit another child", "my-child-did-it"),
        ("my son was punched by a boy", "child-bullied"),
        ("who do I ring if headteacher is the problem", "worry-about-headteacher"),
    ],
)
def test_question_about_rules_is_no_cry_for_help(query: str, card: str | None) -> None:
    hit = FINDER.find(query)
    assert (hit.id if hit else None) == card


@pytest.mark.parametrize("card", CARDS.cards, ids=lambda card: card.id)
def test_title_finds_its_card(card: HelpCard) -> None:
    assert FINDER.find(card.title) == card
    assert FINDER.find(card.title.upper()) == card
