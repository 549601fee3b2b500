"""Read the duty of a sentence in its plain form: how strongly it binds, and whether it forbids.

Staff must sign.            4                    The office rings home.      3
We will ring home.          3                    Visitors are signed in.     3
Staff should sign.          2                    We try to ring home.        1.5
Parents are asked to sign.  1                    Staff may sign.             0
Staff must not sign.        forbids              Staff do not use force.     forbids

No duty: "Bruises may be a sign", "Most pupils will need help", "if a parent may be at risk".
"""

import re
from typing import NamedTuple

from policybook.meaning.sentences.duty_lookalikes import real_duties
from policybook.meaning.sentences.requests import read_request
from policybook.meaning.sentences.word_kinds import (
    ATTEMPT,
    BEFALLS,
    BREACH,
    CHARGE,
    NO_DEED,
    PAPER,
    PASSIVE,
    RESULT,
    SAYS,
    SHUNS,
    STATES,
    is_agent,
    is_deed,
    is_seldom,
    leads_with_agent,
)
from policybook.meaning.words import terms

MUST, WILL, TRIED = 4.0, 3.0, 1.5
#: What comes before a verb that belongs to a condition, a question or a relative clause.
_SUBORDINATE = re.compile(
    r"(?:\b(?:if|when|whenever|where|whether|what|how|why|because|unless|until|while|once|before"
    r"|after|since|although|so that|^as|(?<=, )as)\b(?!.*,)"
    r"(?!.*\b(?:is|are|was|were|has|have|had|does|do)\b).*"
    r"|\b(?:who|which|that|those|people|anyone|whom)\s)$"
)
#: "Claims after three months will …", "before leaving you must …": no clause of its own.
_TIME = re.compile(
    r"\b(?:after|before|when|while) (?:\w+ly )?[a-z]+ing\b|"
    r"\b(?:after|before|during) (?:each|every|the|an?) (?:[\w-]+ ){0,2}(?:session|lesson|visit|trip"
    r"|race|walk|hike|camp|swim|practice|rehearsal|class|course|game|sale|fair|concert|outing"
    r"|meeting|match|event|shift|performance|service)\b|"
    r"\b(?:after|before|until|since) (?:the |a |an |that |this |each |every )?"
    r"(?:\d[\w:.]*|[a-z]+ (?:minute|hour|day|week|month|term|year)s?|day|date|deadline|end|start"
    r"|time|noon|lunch|break|school|registration|then)\b(?: of [\w ]+)?(?= |$)"
)
#: What comes before a verb in the present tense that only says which thing, or when.
_ASIDE = re.compile(
    r"\b(?:who|which|that|what|if|when|after|before|once|where|because|as|until|unless|while|how)"
    r"\b(?!.*,)"
)
_TO_DO = re.compile(
    r"^\s*(?:(?:to|be|also|always|not|then|both|either|(?!(?:re|ap|sup|com|im)p?ly|rely)\w+ly)\s+)+"
)
#: "They will have their pass withdrawn": somebody withdraws it.
_HAVE_DONE = re.compile(
    r"have (?:their|his|her|its|the|your) (?:\w+ ){1,3}(?:\w+ed|taken|withdrawn)\b"
)
#: "Nor may they bring": the subject is behind the verb.
_BEHIND = re.compile(r"\s*(?:they|he|she|it|you|we|anyone|(?:the|any|an?|their) \w+)\b")
_ADVERBS = re.compile(r"(?:(?:also|then|always|only|both|either|\w+ly) )+")
_SAYS_WHAT_IS = re.compile(rf"(?:also |then |always |not )*{STATES}\b")
_DO_NOT = re.compile(r"(?:\b(?:do|does) (?:not|never) |\b(?:do|does)n't |\bnever )(?:\w+ly )?\w*")
#: "The bursar, who handles the cash, signs it."
_RELATIVE_ASIDE = re.compile(r",? (?:who|which) (?!must|shall|should|may|can)[^,.;]*,(?= )")
_NO_SUBJECT = re.compile(r"^(?:no (?!longer\b)|nobody |no-one |none )")
_OPENING = re.compile(
    r"(?:if|when|whenever|where|once|after|before|in|at|on|for|during|as|unless)\b[^,]*, "
)
#: "At the end of a session the leader counts the balls, locks": no comma behind it.
_OPENING_ALONE = re.compile(
    r"^(?:at|before|after|during|on|in) (?:the (?:start|end|beginning|close) of )?"
    r"(?:an?|the|each|every|any) (?:(?!of\b)[\w-]+ ){1,2}?"
    r"(?=(?:the|an?|each|every|all|both|two) [\w-]+ )"
)
#: "Some guests cannot climb stairs".
_SOME = re.compile(r"(?:some|many|most|few|a few|several|not all) ")
#: A name that acts: not the first word of a sentence, or in capitals.
_PROPER = re.compile(r"(?:(?<=[a-z,] )[A-Z][\w'-]+|\b[A-Z][a-z]*[A-Z]\w*)$")
_JOINED = re.compile(r"(?:,? (?:and|or|but|then))$")
_FINITE = re.compile(r" (?:is|are|has|have|must|shall|will|should|may|can|do|does) ")
_IMPERATIVE = re.compile(r"^(?:please )?(\w+) (?:the|a|an|all|any|every|each|your|only|\w+s|it)\b")
_REFRAIN = re.compile(
    r"(?:please |kindly )?(?P<verb>(?:refrain|abstain|desist) from) (?P<deed>\w+)"
)
#: "You will need to": the verb is in two parts.
_AUXILIARY = re.compile(r" (?:will|shall|would)(?: \w+ly| also)?$")
_BINDS = frozenset({"shall", "must", "should"})
_THERE = re.compile(r"\bthere$", re.IGNORECASE)
#: What somebody is: "be a director".
_OFFICE = re.compile(r"be (?:(?:an?|the|both|also) )*([\w-]+)\b(?! of\b)")
_GERUND = re.compile(r"[aeiouy]\w*ing$")
_ONLY_POSSIBLE = frozenset("would could might couldn't wouldn't".split())
_BEFORE_A_NOUN = frozenset("a an the any all in of to by with for on at our their".split())
_IS = frozenset({"is", "are", "was", "were"})
#: A subject has at most so many words.
_LONGEST_SUBJECT = 9


