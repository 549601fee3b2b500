"""Read what each sentence says: who acts, how strongly, whether it forbids, on what condition.

    Staff must sign.              force 4            The office rings home.     force 3
    We will ring home.            force 3            We try to ring home.       force 1.5
    Staff should sign.            force 2            Staff may sign.            force 0
    Staff must not sign.          forbids            Bruises may be a sign.     no duty
    Sign, unless you are ill.     a condition        Most pupils need help.     no duty

A sentence whose duty is not sure has no force. Nothing is claimed about it.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from policybook.redline import terms
from policybook.redline.sentence_conditions import Condition, is_exception, read_conditions
from policybook.redline.sentence_forms import plain_form
from policybook.redline.sentence_words import (
    ATTEMPT,
    CHARGE,
    SHUNS,
    STATES,
    is_agent,
    is_deed,
    is_seldom,
)
from policybook.redline.similarity import EMPTY, words
from policybook.redline.term_stems import stem

MUST, WILL, TRIED, ASKED = 4.0, 3.0, 1.5, 1.0
# The space comes first because a pattern that starts with a fixed character is fast.
_SENTENCE_END = re.compile(
    r" (?:(?<=[a-z\d]{2}[.!?] )|(?<=[)”\"'][.!?] )|(?<=[.!?]{2} ))(?=[A-Z“\"(])"
)
#: "…, and pupils must hand it in": a second sentence in the first.
_SECOND = re.compile(
    r"(?:,? (?:and|but)|;) (?=(?:\w+ ){1,4}(?:must|shall|will|should|may|can|cannot)\b)"
)
_SUBORDINATE = re.compile(
    r"(?:\b(?:if|when|whenever|where|whether|what|how|why|because|unless|until|while|once|before"
    r"|after|(?<!such )(?<!well )as|since|although|so that)\b(?!.*,)(?!.*\b(?:is|are|was|were|has|have|had|does|do)\b)"
    r".*|\b(?:who|which|that|those|people|anyone|whom)\s)$"
)
_TO_DO = re.compile(r"\s*(?:to|be|also|always|not|then|both|either|\w+ly)\s+")
_PASSIVE = re.compile(
    r"\b(is|are|be|being|been) (?:(?:not|never|also|then|always|only|now|\w+ly) )*"
    r"(\w+ed|\w+en|kept|sent|told|held|put|read|brought|paid|led|found|left|met|set|dealt|heard"
    r"|taught|done|made|drawn|shown|worn|given|taken|written|seen|hung|lent|cut|shut|sought)\b"
)
_NOT_DONE = re.compile(
    r"^(?:based|located|called|named|interested|concerned|related|needed|involved|designed|meant"
    r"|intended|expected|required|closed|supposed|committed|aged|limited|listed|open|often|even"
    r"|children|allowed|permitted|encouraged|advised|pleased|tired|worried|used|known|seen|worn"
    r"|broken|hidden|included|contained|entitled|determined|described|dedicated|covered)$"
)
_DO_NOT = re.compile(r"\b(?:do|does) (?:not|never) |\b(?:do|does)n't |\bnever ", re.IGNORECASE)
_NO_SUBJECT = re.compile(r"^(?:no (?!longer\b)|nobody |no-one |none )", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:if|when|whenever|where|once|after|before|in|at|on|for|during|as|unless)\b[^,]*, "
)
_HAS_NOT = re.compile(r"\b(?:not|never|cannot|no|prohibited|forbidden|banned|barred|refrain)\b|n't")
#: A name that acts: not the first word of a sentence, or in capitals.
_PROPER = re.compile(r"(?:(?<=[a-z,] )[A-Z][\w'-]+|\b[A-Z][a-z]*[A-Z]\w*)$")
_JOINED = re.compile(r"(?:,? (?:and|or|but|then))$")
_FINITE = re.compile(r" (?:is|are|has|have|must|shall|will|should|may|can|do|does) ")
_IMPERATIVE = re.compile(r"^(?:please )?(\w+) (?:the|a|an|all|any|every|each|your|only|\w+s|it)\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence as it is read.

    `force` is None where no duty is sure. `verb` is what binds, as written, and empty for a
    duty in the present tense. `negations` are the other words that reverse a meaning, and
    `broad` says how many are meant: 1 for every, -1 for some.
    """

    text: str
    force: float | None
    forbids: bool
    verb: str
    agent: bool
    subject: tuple[str, ...]
    stems: Counter[str]
    conditions: tuple[Condition, ...]
    negations: int
    is_exception: bool

    @property
    def is_modal(self) -> bool:
        """Return whether a modal verb, or words like it, bind."""
        return bool(self.verb)


@lru_cache(maxsize=1 << 12)
def read(text: str) -> tuple[Statement, ...]:
    """Return the statements of `text` in their order."""
    return tuple(
        _statement(part) for sentence in split_sentences(text) for part in _parts(sentence)
    )


def complete(lead: str, item: str) -> str:
    """Return opening words and an item of their list as one sentence."""
    lead = lead.rstrip().rstrip(":–—- ").rstrip()
    return f"{lead} {item}" if lead else item


