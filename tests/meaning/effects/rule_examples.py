"""One example and one counter-example for each rule about what a sentence does."""

from policybook.meaning.types import Matter

M = Matter
NOTHING = frozenset({M.CONTENT, M.WORDING, M.SIGNS, M.DUTY})

#: What binds more, less or otherwise.
STRENGTH = [
    ("The cook should wear gloves.", "The cook must wear gloves.", M.STRONGER),
    ("The cook wears gloves.", "The cook will wear gloves.", None),
    ("The cook checks the fridge.", "The cook tries to check the fridge.", M.WEAKER),
    ("Warm rooms help babies.", "Warm rooms can help babies.", None),
    ("The bursar pays each bill.", "The bursar considers whether to pay each bill.", M.WEAKER),
    (
        "The caretaker is responsible for the boiler.",
        "The caretaker helps with the boiler.",
        M.WEAKER,
    ),
    (
        "The caretaker will be responsible for the boiler.",
        "The caretaker is responsible for the boiler.",
        None,
    ),
    ("Guests may bring dogs.", "Guests must not bring dogs.", M.PROHIBITED),
    ("Guests may not bring dogs.", "Guests do not bring dogs.", None),
    ("Nobody may enter the plant room.", "Pupils may enter the plant room.", M.LIFTED),
    ("Snow may not last.", "Snow might not last.", None),
    (
        "Tutors must not assume that a form is signed.",
        "Tutors must assume that a form is not signed.",
        M.NEGATION,
    ),
    ("Tutors must not neglect to sign.", "Tutors must sign.", None),
    ("No visitor is refused a seat.", "Every visitor is given a seat.", None),
    ("Visitors are asked not to smoke.", "Visitors must not smoke.", M.PROHIBITED),
    # what will be done to somebody, and what befalls somebody
    ("Theft will be regarded as a crime.", "Theft can be regarded as a crime.", M.WEAKER),
    ("A rider may be fined.", "A rider will be fined.", M.STRONGER),
    ("Buses will be delayed by snow.", "Buses may be delayed by snow.", None),
    # what a breach, or a paper, leads to and says
    ("Refusal to pay may lead to a ban.", "Refusal to pay will lead to a ban.", M.STRONGER),
    ("Rain may lead to mud.", "Rain will lead to mud.", None),
    ("The letter will state the fare.", "The letter may state the fare.", M.WEAKER),
    # normally
    ("Dogs are not allowed.", "Dogs are not normally allowed.", M.WEAKER),
    ("The clerk will usually reply.", "The clerk will reply.", M.STRONGER),
    ("Riders usually wear blue.", "Riders wear blue.", None),
    # requests, and words that stress
    ("Families must not park here.", "We ask families not to park here.", M.WEAKER),
    (
        "Riders should ring.",
        "We would be grateful if riders rang.",
        M.WEAKER,
    ),
    ("We ask for two forms.", "We ask for both forms.", None),
    ("It is vital that riders ring.", "It is important that riders ring.", M.WEAKER),
    ("Guides are asked to wait.", "We ask guides to wait.", None),
    # the second of two duties
    (
        "Fires must be small and must never be left.",
        "Fires must be small and should never be left.",
        M.WEAKER,
    ),
    # the same ban, and two bans
    ("Riders may only stop here.", "Riders must only stop here.", None),
    (
        "Guests must not light fires.",
        "Guests must tell us before they light fires.",
        None,
    ),
    ("No guest will be allowed to camp.", "Guests may camp.", M.LIFTED),
    ("Members shall pay.", "Members will pay.", None),
    ("Running on the path is forbidden.", "Please walk on the path.", None),
    ("A rider who is late may lose a place.", "A rider who is late will lose a place.", None),
    (
        "Guests pay at once, or the hut may be closed.",
        "Guests pay at once, or the hut will be closed.",
        None,
    ),
    (
        "Riders may have their pass withdrawn.",
        "Riders will have their pass withdrawn.",
        M.STRONGER,
    ),
    ("Keys are kept and may then be lent.", "Keys are kept and must then be lent.", M.STRONGER),
    ("The guide is responsible for the hut.", "The guide is asked to help with the hut.", M.WEAKER),
    ("Guests must not dive if it is dark.", "If it is dark, please do not dive.", None),
    (
        "Songs sung on a bus for guests may be subject to a fee.",
        "Songs sung on a Bus Tour may be subject to a fee.",
        None,
    ),
    ("Tents will be pitched here.", "Tents can be used here.", None),
    ("This means we will stop.", "This generally means we will stop.", None),
    ("Ring us if a key is lost.", "Ring us should it be lost.", None),
    ("We tell riders.", "We tell riders unless we are legally prohibited.", M.CONDITION),
    ("To join, guests must pay.", "To join, you must pay.", None),
    ("The hut is shut.", "The hut is shut. The club shall acquire no rights.", None),
    ("Guests must shower.", "We recommend that guests shower.", M.WEAKER),
    ("Bookings cannot be changed.", "Bookings can be changed at the desk.", M.LIFTED),
]
#: How much a duty or a ban covers.
SCOPE = [
    ("The porter searches every bag.", "The porter searches some bags.", M.WEAKER),
    ("Most bags are black.", "Some bags are black.", None),
    ("Riders must wear boots, hats and gloves.", "Riders must wear boots and hats.", M.WEAKER),
    ("Riders must wear boots and hats.", "Riders must wear hats and boots.", None),
    ("Riders must not bring whips.", "Riders must not bring whips or spurs.", M.PROHIBITED),
    ("Riders must bring water.", "Riders must bring water or milk.", None),
    ("Drivers must stop.", "Drivers must stop and must wait for the guard.", M.STRONGER),
    (
        "Pupils must be counted and stay within sight of the leader.",
        "Pupils must be counted.",
        M.WEAKER,
    ),
    ("No whips, spurs or bells are allowed.", "No spurs or bells are allowed.", M.LIFTED),
    ("Running is not permitted.", "Running and shouting are not permitted.", M.PROHIBITED),
    # a second ban, or a second duty, without a subject of its own
    ("Riders must not spit.", "Riders must not spit, and must not shout or swear.", M.PROHIBITED),
    ("Guests must not use the loft and must not smoke.", "Guests must not use the loft.", M.LIFTED),
    (
        "Guests must not light candles.",
        "Guests must not light candles, nor may they bring gas.",
        M.PROHIBITED,
    ),
    ("Cooks must wash.", "Cooks must wash, and must not wash up for others.", M.PROHIBITED),
    (
        "Cooks should not sing, and must not shout.",
        "Cooks should not sing, and must shout.",
        M.LIFTED,
    ),
    (
        "Dads must not park here and must not block the gate.",
        "Dads must not park here or block the gate.",
        None,
    ),
    ("Riders must not spit, and must not shout.", "Riders must not spit, and may not shout.", None),
]
#: When and for whom a rule holds.
CONDITIONS = [
    ("The pool is heated.", "The pool is heated if the budget allows.", M.CONDITION),
    ("The office says when the pool opens.", "The office tells us when the pool opens.", None),
    ("Keys are lent only to staff.", "Keys are lent to staff.", M.CONDITION),
    ("The only key is blue.", "The key is blue.", None),
    ("Play is outside.", "Where practicable, play is outside.", M.CONDITION),
    ("The club is where we meet.", "We meet at the club.", None),
    ("Games stop when it is foggy.", "Games stop when it is foggy or dark.", M.CONDITION),
    ("If a rider is late, we ring.", "We ring where a rider is late.", None),
    ("If a rider is late, we ring.", "We ring any rider who is late.", None),
    ("In cases where it rains, we stop.", "If it rains, we stop.", None),
    ("Riders go without a word.", "Riders go and need not say a word.", None),
    (
        "Bikes must stay outside.",
        "Bikes must stay outside. This does not apply to folding bikes.",
        M.CONDITION,
    ),
]
#: Who is named.
PEOPLE = [
    ("Nurses and carers are told.", "Nurses are told.", M.BODY),
    ("The bursar signs the form.", "The treasurer signs the form.", M.BODY),
    ("A parent is told.", "Parents are told.", None),
    ("It is given to the site manager.", "It is given to the club secretary.", M.BODY),
    ("Only the head may ask.", "Only the head or the club secretary may ask.", M.BODY),
    ("We sign the form.", "The form is signed.", None),
]
#: Whole sentences that came or went.
LONE = [
    ("The hall is warm.", "The hall is warm. The caretaker must lock it.", M.STRONGER),
    ("The hall is warm.", "The hall is warm. The store is small.", None),
    ("The hall is warm. Pupils do not run.", "The hall is warm.", M.LIFTED),
    ("The hall is warm. Pupils can be noisy.", "The hall is warm.", None),
    ("The hall is warm.", "The hall is warm. You should not have to wait.", None),
    ("The hall is warm. We have never needed to heat it.", "The hall is warm.", None),
    ("We review the hall.", "We review the hall, to see that the doors and the roof hold.", None),
    ("Visitors sign in.", "The lake is deep and cold in winter.", None),
]
#: "No" and "not" that forbid nothing, and figures that are no numbers.
IDIOMS = [
    ("Bills are paid no later than noon.", "Bills are paid by noon.", None),
    ("The pack has not only maps but also pens.", "The pack has maps and pens.", None),
    ("Ask if you are not certain.", "Ask if you are unsure.", None),
    ("A Keep Out Not In sign hangs there.", "There hangs a Keep Out Not In sign.", None),
    ("Each bus has no fewer than two doors.", "Each bus has at least two doors.", None),
    ("Files go after forty-two (42) days.", "Files go after fifty-six (56) days.", M.DEADLINE),
    ("Bring four (4) pens.", "Bring 4 pens.", None),
    ("Write to us at ZZ4 1BB.", "Write to us at ZZ4 2CC.", None),
    ("Use form AB-12C.", "Use form AB-12D.", None),
    ("Tell us straight away.", "Tell us by the end of the day.", M.DEADLINE),
    ("Tell us at once.", "Tell us immediately.", None),
    ("Test it weekly.", "Test it every week.", None),
    ("Test it weekly.", "Test it once a month.", M.DEADLINE),
    ("Riders under 8 wait.", "Riders under 8 years of age wait.", None),
    ("This is set out in 4.1.2.", "This is set out in 4.1.3.", M.REFERENCE),
]
#: What looked like an effect in texts of schools, and is none that can be named.
FALSE_ALARMS: list[tuple[str, str, M | None]] = [
    ("The bus will not refuse a pass.", "The bus will usually not refuse a pass.", None),
    ("Drivers are not to park here.", "Drivers should try not to park here.", M.WEAKER),
    (
        "Guests wear a badge.",
        "Guests wear a badge and leave their coats at reception.",
        M.STRONGER,
    ),
    ("Nobody uses racist words.", "Nobody uses racist or sexist words.", None),
    ("Ring the depot first, then the office.", "Ring the office first, then the depot.", None),
    # a comma, a full stop that was forgotten, a verb that is there twice
    (
        "If after two calls no coach has come, riders must ring the club.",
        "If, after two calls, no coach has come, riders must ring the club.",
        None,
    ),
    (
        "Logs must be open to all in CC. Riders may read them.",
        "Logs must be open to all in CC. Keep a copy of each log that riders need\nRiders may read them.",
        None,
    ),
    (
        "A list of wheels will be kept by the coach.",
        "A list of wheels will be kept will be kept by the coach.",
        None,
    ),
    # a sentence that went into one that changed much
    (
        "The coach is responsible for sending news of the race to the club. The coach should also"
        " make sure that the team is at the meeting.",
        "Coaches should ensure that their team is at the meeting with the club and gives news of"
        " the race (in the paper that is sent out before).",
        None,
    ),
    # what is said, and not asked
    ("Wheels are round.", "Wheels are round. Riders must bear in mind that rain falls.", None),
    ("Wheels are round.", "Wheels are round. We should talk about this.", None),
    ("Wheels are round.", "Wheels are round. Guests are often required to pay ahead.", None),
    ("Wheels are round.", "Wheels are round. A pump is required to fill them.", None),
    ("Wheels are round.", "Wheels are round. The break should be enough to rest.", None),
    ("Wheels are round.", "Wheels are round. See the roads for which riders will pay.", None),
    ("Wheels are round.", "Wheels are round (e.g. no spokes) and you can lend them.", None),
    ("Wheels turn.", "Wheels turn, except as otherwise prohibited by the club.", M.CONDITION),
    ("These are the wheels we consider first.", "Wheels are considered first.", None),
    ("The next talk will cover skates.", "The next talk will cover skates and bikes.", None),
]
EXAMPLES = [*STRENGTH, *SCOPE, *CONDITIONS, *PEOPLE, *LONE, *IDIOMS, *FALSE_ALARMS]
