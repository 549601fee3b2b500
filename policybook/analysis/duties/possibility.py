"""Tell what a verb allows or announces from what it only says could happen, or will."""

import re

from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.clause_starts import POSSIBLE
from policybook.analysis.duties.verb_kinds import DutyKind
from policybook.meaning.sentences.word_kinds import is_deed
from policybook.text import lexicon

#: "Any tool that you can use" says what tool; "we agree that you can use it" allows it.
_WHAT_CAN = re.compile(
    r"(\w+),?\s+(?:(?:that|which)\s+(?:[\w'-]+\s+){1,3}|whom?\s+(?:we|you|they)\s+)$"
)
_WARNS = re.compile(
    r"\b(?:(?:acknowledg|appreciat|believ|fear|recogni[sz]|understand|warn|worr)\w*|aware|mindful"
    r"|bear in mind|remember|hop(?:es?|ed)|thinks?|fact)(?: that\b|(?<=hoped)) [^;]*$",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"must|shall|should|expected|required")
_JOINED = re.compile(r"(?:,|\band|\bbut)\s*(?:\w+\s+)?$")
_SIDE = re.compile(
    r"\b(?:(?:if|when|whenever|where|wherever|unless|once|provided that)"
    r"|(?P<late>before|after|until|while)|(?P<reason>so|because|since|as))\b(?=[^.,;:()]*$)",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|has|have|needs?|must|should|will|may|can|cannot|shall)\b")
_MOST_WORDS = 10
_SAYS_THAT = re.compile(
    r"(?:accept|agree|allow|announce|assur|check|clear|confirm|decid|ensur|expect"
    r"|explain|know|mean|note|provid|recogni|recommend|remember|rul|said|"
    r"say|so$|stat|sure|tell|told|understand|understood|is$|are$)",
    re.IGNORECASE,
)
_ABLE = re.compile(r"can ?not|can't")
#: What somebody who "cannot" has no power to do; no ban: "children cannot agree to this".
_NO_POWER = re.compile(
    r"\s+(?:\w+ly\s+)?(?:agree|always|be\s+(?:expected|foreseen|guaranteed|predicted|prevented)"
    r"|consent|control|ensure|foresee|guarantee"
    r"|know|predict|prevent|remember|understand)\b"
)
#: "Only if it is locked and the account can be wiped" goes on with the condition.
_GOES_ON = re.compile(
    r"\b(?:if|when|where|unless|provided)\b[^,;.:]*\b(?:and|or)\b[^,;.:]*$", re.IGNORECASE
)
#: "A child may wheeze after a run": a verb without an object, of anybody.
_ALONE = re.compile(
    r"\s+(?P<verb>[a-z]+)(?:\s+(?:after|at|for|from|if|in|of|on|so|that|when|with)\b|[.,;]|$)"
)
_ANYBODY = frozenset(["children", "people", "persons", "someone"])
#: "Absence will be considered unexcused" says what it counts as.
_COUNTS_AS = re.compile(
    r"\s+(?:\w+ly\s+|no\s+longer\s+)?be\s+(?:deemed|regarded|classed|known|found"
    r"|(?:considered|treated)(?=\s+(?:as|an?|to\s+be|\w+(?:ed|ble|al|ous|ful))\b))"
)
#: "Families may not be offered a place" tells them what to expect.
_MAY_NOT_GET = re.compile(
    r"\s+(?:always\s+)?be\s+(?:offered|allocated|aware|enough|available|limited)\b"
)
_MOST = re.compile(
    r"(?:(?:^|[,;:] )(?:and |but )?(?:(?:we|i) (?:expect|hope|think|believe) (?:that )?)?"
    r"(?:most|many|some|few)\b|\b(?:most|many|some|few) of (?:our|the|them|these)\b"
    r"|\bin (?:most|many|some) (?:cases|years|schools)\b|\bguaranteed? that\b)[^,;:.]*$",
    re.IGNORECASE,
)
_AT_TIMES = re.compile(
    r"(?:,[^,]*,)?\s+(?:at\s+(?:some\s+(?:time|point|stage)|times)|by\s+accident"
    r"|sometimes|often|occasionally|inevitably"
    r"|naturally|probably|undoubtedly|no\s+doubt|rarely|no\s+longer|tend\s+to)\b"
)
#: "The form we may send": the verb says which is meant.
_THING_WE = re.compile(r"\b(?:an?|the|any|all|your|our) (?:\w+ ){1,2}(?:we|you|they|he|she) $")
_ENSURES = re.compile(r"\b(?:ensur(?:es?|ing)|checks?|sure)\s+that\s+(?:\S+\s+){1,5}$", re.I)
#: "Only the clerk may", but not "Only then may".
_ONLY_FOR = re.compile(r"\W*only\s+(?!then\b|if\b|when\b|where\b)", re.IGNORECASE)
_HAVING = kinds.word_list("having")
_HAVE_DONE = re.compile(r"(?:,[^,]*,)?\s+(?:\w+\s+)?have\s+(?:\w+ly\s+)?(?:had|been|\w+ed|\w+en)\b")
_NEW_SUBJECTS = kinds.DETERMINERS | kinds.PRONOUNS
_NO_ENDS = kinds.PREPOSITIONS | kinds.DETERMINERS | kinds.RELATIVES | {"and", "or"}
_NEXT_VERB = re.compile(r"\s+(?:\w+ly\s+|also\s+|only\s+|soon\s+|often\s+)*([a-z]+)")
#: "Dogs are permitted on a lead" allows it.
_ALLOWS = re.compile(r"(?:is|are|be) (?:\w+ly )?(?:allowed|permitted)$")
#: "A quorum shall be six members", "the board shall consist of": what a thing is.
_IS = re.compile(
    r"\s+(?:include|result in"
    r"|be\s+(?:that|those|an?|\d+|two|three|four|five|six|by|at|on|of|no|final|in)\b)"
)
#: Of a thing these describe: "the plan needs to be in plain words".
_WEAK = frozenset(["is to", "are to", "never", "may not", "need to", "needs to"])
_CONSISTS = re.compile(
    r"\s+(?:consist|comprise|constitute|mean|refer to|be (?:the|open|called|known)\b)"
)
_ONLY_BE = re.compile(r"(?:\s+(?:\w+ly\s+)?be)?\s+(?:\w+ly\s+)?only\b|\s+be\s+\w+\s+only\b")
_BE_NEXT = re.compile(r"\s+be\b(?:\s+(\w+))?")


