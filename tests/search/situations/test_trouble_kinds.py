"""Trouble that outside readers typed, by kind: each has its card, and ordinary words have none.

The kinds: pills that somebody else will take, a missing child, slurs whose letters are hidden,
another's knife, a grown man online, drugs, prison, pregnancy, an adult's pictures, the gate,
and a threat by the head.
"""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

CARDS = read_school_file(load_library({}), shipped_cards())
FINDER = CardFinder(CARDS)

#: What people type, one a line, below the cards that are right for it.
TROUBLE = {
    "friend": """
        my brother cuts himself
        my sister told me she wants to die
        my brother says hes done with life
        my aunt said she is going to overdose
        my girlfriend told me shes going to take loads of tablets
        my mate wants to take loads of pills
        my friend is going to take pills tonight
        she says she is going to take all her tablets
        a boy in my class said he will swallow a bottle of paracetamol
        my friend said hes gonna od tonight
        my sister keeps saying shes going to take a load of pills
    """,
    "my-child-self-harm": """
        my son told his sister hes going to take all the painkillers
        my son says he is going to take a whole packet of paracetamol
        my daughter texted that she will swallow all her tablets
    """,
    "pupil-self-harm": """
        a pupil says she is going to take all her mums pills
    """,
    "child-missing": """
        my lad went out at 4 and hes still not back
        my 15 year old hasnt been seen since friday
        our son is missing from school
        my daughter never arrived at school and her phone is off
        i dont know where my son is and its midnight
        i dont know where my lad is
        no idea where my daughter has gone
        we havent heard from our daughter since yesterday
        nobody has seen my son all day
        my 14 year old never came home last night
        my boy is not answering and its 2 in the morning
        my teenager has done a runner
    """,
    "hate": """
        im being called a f****t in the changing room
        they wrote p*ki on my locker
        someone shouted n****r out of a car at us
        called me a paki
        they called me a n****r
        he called me a n***a
        a boy called me a p**i
        they keep saying pak*i to me
        someone wrote n*gger on my bag
        called me a n1gger in pe
        they call me a f*g every day
        got called a ch**k on the bus
        they call me gay and spit at me
        everyone says im a lesbian and laughs
    """,
    "child-hate": """
        my daughter was called a p*ki
        a kid called my son a n****r
    """,
    "weapon": """
        a girl showed us a knife at lunch
        a lad in year 9 carries a blade to school
        theres a girl who brought a knife to school
        a boy showed me a knife in his bag
        someone in my year has a machete
        some kids at my school carry knives
        my friend brings a knife in for protection
    """,
    "threatened": """
        he said hes going to bring a knife in and get me
    """,
    "child-at-risk-parent": """
        my daughter says a boy brought a knife to school
        ex is waiting outside school to take the kids
        my ex turned up at school and tried to take the kids
    """,
    "child-contacted": """
        a grown up is chatting to my son on minecraft
        my 7yo got a friend request from a grown man
        my 9yr old is talking to a stranger on roblox
        my 13 y/o has been messaging a grown man
        my 10yo is chatting to a man on fortnite
        a bloke keeps messaging my lad on snapchat
        my 11 yrs old talks to a man on whatsapp
    """,
    "drugs": """
        i got given ket at a rave
        they made me smoke a joint
        my sister gave me her vape and i felt dizzy
        i ate a gummy at a party and cant stop shaking
        my friend gave me a pill and i took it
        someone offered me drugs
        i tried spice and im scared
        my mates are making me smoke weed
        i had an edible and i feel sick
        im addicted to vaping
        someone spiked my drink
        they want me to try ketamine
        i smoked something and i feel weird
        i took something at a party and i feel funny
        he sold me a vape and i passed out
        i sniffed glue
        my cousin slipped me a gummy
    """,
    "drugs followed": """
        a boy offered me weed
    """,
    "child-weapon": """
        my daughter was offered a pill at a party
        my daughter is vaping weed
        i found weed in my sons room
        someone offered my daughter drugs
        my son has tried cannabis
    """,
    "child-weapon child-exploited": """
        an older girl gave my son a vape
    """,
    "worried-about-a-pupil": """
        a pupil was offered spice at the gate
    """,
    "child-bullied": """
        my little boy wont sleep because of a girl who is horrible to him
        my daughter is crying every day because a girl is horrible to her
        my son cries every night because of a boy in his class
        my lad is in tears because the other kids wont play
        my daughter is miserable over one girl in her class
    """,
    "child-bullied my-child-did-it worried-about-my-child": """
        my son is scared because a lad keeps hitting him
    """,
    "low": """
        my mum died and i cant concentrate
        my dad is in prison and kids found out
        my mum was arrested last night
        my brother got sent down and i miss him
        my nan died and i feel sad
        my dad passed away last week
    """,
    "child-low": """
        my husband is in prison and my son is upset
    """,
    "something-bad": """
        we are homeless and living in a hotel
        i did a pregnancy test
        i think i might be pregnant
        im 14 and i think im pregnant
        i missed my period and im scared
        my girlfriend is pregnant and were 15
        we got kicked out of our house and sleep in the car
    """,
    "colleague": """
        i saw indecent images of children on my colleagues screen
        a volunteer has pictures of naked children on his phone
        found indecent pictures on a teachers laptop
        indecent images on a teachers laptop
        saw child porn on the caretakers phone
        a coach had naked pictures of kids on his computer
    """,
    "followed": """
        a man at the gate keeps filming children
        man in a van keeps talking to kids at the gate
        a strange man is hanging round the school gates
        an old bloke stares at us by the gate
    """,
    "worry-about-headteacher": """
        the head threatened to get rid of me for raising safeguarding
        my manager says she will sack me if i report the bruises
        im being blackmailed at work by the head for reporting
        the head says i will lose my job if i report it
        my boss threatened to sack me because i raised a concern
        headteacher threatened me with a bad reference if i speak up
    """,
    "self-harm": """
        my mum said she wishes i was never born so i cut myself
        my dad says he hates me and i want to die
        my sister cut herself and now i want to kill myself
        i took some pills and feel weird
        i hate my body and want to hurt it
    """,
    "adult-at-school hate": """
        my teacher called me a p*ki
    """,
    "hate friend": """
        my mate got called a n***a in the corridor
    """,
    "drugs hurt": """
        my boyfriend wants me to do coke
    """,
    "child-weapon worried-about-my-child": """
        my son came home stoned
    """,
    "child-bullied child-low": """
        my son hates school because one boy keeps on at him
    """,
    "low friend": """
        my best mate died in a crash
    """,
    "low home": """
        my dad got arrested in front of us
    """,
    "worried-about-my-child": """
        my 14 year old daughter is pregnant
    """,
    "followed child-at-risk-parent": """
        someone is taking photos of kids through the school fence
    """,
}

