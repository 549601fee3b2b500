"""Words by which a sentence is read: who acts, what is done, what only describes, what limits.

agents     the office, a tutor, we: they can have a duty; a tablet or a routine cannot
deeds      checks, sends, are signed: what a procedure in the present tense asks
states     is, needs, finds: a sentence with such a verb describes
attempts   tries to, considers: what is only tried or thought of binds less
reversals  refuse, unlocked: with "not" they say the opposite of what "not" seems to say
"""

import re
from collections.abc import Sequence

from policybook.meaning.words import role_patterns
from policybook.text import lexicon

#: A noun that ends like this acts, unless it is one of the things after it.
_AGENT_END = (
    r"(?:\w{2,}(?:ers?|ors?|ists?|ians?|ants?|ees?|men|man|women|woman|mates?|leads?)"
    r"|leads?|deput(?:y|ies)|secretar(?:y|ies)|presidents?|wardens?|interns?|residents?"
    r"|colleagues?|delegates?|counsel|management|leadership|accounting|finance|payroll|reception"
    r"|cooks?|chefs?|vicars?|priests?|scouts?|nurses?|clerks?|chairs?|heads?|matrons?|guests?"
    r"|guides?|coach(?:es)?|hosts?|friends?"
    r"|adults?|people|\w*persons?|pupils?|child|children|parents?|carers?|staff|team|teams"
    r"|(?:registr|burs)ars?|charity|association|organisation|society|branch|church|employer"
    r"|office|school|nursery|setting|pre-school|academy|trust|company|committee|board|panel"
    r"|stewards?|officials?|marshals?|captains?|landlords?|chaplains?|umpires?"
    r"|patrons?|clients?|patients?|applicants?|candidates?|individuals?"
    r"|governors?|council|club|college|department|service|prefects?|relatives?|boys|girls"
    r"|everyone|everybody|anyone|anybody|someone|somebody|nobody|no one|none"
    r"|we|you|they|he|she|i|who|party|parties|members?|families|family|kitchen|crews?)"
)
_THINGS = (
    r"(?:order|paper|number|letter|computer|register|water|matter|centre|planner|poster|shower"
    r"|offer|corner|locker|printer|scooter|rubber|ruler|folder|elevator|manner|semester|quarter"
    r"|calendar|factor|floor|door|doors|error|behavior|corridor|plant|grant|fee|fees|degree"
    r"|lighter|laser|sweater|trousers|jumper|tracker|timer|charger|shelter|weather|other|others"
    r"|another|either|neither|never|ever|over|under|after|whether|power|danger|transfer|buffer"
    r"|chapter|answer|buzzer|october|november|december|september|winter|summer|dinner|supper"
    r"|toilet|date|climate|certificate|template|material|mentor's|server|servers|gender|refer"
    r"|copper|silver|timber|leather|former|later|further|greater|higher|lower|better"
    r"|longer|container|containers|filter"
    r"|filters|newsletter|letters|orders|numbers|matters|papers|offers|answers|posters|lockers)"
)
_AGENT = re.compile(rf"(?!(?:rac|sex|age|able)ist$)(?:{_AGENT_END})$")
_THING = re.compile(rf"{_THINGS}$")
_ROLE_END = re.compile(rf"(?:{role_patterns.ROLES})$")
#: What a subject may have behind its noun.
_TAIL = re.compile(
    r"(?:,? (?:who|whose|that|which|aged|with|without|of|for|in|on|at|from|under|to)\b.*"
    r"|\s*\([^)]*\)|,? (?:also|then|always|each|both|all|only|normally|usually|generally|now"
    r"|still|too|however|therefore))$"
)

