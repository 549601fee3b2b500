"""Decide what a verb asks or allows, and whether it sets a duty at all."""

import re
from enum import StrEnum

from policybook.analysis.duties import participles, subject
from policybook.meaning.words import patterns, terms
from policybook.text import lexicon

_DEFINES = re.compile(
    r"\bwe use the (?:term|words?|name)\b|\bthe term\b[^.]*\b(?:means?|refers|describes?"
    r"|covers|includes|is used)\b"
)
#: "Any tool that you can use" says what tool; "we agree that you can use it" allows it.
_WHAT_CAN = re.compile(r"(\w+),?\s+(?:that|which)\s+(?:[\w'-]+\s+){1,3}$")
_WARNS = re.compile(r"\b(?:aware|mindful|bear in mind|remember|warned?) that\b", re.IGNORECASE)
_HELD = re.compile(r"\s+be held (?:\w+ )?(?:accountable|liable|responsible)\b")
_CONDITIONS = frozenset(
    """
    if when whenever where wherever because unless while since although though
    """.split()
)
_SAYS_THAT = re.compile(
    r"(?:accept|agree|allow|announce|assur|check|clear|confirm|decid|ensur|expect"
    r"|explain|know|mean|note|provid|recogni|recommend|remember|rul|said|"
    r"say|so$|stat|sure|tell|told|understand|understood|is$|are$)",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:could|couldn't|might|able to|would|wouldn't)\b")
