"""Decide what a verb asks or allows, and whether it sets a duty at all."""

import re
from enum import StrEnum

from policybook.analysis.duties import subject
from policybook.meaning.words import patterns, terms
from policybook.text import lexicon

#: "Be held responsible".
_HELD = re.compile(
    r"\s+be (?:held (?:\w+ )?(?:accountable|responsible)|(?:held )?(?:\w+ )?liable)\b"
)
_POSSIBLE = re.compile(r"\b(?:could|couldn't|might|able to|would|wouldn't)\b")
#: "Should it have to close" is a condition, also after a comma.
_SHOULD_IT = r"should\s+(?:an?|any|it|the|there|they|this|you|your|he|she)\b"
_SHOULD_HAPPEN = re.compile(
    r"\s+(?:it|that|this|the need)\s+(?:arise|be|become|fail|happen|occur|prove)\b"
)
_INVERTED = re.compile(rf"(?:^|[,;:(]\s*){_SHOULD_IT}", re.IGNORECASE)
_IN_INVERTED = re.compile(rf"(?:^|[,;:(]\s*){_SHOULD_IT}[^,;]*$", re.IGNORECASE)
#: "No pupil may miss a visit because of its cost": this protects pupils and asks nothing of them.
_LOSES = re.compile(
    r"\s*(?:\w+ly\s+|ever\s+|not\s+)*(?:lose|suffer|go\s+without|go\s+hungry|fall\s+behind"
    r"|be\s+worse|be\s+(?:asked|expected|required|made)\b)\b"
)
_MISSES = re.compile(r"\s*(?:\w+ly\s+|ever\s+|not\s+)*(?:miss|lose|suffer|go\s+without|feel)\b")
_CAUSE = re.compile(
    r"\b(?:because|due\s+to|owing\s+to|on\s+(?:the\s+)?grounds?\s+of|for\s+(?:lack|want)\s+of"
    r"|through\s+(?:lack|no\s+fault)\b|simply|by\s+reason\s+of|on\s+account\s+of"
    r"|cannot\s+(?:pay|afford))\b"
)
#: "The word 'must' says …", "this does not mean that each detail is to be followed".
_NAMED = re.compile(
    r"\b(?:terms?|words?|says?) [^.;]*[“\"'‘]$|\bdoes not mean that\b[^.;,]*$", re.IGNORECASE
)
#: "The only exceptions are where the head has agreed that they may".
_SAYS_WHEN = re.compile(r"\bexceptions? (?:is|are) (?:if|when|where)\b[^.;]*$", re.IGNORECASE)
_DO_NOT = re.compile(r"\b(?:do|does)n't (?:\w+ly )?$", re.IGNORECASE)
_NEED_NOT = re.compile(r"\b(?:not|no)\b")
_REQUIRED = re.compile(r"required|obliged|expected|(?:has|have|needs?) to")
_REFUSES = re.compile(r"(?:do|does) not\b|don't\b|never\b")
#: What somebody feels or hesitates to do; an order about it is kind advice.
_COMFORTS = re.compile(
    r"\s+(?:(?:be|feel|get|become)\s+(?:too\s+|so\s+|at\s+all\s+)?(?:scared|afraid|frightened|shy"
    r"|worried|anxious|nervous|embarrassed|ashamed|alarmed|intimidated|discouraged"
    r"|disheartened|surprised|upset|put\s+off)|worry|hesitate|despair|feel\s+(?:that|you|bad))\b"
)
#: "There must be no sharing", but not "there must be no fewer than two".
_THERE = re.compile(r"\bthere\s+$", re.IGNORECASE)
_BE_NO = re.compile(r"\s+be\s+no\b(?!\s+(?:fewer|less|more|doubt|later|sooner|longer))")
_NOT_NEXT = re.compile(r"\s+not\b")
_ADJECTIVE = re.compile(
    r"(?:strictly )?(?:prohibited|forbidden|banned|barred|permitted|allowed|required|expected"
    r"|mandatory|compulsory|optional|recommended|invited|encouraged|need)(?: to)?"
)
_DETERMINER = re.compile(r"\b(?:the|an?|any|each|every|these|those|this|our|all|of|no)\s+$", re.I)
_NO_REFUSAL = re.compile(
    r"\bno\s+(?:matter|doubt|later|fewer|more|less|longer|sooner|earlier)\b"
    r"|\bno\b[^;]*,\s+(?:they|you|we|he|she|it|the|an?|any|all|every|each|your|our)\b[^,]*$",
    re.IGNORECASE,
)
#: "Staff know what they need to do": the verb belongs to a question.
_ASKS_WHAT = re.compile(r"(?:\w\s+(?:what|how|why)|^how)\b[^,;.]*$", re.IGNORECASE)
#: "This may or may not help".
_OR_NOT = re.compile(r"\s+or\s+(?:may|can|will)\s+not\b")
_IN_RELATIVE = re.compile(
    r"\b(?:to|in|for|with|of|by|at|on|from|under)\s+(?:which|whom)\s+(?:\S+\s+){1,4}$"
)
_SHOULD = 2
#: "Those who need to know".
_KNOW = re.compile(r"\s+know\b")
#: "Shall be entitled to a vote" gives a right.
_HAS_RIGHT = re.compile(r"\s+(?:be (?:also )?entitled|have (?:the )?power) to\b")
#: "These are forbidden items": the word says which they are.
_BANNED_THING = re.compile(r"\s+(?:articles?|items?|objects?|substances?|things?)\b")
#: Without "is" these say which thing is meant, if the sentence has another verb.
_BARE = re.compile(
    r"(?:not )?(?:strictly )?(?:prohibited|forbidden|banned|barred|permitted|allowed|authorised"
    r"|required|obliged)(?: to)?"
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|will|may|must|should|can|shall)\b")
_BE_AHEAD = re.compile(r"\b(?:am|is|are|be|been)(?: \w+ly| also)* $", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|of|under)\s+$")
_BE = re.compile(patterns.BE)