PASSIVE = re.compile(
    r"\b(is|are|be|being|been) (?:(?:not|never|also|then|always|only|now|\w+ly) )*"
    r"(\w+ed|\w*(?:given|taken|written|seen|chosen|driven|eaten|spoken|beaten|woken)"
    r"|kept|sent|told|held|put|read|brought|paid|led|found|left|met|set|dealt|heard"
    r"|taught|done|made|drawn|shown|worn|given|taken|written|seen|hung|lent|cut|shut|sought"
    r"|ridden|thrown|flown|sold|lit|fed|run|dug|drunk|mown|swept|bought|sown|broken|stolen)\b"
)
#: Participles of what is, not of what somebody does.
NO_DEED = re.compile(
    r"^(?:based|located|called|named|interested|concerned|related|needed|involved|designed|meant"
    r"|intended|expected|required|closed|supposed|committed|aged|limited|listed|open|often|even"
    r"|children|allowed|permitted|encouraged|advised|pleased|tired|worried|used|known|seen|worn"
    r"|broken|stolen|run|hidden|included|contained|entitled|determined|described|dedicated"
    r"|covered)$"
)
#: Participles of what befalls people and things: "trips will be delayed" promises nothing.
BEFALLS = re.compile(
    r"(?:affected|born|bullied|damaged|delayed|disappointed|distressed|disturbed|excited"
    r"|exposed|frightened|harmed|hurt|infected|influenced|injured|lost"
    r"|overwhelmed|scared|stolen|surprised|tempted|upset)$"
)
#: What a rule says of its own breach: "refusal will lead to a detention".
RESULT = re.compile(r"(?:lead|result|end) (?:to|in)\b|mean\b|incur\b|attract\b")
#: What a paper will say: "the letter will set out the reasons".
PAPER = re.compile(
    r"\b(?:letter|report|plan|form|notice|minutes|agenda|register|statement|agreement|contract"
    r"|certificate|list|invoice|advertisement)s?$"
)
SAYS = re.compile(
    r"(?:also )?(?:set out|include|contain|state|describe|explain|list|name|give|show)\b"
)
BREACH = re.compile(
    r"\b(?:refus\w+|fail\w+|breach\w*|breaking|misus\w+|violat\w+|abus\w+|disobe\w+|persist\w+"
    r"|repeated\w*|non-\w+|not \w+ing|damag\w+|late|lateness|truan\w+|misconduct"
    r"|misbehaviour)\b"
)
#: Words with which a rule holds in most cases only.
HEDGE = re.compile(
    r"\b(?:normally|usually|generally|ordinarily|typically|as a rule|in most cases)\b"
)
#: Verbs with which a sentence describes, even with "will", "may" or "can" before them.
STATES = (
    r"(?:be(?! (?:\w+ly )?\w+(?:ed|en|t|ne|wn|ld|id|ung)\b)|need|find|know|see|have|feel|seem"
    r"|become|appear|want|wish|like|mean|include|contain|depend|fall|help|benefit|enjoy|struggle"
    r"|experience|happen|occur|vary|differ|remain|get|notice|understand|affect|result|lead|last"
    r"|exist|apply"
    r"|receive|retain|continue|revert|regain|gain|earn"
    r"|make \w+er|take place|arise|reflect|lose|work|change|think|hope|believe)"
)
_SELDOM = re.compile(r"\b(?:at times|sometimes|often|from time to time|occasionally|tend)\b")

#: The first words of what is only tried, thought of or helped with.
ATTEMPT = re.compile(
    r"(?:(?:to )?(?:try|tries|aim|aims|seek|seeks|strive|strives|attempt|attempts|endeavour"
    r"|endeavours|hope|hopes|intend|intends|plan|plans) (?:at all times )?to\b"
    r"|(?:please )?consider(?:s|ing)?\b(?! (?:the|this|that|it|any|all|every|each|an?) )"
    r"|(?:have|has|pay|pays) (?:due )?regard\b"
    r"|(?:do|does) (?:your|our|their|its|his|her) best"
    r"|(?:use|uses|make|makes) (?:\w+ )?(?:best|reasonable|every) (?:endeavours|effort)"
    r"|(?:help|helps|assist|assists) with\b|(?:help|assist)s? in\b|take(?:s)? into account"
    r"|(?:normally|generally|usually|where possible,?) (?:try|tries|aim|aims) to\b)"
)
#: "Not" and one of these together ask for something.
REVERSAL = re.compile(
    r"^(?:refus|deni|deny|fail|forget|neglect|prevent|stop|exclud|reject|ignor|withh|lack"
    r"|absen|without$|off$|un\w{4,}|miss|declin|omit|avoid|refrain|leav$|left$|les$|few$)"
)
#: With a duty before them these forbid.
SHUNS = re.compile(r"(?:also )?(?:refrain(?:s)? from|avoid(?:s)?|abstain(?:s)? from|desist from)\b")
CHARGE = re.compile(
    r"\bit is (?:(?:the )?[\w ]+?'s?|(?:also )?(?:their|your|our)) responsibility to\b"
    r"|\b(?:has|have) (?:a |the )?responsibility (?:to|for)\b|"
    r"\b(?:is|are|be|remains?) (?:\w+ )?(?:responsible|accountable|answerable) for\b"
    r"|\b(?:is|are|be) in charge of\b|\bit is the (?:responsibility|duty|job) of\b"
)
#: Deeds of the present tense, as stems: what staff, pupils and parents do under a rule.
_DEEDS = frozenset(
    """
    accept accompan acknowledg act add address administer agree allow analys answer appoint
    approv arrang ask assess attend author brief bring brought built calculat call carr chair
    chaperon check circulat clean clos collect complet confirm contact cook count countersign
    cover deal dealt decid delet deliver destroy discuss disinfect display distribut document
    draw email employ encrypt enforc ensur enter eras escort establish evaluat examin explain
    fasten fil fill follow forward found give given greet hand handl hear heard held hold
    identif implement inform inspect instruct insur interview introduc investigat invit issu
    keep kept label laminat lead leav led left lift list lock log mad maintain make manag mark
    measur meet mentor met monitor mov mow notif obtain offer open order organis organiz oversee
    own paid park pass pay phon photocop plac plan post prepar present print process promot
    protect provid publish put read receiv reconcil record redact refer refresh refund register
    reimburs remind remov renew repair repeat repl replac report request reschedul respond
    restock restrain retain return review ring rins sanitis sav search seek send sent separat
    serv set shar share sho shred sign sit sought speak stay stop stor submit suggest supervis suppl
    support sweep switch tak take taken teach telephon tell test tid told train transfer treat
    unload trim trimm unlock unpack updat upload us use verif visit vot wait walk wash wear
    weigh welcom wip work writ write
    """.split()
)
#: "The site manager": these nouns look like deeds.
_NO_DEEDS = frozenset({"site", "sites"})
_ENDING = re.compile(r"(?:ies|ied|es|s|ed|en|ing|e|y)$")


