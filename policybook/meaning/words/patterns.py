"""Patterns for the words that set duties, dates, numbers, laws and people.

The words are English as UK schools write it. Patterns for facts and roles are for text
in small letters; those for laws and names are for text as written.
"""

import re

from policybook.meaning.words import amount_patterns as amounts
from policybook.meaning.words.code_patterns import TELEPHONE
from policybook.meaning.words.number_words import BIRTHDAYS, ORDINALS, SPELT, N

# "The school never loses" and "we have never needed to" forbid nothing.
NEVER = r"(?<!have )(?<!has )(?<!had )(?<!'ve )never(?!-)(?! \w*[^\Ws]s\b)"
BE = r"(?:is|are|be|was|were|being|been)"
# The force of must and of must not.
MOST = 4
# Strongest first, and longer before shorter, because the first fit counts.
DUTIES: tuple[tuple[str, int, bool], ...] = (
    (
        r"need not|(?:has|have|had) no duty to|(?:do|does) not (?:need|have) to"
        rf"|{BE} not (?:required|obliged|expected|bound) to"
        r"|no longer (?:need|have|has) to",
        0,
        False,
    ),
    (
        r"under no circumstances|(?:must|shall|may|can) (?:not|never)|cannot|can't"
        r"|mustn't|shan't|mayn't",
        4,
        True,
    ),
    (
        rf"(?:{BE} )?(?:not|never|no longer) (?:\w+ly )?(?:allowed|permitted|authorised"
        r"|acceptable)",
        4,
        True,
    ),
    (
        rf"(?:{BE} )?(?:\w+ly )?(?:prohibited|forbidden|banned|barred)|{BE} (?:illegal"
        r"|unlawful|against the law|unacceptable|off[ -]limits|out of bounds|out of the question"
        r"|out of order(?= (?:for|to)\b))",
        4,
        True,
    ),
    (r"(?:is|are) (?:not|never) to(?= [a-z])", 4, True),
    (r"(?:will|would) (?:not|never)|won't|wouldn't", 3, True),
    (r"(?:should|ought) (?:not|never)(?: to)?|shouldn't|oughtn't(?: to)?", 2, True),
    (r"could not|couldn't|might not", 1, True),
    (
        rf"(?:(?:^|(?<=[.;:!?] )|(?<=please ))(?:do not|don't)"
        rf"(?! (?:be (?:discouraged|afraid|shy|put off)|worry|hesitate)\b))|{NEVER}",
        4,
        True,
    ),
    (
        r"(?:(?:has|have|had) )?(?:a|the|its|their) (?:legal |statutory )?duty (?:of care )?to"
        r"|(?<!aim )(?<!aims )(?<!purpose )(?<!policy )(?<!intention )(?<!goal )(?<!role )"
        r"(?<!this )(?:is"
        r"|are) to(?= [a-z])"
        rf"|must|shall|{BE} under an? (?:legal |strict )?(?:obligation|duty) to"
        rf"|(?:{BE} )?(?:required|obliged|obligated|bound) to|(?:has|have|had) to"
        r"|needs? to|mandatory|compulsory",
        4,
        False,
    ),
    (
        r"will|would|undertakes? to|(?:agree|promise)s? to(?! (?:disagree|differ|meet|an?|the|this"
        r"|these|any|all|our|it|be)\b)",
        3,
        False,
    ),
    # "Should have been told" sets no duty; "should have a badge" does.
    (
        r"should(?! have (?:\w+ly )?(?:\w+ed|been|had|taken|given|seen|gone|done|made|sent|left"
        r"|kept|told|held|paid|met|read|brought|known|shown|written|chosen|found|lost|come"
        r"|heard|said)\b)"
        rf"|ought to|(?:{BE} )?expected to|good practice to",
        2,
        False,
    ),
    (
        r"(?<!don't )(?<!do not )(?<!don't be )(?<!do not be )"
        rf"(?:{BE} )?(?:\w+ly )?discouraged(?: from)?|{BE} (?:\w+ly )?(?:advised|warned) against"
        rf"|(?:{BE} )?not (?:\w+ly )?(?:recommended|advised|encouraged)(?: to)?",
        1,
        True,
    ),
    (
        rf"(?:{BE} )?(?:\w+ly )?(?:(?:encouraged|advised|recommended|asked|invited)(?: to)?"
        r"|requested(?: to|(?= not to)| that))",
        1,
        False,
    ),
    (
        rf"may|can|(?:could|might)(?! have\b)|(?:{BE} )?(?:able|free|at liberty) to"
        rf"|(?:{BE} )?(?:allowed|permitted)(?: to)?|{BE} tolerated|optional"
        r"|reserves? the right (?:not )?to"
        r"|(?:has|have) the right to",
        0,
        False,
    ),
)
DUTY = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<d{number}>{pattern})" for number, (pattern, _, _) in enumerate(DUTIES))
    + r")\b"
)

