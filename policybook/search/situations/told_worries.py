"""Tell a query that says what happens to somebody from one that asks for a rule.

"my uncle keeps looking at me" tells; "can my uncle collect me" asks. Search that has no card
shows the way to help to those who tell, even beside an exact answer: a rule about a harm is
no help to the one who suffers it. `assets/search.js` has the same pattern.
"""

import re

_ASKS = (
    "can|could|do|does|did|is|are|am|may|must|should|will|would|what|when|where|which|who|whose"
    "|why|how"
)
_PEOPLE = "me|us|he|she|they|him|them|im|hes|shes|theyre|myself|himself|herself|themselves"
_ALSO = "i|ive|my|we|our|her|his|their|nobody|someone|somebody"
#: How a report begins that leaves out whom it is about: "got punched at break".
_DROPS = (
    "got|get|getting|been|being|keep|keeps|kept|sent|told|made|had|have|havent|havnt|aint|dont|cant"
    "|wont|didnt|felt|feel|feeling|left|ran|slept|took|need|want|theres"
)
#: People by name: with a word of harm, "dad is in prison" tells.
_NAMED = (
    "mum|dad|mummy|daddy|mums|dads|brother|sister|nan|gran|grandad|uncle|auntie|cousin|friend|mate"
    "|partner|boys?|girls?|kids?|lads?|m[ae]n|teacher|sir|miss|people|everyone"
)
#: How words of harm begin.
_HARMS = (
    "abus|afraid|alone|arrest|batter|beat|blackmail|bleed|blood|bruis|bull(?:y|ied|ies)|chok|cry"
    "|cut|dead|die[ds]?|drugs?|drunk|dying|fight|food|fought|frighten|gay|gun|harm|hat(?:e|ing)"
    "|heating|hit|hot water|hungry|hurt|jail|kick|kill|kni[fv]e|lonely|naked|names|nasty|nudes?"
    "|pics?|prison|punch|push|racis|rape|sad|scared|shout|shov|slap|slept|smack|smelly|spat|stab"
    "|starv|steal|stole|stupid|suicid|terrif|threat|touch|trapped|ugly|unsafe|vap(?:e|ing)|weapon"
    "|weed|worthless"
)
#: Four words or more with a person among them, or three with one who is no owner ("my bag",
#: "his bag"), that do not start as a question; but "what do i do if" tells too. With a
#: word of harm, three words are enough that name somebody, or that leave out who it is.
PATTERN = (
    rf"^(?!(?:{_ASKS})\b(?!\s+(?:do|can|should)\s+(?:i|we)\s+(?:do|tell)\b))"
    rf"(?:(?=(?:\S+\s+){{3}}).*\b(?:{_PEOPLE}|{_ALSO})\b"
    rf"|(?=(?:\S+\s+){{2}}).*\b(?:{_PEOPLE})\b"
    rf"|(?=(?:\S+\s+){{2}})(?=(?:{_DROPS})\b|.*\b(?:{_NAMED})\b).*\b(?:{_HARMS}))"
)
#: How a question about a rule starts. "What do I do" and "how do I stop" ask for help.
QUESTION = (
    rf"^(?:{_ASKS})\b(?!\s+(?:do|can|should)\s+(?:i|we)\s+(?:do|tell|stop|get|make|help)\b"
    r"|\s+if\b)"
)
_TOLD = re.compile(PATTERN, re.IGNORECASE | re.ASCII)


def tells_of_somebody(query: str) -> bool:
    """Return whether a query tells what happens to somebody."""
    return _TOLD.search(query) is not None
