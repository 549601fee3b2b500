"""Who speaks, who did it and whom it is about: the person that chooses the card.

None of these sentences is held out: the people and the signs were mended with them.
"""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

FINDER = CardFinder(read_school_file(load_library({}), shipped_cards()))

#: What people type, one a line, below its card.
SPOKEN = {
    "adult-at-school": """
        mr smith touched my leg
        sir keeps texting me at night
        mrs patel calls me stupid in front of everyone
        the swimming teacher watches us get changed
        miss jones said im thick
        sir put his hand on my leg
        mr khan asked me to send him a photo
        my teacher said he loves me
        my pe teacher comes in when we get changed
        coach said if i tell anyone im off the team
        miss slapped my hand
        the teaching assistant pulled my hair
        a dinner lady pushed me
        mr evans said i was stupid and threw my book
        sir touches my shoulder all the time
        my tutor kissed me
        miss taylor hates me and shouts at me
        one of the staff hit me
    """,
    "adult-at-school-parent": """
        my little one said her swimming coach hurt her
        my daughters teacher grabbed her
        my son says mr brown hit him
        my little boy says miss pulled his arm
        the coach keeps texting my daughter
        my child says the ta locked him in a room
        my daughter is getting messages from her teacher
        im a governor and a parent told me a teacher hit her son
        my sons teacher called him thick
        coach touched my daughter
        my girl is frightened of her teacher
    """,
    "adult-low": """
        im a mum and i cant go on
        i hit my kids and i hate myself
        im a ta and i cant go on
        i cant cope as a single mum i want to end it
        my children would be better off without me
        my husband left and i want to die
        i am a dad and i feel suicidal
        im a teacher and im drowning i want to end it all
        i am a governor and want to die
    """,
    "bullied": """
        evrybody hates me and they leave me out
        they said gay boy and pushed me down the stairs
        girls in my class keep laughing at me
        someone in my class hit me
    """,
    "child-at-risk-parent": """
        my sister in law wants to take my niece to be cut
        my little one says a boy touched her in the toilets
        my daughter said a boy put his hand up her skirt
    """,
    "child-bullied": """
        my lad is getting kicked by a gang at school
        my lad is getting punched every day on the bus
        my daughter wont go in because girls are being horrible
        they keep calling my son names
        my lad gets beat up by older lads
        my lass is being called fat and ugly
    """,
    "child-contacted": """
        my daughter is getting texts from a man in his 40s
        an older man is messaging my daughter
        my 13 year old has a 20 year old boyfriend
        my son met a man on xbox who wants to meet
        my little girl has been chatting to a 50 year old man
    """,
    "child-exploited": """
        my boy has a new phone and trainers and i didnt buy them
        my son has a burner phone and loads of cash
    """,
    "child-extreme": """
        i think my son is into nazi stuff
        my lad is going on about white power
        my son says hitler was right
        my son is being radicalised online
    """,
    "child-low": """
        my daughter hasnt eaten for days
    """,
    "child-missing": """
        son has run away
    """,
    "child-weapon": """
        found a machete under my sons bed
        my boy has a knife in his bag
    """,
    "colleague": """
        a colleague is on her phone taking photos of kids getting changed
        the other ta is always hugging the same boy and giving him presents
        governor here a member of staff has been arrested for indecent images
        another teacher is sleeping with a sixth former
        a colleague was arrested last night
        ta slapped a child
        our caretaker has been charged with possessing images
        a colleague keeps taking a boy home in his car
        supply teacher called the kids stupid
    """,
    "disclosure": """
        bruises on a 4 year old what do i do
        child in my class told me daddy hurts mummy
        a pupil in my group said he wants to blow up the mosque
        boys are snapping girls bras in the corridor
        a child in my class has bruises
        year 5 boy touched a girl under the table
        two girls in year 1 showing each other their privates
        boys were lifting up girls skirts
        boys flicking bra straps
        a pupil said he hates jews and wants to kill them
        a kid in my class said her uncle touches her
        two boys in year 3 kissing and touching in the toilets
        a boy exposed himself to a girl in class
        pupil has been upskirted
        child in reception keeps touching other children
    """,
    "exploited": """
        i owe a dealer money
    """,
    "extreme": """
        my cousin says all jews should die
    """,
    "fake-of-school": """
        a pupil set up an instagram account pretending to be me
        pupils have made a fake account of me
    """,
    "friend": """
        a girl in my form said goodbye to evryone and gave her stuff away
        my friend took some pills
        my mate is getting battered by her dad every nite
        someone in my class keeps cutting there arms
        my m8 has been sending nudes to a man online
        my frends mum is always drunk and she has to make the tea
        i think my friend is being groomed by a 30 year old
        my friend has to get married in bangladesh in summer
        my bestie says her stepdad gets in her bed
        a girl in my class gets hit at home
        my mate is sending pics to a 27 year old
        my friend is getting bullied really bad
        my friend got touched by a boy in year 10
        my friends mum hits her
        my friends dad is always drunk
        my friend lives with her nan and theres no food
        someone in my year is selling vapes for older kids
        someone in my class is being hurt by her mum
        a boy in my class keeps saying he will kill himself
        my friend is being forced to marry her cousin
        my friend is talking to a man she met on discord
        my friend keeps cutting
        my friend hasnt eaten lunch for 2 weeks
        my friends boyfriend hits her
        my friend is pregnant and scared
        my friend got sent a nude
        my friend says miss smith hit her
        my best mate told me he hates his life
        girl in my class got filmed in the toilets
        my friend got a message from a paedo
        my friend has scars on her arms
        my mate got jumped and wont tell anyone
        lad in my class has drugs on him
    """,
    "home": """
        dad chucked a plate at mum
    """,
    "hurt": """
        boys keep slapping my bum at school
        a big boy in y6 makes me kiss him
        scared to go home tonight
        my carer touches me
        my gran has me wash her in the bath and she hits me
        i got hit by my sister
        a lad keeps pulling my skirt down
        he pinged my bra
        a boy in my class touched my bum
        my brother has a knife and says hell stab me
        a kid took a photo up my skirt
        boys in my class slap my bum
    """,
    "in-trouble": """
        i hit my sister and she had to go hospital
        i shared a video of a kid getting beat up
        i made a fake account of a girl and it got out of hand
        i punched a boy in year 4
        i pushed my brother down the stairs
        i hurt my baby sister
        i posted a nude of a girl in my year
        i keep hitting people when im angry
        i was horrible to a girl on snapchat
        i think i hurt someone really bad
        i did something bad to my little cousin
        i pushed a girl over and she broke her arm
        i sent nudes of my ex to everyone
    """,
    "low": """
        i feel sick with worry all the time
    """,
    "money": """
        i spent all my mums money on fifa
    """,
    "my-child-did-it": """
        my lad punched a kid at school
    """,
    "my-child-self-harm": """
        my daughter says she wants to die
        daughter cuts herself
    """,
    "nude-found": """
        pupil got sent a nude
    """,
    "nude-of-my-child": """
        my daughter has sent a topless picture to a boy
        my daughter got sent nudes
        my lad has been sent porn by another kid
    """,
    "parent-harm": """
        i lost my temper and slapped my daughter
        i shook my baby
        i smacked my little girl really hard and left a mark
        i grabbed my son by the neck this morning
        worried im going to hurt my daughter
        im scared i will lose it with my baby
        i threw something at my kid
        i lost my rag and pushed my teenager
        i cant stop screaming at my kids
        i feel like i will hurt my kids
        i dragged my son by the arm
    """,
    "partner-violence": """
        my ex turns up at our house and bangs on the door and shouts
        i slapped my wife in front of the kids
    """,
    "photo-asked": """
        he wants a pic of my boobs
    """,
    "photo-shared": """
        he recorded me in the changing room
        somebody filmed me on the toilet
        i sent a boy a nude
    """,
    "posts-about-us": """
        parents are slagging off my kid on the facebook group
    """,
    "pupil-self-harm": """
        a pupil told me she wants to die
    """,
    "saw-something": """
        i got a dick pic off a boy in y9
        i saw a video of someone getting stabbed and cant sleep
        i got sent a nude
        a boy sent me a picture of his willy
        someone airdropped me porn
        someone sent me a nude i didnt ask for
        i was sent a naked picture of a girl in my year
    """,
    "self-harm": """
        i took some pills and feel weird
        i want to be ded
    """,
    "staff-threatened": """
        a parent swore at me and said hed be waiting outside
        a parent threatened me in the car park
        pupils filmed me and put it on tiktok
        a student made a meme of me
        a pupil called me a slag
    """,
    "stranger": """
        he told me hes 13 but his voice sounds like a man
        sum1 i dont no keeps askin where i live
        my boyfriend is 24 and im 15
        he says hes 15 but he looks like a grown man
        she told me shes 12 but shes an adult
        my 19 year old boyfriend wants me to send pics
        a 40 year old man keeps messaging me
        he is 30 and i am 15 and he says he loves me
        my boyfriends 21 and im in year 9
        this boy says hes 16 but looks about 40
    """,
    "weapon": """
        my brother carries a knife
        my brother has got a gun
        my cousin keeps a machete in his room
        my sister has a knife in her room
        someone at school has got a gun
        mums boyfriend has a gun
    """,
    "worried-about-a-pupil": """
        a child carer in my form is late every day because she gets her brothers up
        a pupil looks after his disabled mum and is shattered
        pupil gets her siblings ready because mum is ill
    """,
    "worry-about-headteacher": """
        the head shoved a child into the wall
        head is messaging a pupil
        our head told us not to report it
        governor here there is an allegation about the head
        the headteacher screams at the little ones
        im worried my headteacher is hitting kids
        governor here a parent says the head hit her child
    """,
    "worry-about-headteacher-parent": """
        the headteacher grabbed my son
    """,
    "young-carer": """
        im 15 and i look after my dad coz hes in a wheelchair
        mum is really poorly and i do everything
        i wash my nan and give her tablets
        i feed my baby brother cos mum is in bed
        my dad is blind and i help him all the time
        my mum has ms and i cook and clean
        dad cant walk and i do the shopping
    """,
}