ORDINARY = """
    my son offered to sell his old drums
    someone offered me a place at another school
    the pta offered us gas for the bbq
    i had balloons for my birthday
    my friend gave me a joint birthday present
    we tried some spice in the curry at the fair
    he took the acid in the science lesson
    the pharmacist gave me tablets
    my tablet is broken can i use a laptop
    my dad gave me his old tablet for school
    they gave us tablets to do maths on
    a girl gave me her tablet to play on
    i took my tablet home
    did someone hand in a tablet
    my son used an ipad tablet
    my son is on holiday until monday
    my daughter has gone to the dentist
    we have not seen my sons teacher since september
    i cannot get hold of the office
    i cannot reach the school by phone
    the boy who brings the register
    she pulled a muscle in pe
    black history month talk
    gay pride assembly
    we are jewish and need a day off for passover
    my dad is a prison governor can he do the talk
    the guard locked up the school at night
    my report is in the gate office
    a man talks to us at home time about the bus
    the bus driver waits at the gate
    my boss needs a reference from the headteacher
    the teacher has a naked eye telescope on his desk
    who keeps the abuse policy on the laptop
    does the drink machine take coins
    someone put salt in my drink
    can school give my son his hay fever drugs
    can my son have his asthma drugs in school
    does the office keep my daughters epilepsy drugs
    life drawing class nude model year 12
    the life drawing has naked people
    naked statue in the museum trip
    gcse art paintings of nudes
    bomb disposal talk by the army
    the army bomb squad talk
    my child needs to take two tablets at lunch
    my son takes his medicine at 12
    the nurse gave me a tablet
    mum gave me a tablet for travel sickness
    school gave my son the wrong lunch
    i havent seen my sons homework
    i dont know where my daughters coat is
    no one has seen my sons jumper
    i dont know where my sons class is going on friday
    drugs awareness week assembly
    i had a spicy curry
    vaping policy for sixth form
    can i try coke zero in the vending machine
    my dad works in a prison
    prison officer careers talk
    my sister is having a baby
    pregnancy policy for staff
    my daughter cried because she missed her best friend at half term
    my daughter is upset because her friend moved away
    n/a
    p.s. can i have a copy of the form
    c# club after school
    my boss is the headteacher and i want to report a broken boiler
    head of year reference for college
    a man delivers milk at the gate
    my ex wants a copy of the report
    where do parents wait at home time
    who is waiting at the gate at home time
    kids who bring a knife and fork
    knives in food tech
    my 9yr old needs a new jumper
    my 12yo is starting in september
    i have a gay dads family and a question about the form
    our mixed race family book list
    my son says he wants to take his tablets himself
    my daughter is going to take her tablets at lunch
    is my son going to take all his tablets with him on the trip
    my son will take all his medicine with him on the trip
    we cook pak choi in food tech
"""


def find(text: str) -> str:
    card = FINDER.find(text)
    return card.id if card else ""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "cards"),
    [(line, cards) for cards, text in TROUBLE.items() for line in lines(text)],
)
def test_trouble_has_its_card(text: str, cards: str) -> None:
    assert find(text) in cards.split()


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_ordinary_words_have_no_card(text: str) -> None:
    assert find(text) == ""


@pytest.mark.parametrize("name", ["drugs", "something-bad", "child-weapon"])
def test_danger_is_named_first(name: str) -> None:
    card = next(card for card in CARDS.cards if card.id == name)
    assert "999" in " ".join(card.steps[:2])


def test_drugs_card_claims_no_helpline() -> None:
    """Nobody has read a source on drugs: the card names Childline alone."""
    card = next(card for card in CARDS.cards if card.id == "drugs")
    assert card.helplines == ("childline",)