class DutyKind(StrEnum):
    """What a duty's verb asks or allows."""

    MUST = "must"
    MUST_NOT = "must not"
    SHOULD = "should"
    SHOULD_NOT = "should not"
    WILL = "will"
    WILL_NOT = "will not"
    MAY = "may"
    NEED_NOT = "need not"


def _sets_nothing(duty: terms.DutyTerm, before: str, rest: str) -> bool:
    """Return whether a verb sets no duty: a question, a condition, or words for a state."""
    return bool(
        _POSSIBLE.search(duty.wording)
        or ("whether" in before.lower() and subject.opening(before) == "whether")
        or _is_inverted(duty, before, rest)
        or (_BARE.search(duty.wording) and _BANNED_THING.match(rest))
        or _NAMED.search(before)
        or (duty.wording.startswith(("a ", "the ", "its ", "their ")) and _WITH.search(before))
        or (_BARE.fullmatch(duty.wording) and _is_reduced(before, rest))
        or _SAYS_WHEN.search(before)
        or (duty.force != _SHOULD and duty.wording != "must" and _HELD.match(rest))
        or (duty.wording.startswith("need") and _KNOW.match(rest))
        or (duty.wording in ("shall", "will") and _HAS_RIGHT.match(rest))
        or (duty.force < patterns.MOST and _IN_RELATIVE.search(before))
        or duty.wording.startswith(("was ", "were ", "had ", "been "))
        or _OR_NOT.match(rest)
        or _ASKS_WHAT.search(before)
    )


def _is_reduced(before: str, rest: str) -> bool:
    """Return whether a participle is part of a noun: "decisions required to", "the barred list"."""
    return bool(_FINITE.search(before) or _FINITE.search(rest)) and not _BE_AHEAD.search(before)


def duty_kind(duty: terms.DutyTerm, before: str, rest: str) -> DutyKind | None:
    """Return the kind of a duty, or None where the verb sets no duty and gives no permission.

    A question ("whether staff should") or a condition ("Should a pupil …") sets no
    duty.
    """
    if _sets_nothing(duty, before, rest):
        return None
    if duty.force == 1 and not _BE.match(duty.wording):
        return None  # "the recommended form"
    bars = duty.bars or bool(_NOT_NEXT.match(rest))
    if duty.force > _SHOULD and _THERE.search(before) and _BE_NO.match(rest):
        bars = True
    if duty.refusal and _NO_REFUSAL.search(before):
        bars = False
        duty = duty._replace(bars=False, refusal="", force=0 if duty.verb == "may" else duty.force)
    if duty.refusal and _REQUIRED.search(duty.verb):
        return DutyKind.NEED_NOT  # "nobody is required to"
    if _DO_NOT.search(before) and _REQUIRED.match(duty.verb):
        return DutyKind.NEED_NOT
    if duty.force == 0 and not bars:
        return DutyKind.NEED_NOT if _NEED_NOT.search(duty.wording) else DutyKind.MAY
    named = {4: (DutyKind.MUST, DutyKind.MUST_NOT), 3: (DutyKind.WILL, DutyKind.WILL_NOT)}.get(
        duty.force, (DutyKind.SHOULD, DutyKind.SHOULD_NOT)
    )
    return named[bars]


def _is_inverted(duty: terms.DutyTerm, before: str, rest: str) -> bool:
    """Return whether a verb opens a condition ("Should a pupil …"), or stands in it."""
    if duty.wording == "should":
        opens = not before.strip() and not lexicon.is_mostly_verb(f"{rest} ".split(" ")[1])
        return opens or bool(
            _SHOULD_HAPPEN.match(rest) or _INVERTED.match(f"{before.rstrip()[-1:]}should{rest}")
        )
    return bool(_REQUIRED.match(duty.wording) and _IN_INVERTED.search(before))


def only_comforts(duty: terms.DutyTerm, rest: str) -> bool:
    """Return whether a verb tells nobody what to leave: "Don't be scared", "do not hesitate"."""
    return bool(_REFUSES.match(duty.wording) and _COMFORTS.match(rest))


def is_adjective(verb: str, before: str) -> bool:
    """Return whether a verb says which thing is meant: "a banned item", "the required form"."""
    return bool(_ADJECTIVE.fullmatch(verb) and _DETERMINER.search(before))


def protects(duty: terms.DutyTerm, after: str) -> bool:
    """Return whether a ban says what must not happen to its subject; `after` is after its verb.

    "No pupil may miss a visit because of its cost", "no family will be asked for more".
    """
    if not duty.bars:
        return False
    low = after.lower()
    return bool((duty.refusal and _LOSES.match(low)) or (_MISSES.match(low) and _CAUSE.search(low)))