ORDINARY = """
    secret valentine cards in class
    we want to give mr jones a leaving present
    sir isaac newton homework
    coach trip to the museum
    my best mate is moving to this school
    a pupil in my class has a peanut allergy
    my brother is starting in september
    knife skills in food tech
    my son shares a locker
    abuse of the school car park
    romeo and juliet kill themselves essay
    how old do you have to be for tiktok
    is my 4 year old ready for reception
    my boyfriend is picking up my son
    can my older brother collect me
    can girls wear trousers instead of a skirt
    filming the school play
    two boys are sharing a peg in year 2
    i look after the class hamster
    my disability means i need a lift key
    sick bug how long off
    gang of helpers for the fair
    my daughter didnt get the message about the trip
    shouting in the corridor rule
    chair of governors email address
    i lost my temper with the printer
    my son was mean maths score
    my son hit a six at cricket
    sent the wrong picture to the newsletter
    burning smell in the lab
    my friend is bad at maths
    i push my sister on the swing
    i pushed my son to do better in sats
    mr jones picked me for the team
    miss jones said i can go
    sir stared at the board
    mrs patel shouted bingo
    the head gave a talk to the children
    the head of year 7 email
    pain in the head child sent home
    my son is 18 and can collect
    my husband will collect my daughter
    my wife works nights can i drop off early
    i am a teacher looking for a job
    i am a parent governor
    can a child in my class have my notes
    a boy from year 6 lost his bag
    my brother carries my bag
    picture up on the wall of the children
    film under 12 certificate
    i got the school picture order
    got sent the wrong invoice
    my teacher made me laugh
    kill time before school
    looking after the baby ducks
    the wheelchair ramp
    my mum is ill so dad will pick me up
    secret santa
    my dad and i watch the far side cartoons
    how do i become a young leader
    my daughter bit her tongue
    my lad threw up at school
    my daughter has been picked for the team
    my friend and i want to sit together
    girl in my class is moving house
    i told a girl she could borrow my pen
    mr evans said well done
    sir gave us homework
    my tutor is off sick
    one of the staff left
    my son needs his teacher to call him
    coach hire for the trip
    my girl needs a new jumper
    headteacher says well done to the little ones
    a colleague is taking a boy to first aid
    two boys in year 3 want to swap class
    he is 30 minutes late
    my boyfriend is a teacher
    my mum cooks and cleans for the school
    someone sent me the wrong timetable
    my sister has a room key
    she gave her old stuff away to charity
    can he take his pills in school
    gun salute remembrance
    i got my school photo
    my ex wants a copy of the report
    in the picture on page 3
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def find(text: str) -> str:
    card = FINDER.find(text)
    return card.id if card else ""


@pytest.mark.parametrize(
    ("text", "card"), [(line, card) for card, text in SPOKEN.items() for line in lines(text)]
)
def test_speaker_has_the_right_card(text: str, card: str) -> None:
    assert find(text) == card


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_ordinary_words_have_no_card(text: str) -> None:
    assert find(text) == ""


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("my friend hit me", "bullied"),
        ("my friend got hit at home", "friend"),
        ("this guy wants £200 or hell send my pics to my mum", "threatened"),
        ("my son has been caught with weed", "child-weapon"),
        ("my brother has a knife in his bag", "weapon"),
        ("mum cant get out of bed and i look after the baby", "young-carer"),
        ("a kid in my class says im ugly", "bullied"),
        ("a kid in my class has a bruise", "disclosure"),
    ],
)
def test_exception_names_another_person(text: str, card: str) -> None:
    assert find(text) == card


def test_first_subject_counts_in_no_question() -> None:
    assert find("i hit my brother") == "in-trouble"
    assert find("can i hit my brother with a foam sword") != "in-trouble"
