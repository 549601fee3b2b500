"""Recognise what a printed document says of itself on its cover, such as its date or school.

A line counts only where its form leaves no doubt. Any other line may be a rule. This
module must not know Markdown or clauses.
"""

import re

#: A cover line has at most this many words.
_MOST_WORDS = 16
_MOST_CHARACTERS = 200
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_TERM = (
    r"(?:autumn|spring|summer|winter|lent|trinity|michaelmas)(?: (?:term|half[- ]term))?(?: \d)?"
)
_YEAR = r"(?:19|20)\d\d(?: ?[-–/] ?(?:(?:19|20)?\d\d))?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:(?:{_DAY} )?{_MONTH}|{_TERM})(?: {_DAY})?,? {_YEAR}|{_YEAR}"
    rf"|{_DAY}[-./]\d{{1,2}}[-./](?:19|20)?\d\d)"
)
_DATE_ALONE = re.compile(rf"(?:(?:academic|school) year )?{_DATE}[.,]?", re.IGNORECASE)
_HAS_DATE = re.compile(rf"\b{_DATE}(?![\w/])", re.IGNORECASE)
_PASSED = (
    r"(?:approved|adopted|ratified|agreed|reviewed|issued|updated|revised|amended|published|"
    r"written|drawn up|prepared|drafted|created|signed)"
)
#: What a box on a cover is called, if a day, a number or a period fills it.
_LABEL_OF_DAY = re.compile(
    r"(?:(?:policy|document|doc|procedure) )?(?:"
    rf"(?:first |last |next |date |to be |due )*{_PASSED}(?: (?:on|by|at|in|date|[A-Za-z]+))*"
    r"|dates?(?: (?:of|for|the|first|last|next|approved|adopted|ratified|reviewed|issued|approval"
    r"|adoption|ratification|issue|publication|review|revision|update|policy|by|due))*"
    r"|(?:(?:first|last|next|planned|approval|adoption|ratification|issue|publication|effective"
    r"|implementation|expiry|full|annual|policy) )*(?:review|approval|ratification|adoption|issue"
    r"|publication|revision|effective|implementation|expiry)"
    r"(?: (?:date|by|due|on|from|cycle|period|frequency|body))*"
    r"|frequency of review|(?:version|edition|issue|revision)(?: (?:number|no|history|control))?"
    r"|number|no|ref(?:erence)?(?: (?:number|no))?|status|month|term|year"
    r")\.?",
    re.IGNORECASE,
)
#: The same, if a name fills it.
_LABEL_OF_NAME = re.compile(
    r"(?:(?:policy|document|procedure|name of|signature of|governor|staff) )*(?:"
    rf"title|{_PASSED} (?:by|for)|author(?:\(s\)|s)?|owner|lead|approver|approved"
    r"|(?:person|staff|staff member|governor|committee) responsible|responsible (?:person|officer)"
    r"|committee|signed(?: by)?|signature|chair(?:man|person)?|chair of (?:the )?"
    r"(?:governors|governing (?:body|board)|trustees|committee|local governing body)"
    r"|head ?teacher|principal|link governor|school(?: name)?|academy|trust|audience"
    r")",
    re.IGNORECASE,
)
#: More names of boxes, which are no reason to call a block a cover.
_OTHER_LABEL = re.compile(
    r"minutes?(?: (?:reference|number|no|ref))?\.?|(?:.{1,40}(?:'s|’s) )?(?:signature|initials)"
    r"|(?:approved|adopted|signed)[\w ]{0,60}|policy (?:number|type|level|category|status)"
    r"|(?:type|level|category|distribution|location|approval level|linked policies)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r" ?\([^()]{0,60}\)")
_CONTROL = re.compile(r"(?:document|version) (?:control|history)|revision history", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:version|v|ver\.?|edition|issue|revision|policy (?:number|no\.?)|page)[ :.]*"
    r"\d+(?:\.\d+)*[a-z]?(?: of \d+)?(?: ?[-–,(]? ?\(?" + _DATE + r"\)?)?[.]?",
    re.IGNORECASE,
)
_SELF = (
    r"(?:(?:this|the|our) (?:[\w-]+ ){0,4}?(?:policy|document|procedure|statement|plan|guidance)"
    r"|it)"
)
#: "This policy was approved by … in November 2023": a date must follow.
_ABOUT_ITSELF = re.compile(
    rf"(?:{_SELF} (?:was|has been|is|is due to be|is to be|will be|will next be)"
    rf" (?:last |first |next |formally |originally |due for |fully )?(?:{_PASSED}|review)"
    rf"|{_PASSED} (?:by|at|on|in))\b",
    re.IGNORECASE,
)
#: A title or a name: each word of weight has a capital.
_TITLE = re.compile(
    r"(?:.* )?(?:polic(?:y|ies)|procedures?|guidance|guidelines|code of conduct"
    r"|statement|scheme|plan|handbook|principles)(?: \(?" + _DATE + r"\)?)?",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r".* (?:schools?|academ(?:y|ies)|college|nursery|federation|trust|centre|pre-?school"
    r"|partnership|council)(?:,? [A-Z][\w’'-]+){0,2}",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:[A-Z0-9(&–‘“/-][\w’'”.,()&/–-]*|_+|\.{3,}|…+|of|the|and|for|in|on|at|by|to|with|&)"
    r"(?:\s+|$))*"
)
_DUTY = re.compile(
    r"\b(?:must|shall|should|ought|may|can|cannot|not|never|needs?|required|expected|ensure"
    r"|is|are|will|if|when|who|no|all|we|you)\b",
    re.IGNORECASE,
)
_PLAIN_DUTY = re.compile(
    r"\b(?:must|shall|should|ought|cannot|may not|never|(?:need|needs|has|have|required|expected)"
    r" to)\b",
    re.IGNORECASE,
)
#: A line that begins so asks for something, or is about more than the document.
_ASKS = re.compile(r"(?:no|all|every|each|please|do|keep|follow|see|read|contact)\b", re.IGNORECASE)
_ADVERB = re.compile(
    r"\b(?:must|shall|should|ought|may|can|cannot|not|never|needs?|required|expected|ensure"
    r"|annually|yearly|termly|every|each|regularly|unless|until|if|when|before|after|within)\b",
    re.IGNORECASE,
)
#: The postcode at the end of an address.
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\.?$")
_STREET = re.compile(
    r"\b(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Hill|Green|Square|Crescent|Terrace"
    r"|Gardens|Grove|Park|Place)\b,"
)
#: A telephone number, an e-mail or web address, with or without its name before it.
_WEB = (
    r"(?:https?://\S+|www\.\S+|(?:[\w-]+\.)+(?:sch\.uk|org\.uk|ac\.uk|gov\.uk|co\.uk|uk|com|org)"
    r"(?:/\S*)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_CONTACT = re.compile(
    r"(?:(?:tel|telephone|phone|fax|mobile|t)(?: (?:no|number))?[.:]*(?: [:.])? *"
    r"\+?[\d() -]{7,20}(?: ?(?:ext|x)\.? ?\d+)?"
    rf"|(?:(?:e-?mail|web|website|web ?site|e|w)(?: address)?[.:]* *)?{_WEB}"
    r"|\+?(?:44|0)[\d() -]{8,16})",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    r"(?:(?:registered )?(?:charity|company)|urn|dfe|ofsted(?: urn)?|ico|ukprn|laestab)"
    r"(?: registration)?(?: (?:no|number|ref|reference))?[.:]*(?: [:.])? *[A-Z]{0,2}[\d/ -]{3,12}"
    r"|registered in (?:england|england and wales|scotland|wales)\b.{0,60}\d",
    re.IGNORECASE,
)
#: Between two things on one line: "Tel: 01202 555123  Fax: 01202 555124".
_PARTS = re.compile(
    r" [|•·–—] |; |(?<=\d),? (?=(?:fax|tel|telephone|e-?mail|urn|dfe|web|www\.)\b)", re.IGNORECASE
)
_DAY_ALONE = re.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?{_DATE}", re.IGNORECASE
)
#: "Reviewed annually", "To be reviewed every two years", "Next review: Spring 2027".
_REVIEWED = re.compile(
    r"(?:(?:this|the) policy (?:is|will be|is to be) |(?:to be|it is|will be) )?"
    r"(?:reviewed|updated|review(?: date| due| cycle)?:?)"
    r" (?:annually|yearly|termly|biennially|every (?:\w+ )?(?:years?|terms?|months?))",
    re.IGNORECASE,
)
#: "Adopted by the Full Governing Body on 4th March 2024": no verb but the first, and a date.
_DATED = re.compile(
    rf"(?:(?:date|last|next|first) )?(?:{_PASSED}|review(?:ed)?|effective|valid|due)"
    rf"(?: (?:by|on|at|in|from|for|of|the|to|and|date|[A-Z][\w’'-]*))*:? {_DATE}"
    r"(?: (?:by|for|at)(?: (?:the|and|of|[A-Z][\w’'-]*))+)?",
    re.IGNORECASE,
)
_MOTTO = re.compile(r"[“\"‘'][^“”\"]{3,80}[”\"’']|mission statement", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)(?: .{1,80})?", re.IGNORECASE)


def is_cover_line(line: str) -> bool:
    """Return whether the line plainly says a title, school, date, approval, author or version."""
    words = " ".join(line.replace("*", "").split()).strip("_ ") or line.strip()
    if not 0 < len(words) <= _MOST_CHARACTERS or len(words.split()) > _MOST_WORDS:
        return False
    if any(form.fullmatch(words) for form in (_DATE_ALONE, _NUMBER, _CONTROL)) or _is_box(words):
        return True
    if _ABOUT_ITSELF.match(words):
        rest, dates = _HAS_DATE.subn("", words)
        return dates > 0 and not _ADVERB.search(rest)
    return _is_name(words) and any(form.fullmatch(words) for form in (_TITLE, _SCHOOL))


def may_be_cover_line(line: str) -> bool:
    """Return whether the line has only what a cover says: an address, a number to call, a date.

    More lines than `is_cover_line` knows are of a cover. They are no reason to call the block
    a cover, because texts that are in the record have them among their rules.
    """
    words = " ".join(line.replace("*", "").strip("<>_ ").split())
    if not 0 < len(words) <= _MOST_CHARACTERS or len(words.split()) > _MOST_WORDS:
        return False
    if _ASKS.match(words) or _PLAIN_DUTY.search(words):
        return False
    parts = [part.strip(" ,;") for part in _PARTS.split(words)]
    return all(map(_may_be_of_cover, filter(None, parts)))


def _may_be_of_cover(words: str) -> bool:
    """Return whether the words are one of the things that a cover says."""
    forms = (_DAY_ALONE, _REVIEWED, _DATED, _MOTTO, _COPYRIGHT)
    is_of_cover = is_cover_line(words) or _is_way_to_reach(words) or _is_filled_box(words)
    return is_of_cover or any(form.fullmatch(words) for form in forms)


def _is_filled_box(words: str) -> bool:
    """Return whether the line is the name of a box, a colon and no sentence: `Signed: P Jones`."""
    label, colon, value = (part.strip() for part in _BRACKETS.sub("", words).partition(":"))
    if not colon or value[:1].islower() or value.endswith(".") or _DUTY.search(value):
        return False
    return is_cover_label(label) or bool(_OTHER_LABEL.fullmatch(label))


def _is_way_to_reach(words: str) -> bool:
    """Return whether the words are an address, a number to call, or one of a register."""
    if _CONTACT.fullmatch(words) or _REGISTERED.fullmatch(words):
        return True
    is_address = _POSTCODE.search(words) or (_STREET.search(words) and not words.endswith("."))
    return bool(is_address) and bool(_NAME.fullmatch(words)) and not _ASKS.match(words)


def is_cover_label(words: str) -> bool:
    """Return whether the words name a box of a cover, such as `Approved by` or `Version`."""
    label = words.replace("*", "").strip().rstrip(":").strip()
    return any(form.fullmatch(label) for form in (_LABEL_OF_DAY, _LABEL_OF_NAME, _CONTROL))


def holds_duty(words: str) -> bool:
    """Return whether the words ask for something, as a rule does and no cover."""
    return bool(_PLAIN_DUTY.search(words))


def _is_name(words: str) -> bool:
    """Return whether each word of weight has a capital, as in a title or a name."""
    return bool(_NAME.fullmatch(words)) and not _ASKS.match(words) and not _DUTY.search(words)


def _is_box(words: str) -> bool:
    """Return whether the line is the name of a box, a colon, and what fills it."""
    label, colon, value = (part.strip() for part in words.partition(":"))
    if not colon:
        return False
    if _LABEL_OF_DAY.fullmatch(label):
        return len(value.split()) <= 6 and not _DUTY.search(_HAS_DATE.sub("", value))
    return bool(_LABEL_OF_NAME.fullmatch(label)) and (not value or _is_name(value))