_ABLE = re.compile(r"can ?not|can't")
#: What somebody who "cannot" has no power to do; no ban: "children cannot agree to this".
_NO_POWER = re.compile(
    r"\s+(?:\w+ly\s+|always\s+)?(?:agree|be\s+expected|consent|control|ensure|foresee|guarantee"
    r"|know|predict|prevent|remember|understand)\b"
)
#: "Only if it is locked and the account can be wiped" goes on with the condition.
_GOES_ON = re.compile(
    r"\b(?:if|when|where|unless|provided)\b[^,;.:]*\b(?:and|or)\b[^,;.:]*$", re.IGNORECASE
)
#: "Forms can be had from the office" says where to find them.
_WHERE_FROM = re.compile(r"\s+be\s+(?:obtained|found|bought|had|seen|downloaded|viewed)\b")
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
_NOT_AHEAD = re.compile(r"\bnot\s+$")
_NEED_NOT = re.compile(r"\b(?:not|no)\b")
_REQUIRED = re.compile(r"required|obliged|expected|(?:has|have|needs?) to")
_REFUSES = re.compile(r"(?:do|does) not\b|don't\b|never\b")
#: What somebody feels or hesitates to do; an order about it is kind advice.
_COMFORTS = re.compile(
    r"\s+(?:(?:be|feel|get|become)\s+(?:too\s+|so\s+|at\s+all\s+)?(?:scared|afraid|frightened|shy"
    r"|worried|anxious|nervous|embarrassed|ashamed|alarmed|intimidated|discouraged"
    r"|disheartened|surprised|upset|put\s+off)|worry|hesitate|despair|feel\s+(?:that|you|bad))\b"
)
_NOT_NEXT = re.compile(r"\s+not\b")
_ADJECTIVE = re.compile(
    r"(?:strictly )?(?:prohibited|forbidden|banned|barred|permitted|allowed|required|expected"
    r"|mandatory|compulsory|optional|recommended|invited|encouraged|need)(?: to)?"
)
_DETERMINER = re.compile(r"\b(?:the|an?|any|each|every|these|those|this|our|all|of|no)\s+$", re.I)
_MOST = re.compile(
    r"(?:(?:we|i) (?:expect|hope|think|believe) (?:that )?)?(?:most|many|some|few)\b[^,;:.]*$",
    re.IGNORECASE,
)
_AT_TIMES = re.compile(
    r"\s+(?:at\s+(?:some\s+(?:time|point|stage)|times)|sometimes|often|occasionally|inevitably"
    r"|naturally|probably|undoubtedly|no\s+doubt|rarely|tend\s+to)\b"
)
#: "So that we can begin", "no-one who can be asked": what is meant, and what for.
_PURPOSE = re.compile(
    r"\b(?:so|in order)\s+that\s+(?:\S+\s+){1,5}$|(?<![,;])\s(?:who|which|that)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
#: "Only the clerk may", but not "Only then may".
_ONLY_FOR = re.compile(r"\W*only\s+(?!then\b|if\b|when\b|where\b)", re.IGNORECASE)
_HAVING = frozenset(["have", "require", "become", "need", "struggle", "get"])
_NO_LONGER = re.compile(r"\s+no\s+longer\b")
_NO_REFUSAL = re.compile(
    r"\bno\s+(?:matter|doubt|later|fewer|more|less|longer|sooner|earlier)\b", re.IGNORECASE
)
#: "Staff know what they need to do": the verb belongs to a question.
_QUESTIONS = ("what", "how", "why")
_RELATIVES = ("which", "whom")
_THATS = ("that", "who", "which")
_ASKS_WHAT = re.compile(r"\w\s+(?:what|how|why)\b[^,;.]*$", re.IGNORECASE)
_IN_RELATIVE = re.compile(
    r"\b(?:to|in|for|with|of|by|at|on|from|under)\s+(?:which|whom)\s+(?:\S+\s+){1,4}$"
)
_SHOULD = 2
#: "Those who need to know".
_KNOW = re.compile(r"\s+know\b")
_INDIRECT = re.compile(r"\w\s+(?:when|if|whether)\s+(?:\S+\s+){1,3}$")
_AS = re.compile(r"\s+as\b")
#: The force of advice: "it is encouraged that pupils do not".
_ADVICE = 1
_THAT_NOT = re.compile(r"\s+that\s+(?:\w+\s+){1,3}(?:do|does|should)\s+not\b")
_BARE = re.compile(
    r"(?:strictly )?(?:prohibited|forbidden|banned|barred|permitted|allowed)(?: to)?"
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|will|may|must|should|can)\b")
_PRONOUN = re.compile(r"\b(?:you|we|they|he|she)\s+$", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|of|under)\s+$")
_HAVE_DONE = re.compile(r"\s+(?:\w+\s+)?have\s+(?:\w+ly\s+)?(?:had|been|\w+ed|\w+en)\b")
_NEXT_VERB = re.compile(r"\s+(?:\w+ly\s+|also\s+|only\s+)*([a-z]+)")
_BE = re.compile(patterns.BE)
_BE_NEXT = re.compile(r"\s+be\b(?:\s+(\w+))?")


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
        or (not before.strip() and duty.wording == "should")
        or (duty.wording.startswith(("a ", "the ", "its ", "their ")) and _WITH.search(before))
        or _AS.match(rest)
        or (duty.force != _SHOULD and duty.wording != "must" and _HELD.match(rest))
        or (duty.wording.startswith("need") and _KNOW.match(rest))
        or _is_indirect(duty, before)
        or (
            duty.force < patterns.MOST
            and _has_any(before, _RELATIVES)
            and _IN_RELATIVE.search(before)
        )
        or duty.wording.startswith(("was ", "were ", "had "))
        or (_has_any(before, _QUESTIONS) and _ASKS_WHAT.search(before))
        or (_BARE.fullmatch(duty.wording) and _FINITE.search(before))
    )


def duty_kind(duty: terms.DutyTerm, before: str, rest: str) -> DutyKind | None:
    """Return the kind of a duty, or None where the verb sets no duty and gives no permission.

    A question ("whether staff should") or a condition ("Should a pupil …") sets no
    duty.
    """
    if _sets_nothing(duty, before, rest):
        return None
    if duty.force <= _ADVICE and _THAT_NOT.match(rest):
        return DutyKind.SHOULD_NOT
    if duty.force == 1 and not _BE.match(duty.wording):
        if duty.wording.startswith("recommended") and _NOT_AHEAD.search(before):
            return DutyKind.SHOULD_NOT
        return None  # "the recommended form"
    bars = duty.bars or bool(_NOT_NEXT.match(rest))
    if duty.refusal and _NO_REFUSAL.search(before):
        bars = False
        duty = duty._replace(bars=False, refusal="", force=0 if duty.verb == "may" else duty.force)
    if duty.refusal and _REQUIRED.search(duty.verb):
        return DutyKind.NEED_NOT  # "nobody is required to"
    if duty.force == 0 and not bars:
        return DutyKind.NEED_NOT if _NEED_NOT.search(duty.wording) else DutyKind.MAY
    named = {4: (DutyKind.MUST, DutyKind.MUST_NOT), 3: (DutyKind.WILL, DutyKind.WILL_NOT)}.get(
        duty.force, (DutyKind.SHOULD, DutyKind.SHOULD_NOT)
    )
    return named[bars]


