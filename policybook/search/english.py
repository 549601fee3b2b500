"""English for search: stop words, irregular forms and endings.

These tables also travel in the index, for the script.
"""

from policybook.search.amounts import SIGNS

#: Words that say nothing about the subject. They count only in a query that has no others.
_STOP = """
a about after again all also am an and any are arent as at be because been before being but by
can cannot cant could couldnt did didnt do does doesnt doing done dont each etc for from get
gets getting go goes going got had has hasnt have havent having he her here hers him his how i
if im in into is isnt it its ive just let like may me means might mine must my nd need needs no
not now of off ok okay on one only or other our ours out over own please put rd re really shall she
should shouldnt so some someone something st still such th than that thats the their them then
there these they theyre thing things this those to too under up us use used using very want
wants was wasnt we were werent what whats when where whether which while who whos whose why will
with wont would yes you your yours
"""
#: `amounts.spell_signs` writes the signs of amounts as words, which are no words of a text.
STOP = frozenset(_STOP.split()) | SIGNS

#: Words of everyday English that say little about the subject. They are rare in a school's few
#: policies, so that without this list they would weigh as much as "uniform". Any rule may be about
#: children, and trainers are for wearing: such words tell no rule from another.
_WEAK = """
able according another around away back before between big both case child come day different
during else end enough ensure ever every few find first five follow four give good great help here
include keep kid know last later least less little long look lot make many more most move much
never new next often old own part person place play point possible pupil quite rather right run
same say set short show since small soon sort speak start stop student sure take talk think three
through time today try turn two until way wear week well within without work
"""
WEAK = frozenset(_WEAK.split())

#: Stop words inside a phrase that do not change it: "took my phone", "took his phone off him".
_LIGHT = "a an the my your his her its our their me him them us you it some this that these those"
LIGHT = frozenset(_LIGHT.split())

#: Irregular forms, American spellings and numbers in words, each with the form for which it counts.
FORMS = {
    "application": "application",
    "applications": "application",
    "children": "child",
    "childrens": "child",
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "taxis": "taxi",
    "alibis": "alibi",
    "bikinis": "bikini",
    "safaris": "safari",
    "gave": "give",
    "given": "give",
    "took": "take",
    "taken": "take",
    "told": "tell",
    "said": "say",
    "sent": "send",
    "wrote": "write",
    "written": "write",
    "lost": "lose",
    "found": "find",
    "stole": "steal",
    "stolen": "steal",
    "swore": "swear",
    "sworn": "swear",
    "broke": "break",
    "broken": "break",
    "caught": "catch",
    "kept": "keep",
    "bought": "buy",
    "brought": "bring",
    "taught": "teach",
    "left": "leave",
    "paid": "pay",
    "spoke": "speak",
    "spoken": "speak",
    "fought": "fight",
    "hid": "hide",
    "hidden": "hide",
    "drank": "drink",
    "drunk": "drink",
    "drove": "drive",
    "driven": "drive",
    "felt": "feel",
    "fell": "fall",
    "threw": "throw",
    "thrown": "throw",
    "knew": "know",
    "known": "know",
    "saw": "see",
    "seen": "see",
    "went": "go",
    "wore": "wear",
    "worn": "wear",
    "chose": "choose",
    "chosen": "choose",
    "began": "begin",
    "begun": "begin",
    "ran": "run",
    "sat": "sit",
    "met": "meet",
    "made": "make",
    "held": "hold",
    "heard": "hear",
    "meant": "mean",
    "bitten": "bite",
    "ate": "eat",
    "eaten": "eat",
    "died": "die",
    "dying": "die",
    "lied": "lie",
    "lying": "lie",
    "tied": "tie",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "thieves": "thief",
    "leaves": "leave",
    "worse": "bad",
    "worst": "bad",
    "news": "news",
    "always": "always",
    "lens": "lens",
    "bus": "bus",
    "buses": "bus",
    "gas": "gas",
    "plus": "plus",
    "its": "it",
    "center": "centre",
    "program": "programme",
    "license": "licence",
    "licensed": "licence",
    "defense": "defence",
    "offense": "offence",
    "practise": "practice",
    "practised": "practice",
    "car": "vehicle",  # else it has the stem of "care"
    "cars": "vehicle",
    "fill": "complete",  # else it has the stem of "file"
    "fills": "complete",
    "filled": "complete",
    "filling": "complete",
    "mom": "mum",
    "moms": "mum",
    "math": "maths",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
}

#: A light stemmer of our own: plurals, -ing and -ed, the commonest endings of nouns. In each step
#: the first fitting rule applies: an ending, its replacement, the fewest letters before it. A stem
#: need not be a word.
STEPS: tuple[tuple[tuple[str, str, int], ...], ...] = (
    (
        ("sses", "ss", 1),
        ("ies", "y", 2),
        ("shes", "sh", 1),
        ("ches", "ch", 1),
        ("xes", "x", 1),
        ("zes", "z", 1),
        ("ss", "ss", 0),
        ("us", "us", 0),
        ("is", "is", 0),
        ("s", "", 3),
    ),
    (
        ("eed", "ee", 2),
        ("ied", "y", 2),
        ("ingly", "", 3),
        ("edly", "", 3),
        ("thing", "thing", 0),
        ("ing", "", 3),
        ("ed", "", 3),
    ),
    (
        ("isation", "is", 2),
        ("ization", "is", 2),
        ("unication", "unic", 2),
        ("ication", "y", 4),
        ("ation", "", 4),
        ("ment", "", 4),
        ("ness", "", 3),
        ("fully", "ful", 2),
        ("ably", "abl", 3),
        ("ibly", "ibl", 3),
        ("ily", "y", 3),
        ("bully", "bully", 0),
        ("ly", "", 4),
        ("ability", "abl", 2),
        ("ibility", "ibl", 2),
        ("ality", "al", 3),
        ("ety", "e", 3),
        ("ance", "", 5),
        ("inary", "in", 4),
        ("graphy", "graph", 2),
        ("grapher", "graph", 2),
        ("ise", "is", 3),
        ("ize", "is", 3),
        ("iz", "is", 3),
        ("ate", "", 4),
        ("at", "", 5),
        ("our", "or", 3),
    ),
    (
        ("e", "", 3),
        ("ay", "ay", 0),
        ("ey", "ey", 0),
        ("oy", "oy", 0),
        ("uy", "uy", 0),
        ("y", "i", 2),
    ),
)