def split_sentences(text: str) -> list[str]:
    """Return the sentences of `text`."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def _parts(sentence: str) -> list[str]:
    """Return the sentence, cut where a second subject and verb begin."""
    parts = _SECOND.split(sentence)
    return parts if all(len(part.split()) > 2 for part in parts) else [sentence]


@lru_cache(maxsize=1 << 12)
def _statement(sentence: str) -> Statement:
    """Return the statement that a sentence makes."""
    plain = plain_form(sentence)
    force, forbids, verb, agent = _duty(plain)
    negations = len(terms.negations(plain))
    if forbids and ("…" in verb or not _HAS_NOT.search(verb)):
        # The "no" or "not" of this ban is not in its verb.
        negations = max(0, negations - 1)
    return Statement(
        sentence,
        force,
        forbids,
        verb,
        agent,
        tuple(content(plain[: plain.lower().find(verb.split(" ")[0])])) if verb else (),
        content(plain),
        read_conditions(plain),
        negations,
        is_exception(plain),
    )


def content(text: str) -> Counter[str]:
    """Return how often each word that says something occurs, without its ending."""
    low = text.lower()
    for _, (start, end) in reversed(list(terms.locate_duties(text))):
        low = f"{low[:start]} {low[end:]}"
    return Counter(
        stemmed for word in words(low) if word not in EMPTY and (stemmed := stem(word)) is not None
    )


def _duty(plain: str) -> tuple[float | None, bool, str, bool]:
    """Return force, whether it forbids, the verb that binds, and whether somebody acts."""
    if plain.endswith("?"):
        return None, False, "", False
    aside = len(plain)
    for duty, (start, end) in terms.locate_duties(plain):
        before, after = plain[:start].rstrip(), plain[end:].strip()
        if _SUBORDINATE.search(before.lower() + " "):
            if not _OPENING.match(f"{before.lower()}, "):
                aside = min(aside, start)
            continue
        agent = _has_agent(before)
        return (*_force(duty, before, after, agent, plain), agent)
    return _present(plain[:aside])


def _has_agent(before: str) -> bool:
    """Return whether the words before a verb say who acts."""
    if not before or is_agent(before) or _PROPER.search(before):
        return True
    if not _JOINED.search(before):
        return False
    subject = _FINITE.split(before, maxsplit=1)[0]
    return is_agent(subject) or bool(_PROPER.search(subject))


def _force(
    duty: terms.DutyTerm, before: str, after: str, agent: bool, plain: str
) -> tuple[float | None, bool, str]:
    """Return force, whether it forbids, and the verb."""
    force, forbids, after = float(duty.force), duty.bars, after.lower()
    if not forbids and after.startswith("not "):
        forbids, after = True, after[4:]
    if _is_description(duty, after, agent, plain):
        return None, False, ""
    deed = _TO_DO.sub("", f" {after}", count=1).strip()
    if hit := ATTEMPT.match(after) or ATTEMPT.match(deed):
        return min(force, TRIED), False, f"{duty.wording} {hit[0].strip()}"
    if SHUNS.match(after) or SHUNS.match(deed):
        forbids = not forbids
    return force, forbids, duty.wording


def _is_description(duty: terms.DutyTerm, after: str, agent: bool, plain: str) -> bool:
    """Return whether a modal verb only says what is, what can happen or what is going to be."""
    if duty.verb in ("would", "could", "might", "could not", "might not", "couldn't"):
        return True
    if duty.verb.startswith(("will", "won't", "may", "can", "mayn't")) and not duty.refusal:
        acts = re.match(rf"(?:also |then |always |not )*{STATES}\b", after)
        passive = _PASSIVE.match(after) if after.startswith("be ") else None
        if passive:
            return bool(_NOT_DONE.match(passive[2])) or not (
                duty.force == 0 or duty.bars or is_deed(passive[2])
            )
        return bool(acts) or not agent or is_seldom(plain.lower())
    return False


def _present(plain: str) -> tuple[float | None, bool, str, bool]:
    """Return the same for a sentence without a modal verb."""
    low = plain.lower()
    if hit := CHARGE.search(low):
        return WILL, False, "", is_agent(low[: hit.start()])
    if hit := _DO_NOT.search(low):
        before = low[: hit.start()].rstrip()
        agent = is_agent(before) and not _SUBORDINATE.search(before + " ")
        return (MUST, True, "", True) if agent else (None, False, "", False)
    main = _main_clause(low)
    if _NO_SUBJECT.match(main):
        return (MUST, True, "", True) if is_deed_ahead(main) else (None, False, "", False)
    if hit := _PASSIVE.search(main):
        done = hit[1] in ("is", "are") and not _NOT_DONE.match(hit[2])
        forbids = " not " in hit[0] or " never " in hit[0]
        return (WILL if done else None), forbids and done, "", False
    return _active(main)


def _active(main: str) -> tuple[float | None, bool, str, bool]:
    """Return the same for a sentence in which somebody does something."""
    if (hit := _IMPERATIVE.match(main)) and is_deed(hit[1]) and not main.endswith("s"):
        return WILL, False, "", True
    tokens = main.split()
    for place in range(1, min(len(tokens), 9)):
        before, rest = " ".join(tokens[:place]), " ".join(tokens[place:])
        if not is_agent(before):
            continue
        if ATTEMPT.match(rest):
            return TRIED, False, "", True
        if is_deed(tokens[place].strip(",.;:")) and not is_seldom(main):
            return WILL, False, "", True
    return None, False, "", False


def is_deed_ahead(main: str) -> bool:
    """Return whether one of the next words is a deed."""
    return any(is_deed(word.strip(",.;:")) for word in main.split()[1:5])


def _main_clause(low: str) -> str:
    """Return the sentence without a condition or a time at its start."""
    opening = _OPENING.match(low)
    return low[opening.end() :] if opening else low
