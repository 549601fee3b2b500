"""Trouble in few words, by kind: short reports that leave out who it is, and their neighbours.

The kinds: a picture that everybody has, a body that is hit or pushed, nothing to eat, a night
outside, a teacher who asks for an account, a lift, a chat or a list about somebody, a family in
prison, talk of bombs, an illness at home, drugs in the family, death in messages, a neglected
child in a class, a child who accuses, and pills that somebody in the family will take.
"""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

FINDER = CardFinder(read_school_file(load_library({}), shipped_cards()))

#: What people type, one a line, below the card that is right for it.
REPORTS = {
    "home": """
        im hungry we havnt had tea for 2 days
        im starving we havnt eaten since yesterday
        aint had dinner for 3 days
        we dont get tea at home
        theres nothing to eat at ours
        no food in the house till friday
        mum hasnt got money for food and were hungry
        my tummy hurts cos i havnt had any food
        im so hungry mum never makes tea
        we dont have any food left
        mum never makes us any tea
        havent had a proper meal since saturday
        my cupboards are empty and mum is out
        my dad goes mad and kicks doors in
        mum sleeps all day and theres never any clean clothes
    """,
    "hurt": """
        they wait for me after school and push me over
        been getting hit by my brother
        they wait outside and kick my bag and trip me
        group of lads wait for me on the way home and hit me
        they wait by the gate and push me about
        been getting beaten at home
        they hang about by the shop and punch me
        lads wait at the bus stop to kick me
        my dad wants to kill my mum
        my mums partner squeezes my arm so tight it bruises
    """,
    "bullied": """
        girls made a group chat about me
        getting called names on the bus every day
        got punched in the toilets
        got shoved into a locker by year 9s
        been called smelly all week
        keep getting pushed over at break
        getting picked on for my glasses
        got beat up after school
        lads made a page about me
        they did a poll about whos the ugliest and i won
        theres a group chat slagging me off
        girls in my class started a chat about me
        someone made an account rating girls and im on it
        got my head shoved down the toilet
        someone spat on me on the bus
        the boys rate us out of ten in a chat
        they made a whatsapp group to laugh at me
        there is a tiktok page taking the mick out of me
    """,
    "photo-shared": """
        sent a pic to a boy now its all round school
        sent a vid of me to my ex and evry1s got it now
        sent him a pic n now the hole year has seen it
        my pics are going round the school
        a pic of me is on every1s phone
        everyone has seen my nudes
        posted a private pic of me on his story
        he screen shotted it and its everywhere
        my vid is all over snapchat
        i sent him one pic and now his mates have all seen it
        a pic of me in my bra has gone round the year
        he filmed us kissing and sent it round
    """,
    "threatened": """
        they said they will kill me in my dms
        my brother says hes gonna shoot everyone
        they said they will kill me on snap
        got a message saying theyll stab me
        a boy in my class said hes going to kill me on whatsapp
        someone dmed me saying im gonna die
        says hell kill me if i tell
        been told to send a nude or they will tell my mum
        a lad in my class says he is planning to shoot up the school
        they messaged me saying they will stab me
        i got a dm that says i will kill you
        she texted me i will batter you tomorrow
        dad said hell kill me if i tell anyone
        they said if i dont give them money theyll get me
    """,
    "run-away": """
        i left home and dont know were to go
        i left home last night
        ive left home and got no were to go
        i dont know where to go tonight
        ive ran away and im cold
        ive left home im sleeping at my mates
        i ran off last night and i got nowhere to stay
        sleeping in the park tonight
        dad threw me out last night
    """,
    "followed": """
        man in a car asked if i wanted a lift
        man in a van asked me if i want a ride
        someone in a car offered me a lift home
        a bloke pulled over and said do i want a lift
        a man stopped his car and asked me to get in
        got followed home by a bloke
        a woman in a car offered me a lift and knew my name
        a guy in a white van told me to hop in
        there is a man who waits by my house every morning
    """,
    "drugs": """
        my cousin smokes weed and makes me have some
        my brother makes me smoke weed
        my uncle smokes weed and gives me some
        my friends mum gives us vodka
        my sisters boyfriend makes me try his vape
        dad makes me take drugs
        my mates dad gave us vodka
        my auntie makes me try her weed
    """,
    "hate": """
        got called gay and pushed in the corridor
        got called a dyke in the changing room
        got told to go back to africa
        they call my sister the r word cos she has downs
    """,
    "adult-at-school": """
        teacher asked for my insta and says im pretty
        teacher asked for my snap
        sir says im beautiful
        mr khan wants my number and says im special
        my ta says i look sexy
        miss asked me for my tiktok and said dont tell
        coach calls me gorgeous and texts me
        teaching assistant follows me on insta
        my teacher asked for my snapchat
        my football coach says im beautiful
        sir put his arm round me and said im his favourite
        the cleaner wants my number
    """,
    "low": """
        dad is in jail and i miss him
        kids keep saying my mums in prison
        dads in prison and i cry
        mum is in jail
        my brother got sent to prison
        dad got arrested last night
        dad got locked up and i miss him
        kids at school say my dad is a criminal in jail
        everyone keeps on about my dad being in prison
        they tease me cos my brothers locked up
        my sister is locked up and i miss her
        my stepdad just got arrested and the police took his laptop
    """,
    "young-carer": """
        i do everything for mum cos shes in a wheelchair
        i do everything cos mums got cancer
        i cook and clean cause my mums disabled
        my dad is in a wheelchair and i help him wash
        i look after my sister because mum is bipolar
        i do the cooking cos dad cant walk
        mums poorly so i do everything at home
        have to help my nan with everything shes got dementia
        i do all the washing and cooking because my dad is paralysed
        my nan has dementia and i have to stay in with her
        i get my sister ready every day cos mum is too ill
        my mum hears voices and i look after her
    """,
    "extreme": """
        my brother keeps going on about blowing people up
        my brother talks about blowing up a school
        my cousin keeps saying hell bomb people
        my mate keeps talking about killing muslims
        my uncle wants to bomb a mosque
    """,
    "child-low": """
        husband has been sent to prison how do i tell the kids
        my husband got sent down how do i tell my daughter
        partner is in prison and the kids keep asking
        their dads been jailed what do i say to the children
        their dad is back in prison and my boy wont sleep
        my wife is in prison and i dont know what to tell the kids
    """,
    "disclosure": """
        little girl in my class comes in dirty and starving
        boy in my class always comes in hungry and dirty
        little boy in my class has bruises all over
        a child in my class smells and is always starving
        one of my year 2s never has a coat and is always hungry
        a little boy in my class turns up with no breakfast and dirty clothes
        a reception girl comes in hungry every day
        a year 1 boy has cigarette burns on his leg
    """,
    "accused": """
        a kid said i hit him
        a child said i hurt him
        a kid in my class says i hit her
        a pupil has told his mum i grabbed him
        a girl says i touched her and i didnt
        a parent says i pushed her child
        a child says i grabbed her arm
        a student accused me of touching her
    """,
    "friend": """
        my sister is going to take pills
        my mum says shes going to take all her tablets
        my mum wants to die
        my brother cuts his arms
        my dad said he wants to kill himself
        my mum took pills
        my sister keeps cutting herself
        my dad tried to kill himself
        my brother said he doesnt want to be here
        my mum says shes going to end it all
        my nan said she will kill herself
        i think my cousin is suicidal
        my mum said she wants to die and so do i
    """,
    "stranger": """
        keep getting messages off a weird man
        a person i dont know keeps phoning me
    """,
    "saw-something": """
        got sent a dick pic
    """,
    "self-harm": """
        i want to die my mum hates me
        my mum wouldnt care if i was dead
        i wrote a note to say bye
    """,
    "photo-asked": """
        boy keeps asking me to send a pic in my bra
    """,
    "exploited": """
        someone gave me a package to look after and wont say whats in it
        theyre making me deliver stuff on my bike
    """,
    "in-trouble": """
        i sent a nasty message and now shes off school
    """,
    "child-missing": """
        my daughter went to a party and never came back
    """,
    "partner-violence": """
        my husband throws things at me and the kids are scared
    """,
    "adult-at-school-parent": """
        his teacher called my son an idiot
    """,
}

