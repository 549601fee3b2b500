"""Tell a step of a procedure in the present tense from a description.

The office contacts the parents of any pupil who is late.   a named person does it
A copy is sent to the complainant.                          done for, or by, a named person
The school sends its best teams to the final.               it may be a step: left to the reader
Children ask questions.                                     no step
"""

import re

from policybook.meaning.sentences.duty import WILL, StatedDuty
from policybook.meaning.sentences.word_kinds import PASSIVE, is_agent, is_seldom, starts_with_agent
from policybook.meaning.words.stems import stem
from policybook.text import lexicon

#: What people do for the record, to be checked or to let others know: nobody does it by nature.
_STEPS = frozenset(
    map(
        stem,
        """
        appoint assess audit brief check circulate collect confirm contact copy count
        countersign email
        escort examine file forward inform inspect interview investigate invite issue list lock
        log measure meet monitor notify obtain phone photocopy print record register
        remind report return review ring send
        shred sign submit telephone tell test verify write
        supervise train update visit
        clean disinfect empty mow renew repair restock sweep trim wash wipe
        """.split(),
    )
)
_SENT = frozenset({"sent", "told", "rung"})
#: A certain person or body, each of a kind, or all of a kind: "tenants trim the hedge".
_NAMED = re.compile(
    r"(?:the|an?|each|every|all|one|two|both|our) (?P<who>[\w' -]+)|she|he"
    r"|(?P<all>[a-z]+s|staff)"
)
#: These do such things by nature, or are no people of this school.
_NO_DOER = re.compile(
    r"\b(?:child|children|pupils?|students?|learners?|users?|people|person|players?|participants?"
    r"|companies|company|website|site|system|software|programme|service|app|everyone|others?)$"
)
_OBJECT = re.compile(
    r"(?:(?:to|with) (?=the|all|each|every|any|their))?"
    r"(?:the|an?|it|them|their|his|her|its|any|all|each|every|this|these|those|whether|both"
    r"|[a-z]{3,}s|work|notice)\b"
)
#: "A report is sent to the board": for whom, or by whom.
_WHO = re.compile(
    r"(?:(?:in|on) the (?:\w+ )?\w+ (?=by\b))?\b(?:by|to) "
    r"((?:the|an?|all|each|every|any|both|two|three|their|our|his|her|its) [\w' -]+|parents"
    r"|pupils|staff|families|members|governors|trustees|employees|applicants|carers)"
)
#: What makes a description of a sentence.
_DESCRIBES = re.compile(
    r"\b(?:when|if|whether) (?:you|we|i)\b|\b(?:i|we|us|our|you|your|my)\b|[?\"“”:]"
    r"|\b(?:may|might|could|would|can)\b|^(?:this|these)\b|\b(?:currently|historically"
    r"|already|thus|therefore)\b"
)
_KEEPS = re.compile(
    r"(?:keeps?|makes?|takes?) (?:(?:an?|the|all) )?(?:\w+ )?(?:records?|registers?|logs?|lists?"
    r"|minutes|notes?|inventory)\b"
    r"|(?:leaves?|hands?|gives?) (?:an?|the) (?:copy|key|list|message|note)\b"
    r"|asks? for (?:the |an? )?(?:\w+ )?(?:proof|evidence|cop(?:y|ies)|receipts?|details)\b"
    r"|holds? (?:[\w'-]+ ){0,4}(?:insurance|licen[cs]e|certificate|qualification|clearance)\b"
)
#: All of a kind do this with a certain thing only: "trim the hedge", not "write letters".
_CERTAIN = re.compile(r"(?:the|their|his|her|its|any|all|each|every)\b")
_ALSO = re.compile(r" (?:also|then|always)$")
_LONGEST_SUBJECT = 7


def is_procedure(duty: StatedDuty, text: str) -> bool:
    """Return whether a sentence in the present tense is surely a step that somebody takes."""
    low = " ".join(text.lower().split())
    if duty.verb or duty.forbids or duty.force != WILL or _DESCRIBES.search(low) or is_seldom(low):
        return False
    return _is_active_step(duty, low) or _is_passive_step(duty, low)


def _is_step(verb: str) -> bool:
    """Return whether a verb, in any form, is one of those of procedures."""
    return verb in _SENT or stem(verb) in _STEPS


def _is_active_step(duty: StatedDuty, low: str) -> bool:
    """Return whether a named person or body does it: "the office contacts the parents"."""
    subject, verb, rest = low.partition(f" {duty.deed} ")
    subject = _ALSO.sub("", subject)
    hit = _NAMED.fullmatch(subject)
    if hit and hit["all"] and not (lexicon.is_person(hit["all"]) and _CERTAIN.match(rest)):
        return False
    # "The guide tells stories".
    if stem(duty.deed) == stem("tell") and not starts_with_agent(rest.rstrip(".").split()[:4]):
        return False
    return (
        bool(verb and hit and duty.agent)
        and (_KEEPS.match(f"{duty.deed} {rest}") or _is_step(duty.deed))
        # "The board approved this": what happened.
        and not duty.deed.endswith("ed")
        and len(subject.split()) <= _LONGEST_SUBJECT
        and is_agent(subject)
        and not _NO_DOER.search(subject)
        and (_OBJECT.match(rest) or _KEEPS.match(f"{duty.deed} {rest}")) is not None
    )


def _is_passive_step(duty: StatedDuty, low: str) -> bool:
    """Return whether it is done for or by somebody: "a copy is sent to the complainant"."""
    hit = PASSIVE.fullmatch(duty.deed)
    if not hit or not _is_step(hit[2]):
        return False
    before, _, rest = low.partition(duty.deed)
    who = _WHO.match(rest.strip())
    if not who or len(before.split()) > _LONGEST_SUBJECT:
        return False
    return starts_with_agent(who[1].split()[:5])