def _is_indirect(duty: terms.DutyTerm, before: str) -> bool:
    """Return whether a verb is in a clause such as "say when data will be shared"."""
    hit = _INDIRECT.search(before)
    return bool(hit and (duty.wording == "will" or _REQUIRED.search(duty.wording)))


def _has_any(text: str, words: tuple[str, ...]) -> bool:
    """Return whether a text has one of the words: a quick look before a pattern."""
    return any(word in text for word in words)


def only_comforts(duty: terms.DutyTerm, rest: str) -> bool:
    """Return whether a verb tells nobody what to leave: "Don't be scared", "do not hesitate"."""
    return bool(_REFUSES.match(duty.wording) and _COMFORTS.match(rest))


def is_adjective(verb: str, before: str) -> bool:
    """Return whether a verb says which thing is meant: "a banned item", "the required form"."""
    return bool(_ADJECTIVE.fullmatch(verb) and _DETERMINER.search(before))


def _is_only_for(before: str) -> bool:
    """Return whether a verb allows something to one person alone: "Only the clerk may have it"."""
    return bool(_ONLY_FOR.match(before))


def only_predicts(kind: DutyKind, before: str, rest: str) -> bool:
    """Return whether a verb says what is to be expected, which nobody has to do.

    "Most children will be ill", "staff will sometimes be late", "you will find".
    """
    if kind not in (DutyKind.WILL, DutyKind.MAY):
        return False
    has_that = _has_any(before, _THATS)
    which = _WHAT_CAN.search(before) if has_that and kind is DutyKind.WILL else None
    if which and not _SAYS_THAT.match(which[1]):
        return True
    if (has_that and _PURPOSE.search(before)) or _NO_LONGER.match(rest):
        return True
    if _MOST.match(before) or _AT_TIMES.match(rest) or _HAVE_DONE.match(rest):
        return True
    verb = _NEXT_VERB.match(rest)
    may_have = kind is DutyKind.MAY and not _is_only_for(before)
    states = lexicon.STATES | (_HAVING if may_have else frozenset())
    return bool(verb and verb[1].lower() in states)


def only_describes(verb: str, before: str, rest: str, sentence: str) -> bool:
    """Return whether "may" or "can" defines a word, says which thing is meant, or warns."""
    if _WARNS.search(before) or _HELD.match(rest) or _is_condition(before):
        return True
    which = _WHAT_CAN.search(before)
    return bool(_DEFINES.search(sentence) or (which and not _SAYS_THAT.match(which[1])))


def protects(duty: terms.DutyTerm, after: str) -> bool:
    """Return whether a ban says what must not happen to its subject; `after` is after its verb.

    "No pupil may miss a visit because of its cost", "no family will be asked for more".
    """
    if not duty.bars:
        return False
    low = after.lower()
    return bool((duty.refusal and _LOSES.match(low)) or (_MISSES.match(low) and _CAUSE.search(low)))


def _is_condition(before: str) -> bool:
    """Return whether a verb is in a condition; not in "if you are late you can ring"."""
    opening = subject.opening(before)
    if opening not in _CONDITIONS:
        return False
    condition = before[before.lower().rindex(opening) :]
    return not (_FINITE.search(condition) and _PRONOUN.search(condition))


def is_only_possible(
    kind: DutyKind, verb: str, who: str, passive: bool, before: str, rest: str
) -> bool:
    """Return whether the verb says what could happen or what somebody is able to do."""
    could_be = kind is DutyKind.MAY and not _is_only_for(before)
    state = _BE_NEXT.match(rest) if could_be else None
    if state and (not passive or participles.describes(state[1] or "")):
        # "A child may be at risk", "staff may be worried"
        return True
    is_nobodys = kind is DutyKind.MAY and passive and not who
    if is_nobodys and (_WHERE_FROM.match(rest) or _GOES_ON.search(before)):
        return True
    if _ABLE.match(verb):
        return (
            bool(_NO_POWER.match(rest))
            or not who
            or subject.opening(before)
            in (
                "as",
                "because",
                "since",
            )
        )  # "as you cannot control what others do"
    return (
        not who
        and not passive
        and (
            kind in (DutyKind.MAY, DutyKind.WILL, DutyKind.WILL_NOT)
            or verb in ("is to", "are to", "never")
        )
    )
