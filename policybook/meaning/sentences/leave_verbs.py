"""Find verbs that leave something to people, though a part of them binds or forbids.

Trainees shall not be required to stay.        they need not
No trainee is asked to stay.                   they need not
The chair must not be prohibited from voting.  the chair may
Guests may be barred from the hall.            somebody may do so
It is not forbidden to bring a bag.            people may
Directors shall have the right to look.        they may
Members shall not be entitled to a refund.     neither a duty nor a ban
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policybook.meaning.words.terms import DutyTerm

Span = tuple[int, int]

#: What nobody has to do if "not" or "no" is before it.
_ASKED = (
    r"(?:(?:have|has|needs?) to\b"
    r"|(?:(?:be|is|are) )?(?:\w+ly )?"
    r"(?:(?:obliged|bound|compelled|asked|requested) to\b|bound by\b"
    r"|(?:required|expected|needed|necessary)\b(?: to\b)?))"
)
#: What people may do if "not" or "no" is before it.
_BARRED = (
    r"(?:(?:be|is|are) )?(?:\w+ly )?(?:(?:prohibited|forbidden|banned|barred|debarred)\b"
    r"(?: from\b| to\b)?|(?:prevented|precluded|stopped) from\b)"
)
#: What a rule gives to people.
_RIGHT = (
    r"(?:also |then )?"
    r"(?:be (?:\w+ly )?(?:entitled|eligible|free|able|welcome|at liberty|excused|exempt)\b"
    r"(?: to\b| from\b)?"
    r"|(?:have|enjoy|retain) (?:(?:the|a|an|all|full|sole|absolute|equal|one|no) )*(?:casting )?"
    r"(?:rights?|authority|powers?|discretion|options?|opportunity|privileges?|freedom|votes?)\b"
    r"(?: to\b)?)"
)
_AFTER_NOT, _AFTER_WILL = re.compile(rf"\s+(?:{_ASKED}|{_BARRED})"), re.compile(rf"\s+{_RIGHT}")
_IS_ASKED, _IS_BARRED = re.compile(_ASKED), re.compile(_BARRED)
_NOT_BEFORE = re.compile(r"\b(?:not|never|no longer) (?:\w+ly )?$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never)$|n't$")
#: "May be barred": somebody may do so.
_POSSIBLE = frozenset({"may", "can"})
_NEEDED = ("required", "expected", "needed", "necessary")
_ONLY_THOUGHT = re.compile(r"(?:could|might|would)")
_GIVES = frozenset("shall will must may should".split())


class _Found(NamedTuple):
    """A verb with its whole span, and whether anything is left to people."""

    span: Span
    leaves: bool


def join_leave(
    plain: str, duties: Sequence[tuple[DutyTerm, Span]]
) -> Iterator[tuple[DutyTerm, Span]]:
    """Yield the duties of a sentence, those that leave something as one verb without force.

    A verb that denies a right is left out.
    """
    past = 0
    for duty, span in duties:
        if span[0] < past:
            continue
        hit = _find(plain, duty, span)
        if hit is None:
            yield duty, span
            continue
        past = hit.span[1]
        if hit.leaves:
            verb = " ".join(plain[slice(*hit.span)].lower().split())
            yield duty._replace(verb=verb, force=0, bars=False), hit.span


def _find(plain: str, duty: DutyTerm, span: Span) -> _Found | None:
    """Return the verb that leaves something, or denies a right, at the place of a duty."""
    if _ONLY_THOUGHT.match(duty.verb):
        return None
    start, end = span
    is_denied = bool(duty.refusal or _NOT.search(duty.verb))
    hit = _AFTER_NOT.match(plain, end)
    # "May be required for an exam" says what may be needed.
    is_possible = duty.verb in _POSSIBLE and hit and not hit[0].endswith(_NEEDED)
    if hit and (is_denied or is_possible):
        return _Found((start, hit.end()), leaves=True)
    if duty.refusal and (_IS_ASKED.fullmatch(duty.verb) or _IS_BARRED.fullmatch(duty.verb)):
        return _Found(span, leaves=True)
    if _IS_BARRED.fullmatch(duty.verb) and (before := _NOT_BEFORE.search(plain[:start])):
        return _Found((before.start(), end), leaves=True)
    gives = duty.verb in _GIVES or is_denied
    if gives and (hit := _AFTER_WILL.match(plain, end)):
        # "Should be able to" is what one hopes for.
        is_no_right = is_denied or duty.verb == "should" or re.search(r"\bno\b", hit[0])
        return _Found((start, hit.end()), leaves=not is_no_right)
    return None