_PREPOSITION = re.compile(
    r"\b(?:about|against|at|between|by|for|from|in|of|on|over|to|under|with)\b"
)
#: "Members of staff": the person comes after these.
_PART_OF = re.compile(r"\b(?:members?|head|chair|team|board|group|one|any|all|each|both|none)$")


def is_agent(subject: str) -> bool:
    """Return whether the words before a verb name somebody who can have a duty."""
    subject = re.split(r", |: ", subject.strip().lower())[-1].strip()
    for _ in range(3):
        if _ROLE_END.search(subject):
            return True
        last = subject.rsplit(" ", 1)[-1] if subject else ""
        # "The vice-chair".
        for word in (last, last.rpartition("-")[2]):
            if _AGENT.match(word) and not _THING.match(word):
                return True
        cut = _TAIL.sub("", subject)
        if cut == subject:
            return False
        subject = cut
    return False


def starts_with_agent(words: Sequence[str]) -> bool:
    """Return whether one of the stretches from the first word on names somebody who acts."""
    return any(is_agent(" ".join(words[:end])) for end in range(1, len(words) + 1))


def leads_with_agent(subject: str) -> bool:
    """Return whether the first noun of a subject acts: staff in school, but not a ban in school."""
    last = re.split(r", |: ", subject.strip().lower())[-1]
    head = _PREPOSITION.split(last, maxsplit=1)[0].strip()
    return is_agent(head) or bool(_PART_OF.search(head))


def is_deed(verb: str) -> bool:
    """Return whether a verb, in any form, names what is done under a rule."""
    if verb in _NO_DEEDS or (verb.endswith(("y", "ies")) and not _is_verb_in_y(verb)):
        return False
    return verb in _DEEDS or _ENDING.sub("", verb) in _DEEDS


def _is_verb_in_y(word: str) -> bool:
    """Return whether a word in "y" is a verb: `carries`, but not `county` and `stories`."""
    return lexicon.is_verb(word) or bool(lexicon.third_person(word))


def is_seldom(sentence: str) -> bool:
    """Return whether a sentence says how often something happens by itself."""
    return _SELDOM.search(sentence) is not None


_BINDING_WORDS = frozenset(
    """
    abide abides able abstain abstains acceptable account accountable adhere
    answerable adheres complies
    comply follow follows note advisable advised against aim aims all
    allowed always any apart apply appropriate ask asked asks assist assists attempt attempts
    avoid avoids banned barred best bound can cannot certain charge compulsory consider
    considers could crucial decides desirable desist disallowed discouraged discretion do does
    don't duty each
    eligible entitled
    encouraged endeavour endeavours essential every except exception exceptions exempt
    expected far forbidden forget free freedom generally grateful hardly has have help helps hopes
    if illegal imperative important inappropriate intends invited least legal less limits
    mandatory many may might most must need needn't needs neither never no no-one nobody none
    nor normally not nothing obligated obligation obligatory obliged only option optional
    ordinarily ought out permitted plan plans please possible practicable prohibited
    provided reasonable reasonably recommended refrain refrains regard request requested
    requests required requirement
    reserve reserves responsibility responsible right seek seeks shall should some sometimes
    statutory strictly strive strives subject suggested tolerated tries try typically urged
    unacceptable undertake undertakes unlawful unless until usually vital voluntary want welcome
    when whenever where wherever whether will wish without would
    """.split()
)


def may_bind(word: str) -> bool:
    """Return whether a word in small letters may change what a sentence asks."""
    return word in _BINDING_WORDS or word.endswith(("n't", "'ll"))
