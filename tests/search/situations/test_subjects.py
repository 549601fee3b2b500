"""What people in trouble type, each with the subject and the person that choose its card.

None of these sentences is held out: the signs were written and mended with them.
"""

import pytest
from builders import load_library

from policybook.search.situations import CardFinder, read_school_file, shipped_cards

CARDS = read_school_file(load_library({}), shipped_cards())
FINDER = CardFinder(CARDS)

#: What people type, one a line, below the cards that are right for it.
TOLD = {
    "accused": """
        a parent says i hit their child
        a pupil has made an allegation against me
        ive been accused of hitting a child what now
        parents are saying i pushed a child in pe
        a girl has told people i touched her im her teacher
    """,
    "adult-at-school": """
        mrs brown pinches me
    """,
    "adult-at-school-parent": """
        my daughter says her coach texts her
        my sons pe teacher asked for his snapchat
    """,
    "bullied": """
        no one will sit with me at lunch
        they keep hiding my bag and laughing
        everyone calls me names n i hate scool
        they wont let me play with them
        being left out of the group chat
        kid says my bum is fat every day and laughs
        no1 picks me and they all laugh
        some girls put gum in my hair
        they call me fatty and kick my chair
        nobody lets me join in at break
    """,
    "child-at-risk-parent": """
        i think my nephew is being hit by his mums boyfriend
        little girl over the road is always screaming
        a girl at my sons school is black and blue
        my neighbour leaves her baby in the car for hours
        i saw my neighbour drag her kid by the hair
        my stepsons mum hits him
    """,
    "child-bullied": """
        my daughter gets picked on at break time
        my sons being picked on every single day
        the older ones steal my sons lunch every day
        girls are sending my daughter horrible voice notes
    """,
    "child-bullied posts-about-us worried-about-my-child nude-of-my-child": """
        fake insta account in my daughters name
    """,
    "child-bullied worried-about-my-child": """
        my son comes home with ripped clothes and his lunch money is gone
        my son is getting beaten up at the bus stop
    """,
    "child-contacted": """
        my daughter is chatting with a man she met on tiktok
        my 9 year old gave her number to someone on roblox
    """,
    "child-contacted child-exploited": """
        my son is gaming with grown men who send him gifts
    """,
    "child-exploited": """
        my son has new trainers and a phone i didnt buy
        older lads giving my son money and trainers
        my son comes back from london with cash and wont say where hes been
        my niece has 2 phones and goes off for days
    """,
    "child-exploited child-contacted": """
        my daughter has an older boyfriend who buys her vodka and drives her about
    """,
    "child-exploited exploited": """
        he keeps going off on the train with 2 phones
    """,
    "child-extreme": """
        my son hangs round with people who think white people are best
        my son is obsessed with school shootings
    """,
    "child-hate": """
        my son was called a racist name in the playground
        kids pulling my daughters headscarf off
    """,
    "child-hate child-bullied": """
        my kid is being called names because hes autistic
        my son is bullied because hes gay
    """,
    "child-low": """
        my daughter hardly eats anything and is losing weight
        my son has been crying every night since his grandad died
        my girl has stopped eating and hides her food
        my daughter is being sick on purpose after meals
        since my husband died my son doesnt talk
        my daughter wont eat and is so thin
    """,
    "child-low child-bullied": """
        my little girl wont go into school she says her tummy hurts
        my child doesnt want to go to school shes scared
        my son has no friends and cries every night
    """,
    "child-missing": """
        my teenager has gone missing and wont answer her phone
        we cant find our daughter she didnt come home from school
        my daughter ran off last night and isnt home
    """,
    "child-money": """
        my son spent 300 pounds on fifa packs
        someone rang pretending to be the bank and my son gave them my card
    """,
    "child-saw": """
        my 8 year old found porn on youtube
        my son saw porn on his ipad
        my little girl watched a beheading on tiktok
        my child saw a suicide video
    """,
    "child-weapon": """
        my son carries a knife for protecton
        found a zombie knife under my sons bed
    """,
    "colleague": """
        the ta hugs the little ones for ages when nobody is there
        a collegue messages pupils on instagram
        one of the teachers is too touchy with the kids
        i saw a TA grab a child by the arm
        want to whistle blow about safeguarding
        lsa is very rough with the sen kids
        caretaker was alone with a year 3 child in the shed
        my colleague swears at the children every day
    """,
    "colleague adult-at-school": """
        mr jones gives sweets to one girl and shuts the door
    """,
    "disclosure": """
        pupil thinks she will be taken abroad and cut in the holidays
        pupil showed me burns on his back
        a girl in my tutor group disclosed abuse by a family member
        pupil has cigarette burns
        one of my class says mummy's friend sleeps in her bed
    """,
    "disclosure worried-about-a-pupil": """
        a year 3 boy flinches when you go near him
        pupil came in wearing the same dirty clothes all week and smells
        a child in my class is always dirty and hungry
        pupil is always starving and steals food
    """,
    "exploited": """
        a man gives me money to take stuff to another town
        they want me to carry a package
        some man gave me a phone and says i work for him now
        a gang wants my brother to sell drugs
    """,
    "exploited weapon": """
        olders are making me hold a blade for them
    """,
    "extreme": """
        my brother thinks hitler was right and watches nazi stuff
        my brother is talkin about going to syria
    """,
    "extreme child-extreme": """
        he keeps watching extreme far right videos
    """,
    "fake": """
        someone made a fake naked picture of me with ai
        hacked my insta and is pretending to be me
        got hacked and they are posting as me
    """,
    "fake photo-shared": """
        they put my picture on a fake account
        snap filter makes me naked and they sent it round
        someone used my face in a porn video
    """,
    "fake-of-school": """
        deep fake video of our headteacher going round
    """,
    "forced": """
        they are taking my cousin to somalia for the cutting
        my parents want me to marry someone i never met
        family taking her abroad to be cut
        sister being made to marry a man in pakistan
        my sister is going to gambia for her ceremony
        dad found me a husband and im 15
        my parents are taking me to pakistan to meet my husband
        i think they are going to do fgm on my cousin
    """,
    "friend": """
        my best freind has cuts all over her wrist
        my mate says hes gonna jump off the bridge
        girl in my form told me she wants to die
        my freind said she is going to end it
        my freind posted that she wont be here tomorow
        shes been burning herself with a lighter and told me not to tell
        my friend says she hears voices telling her to die
    """,
    "friend photo-shared": """
        girls in year 6 passing round a nude of my freind
    """,
    "hate": """
        they do monkey noises at me
        kids take the mick out of me for being muslim
        boy called me the n word
        told to go back to my own country
        he told me to go back to africa
        they ripped off my patka
        kids say i smell like curry and should go home
    """,
    "hate bullied": """
        kids at school call me gay
    """,
    "home": """
        there's never anything to eat at ours
        my dad is always drunk and falls asleep on the floor
        theres no food at home
        mum is on drugs n sleeps all day
        dad hits mum
        theres mice and no heating at ours
    """,
    "home hurt": """
        mum and dad fight and he throws stuff at her
        my mum leaves us at night to go to the pub
    """,
    "home young-carer": """
        my mum hasnt got out of bed for days and theres no shopping
    """,
    "hurt": """
        mums boyfriend comes in my bed at night
        my cousin touches me down there
        my brother beats me up every night
        my uncle touchs me and i dont like it
        daddy hurts me at night
        he said its our secret game
        older boy in toilets pulled my trousers down
        baby sitter smacks my little brother
        my mums new man pushes me into walls
        someone in my family touches my private parts
        my step brother makes me do sex stuff
        grandad smacks me with his stick
        my dad whips me with a belt
        my mums boyfriend watches me get changed
        my aunt burned my hand on purpose
        my foster dad kisses me on the lips
    """,
    "hurt home": """
        dad locks me in my room all day
        my dad spits at me and calls me a waste of space
    """,
    "hurt photo-shared": """
        uncle filmed me in the shower
    """,
    "low": """
        feel rubbish every day and dont know why
        i cant stop worrying and my tummy hurts every morning
        my gran died last week and im really sad
        i feel sad all the time
        my mum has died
        i get so anxious i cant breathe in class
        my grandma is dying and im scared
        feeling really depressed and cant get up
        my brother died in a crash and i cant stop crying
    """,
    "low self-harm": """
        i threw up my dinner again so i dont get fat
        making myself sick after lunch
    """,
    "money": """
        i got tricked into buying fake robux and they took my money
        cant stop buying loot boxes spent mums card
        got scammed on vinted lost my money
        ive spent all my birthday money on skins and i cant stop
        my brother is addicted to betting apps
        i paid for trainers on insta and they never came
    """,
    "my-child-self-harm": """
        my lad told me he doesnt want to live
        my daughter has marks on her arms i think she is self harming
        our son has written a suicide note
        my 13 year old keeps cutting
        my son told his teacher he wants to jump off a roof
    """,
    "my-child-self-harm worried-about-my-child": """
        found razor blades and blood on my daughters sleeves
    """,
    "nude-found": """
        i was shown a nude of a year 6 girl by another pupil
        found out pupils are sharing nudes on snap
        pupils have a video of a girl in the showers
    """,
    "nude-of-my-child": """
        naked photo of my son going round his class
    """,
    "nude-of-my-child my-child-did-it": """
        my daughter sent her boyfriend topless photos
    """,
    "partner-violence": """
        my partner hits me in front of the children
        im scared of my ex he keeps turning up at our house
        my husband is violent and im scared for the kids
        my ex broke in and smashed the house up in front of the kids
        im frightened of my husband
        my husband strangled me last night
        my ex keeps threatening to kill me
    """,
    "photo-asked": """
        he wants me to take my top off on camera
        he keeps begging me for nudes
    """,
    "photo-asked stranger": """
        someone i dont no added me on snap and wants pics
        a man on snap keeps askin me for pics
    """,
    "photo-shared": """
        a boy sent my picture to the whole year
        sent a pic to my bf now everyones got it
        my ex put our video on a site
        she screenshotted my nude and sent it to her mates
    """,
    "photo-shared nude-found worried-about-a-pupil": """
        boys at school are rating girls nudes
    """,
    "posts-about-us": """
        parents slagging off the school on facebook
        nasty post about our governing body in the village group
        people are slating the governors on facebook
    """,
    "pupil-self-harm": """
        one of my year 6s has written about killing herself
        year 5 girl says nobody would care if she was dead
    """,
    "run-away": """
        im gonna run away tonight
    """,
    "run-away home": """
        i want to leave home cos i hate it
    """,
    "saw-something": """
        i saw a man get his head cut off on tiktok
        the video was so gross i cant sleep
        i saw something on tiktok that made me feel sick
    """,
    "self-harm": """
        i keep scratching my self till it bleeds
        i wish i could go to sleep and not wake up
        wat if i just wasnt here any more
        thinking about ending it
        cutting myself
        i dont wanna be here anymore
        want to kill my self
        sometimes i think everyone would be happier without me
        feel like jumping in front of a car
        i cut my arms when im stressed
        im thinking of hanging my self
    """,
    "self-harm friend hurt": """
        my sister tried to overdose last night
    """,
    "stranger": """
        some guy on fortnite wants my address
        he says hes 13 but he sounds like a man
        someone i met on roblox wants to meet me
        a gamer keeps asking what school i go to
        an older woman on instagram is my girlfriend
    """,
    "threatened": """
        theyre gonna leak my nudes if i dont send money
        theyll post my pic if i dont send 100 pounds
    """,
    "threatened photo-shared": """
        my ex is threatening to post my nudes
    """,
    "weapon": """
        boy in my class has been showing people a machete on snap
        there is a boy with a knife in the park by school
    """,
    "weapon worried-about-a-pupil": """
        boy has a blade in his bag
    """,
    "worry-about-headteacher": """
        the headteacher has told us not to log incidents
        the head is covering things up who do i tell
        principal is telling staff to keep safeguarding stuff in house
        the head wont report it to the lado
    """,
    "young-carer": """
        im a young carer and im so tired
        i have to bath my nan and do the cooking
        i look after my little brothers while mum is in bed ill
    """,
}
#: One harm, told of five people: (what happened, the card for each).
PEOPLE = {
    "i am": "self-harm",
    "my friend is": "friend",
    "my daughter is": "my-child-self-harm",
    "a pupil is": "pupil-self-harm",
    "my friends son is": "child-at-risk-parent",
}
#: Ordinary sentences and questions beside them.
ORDINARY = """
    cut off date for secondary applications
    how do i cut my sons lunch costs
    my daughter has been cut from the netball team
    my son wants to end his piano lessons
    dead sea project year 4
    my child was sick last night can he come in
    my daughter doesnt eat meat
    my son has stopped eating school dinners can we cancel
    we want to take our daughter abroad in july
    my brother is getting married on friday can i have the day off
    my son lost his phone at school
    my son spent his dinner money on sweets
    my daughter needs new trainers for pe
    my mum died can i wear black shoes
    can i get the train home with my friend
    two phones in one bag allowed
    my son is moving to a new school in syria
    my child wont be in school tomorrow
    who is the young carers lead
    racism in the curriculum
    how do you deal with racist language in behaviour policy
    allegations policy for staff
    my husband will collect the kids tonight
    can i block a parent on facebook
    governing body meeting dates
    post for the school facebook page
    my daughter saw the nurse today
    my son saw a film at school what was it called
    he hit a six in cricket
    we are running away with the league this year
    my child left his bag on the train
    a stranger left a parcel at reception
    my son is worried about his sats
    my child is scared of dogs on the trip
    how do we pay for the trip online
    missing jumper year 2
    my friend gets free school meals how do i apply
    bank details for school payments
    buying tickets for the fair
    my daughter hates maths
    knife and fork at lunch
    who cuts the grass
    killer whales topic homework
    dead line for trip payment
    touch typing club
    shoot for the school photo
    hit the target in maths sats
    drug dose for asthma inhaler
    running club after school
    abuse of the car park by parents
    bomb shelter ww2 visit
    gambling probability lesson year 6
    marriage certificate for admissions
    self portrait art
    hungry caterpillar book day
    can i bring my own lunch
    violence in computer games lesson plan
    battle of hastings
    picture of the school hall
    secret santa presents
    stranger on a train book list
    cutting and sticking equipment
    grooming the school guinea pig
    suicide squad film poster for drama club
    burn the toast at breakfast club
    my daughter is dying to be in the choir
    can my mum pick up my brother
    my son has lost weight so his trousers do not fit
    i feel sick can i go home
    my nan is ill so i will be late
    we are going abroad for my sisters wedding
    my child is being assessed for autism
    my daughter plays with a boy online from her class
    he scored the winning goal and everyone shouted
    my dad is a police officer and wants to visit
    my phone got hacked by a virus how do i log in
    my son keeps losing his coat
    i burnt my tongue on the soup
    i hate peas
    my brother broke his arm and is off school
    someone took my chair
    my daughter is scared of the hand dryer in the toilets
    can i bring a knife to cut my birthday cake
    a boy gave me a valentines card
    my child has a bruise from football
    my mum works nights so gran collects me
    i want to be dead good at maths
    my friend is moving to pakistan
    does the school buy drugs for first aid
    my teacher is leaving and i am sad
    i got left out of the football team list by mistake
    my son says lunch is horrible
    my dad shouts for arsenal
    who pays if my child breaks a window
    my ipad was stolen on the bus
    my son is fasting for ramadan
    they called my name in assembly
    someone is pretending to be a pirate in the play
    he gave me his trainers by mistake
    my daughter is too shy to speak in class
    the coach was late back from the trip
    my sister beat me at uno
    i met my new teacher online
    my kids share a bedroom
    how quickly will you get back to me about bullying
    can you search my sons bag for a vape
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def find(text: str) -> str:
    card = FINDER.find(text)
    return card.id if card else ""


@pytest.mark.parametrize(
    ("text", "cards"), [(line, cards) for cards, text in TOLD.items() for line in lines(text)]
)
def test_told_harm_has_its_card(text: str, cards: str) -> None:
    assert find(text) in cards.split()


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_everyday_matter_has_no_card(text: str) -> None:
    assert find(text) == ""


@pytest.mark.parametrize(("who", "card"), PEOPLE.items())
@pytest.mark.parametrize("harm", ["self harming", "suicidal", "thinking about ending it"])
def test_person_chooses_the_card(who: str, card: str, harm: str) -> None:
    assert find(f"{who} {harm}") == card


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("want to kill my self", "self-harm"),
        ("i dont wanna be here anymore", "self-harm"),
        ("my freind is self harming", "friend"),  # two letters changed places
        ("a collegue messages pupils", "colleague"),  # a letter is missing
        ("my uncle touchs me", "hurt"),
        ("someone is threatning me", "threatened"),
        ("how do i kill myself", "self-harm"),  # urgent, even as a question
    ],
)
def test_spelling_does_not_matter(text: str, card: str) -> None:
    assert find(text) == card


def test_left_out_card_gives_another() -> None:
    file = read_school_file(
        load_library({"docs/policies/help-cards.yml": "leave_out: [my-child-self-harm]\n"}),
        shipped_cards(),
    )
    card = CardFinder(file).find("my daughter is self harming")
    assert card is not None and card.id == "self-harm"
