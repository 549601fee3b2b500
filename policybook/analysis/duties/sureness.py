"""Say which duties are sure enough to count people by, where nobody reads the sentence beside it.

The register quotes each sentence, so that a reader sees at once what a program misread. A count
such as "staff: 3 must" shows no sentence. It leaves out what often is no duty: the present tense
away from the start of a sentence, what "we" do, permissions that only say what could happen,
and names that could be anybody.
"""

import re

from policybook.analysis.duties.extraction import Duty
from policybook.analysis.duties.verb_kinds import DutyKind
from policybook.meaning.sentences.word_kinds import STATES, is_agent, is_deed

#: These could be anybody.
_VAGUE = frozenset("people person persons individual individuals others someone somebody".split())
_EXAMPLE = re.compile(r"(?:for example|for instance|e\.g\.)", re.IGNORECASE)
#: "Would be required" says what would be so.
_WOULD = re.compile(r"\bwould be (?:required|expected|asked|allowed)\b", re.IGNORECASE)
#: "May still need help", "may already know": this could be so.
_COULD = re.compile(
    rf"\b(?:may|can)\b (?:still |also |already |even |well )?(?:{STATES}|need|have|know|feel|want"
    r"|say|become|get|find|seem|appear)\b",
    re.IGNORECASE,
)
#: "We do not tolerate shouting" binds those who might shout; "we trust staff to do what they need
#: to" and "we need you to" bind nobody who says "we".
_OF_OTHERS = re.compile(r"(?:do|does) not|don['’]t|never|(?:need|have)s? to", re.IGNORECASE)
#: "They are invited to attend" asks nothing; who "will have the opportunity to" has a right.
_OFFERS = re.compile(
    r"\b(?:invited|welcome) to\b|\bwill (?:also )?(?:have|be able|receive|get|be given)\b",
    re.IGNORECASE,
)
#: "The club shall be represented by its chair" binds the club.
_BY_NO_DOER = re.compile(
    r"\bbe (?:represented|accompanied|replaced|succeeded|bound|governed|elected) by\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|when|where|unless|until|once)\b[^,.;]*$", re.IGNORECASE)
#: What follows the verb of a command.
_OBJECT = re.compile(
    r"(?: out| up| down| in| off)?(?: the| an?| all| any| every| each| your| our| their| this| that"
    r"| these| those| it| them| us| to| with| from| for| on| in| about| by| only| at| yourself"
    r"| private| \w+ly)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:if|when|whenever|where|once|after|before|for|in|as|instead|first|then|otherwise|on"
    r"|at|during|while)\b[^,]*, )?(?:first |then |also |always |please |so please )*",
    re.IGNORECASE,
)
_ARTICLES = r"(?:(?:the|all|any|each|every|our|your|both|no|an?) )?"
_LONGEST_NAME = 5


def is_sure(duty: Duty) -> bool:
    """Return whether `duty` surely binds, or allows something to, the people whom it names."""
    text = duty.text.strip()
    if not duty.who or duty.who in _VAGUE or _is_hypothetical(duty, text):
        return False
    if duty.is_plain:
        return _is_plainly_sure(duty, text)
    if duty.who == "we" and _OF_OTHERS.match(duty.verb):
        return False
    return duty.kind is not DutyKind.MAY or not _COULD.search(text)


def _is_hypothetical(duty: Duty, text: str) -> bool:
    """Return whether a sentence gives an example, or says what would be so.

    "Must not be bankrupt", with no words before it, says of whom only in its heading.
    """
    if any(sign.search(text) for sign in (_WOULD, _OFFERS, _BY_NO_DOER)):
        return True
    before = text[: text.lower().find(duty.verb.lower())]
    is_alone = not (before or duty.lead or duty.is_plain or duty.who == "you")
    if is_alone or _CONDITION.search(before):
        return True
    return bool(_EXAMPLE.match(text)) or _is_last_of_a_list(duty.who, text)


def _is_last_of_a_list(who: str, text: str) -> bool:
    """Return whether a name is only the last one of several: "staff, guests, and volunteers"."""
    name = re.escape(who.removesuffix("s"))
    return bool(re.search(rf"\w, (?:\w+,? )?(?:and|or) (?:\w+ )?{name}", text, re.IGNORECASE))


def _is_plainly_sure(duty: Duty, text: str) -> bool:
    """Return whether a duty without a modal verb is one by its place in the sentence."""
    if "@" in text.partition(duty.verb)[2][:1] or duty.who == "we":
        return False
    if duty.who == "you":
        return _is_command(duty.verb, text)
    if not is_agent(duty.who) or len(duty.who.split()) > _LONGEST_NAME or duty.lead:
        return False
    subject = re.escape(duty.who.removesuffix("s")).replace(r"\ ", r"\s+")
    opening = re.match(rf"{_ARTICLES}{subject}\w* (?:(?:also|then|always) )?", text, re.IGNORECASE)
    if not opening:
        return False
    verb = text[opening.end() :].partition(" ")[0]
    return verb.isalpha() and verb.lower() == duty.verb.lower() and is_deed(verb.lower())


def _is_command(verb: str, text: str) -> bool:
    """Return whether a sentence starts with a verb and what it is done to."""
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    rest = text[start:]
    return rest.lower().startswith(verb.lower()) and bool(_OBJECT.match(rest, len(verb)))
