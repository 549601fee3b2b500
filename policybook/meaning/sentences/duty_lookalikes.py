"""Tell words that set a duty from the same words where they set none.

the prohibited list; mandatory training         an adjective
no tenure required to join                      part of a noun
Should a parent object, we stop.                a condition
the need to rest                                a noun
We recognise that staff need to rest.           a belief
the forms that you must bring                   part of a noun
These terms shall apply.                        a definition
The aim of the club is to help.                 nobody acts
All staff shall be permitted to go.             the second verb counts
"""

import re
from collections.abc import Iterator

from policybook.meaning.sentences.leave_verbs import join_leave
from policybook.meaning.sentences.word_kinds import BREACH, is_agent
from policybook.meaning.words import terms

_ADJECTIVES = frozenset("prohibited forbidden banned barred mandatory compulsory optional".split())
#: What may follow such a word where it ends what it says: "is banned from the site".
_NO_NOUN = frozenset(
    """
    after and as at before but by during except for from if in on or outside over there to under
    unless until when where while with within without
    """.split()
)
_PARTICIPLE = re.compile(
    r"(?:required|obliged|obligated|bound|expected|encouraged|advised|recommended|asked|invited"
    r"|allowed|permitted) to"
)
_BE_BEFORE = re.compile(r"(?:\b(?:is|are|be|was|were|being|been|gets?)(?: \w+){0,2}|^|[,:;])$")
#: "Except as otherwise prohibited by law".
_AS_OTHERWISE = re.compile(r"\b(?:as|unless|where|if|when)(?: otherwise| expressly)?$")
_NEED = re.compile(r"needs? to")
#: "Wipe the tablet should it be lost": a condition.
_INVERTED = re.compile(r" (?:they|it|he|she|you|we|there|this|that|the|an?|any)\b")
_NOUN_AHEAD = re.compile(r"\b(?:the|no|a|any|this|would|\w+'d)$")
# Characters.
_NEAR = 12
_BELIEF = re.compile(
    r"\b(?:recogni[sz]es?|understands?|believes?|acknowledges?|appreciates?|aware) that\b[^,.;]*$"
)
_RELATIVE = re.compile(
    r"\b(?:that|which|whom|(?:who|what)(?: else)?|all|everything|anything|something|whatever|than"
    r"|information|help|support|skills|tools|time) (?:you|we|they|he|she|it)$"
    r"|\b(?:for|to|in|with|of|by|from|on|at|under) (?:which|whom) (?:\w+ ){0,3}\w+$"
)
#: "Guests are often required to pay", "a licence is required to sell".
_OFTEN = re.compile(r"\b(?:often|sometimes|occasionally|frequently|rarely)\b")
_AUXILIARY = re.compile(r" (?:will|shall|may|must|would|should)(?: \w+ly)?$")
_REQUIRED = re.compile(r"(?:is|are|be) (?:\w+ly )?(?:required|expected) to")
#: "Ten minutes should be enough", "you should then be able to".
_ENOUGH = re.compile(r"(?:then |now |also )*be (?:able to|sufficient|enough|adequate|plenty)\b")
_DEFINES = re.compile(
    r"(?:also |not )?(?:apply|mean|denote|supersede|take precedence|override|count (?:as|towards?)|"
    r"constitute|prevail|survive|impact|affect|result|run from"
    r"|be as (?:defined|specified|described|follows|set out|stated)"
    r"|be (?:deemed|defined|construed|interpreted|understood|known as|called|referred to as"
    r"|read as|taken (?:to|as)))\b"
)
#: "Nominator" shall refer to: the subject is a word.
_WORD = re.compile(
    r"[\"'”’]$|\b(?:duties|powers|responsibilities|functions) of [\w ]+$"
    r"|^(?:in|for the purposes? of) (?:this|these) \w+, [\w ]+$"
    r"|\b(?:the )?(?:term|word|expression|phrase|name)s? [\"'“‘]?[\w -]+$"
)
#: "The word shall is used for duties".
_NAMED = re.compile(r"\b(?:word|verb)s?$")
_REFERS = re.compile(r"(?:also |not )?(?:refer|include|cover|extend|exclude)\b")
_PURPOSE = re.compile(
    r"\b(?:role|aim|purpose|goal|expectation|job|task|intention|objective|plan|focus|priority"
    r"|idea|way|guidance|approach|practice|procedure|advice)s?\b"
)
_IS_TO = frozenset({"is to", "are to"})
_FUTURE = frozenset({"shall", "will", "would"})


def real_duties(plain: str) -> Iterator[tuple[terms.DutyTerm, tuple[int, int]]]:
    """Yield the words that set a duty in a sentence, with start and end."""
    duties = list(join_leave(plain, list(terms.locate_duties(plain))))
    for place, (duty, (start, end)) in enumerate(duties):
        following = duties[place + 1] if place + 1 < len(duties) else None
        if following and duty.verb in _FUTURE and _is_next(plain[end:], following[0].verb):
            duties[place + 1] = (_refused(following[0], duty), following[1])
            continue
        is_inverted = plain[start].isupper() or _INVERTED.match(plain, end)
        if duty.verb == "should" and is_inverted and not duty.refusal:
            continue
        # "Anyone banned from the site must leave": part of a noun.
        if duty.verb in _ADJECTIVES and following:
            continue
        if _sets_duty(duty, plain[:start].rstrip().lower(), plain[end:].strip().lower()):
            yield duty, (start, end)


def _refused(duty: terms.DutyTerm, before: terms.DutyTerm) -> terms.DutyTerm:
    """Return a duty with the refusal of the verb before it: "no pupil will be allowed to"."""
    if not before.refusal or duty.bars:
        return duty
    return duty._replace(bars=True, refusal=before.refusal, force=max(duty.force, before.force))


def _is_next(after: str, verb: str) -> bool:
    """Return whether a verb such as `be permitted to` follows at once."""
    return verb.startswith(("be ", "need to", "have to")) and after.lower().startswith(f" {verb}")


def _sets_duty(duty: terms.DutyTerm, before: str, after: str) -> bool:
    """Return whether a verb binds where it stands."""
    verb = duty.verb
    if verb in _ADJECTIVES:
        if _AS_OTHERWISE.search(before):
            return False
        following = re.match(r"[\w'-]+", after)
        return not following or following[0] in _NO_NOUN
    if _PARTICIPLE.fullmatch(verb) and not _BE_BEFORE.search(before):
        return False
    if _REQUIRED.fullmatch(verb) and not (
        is_agent(_AUXILIARY.sub("", before)) or after.startswith("be ") or before.startswith("no ")
    ):
        return False
    if _OFTEN.search(f"{before[-_NEAR:]} {verb}") or (verb == "should" and _ENOUGH.match(after)):
        return False
    if _NEED.fullmatch(verb) and _NOUN_AHEAD.search(before) and not after.startswith("be "):
        return False
    if verb in _FUTURE and _DEFINES.match(after) and not BREACH.search(before):
        return False
    if verb.removesuffix(" not") in _FUTURE and _REFERS.match(after) and _WORD.search(before):
        return False
    # "No money is to be spent" forbids it to all.
    is_ban = duty.refusal == "no" and after.startswith("be ")
    if _NAMED.search(before):
        return False
    if verb in _IS_TO and (_PURPOSE.search(before) or not (is_ban or is_agent(before))):
        return False
    return not (_BELIEF.search(before) or _RELATIVE.search(before))
