"""Decide what a verb asks or allows, and whether it sets a duty at all."""

import re
from enum import StrEnum

from policybook.analysis.duties import subject
from policybook.redline import patterns, terms

_DEFINES = re.compile(
    r"\bwe use the (?:term|words?|name)\b|\bthe term\b[^.]*\b(?:means?|refers|describes?"
    r"|covers|includes|is used)\b"
)
#: "Any tool that you can use" says what tool; "we agree that you can use it" allows it.
_WHAT_CAN = re.compile(r"(\w+),?\s+(?:that|which)\s+(?:[\w'-]+\s+){1,3}$")
_WARNS = re.compile(r"\b(?:aware|mindful|bear in mind|remember|warned?) that\b", re.IGNORECASE)
_HELD = re.compile(r"\s+be held (?:\w+ )?(?:accountable|liable|responsible)\b")
_SAYS_THAT = re.compile(
    r"(?:accept|agree|allow|announce|assur|check|clear|confirm|decid|ensur|expect"
    r"|explain|know|mean|note|provid|recogni|recommend|remember|rul|said|"
    r"say|so$|stat|sure|tell|told|understand|understood|is$|are$)",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:could|couldn't|might|able to|would|wouldn't)\b")
_ABLE = re.compile(r"can ?not|can't")
_NOT_AHEAD = re.compile(r"\bnot\s+$")
_NEED_NOT = re.compile(r"\b(?:not|no)\b")
_NOT_NEXT = re.compile(r"\s+not\b")
_BE = re.compile(patterns.BE)
_BE_NEXT = re.compile(r"\s+be\b")


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


def duty_kind(duty: terms.DutyTerm, before: str, rest: str) -> DutyKind | None:
    """Return the kind of a duty, or None where the verb sets no duty and gives no permission.

    A question ("whether staff should") or a condition ("Should a pupil …") sets no
    duty.
    """
    if (
        _POSSIBLE.search(duty.wording)
        or ("whether" in before.lower() and subject.opening(before) == "whether")
        or (not before.strip() and duty.wording == "should")
    ):
        return None
    if duty.force == 1 and not _BE.match(duty.wording):
        if duty.wording.startswith("recommended") and _NOT_AHEAD.search(before):
            return DutyKind.SHOULD_NOT
        return None  # "the recommended form"
    bars = duty.bars or bool(_NOT_NEXT.match(rest))
    if duty.force == 0 and not bars:
        return DutyKind.NEED_NOT if _NEED_NOT.search(duty.wording) else DutyKind.MAY
    named = {4: (DutyKind.MUST, DutyKind.MUST_NOT), 3: (DutyKind.WILL, DutyKind.WILL_NOT)}.get(
        duty.force, (DutyKind.SHOULD, DutyKind.SHOULD_NOT)
    )
    return named[bars]


def only_describes(verb: str, before: str, rest: str, sentence: str) -> bool:
    """Return whether "may" or "can" defines a word, says which thing is meant, or warns."""
    if _WARNS.search(before) or _HELD.match(rest):
        return True
    which = _WHAT_CAN.search(before) if verb == "can" else None
    return bool(_DEFINES.search(sentence) or (which and not _SAYS_THAT.match(which[1])))


def is_only_possible(
    kind: DutyKind, verb: str, who: str, passive: bool, before: str, rest: str
) -> bool:
    """Return whether the verb says what could happen or what somebody is able to do."""
    if kind is DutyKind.MAY and not passive and _BE_NEXT.match(rest):
        # "A child may be at risk."
        return True
    if _ABLE.match(verb):
        return not who or subject.opening(before) in (
            "as",
            "because",
            "since",
        )  # "as you cannot control what others do"
    return (
        not who
        and not passive
        and (
            kind in (DutyKind.MAY, DutyKind.WILL, DutyKind.WILL_NOT)
            or verb in ("is to", "are to", "never")
        )
    )
