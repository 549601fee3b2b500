"""What another tester typed in trouble, with its neighbours; a parent without money for food.

The kinds: no point in being here, a stranger's car, kicked out, forced sex, blades in a child's
room, a mother who is hurt, a threat online, a young carer, a chat about somebody, drugs among
friends, and a craft knife.
"""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

FINDER = CardFinder(read_school_file(load_library({}), shipped_cards()))

#: What people type, one a line, below the cards that are right for it.
TROUBLE = {
    "home hurt": """
        my stepdad wont stop hitting my mum
        i heard him punching mum again
        hes hurting my mum and im scard
        he keeps hitting mum and i hide
        someone is hurting my mum
        hes going to hurt mum again
        he punched my mum last night
        hes hurting my sister and mum wont stop him
        my mums boyfriend is hurting her im scared
    """,
    "hurt": """
        this boy made me have sex with him
        i was forced to do sexual things
        someone made me do sex stuff
        he made me do things i didnt want to do in bed
        my cousin made me do sexual stuff
        a boy forced me to do sex things
        someone forced me to have sex
        he made me do sexual things
        they made me have sex
    """,
    "threatened": """
        a guy on minecraft said he is going to kill me
        someone on insta told me they will stab me and my family
        someone online says he will kill me
        a guy on roblox said hes going to kill me
        someone on snap says theyre gonna stab me
        a stranger online threatened to kill me
        a random on discord told me he will find me and kill me
        someone on fortnite keeps saying hell kill me
        someone online said they will stab me
    """,
    "my-child-self-harm": """
        ive just found razor blades in my daughters bedroom
        there were blades under my sons pillow
        i found blades in my daughters room
        found razor blades under my sons bed
        my daughter has razor blades in her drawer
        i found sharpener blades in my daughters pencil case
        found a blade hidden in my daughters phone case
        found some blades in my sons drawer
        my daughter is hiding blades in her room
    """,
    "child-weapon": """
        i found a knife in my sons room
    """,
    "self-harm": """
        i dont see any point in being here
        theres no point living anymore
        whats the point of being here anymore
        whats the point in being here
        i dont see the point of living
        there is no point being here anymore
        whats the point in life anymore
        what is the point in being alive
        dont see the point being here any more
    """,
    "run-away": """
        mum kicked me out ive nowhere to go
        been thrown out and im sleeping at the park
        my dad kicked me out and i have nowhere to sleep
        got kicked out and got nowhere to sleep
        been kicked out nowhere to go
        kicked out by my mum cant go back
        thrown out last night got nowhere to stay
        mum chucked me out and ive nowhere to stay
        got thrown out by my mum tonight
    """,
    "followed": """
        a stranger tried to get me into his car
        someone pulled up in a van and said get in
        someone outside school offered me sweets to get in his car
        someone told me to get in their car
        someone tried to get me in his car
        a person in a car asked if i wanted a lift home
        someone stopped in a car and offered me sweets
        a lady in a car told me to get in
    """,
    "followed something-bad": """
        a man in a van offered me sweets
    """,
    "young-carer": """
        my nan cant get up so i wash her and dress her
        mum never gets up and i look after my brother
        i have to look after my little sister because mum cant
    """,
    "young-carer home": """
        dad never gets out of bed and i cook for my sisters
        my mum stays in bed all day and i do everything for my sister
        dad sleeps all day and i look after the baby
        mum doesnt get out of bed so i get my sister to school
        mum wont get out of bed and i do all the cooking for my brothers
        mum is always in bed i have to look after the little ones
    """,
    "bullied": """
        they have a whole chat about me
        someone in my year made a page about me
        they made a groupchat about me
        theyve got a group chat about me
        girls in my class made a chat about me
        someone made a page about me
        they started a group to slag me off
        someones made a group chat about me
        theres a groupchat about me and everyones in it
    """,
    "drugs": """
        my friends keep telling me to smoke weed
        my mate says try ket
        my mates are doing ket and want me to try it
        my friends are smoking weed and want me to have some
        my mate wants me to try a vape
        everyone in my group is on ket and they say try it
        they keep telling me to try weed
        my mates want me to try ket
        my friends keep offering me weed
    """,
}

ORDINARY = """
    can i bring my own craft knife
    what do we use the scalpels for in biology
    whats the point of detention
    is there any point in doing chess club
    where is the meeting point for the trip
    lift to the away match in another parents car
    can my child get in a taxi after the disco
    who can pick me up in their car
    he got kicked out of netball
    kicked out of lesson what happens
    sex education opt out form
    is sex ed compulsory
    dad gets up at 5 so can i come to breakfast club
    my mum looks after the after school club
    can we make a group chat for netball
    who is in the page about us on the website
    my friends want me to try the school dinners
    try the ketchup
    cant afford swimming lessons
    how do i feed the class fish
    we found a blade of grass
    roller blades at break
    mum hurt her foot who can collect me
    killing zombies in minecraft club
    my mum is hurting her knee at the fun run
    can i use a craft knife in dt
    can i use a scalpel in art
    are we allowed craft knives in d&t
    where are the craft knives kept
    who hurt his knee at mums race
    what happens in sex education
    can i opt my child out of sex ed
    do they make us do sex ed in year 6
    kill the boss in roblox
    found a book in my daughters room
    found a school reader under my sons bed
    razor scooter in the playground
    roller blades in my daughters bag
    whats the point of homework
    what is the point of pe
    whats the point of being in school council
    whats the point of school uniform
    kicked out of the library and nowhere to sit
    no seats and nowhere to go at lunch
    kicked out of the football team
    offered sweets at the school fair
    can i give sweets on my birthday
    can someone in another car pick up my son
    car share lift to school
    give a lift to another parent
    my brother gets up late
    can my brother look after me on the way home
    do i look after the class hamster
    they made a group chat for the class
    who made the group chat for year 6
    make a page about me for the yearbook
    doing ketchup tasting in food tech
    my friends are trying out for football and want me to try it
    try a new instrument
    cannot afford the school trip
    cant afford the uniform
    what do we feed the class guinea pig
    how much are school dinners
    free school meals how do i apply
    is a craft knife allowed in textiles
    do we need scalpels for biology
    mum hurt her back can grandad collect me
    when is sex education taught in year 5
    killing zombies online after school
    found a lost blade from a pencil sharpener in class
    found a jumper in my sons room
    whats the point of sats
    what is the point of being a prefect
    i got kicked out of band
    nowhere to park at pick up
    someone left sweets in the car park
    can my child get a lift in a staff car
    who looks after my brother at after school club
    mum gets up early can i come to breakfast club
    can we have a group chat for the trip
    my friends want me to try chess club
    my mate is on the netball team
    i cant afford the residential
    can we feed the ducks on the trip
    what if i cant afford a laptop
    who pays for food on the trip
    my nan died can i have time off for the funeral
"""

#: No card is for a parent without money for food alone: the general one for parents names it.
FOOD = """
    i cant afford to feed the kids this week
    cant feed my children
    no food for my kids till payday
    i cannot afford to feed my children
    i have no money to feed my kids
    cant afford food for the children
"""


def find(text: str) -> str:
    card = FINDER.find(text)
    return card.id if card else ""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "cards"), [(line, cards) for cards, text in TROUBLE.items() for line in lines(text)]
)
def test_report_has_its_card(text: str, cards: str) -> None:
    assert find(text) in cards.split()


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_everyday_words_have_no_card(text: str) -> None:
    assert find(text) == ""


@pytest.mark.parametrize("text", lines(FOOD))
def test_parent_without_food_has_card(text: str) -> None:
    assert find(text) == "worried-about-my-child"
