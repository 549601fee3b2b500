"""Reports in everyday words, most of them by parents and staff, each below the card that is right.

None of these sentences is held out: phrases were written and mended with them.
"""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

FINDER = CardFinder(read_school_file(load_library({}), shipped_cards()))

REPORTS = {
    "accused": """
        i have been accused
        complaint about me from a mum
        a mum says i grabbed her kid and ive been suspended
        a mum is telling everyone i hit her kid
    """,
    "adult-at-school": """
        i think my tutor fancies me
        mrs patel keeps asking me to stay behind alone
        my swim coach rubbed my thigh
        sir keeps looking down my top
        miss locked me in the cupboard
        my teacher messaged me on insta
        coach wants me to keep a secret
        my form tutor keeps me behind on my own
        coach comments on my body
        a teacher hugged me and i didnt like it
        my teacher knows but told me not to say anything
    """,
    "adult-at-school-parent": """
        parent says the teacher hit her son
        shes terrified of her maths teacher
        teaching assistant called my son thick
        my son says the dinner lady smacks them
        teacher dragged my boy by his arm
        my sons teacher humiliated him in front of the class
    """,
    "adult-low": """
        i drink every night to cope with the kids
        im drinking too much since my wife left
    """,
    "bullied": """
        everyone moved seats when i sat down
        they put me in the bin
        they made a meme of me
        they mimic my stutter
        nobody likes me
        someone made a group chat to slag me off
        they call me smelly
        i get pushed into lockers every day
        they laugh at my hearing aids
        my hair got pulled and i got spat on
    """,
    "child-at-risk-parent": """
        i think another child is being hit at home
        neighbours kids are outside at midnight
        my boys dad turned up drunk to get him
        my little girl says a boy put his hand in her pants
        the family upstairs scream at their kids all night
        my granddaughter says daddy hurts her
        my sister leaves her kids alone all weekend
        my ex is threatening to take the kids abroad
        next door leave their toddler in the garden all night
    """,
    "child-bullied": """
        my kid comes home with ripped jumper every week
        group of girls have made a tiktok about my daughter
        my lad got jumped on the way home
    """,
    "child-contacted": """
        my 8 year old has been talking to someone called max on roblox who says he is 9
        my daughter has been catfished
        my daughter is getting messages from a man
        my child is being groomed i think
        my son has been messaging someone in america
        a man asked my daughter her name outside school
    """,
    "child-exploited": """
        my son has got a new phone and i dont know where from
        my daughter got in a car with older lads
        my 13 year old is selling vapes
    """,
    "child-extreme": """
        my year 4 has come home talking about andrew tate
        my child is saying stuff about jews
    """,
    "child-hate": """
        lads keep calling my son spaz
        my son has been called the n word
        my daughter is being called names for wearing hijab
    """,
    "child-low": """
        she doesnt come out of her room anymore
        my son isnt himself since he joined that club
        she throws up after lunch in the loos
        my girl has stopped eating
        my son is sick with nerves every monday
        he wont come out of his room and wont eat
        my daughter hasnt eaten for 3 days
    """,
    "child-missing": """
        teenager didnt come home last night
    """,
    "child-money": """
        hes spent 400 quid on fortnite
    """,
    "child-weapon": """
        found a vape in his bag
        found weed in my sons drawer
        my child had a knife in his bag
    """,
    "colleague": """
        i'm worried about how one of the teaching assistants talks to the boys
        worried that a coach is grooming a child
        i saw a ta shouting in a child's face
        our caretaker adds year 6s on snap
        ta brags about having kids numbers
        i think the club leader is a paedo
        colleague gave a year 11 a lift home
        the new sports coach is a bit too matey with the girls
        i saw my line manager slap a pupil
        staff whatsapp group is making jokes about a pupil
        another teacher is alone with a girl with the door locked
        cleaner has been taking photos of children
        ta swears at the kids
    """,
    "disclosure": """
        a year 10 is meeting up with a man
        i work in the kitchen and saw bruises
        a child drew something worrying
        pupil in my form has fresh cuts
        pupil told me her brother gets in her bed
        4 year old in nursery has cigarette marks
        kid in year 2 touched another kid
        one of my tutees has stopped coming in and her mum wont answer
        year 8 boy has come in with a split lip
        girl says her stepdad watches her shower
        student asked if she can stay at mine tonight
        there is a kid begging outside the shop
        child in my class never has lunch
        a pupil smells and wears the same clothes
        pupil flinches when i raise my hand
        one of my year 11s has a much older boyfriend
        pupil has brought a knife
        a girl told me shes going to be married in the holidays
        kid in my form is homeless
    """,
    "drugs": """
        they gave me a vape with something in it
        someone put something in my drink at a party
    """,
    "exploited": """
        ive got to hold a package for a guy
        someone offered me 50 quid to open a bank account
        my cousin wants me to sell for him
        some older lads keep asking me to hold stuff
        he buys me stuff but wants me to be nice to his mates
    """,
    "fake": """
        girls in my class made a fake naked pic of me with ai
        someone stole my password and is messaging my friends
        my password was shared and someone posted as me
        someone has made an onlyfans of me
        my phone got hacked and they have my photos
    """,
    "fake-of-school": """
        a parent has made a fake video of me
        someone hacked the school email
    """,
    "followed": """
        a man was taking photos through the fence
        theres a man hanging round the gate
        a car keeps following the school bus
    """,
    "forced": """
        fgm my cousin
        uncle says i have to marry my cousin in dubai
    """,
    "friend": """
        my sisters going out with a bloke of 30
        my mate put a goodbye note on bereal
        my friend said her uncle does things to her
        my friend is going to meet a guy off yubo
        my bestie doesnt eat
        mate got beat up by his dad
        i think my friend is being groomed
        my mates cutting
        my mate drank a bottle of vodka and wont wake up
        my best friend moved away and i have no one
    """,
    "hate": """
        got called a terrorist on the bus
        they say go back to your own country
        told i will burn in hell for being gay
        i got called chinky
        someone pulled my hijab off
        i get called a retard cos of my adhd
        they do monkey noises at me
    """,
    "home": """
        mum wont stop drinking
        dad hasnt been back for a week
        mum never comes home
        dad spent all the money
        my dad reads all my messages and gets mad and throws stuff
        no leccy and the fridge is empty
        my brother deals from our house
        dad put mums head through the wall
        dad threw a plate at mum
        mums been on the wine since breakfast
        mum forgets to pick me up and is asleep all day
        stepmum wont let me eat with them
        we only have toast
        i havent got a coat
    """,
    "hurt": """
        im not allowed to tell anyone what grandad does
        mums bf smacked me round the head
        my step mum lobs stuff at me
        got the belt again last nite
        grandad comes in my room at bedtime
        im gay and my parents will kill me
        i dont like how he touches me
        my boyfriend made me do stuff
        i was raped
        my brother hits me so hard
        dad locked me outside in the rain
        mum pulls my hair when shes angry
        my brothers mate put his hand up my skirt
        a boy keeps pinging my bra
        my bf gets mad if i talk to anyone
    """,
    "in-trouble": """
        can you go to prison for sending a rude picture
        i did something bad and cant tell anyone
    """,
    "low": """
        my dog got run over and i cant stop crying
        my dad is on life support
        i cant breathe when i get to the gates
        i cant stop washing my hands
        i hear voices
        my dad was in a crash
        my baby brother died
        mum and dad are splitting up
        im so lonely
        i pull my hair out
        i count everything i eat
        my gran has days left
        dads back inside
    """,
    "money": """
        i bet all my birthday money
        ive been gambling on skins
        clicked a link and now my computer says pay
        i gave someone my mums card details
        ive got no money and cant stop buying skins
    """,
    "my-child-did-it": """
        my son is accused of stealing
        my son hit a kid and broke his nose
        my son has pictures of girls on his phone
    """,
    "my-child-self-harm": """
        my lad says life is pointless
        my daughter has cuts up her thighs
        my son has been googling ways to die
    """,
    "nude-found": """
        should i delete the pictures i found on a child's phone
        can i see a naked picture to check if it's a pupil
        a student showed me a picture of someone naked on his phone
    """,
    "nude-of-my-child": """
        my daughter has been sent a picture of a man's penis
        my year 6 has been watching porn
        my daughter sent a nude
    """,
    "parent-harm": """
        im scared im going to hurt my baby
        i smacked my son and left a mark
        im going to lose it with the kids
    """,
    "partner-violence": """
        husband smashed my phone up
        my partner wont let me see my friends
        my husband strangled me
    """,
    "photo-asked": """
        he wont stop asking for feet pics
    """,
    "photo-shared": """
        i said yes to sending a pic and now he wants more
        he filmed us without telling me
        my nudes are on a website
    """,
    "pupil-self-harm": """
        a pupil said he wants to die
    """,
    "run-away": """
        i ran off last night
        im hiding at the park
    """,
    "saw-something": """
        my cousin showed me a video of people getting killed
        this boy keeps sending me pictures of his private parts
        i saw someone get stabbed
        i saw a dead body video
    """,
    "self-harm": """
        i took my mums tablets
        i scratch my arms till they bleed
        i took a whole box of paracetamol
        i keep thinking about the bridge
        whats the point of anything
        i want to disappear
        i want it to be over
    """,
    "something-bad": """
        we got evicted friday
        my period hasnt come and im 14
    """,
    "staff-threatened": """
        a parent has posted my home address in the whatsapp group
        a parent keeps commenting on my instagram and i'm scared
        a parent squared up to me in the playground
        parent spat at me
        parent threatening to get me sacked on fb
        pupils have made a tiktok of me
    """,
    "stranger": """
        random on discord knows what school i go to
        someone on snap says hes 13 but his voice is deep
        she wants my address to send me a present
    """,
    "threatened": """
        he says hell post it unless i pay
        some guy has screenshots and is asking for steam cards
        he said he knows where i live and hes coming for me
        theyre saying theyll tell my mum unless i send more
    """,
    "weapon": """
        got a blade in my bag cos im scared
        friend has a knife for protection
    """,
    "worried-about-a-pupil": """
        pupil tells me shes pregnant
    """,
    "worried-about-my-child": """
        is my daughter going to get in trouble for telling
        my daughter is pregnant at 15
        my son came home with a black eye
        police brought my son home last night
        my daughter came home with love bites and shes 12
        my child has been strip searched
    """,
    "worry-about-headteacher": """
        headteacher shouted at a child till he wet himself
        head told us not to log it
    """,
    "young-carer": """
        my mum is bipolar and i have to look after the little ones
        i do all the cooking and put my sister to bed
        my dads in a wheelchair and i lift him
    """,
}
#: What has words of the phrases, and is about no harm.
ORDINARY = """
can I post a photo of my child's class
may i post pictures of my child on facebook
am i allowed to post a photo of my child at sports day
is it ok to share a photo of my daughter
    a child drew a picture of a house
    parent parking at my house
    i spent 3 pounds on tuck
    i got the belt for karate
    thinking about the bridge project in dt
    how do i open a bank account for the pta
    my daughter talks to a girl in class
    a parent is calling me about homework
    teacher keeps me updated
    my teacher told me not to bring my ball
    my son hit a kid's ball over the fence
    police visit to year 6
    my son is in the gang show
    my son smashed a window
    what's the point of anything in maths
    delete pictures of my child from the website
"""


@pytest.mark.parametrize(
    ("text", "card"),
    [
        (line.strip(), card)
        for card, lines in REPORTS.items()
        for line in lines.split("\n")
        if line.strip()
    ],
)
def test_report_finds_its_card(text: str, card: str) -> None:
    shown = FINDER.find(text)
    assert shown and shown.id == card


@pytest.mark.parametrize("text", [line.strip() for line in ORDINARY.strip().split("\n")])
def test_ordinary_matter_has_no_card(text: str) -> None:
    assert FINDER.find(text) is None