class StatedDuty(NamedTuple):
    """What a sentence asks. `force` is None where no duty is sure.

    `verb` is the modal verb, or words like it, and empty for a duty in the present tense;
    `deed` then has its verb. `agent` says whether somebody acts.
    """

    force: float | None = None
    forbids: bool = False
    verb: str = ""
    agent: bool = False
    deed: str = ""

    @property
    def is_advice(self) -> bool:
        """Return whether the sentence only advises or expects: "should", "are expected to"."""
        return self.force is not None and self.force < WILL


NO_DUTY = StatedDuty()


def read_duty(plain: str) -> StatedDuty:
    """Return the duty of a sentence: that of its main clause."""
    if plain.endswith("?"):
        return NO_DUTY
    if request := read_request(plain.lower()):
        return StatedDuty(request.force, request.forbids, request.verb, True, request.deed)
    aside, of_anyone = len(plain), None
    for duty, (start, end) in real_duties(plain):
        before, after = plain[:start].rstrip(), plain[end:].strip()
        if not _SUBORDINATE.search(_TIME.sub("", before.lower()) + " "):
            return _modal(duty, before, after, plain)
        # "Anyone may join": no clause beside another, if no other verb binds.
        if before in ("Anyone", "People"):
            of_anyone = of_anyone or _modal(duty, before, after, plain)
        if not _OPENING.match(f"{before.lower()}, "):
            aside = min(aside, start)
    return of_anyone or _present(plain[:aside].lower())


def read_further_duties(plain: str) -> tuple[StatedDuty, ...]:
    """Return the duties with a modal verb after the first of a sentence."""
    every = [
        _modal(duty, plain[:start].rstrip(), plain[end:].strip(), plain)._replace(agent=False)
        for duty, (start, end) in real_duties(plain)
        if not _SUBORDINATE.search(plain[:start].rstrip().lower() + " ")
    ]
    return tuple(duty for duty in every[1:] if duty.verb)


# --- with a modal verb


def _modal(duty: terms.DutyTerm, before: str, after: str, plain: str) -> StatedDuty:
    """Return the duty that a modal verb sets between the words before and after it."""
    agent, after = _has_agent(before), after.lower()
    if duty.verb in _BINDS and after.startswith("be no ") and _THERE.search(before):
        return StatedDuty(float(duty.force), True, f"{duty.verb} be no", False, after.split()[2])
    if _is_description(duty, before.lower(), after, agent, plain):
        return NO_DUTY
    force, forbids, verb = float(duty.force), duty.bars, duty.wording
    if not forbids and after.startswith("not "):
        forbids, after, verb = True, after[4:], f"{verb} not{' to' * after.startswith('not to ')}"
    if duty.refusal in ("nor", "neither"):
        after = _BEHIND.sub("", after, count=1).strip()
    deed = _TO_DO.sub("", f" {after}", count=1).strip()
    hit = ATTEMPT.match(after) or ATTEMPT.match(deed)
    # To try is less than to do; not to try is no less than not to do.
    if hit and not forbids:
        return StatedDuty(min(force, TRIED), False, f"{verb} {hit[0].strip()}", agent)
    is_result = RESULT.match(after) is not None
    asked = deed if is_result else deed.partition(" ")[0].strip(".,;:")
    # Who may abstain is forbidden nothing.
    if shuns := SHUNS.match(after) or SHUNS.match(deed):
        # Words are quoted whole only if they are one stretch: not "should likely avoid".
        is_stretch = plain.lower().find(f"{verb} {shuns[0]}") >= 0
        forbids, verb = forbids != bool(force), f"{verb} {shuns[0]}" if is_stretch else verb
    return StatedDuty(force, forbids, verb, agent, asked)