# "No pupil may", "neither should they": the first word reverses the modal verb.
REFUSAL = re.compile(
    r"(?:^|[.;:!?,] |\b(?:that|and|or|but) )(no|nobody|no-one|none|neither|nor)\b[^.;:!?()]*$"
)
MODAL = re.compile(r"\b(?:must|shall|will|would|should|ought|may|can|cannot|could|might|\w+n't)\b")
PLAIN_WORD = re.compile(r"[\w'@£$€%-]+")
FIGURE_AHEAD = re.compile(r"\s+\d")
NOT = re.compile(r"\b(?:not|no|nor|neither|never|none|nobody|nothing|\w+n't)\b")

#: "three to four weeks", "two or three days".
UP_TO = rf"(?:(?:\s+(?:or|to)\s+|\s?[-–]\s?){N})?"
OR_TWO = r"(?:\s+or\s+two\b)?"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
UNIT = r"(?:second|minute|hour|min|hr|day|week|fortnight|month|quarter|half[- ]term|term|year)s?"
KIND_OF_DAY = (
    r"(?:(?:school|working|calendar|clear|full|academic|consecutive|business|term-time)[\s-]+)?"
)

# A bracket that opened before the law's name is not part of it.
OF_YEAR = r"(?:\((?:19|20)\d\d\)|(?:19|20)\d\d)"
YEAR = rf"(?:,?\s+{OF_YEAR})?"
LAW = (
    r"(?:UK\s+|EU\s+)?(?:General\s+Data\s+Protection\s+Regulation(?:\s+\((?:UK\s+)?GDPR\))?"
    r"|GDPR)(?:\s+(?:19|20)\d\d)?"
    r"|(?:Keeping\s+[Cc]hildren\s+[Ss]afe\s+in\s+[Ee]ducation|KCSIE"
    r"|Working\s+[Tt]ogether\s+to\s+[Ss]afeguard\s+[Cc]hildren"
    rf"|Prevent\s+[Dd]uty(?:\s+[Gg]uidance)?){YEAR}"
    r"|(?!(?:Under|The|In|See|By|And|All|Any|This|Our|For|From|As|With|If|Of|To|Every|Each)\b)"
    r"(?:(?:[Ss]ections?|[Ss]chedules?|[Aa]rticles?"
    r"|[Rr]egulations?)\s+\d+\w*(?:\(\w+\))*\s+(?:of|to)\s+(?:the\s+)?)?"
    r"(?:[A-Z][\w'’-]*,?\s+(?:(?:and|of|for|in|to|on|etc\.?)\s+|of\s+the\s+"
    r"|\([^)]{0,60}\)\s+){0,4}){1,9}?"
    rf"(?:Act|Regulations|Order|Directive|Code\s+of\s+Practice|Bill|Convention)\b(?:\s+{OF_YEAR})?"
    r"|(?!\A[Aa]rticles?\s+\d+\s*(?:[.:]|\Z))[Aa]rticles?\s+\d+|[Ss]tatutory\s+guidance"
)
#: "Article VIII, Section 1, Subsection 2" and "Bylaw 3, section 6.3" are one place.
_INSIDE = r"(?:,?\s+(?:sub-?)?section\s+\d+(?:\.\d+)*)*"
REFERENCE = (
    rf"by-?laws?\s+\d+\b(?![-/]\d){_INSIDE}|"
    r"(?:(?:sub-?)?sections?|clauses?|(?:sub-)?paragraphs?|rules?|parts?|chapters?|appendix"
    r"|appendices|annex|schedule|figure|table|pages?|pgs?\.?|secs?\.|title"
    r"|division(?=\s+\d+\s+of\b)|see|standing\s+orders?)\s+"
    r"(?:\d+(?:\.\d+)*[a-z]?\b|(?<!see\s)[a-z]\d?\b)(?:\([a-z]+\))*"
    r"|(?!\Aarticles?\s+\w+\s*(?:[.:]|\Z))articles?\s+[ivx]+\b(?:\s[a-d]\b)?(?:\(\w+\))*"
    rf"{_INSIDE}"
    r"|points?\s+\d+\.\d+|(?<!version\s)(?!\d{3}\.\d{3}\.\d{4})\d+(?:\.\d+){2,}|§+\s?\d+(?:\.\d+)*"
)
DATE = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})\b(?:,?\s+\d{{4}})?"
    rf"|(?:{MONTH})\s+\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\b(?:,?\s+\d{{4}})?"
    r"|(?:first|last\s+day|\d{1,2}(?:st|nd|rd|th))\s+of\s+(?:each|every|the)\s+month\b"
    rf"|(?:{MONTH})\s+\d{{4}}|\d{{4}}-\d{{2}}(?:-\d{{2}})?\b"
    rf"|{amounts.DAYS}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b|\d{{4}}/\d{{2,4}}\b"
    rf"|(?<=[a-z]\s)(?:{MONTH})\b|(?:(?:first|second|third|fourth|last|most\s+recent)\s)?"
    rf"{WEEKDAY}\b"
    rf"|{amounts.TIME}|(?:autumn|spring"
    r"|summer)(?:\s+term)?(?:\s+(?:19"
    r"|20)\d\d)?\b"
    r"|(?:academic|school)\s+year\s+\d{4}(?:[/-]\d{2,4})?|(?:19|20)\d\d\b"
)
_YEARS = r"(?:\s+years?\b(?!\s+\d)(?:\s+(?:old|of\s+age)\b)?)?"
#: "The minimum age is 5¾ years", "children from 4 to 5 years": after these, years are an age.
BEFORE_AN_AGE = re.compile(
    r"\b(?:age|aged|ages)\b(?!\s+group)[^.;:]{0,60}$"
    r"|\b(?:children|pupils|people|students|youths?|boys|girls)\s+(?:from|of|between)?\s*$"
)
AGE = (
    rf"(?:{'|'.join(BIRTHDAYS)})\s+birthdays?\b"
    rf"|(?:aged?|ages|age\s+of)\s+{N}{_YEARS}(?:\s*(?:to|-|–|and|or)\s*{N}{_YEARS})?"
    rf"|{N}[\s-]years?(?:[\s-]olds?|\s+of\s+age)"
    r"|(?:under|over)\s+the\s+age\s+of\s+\d+\b"
    rf"|(?:under|over)\s+{N}\s+years?(?:\s+old|\s+of\s+age)\b"
    r"|(?:under|over)[\s-](?:1\d|[3-9]|2[0-5])s?\b(?![.,]?\d"
    rf"|\s*(?:%|per|{UNIT}\b|characters"
    rf"|pupils|people|{amounts.MEASURE}))"
    rf"|(?:years?|key\s+stages?|ks)\s+(?:{SPELT}|one|r)\b"
    r"|(?:years?|key\s+stages?|ks)\s*\d{1,2}(?:\s*(?:to|-|–|and|/)\s*\d{1,2})?\b"
)
#: "A Year 6 pupil" and "each Week 2 menu" name no period; "two quarters of" are a share.
NO_NAME = (
    rf"(?!(?:(?<=year|term|week)|(?<=day))\s+(?:\d{{1,2}}|r|{N})\b"
    r"(?!\s+(?:month|week|day|hour|minute)))(?!(?:(?<=quarter)|(?<=quarters))\s+(?:of|majority)\b)"
)
PERIOD = (
    rf"(?:once|twice)\s+(?:a|an|each|every|per|in\s+every)\s+{KIND_OF_DAY}{UNIT}\b{OR_TWO}"
    rf"|{N}\s+times\s+(?:a|an|each|every|per|in\s+every)\s+{KIND_OF_DAY}{UNIT}\b"
    rf"|half\s+an?\s+{UNIT}\b"
    # "A second letter" is another one, and "a day visit" a kind of visit.
    r"|(?!(?:a|each|every)\s+second\b)"
    rf"(?:{N}|a|an|each|every|per){UP_TO}[\s-]{KIND_OF_DAY}{UNIT}\b{NO_NAME}"
    rf"(?!\s+(?:group|visit|trip|school|nursery|centre|care|pass)){OR_TWO}"
    rf"|(?:first|same|next|following)\s+{KIND_OF_DAY}{UNIT}\b|immediately\b"
    r"|(?<!(?:danger|threat) is )(?<!(?:risk|harm) is )"
    r"immediate\b(?! (?:dangers?|risks?|harm|threats?|famil\w+|area|vicinity|neighbour\w*|past"
    r"|superiors?|supervisors?|line managers?|managers?|needs?)\b)"
    rf"|(?:without|with\s+no)\s+(?:undue\s+)?delay\b|promptly\b|at\s+once\b|forthwith\b"
    r"|(?:straight|right)\s?away\b"
    rf"|(?:by|before|until|at)\s+the\s+end\s+of\s+(?:the|each|every|that)\s+{KIND_OF_DAY}{UNIT}\b"
    r"|as\s+soon\s+as(?:\s+is)?(?:\s+reasonably)?\s+(?:possible|practicable)\b"
    r"|(?:half[-\s])?(?:annual|term|month|week"
    r"|dai|quarter|fortnight)ly\b"
    r"|annual\b(?! (?:leave|pto|general|meetings?|report|accounts|statement|conference"
    r"|holidays?|allowance|salary|stipend|budget|fee))"
)
NUMBER = (
    rf"{TELEPHONE}|{amounts.RATIO}|{amounts.FRACTION}"
    rf"|{amounts.SIGN}?[£$€]\s?\d+(?:[.,]\d+)*(?:\s?(?:million|m|k)\b)?"
    rf"|{amounts.SIGN}?\d+(?:[.,]\d+)*\s?(?:%|per\s?cent\b)"
    rf"|{amounts.SIGN}?{amounts.MEASURED}|{amounts.SIGN}\d+(?:[.,]\d+)*\b"
    rf"|(?:{'|'.join(ORDINALS)})\b(?! (?:part|person|sector|form))"
    rf"|(?:\d+(?:[.,]\d+)*|{SPELT})(?:st|nd|rd|th)?\b(?! form|[\s-]ways?\b)"
)
FIGURE = re.compile(rf"(?<!\w)\d+(?!\w)|\b(?:{SPELT}|one)\b", re.IGNORECASE)
UNIT_AFTER = re.compile(
    r"[\s-](?!(?:and|or|to|of|in|on|at|by|the|a|an|for|with|is|are|as|from"
    r"|per|until|till|before|after|instead|first|than|highest|other|more|but|nor|not|shall|must"
    r"|will|may|can|should|now)\b)"
    r"([a-z]{3,}(?:\s(?:days|hours|points|words))?)"
)
#: What is said of a thing that is counted: "three written quotations" are no "three written".
SAYS_WHICH = re.compile(
    r"\w{2,}(?:[^e]ed|tten|able|ible|ive|ous|ful|ic)|separate|different|independent|competent"
    r"|additional|formal|medical|professional|individual|recent|adult|extra|new|senior|paid|known"
)
FACT = re.compile(
    rf"(?<!\w)(?:(?P<REFERENCE>{REFERENCE})|(?P<AGE>{AGE})|(?P<DEADLINE>{PERIOD})|(?P<DATE>{DATE})"
    rf"|(?P<NUMBER>{NUMBER}))"
)
QUANTITY = re.compile(rf"((?:{N}|a|an|each|every|per){UP_TO})[\s-](.+)", re.IGNORECASE)
IS_PERIOD = re.compile(rf"{KIND_OF_DAY}{UNIT}")
IS_LAW = re.compile(rf"\b(?:{LAW})")