ORDINARY = """
    deadline for trip money
    how do i hit the deadline for secondary places
    how do i get the drugs quiz answers for science
    how do i hit the deadline for the music form
    how can we hit the target for sponsored walk
    did year 6 hit their reading targets
    how do i beat the queue for lunch
    beat the rush for uniform shop
    drugs quiz in pshe answers please
    how do i do the drugs quiz homework
    how do i get a job in drug research
    careers in pharmacy and drug development
    who made the first antibiotic drug
    killer whale fact sheet
    is a killer whale a whale or a dolphin
    how do i draw shooting stars
    shooting stars netball club
    bomb calorimeter experiment
    naked mole rat project
    naked flame in the lab
    strangled vowels in drama
    singing without strangled notes
    how do i kill weeds in the garden club
    killing two birds with one stone meaning
    dead line for forms
    deadly sins in re
    deadly 60 show tickets
    we smashed our target for charity
    smashed pumpkin competition
    got picked for the team
    got called up for the squad
    got sent a letter about the trip
    sent a form to the office has it arrived
    got pushed back to friday is the concert
    been called to the office about lunch money
    everyone has seen the show already
    is it all round the school field the run
    pic of my son in the newsletter is fine
    sent a pic of our art to the teacher
    i left home at 8 and missed the bus
    i left my bag at home
    i left home without my lunch
    left my pe kit and dont know where to go for spares
    im hungry when is lunch
    im hungry can we eat at break
    havent had my lunch can i go to the canteen
    teacher asked for my homework
    miss says im doing well
    sir asked for my planner
    teacher says my handwriting is pretty
    girls made a poster about me being form captain
    made a group chat for the trip
    a group chat for class parents
    can i get a lift with another parent
    does the lift work in the science block
    history of prisons project
    miscarriage of justice prison lesson
    the prison visit in law club
    dad is in the jail museum play
    mum works at the prison
    my brother loves blowing up balloons
    volcano blowing up experiment
    wheelchair access to the hall
    i do everything on the list for duke of edinburgh
    mum will kill me if i am late
    dad is going to kill me if i lose my coat
    he is going to kill me at chess
    they wait for us after school to give the letters
    push the door to open
    little girl in my class left her coat
    child in my class comes in late what code
    a kid said i could have his turn
    a kid said i hit the ball out
    she said i hit the target
    my cousin makes me take the bus
    how do i hit my reading target
    we hit the target yay
    what is the deadline to hit for reports
    dad will kill me if i forget my kit
    mum is gonna kill me if i get mud on this
    my nan has no tea bags for the staff room
    my brother plays a prisoner in the play
    uncle is a prison officer can he come to careers day
    we made a group chat for the leavers hoodies
    the teacher asked for my account code
    miss says my picture is beautiful
    teacher says my singing is beautiful
    can you ask for my phone back
    man and van hire for the fete
    a lady in a car park has lost her keys
    the lift in the car park is broken can my gran park at school
    the boys wait at the bus stop and push the button
    my drawing is all over the hall
    got pushed into second place
    got kicked out of the semi final
    got beaten in the chess final
    i look after the class hamster
    my mum is in hospital having a baby can my nan collect me
    can i cook for my nan at food tech
    we do all the planting in garden club
    do we get breakfast at the sats club
    i havent got breakfast club booked
    no tea or coffee in the hall
    my sister takes her pills at lunch can the office keep them
    my nan is going to take her tablets with her on the trip
    park and ride for open evening
    slept in and missed the register what do i do
    we are sleeping in the hall for the guides sleepover
    i left home early to walk
    message from the head about the drugs talk
    knife crime assembly for year 6
    my mate is in the shooting club
    a kid said i could borrow it
    a parent said i should email you
    a pupil said i was the best teacher
    black people in history topic
    immigrants in victorian london essay
    muslims should be able to pray where
"""


def find(text: str) -> str:
    card = FINDER.find(text)
    return card.id if card else ""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "card"), [(line, card) for card, text in REPORTS.items() for line in lines(text)]
)
def test_short_report_has_its_card(text: str, card: str) -> None:
    assert find(text) == card


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_everyday_report_has_no_card(text: str) -> None:
    assert find(text) == ""


def test_friend_card_is_for_families() -> None:
    card = next(card for card in shipped_cards() if card.id == "friend")
    assert "family" in card.title
    assert not any("friend" in step for step in card.steps)