def _has_agent(before: str) -> bool:
    """Return whether the words before a verb say who acts."""
    before = _AUXILIARY.sub("", before)
    if not before or is_agent(before) or _PROPER.search(before):
        return True
    if not _JOINED.search(before):
        return False
    subject = _FINITE.split(before, maxsplit=1)[0]
    return is_agent(subject) or bool(_PROPER.search(subject))


def _is_description(duty: terms.DutyTerm, before: str, after: str, agent: bool, plain: str) -> bool:
    """Return whether a modal verb only says what is, what can happen or what is going to be."""
    if duty.verb.split(" ")[0] in _ONLY_POSSIBLE:
        passive = PASSIVE.match(after) if duty.verb in ("could", "might") else None
        return passive is None or bool(NO_DEED.match(passive[2]) or BEFALLS.match(passive[2]))
    if duty.refusal or not duty.verb.startswith(("will", "won't", "may", "can")):
        return False
    if duty.verb.startswith("can") and _SOME.match(before):
        return True
    after = _ADVERBS.sub("", after, count=1)
    passive = PASSIVE.match(after) if after.startswith("be ") else None
    if passive:
        is_used = passive[2] in ("used", "worn", "run") and duty.force in (0, MUST)
        what_is = NO_DEED.match(passive[2]) or BEFALLS.match(passive[2])
        return not is_used and what_is is not None
    if RESULT.match(after) and BREACH.search(before):
        return False
    if _HAVE_DONE.match(after):
        return False
    if SAYS.match(after) and PAPER.search(before):
        return False
    # "An officer may not be a director" forbids it; "a bag may not be full" does not.
    if duty.bars and agent and (office := _OFFICE.match(after)) and is_agent(office[1]):
        return False
    works = duty.verb.startswith("may") and after.removeprefix("not ").startswith("work ")
    says_what_is = _SAYS_WHAT_IS.match(after) and not works
    return bool(says_what_is) or not agent or is_seldom(plain.lower())


# --- in the present tense


def _present(low: str) -> StatedDuty:
    """Return the duty of a sentence in small letters that has no modal verb."""
    if hit := CHARGE.search(low):
        agent = hit[0].startswith("it is") or is_agent(low[: hit.start()])
        return StatedDuty(WILL, verb=hit[0] if agent else "", agent=agent, deed=hit[0])
    if hit := _DO_NOT.search(low):
        before = low[: hit.start()].rstrip()
        bans = (
            is_agent(before) and leads_with_agent(before) and not _SUBORDINATE.search(before + " ")
        )
        return StatedDuty(MUST, forbids=True, agent=True, deed=hit[0].strip()) if bans else NO_DUTY
    low = _OPENING_ALONE.sub("", low)
    opening = _OPENING.match(low)
    main = _RELATIVE_ASIDE.sub("", low[opening.end() :] if opening else low)
    if _NO_SUBJECT.match(main):
        start = [word.strip(",.;:") for word in _ASIDE.split(main)[0].split()[:5]]
        deeds = [place for place, word in enumerate(start) if place and is_deed(word)]
        # "No parent need attend" leaves it to them.
        if not deeds or "need" in start[: deeds[0]]:
            return NO_DUTY
        words = " ".join(start[: deeds[0] + 1])
        return StatedDuty(MUST, forbids=True, agent=True, deed=words)
    for hit in PASSIVE.finditer(main):
        if hit[1] not in ("is", "are") or _ASIDE.search(main[: hit.start()]):
            continue
        if NO_DEED.match(hit[2]):
            return NO_DUTY
        forbids = " not " in hit[0] or " never " in hit[0]
        return StatedDuty(MUST if forbids else WILL, forbids=forbids, deed=hit[0])
    return _active(main)


def _active(main: str) -> StatedDuty:
    """Return the duty of a main clause in which somebody does something."""
    if hit := _REFRAIN.match(main):
        return StatedDuty(MUST, True, hit["verb"], True, hit["deed"])
    if (hit := _IMPERATIVE.match(main)) and is_deed(hit[1]) and not _GERUND.search(hit[1]):
        return StatedDuty(WILL, agent=True, deed=hit[1])
    tokens = main.split()
    for place in range(1, min(len(tokens), _LONGEST_SUBJECT)):
        # "These are the users we consider first" says who they are.
        if tokens[place - 1] in _IS:
            break
        if tokens[place - 1] in _BEFORE_A_NOUN or not is_agent(" ".join(tokens[:place])):
            continue
        rest = " ".join(tokens[place:])
        if hit := ATTEMPT.match(rest):
            return StatedDuty(TRIED, agent=True, deed=hit[0].strip())
        if (hit := SHUNS.match(rest)) and "avoid" not in hit[0]:
            return StatedDuty(MUST, forbids=True, agent=True, deed=hit[0])
        deed = tokens[place].strip(",.;:")
        if is_deed(deed) and not is_seldom(main):
            return StatedDuty(WILL, agent=True, deed=deed)
    return NO_DUTY