def goes_on(before: str) -> bool:
    """Return whether a verb is in the second half of a condition: "if it rains and …"."""
    return bool(_GOES_ON.search(before))


def _is_only_for(before: str) -> bool:
    """Return whether a verb allows something to one person alone: "Only the clerk may have it"."""
    return bool(_ONLY_FOR.match(before))


def only_predicts(kind: DutyKind, verb: str, before: str, rest: str) -> bool:
    """Return whether a verb says what is to be expected, which nobody has to do.

    "Most children will be ill", "staff will sometimes be late", "you will find".
    """
    if not _ORDERS.search(verb) and _WARNS.search(before) and not _JOINED.search(before):
        return True  # "aware that it may rain", but not "aware that they must go"
    if _COUNTS_AS.match(rest) and (verb == "shall" or not _ORDERS.search(verb)):
        return True
    if kind not in (DutyKind.WILL, DutyKind.MAY) and verb != "never":
        return False
    opens = before.partition(" ")[0].lower() in kinds.SUBORDINATORS
    if not opens and _THING_WE.search(before):
        return True
    which = _WHAT_CAN.search(before)
    if which and not _SAYS_THAT.match(which[1]):
        return True
    if any(sign.match(rest) for sign in (_AT_TIMES, _HAVE_DONE)):
        return True
    if _MOST.search(before) or (kind is DutyKind.MAY and _ENSURES.search(before)):
        return True
    following = _NEXT_VERB.match(rest)
    may_have = kind is DutyKind.MAY and not _is_only_for(before)
    states = lexicon.STATES | (_HAVING if may_have else frozenset())
    return bool(following and following[1].lower() in states)


def _happens(who: str, rest: str) -> bool:
    """Return whether a verb says what happens to anybody: "people may worry that …"."""
    hit = _ALONE.match(rest) if who in _ANYBODY else None
    return hit is not None and not is_deed(hit["verb"])


def is_side_clause(kind: DutyKind, before: str) -> bool:
    """Return whether a verb is in a clause that says when or why: "before he may leave".

    Not in "if you are late you can ring", where the main clause has begun.
    """
    *_, hit = None, *_SIDE.finditer(before)
    is_free = kind in (DutyKind.MAY, DutyKind.MUST_NOT, DutyKind.WILL)
    if hit is None or (hit["reason"] and not is_free):
        return False
    words = before[hit.end() :].lower().split()
    is_clause = words[:1] and words[0] in kinds.PRONOUNS
    if hit["late"] and not (is_clause or _FINITE.search(before, 0, hit.start())):
        return False  # "Pupils who come after the bell must ring"
    if words[:1] and words[0] in POSSIBLE:
        return False
    later = range(1, len(words))
    return 0 < len(words) <= _MOST_WORDS and not any(
        kinds.is_finite(words[place])
        or (words[place - 1] not in _NO_ENDS and _opens_clause(words[place]))
        for place in later
    )


def _opens_clause(word: str) -> bool:
    """Return whether a word is a verb, or opens the subject of the main clause."""
    is_verb = lexicon.is_mostly_verb(lexicon.third_person(word) or word)
    return is_verb or word in _NEW_SUBJECTS


def is_only_possible(
    kind: DutyKind, verb: str, who: str, passive: bool, before: str, rest: str
) -> bool:
    """Return whether the verb says what could happen or what somebody is able to do."""
    could_be = kind is DutyKind.MAY and not _is_only_for(before)
    if could_be and _happens(who, rest):
        return True
    if verb == "shall" and _CONSISTS.match(rest):
        return True
    if who in ("we", "i") and verb in ("can", "cannot", "can't"):
        return True  # "We can see", "we cannot say": what is in somebody's power.
    state = _BE_NEXT.match(rest) if could_be else None
    if state and (not passive or kinds.describes(state[1] or "")):
        # "A child may be at risk", "staff may be worried"
        return True
    is_nobodys = kind is DutyKind.MAY and passive and not who
    if is_nobodys and verb == "can" and not _ONLY_BE.match(rest):
        return True
    if is_nobodys and goes_on(before):
        return True
    if verb == "may not" and _MAY_NOT_GET.match(rest):
        return True
    if _ABLE.match(verb):
        return not who or bool(_NO_POWER.match(rest) or _ENSURES.search(before))
    if who or passive or (_ALLOWS.search(verb) and not before.endswith("to ")):
        return False
    is_weak = kind in (DutyKind.MAY, DutyKind.WILL, DutyKind.WILL_NOT) or verb in _WEAK
    return is_weak or (verb == "shall" and _IS.match(rest) is not None)
