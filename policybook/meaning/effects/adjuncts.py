"""Put a phrase of time or condition at the end of its sentence, where that changes nothing.

every term the bursar counts the keys     the bursar counts the keys every term
if a lift is stuck, tenants ring us       tenants ring us if a lift is stuck
guests normally leave early               guests leave early normally
coaches must, if possible, reply          coaches must reply if possible

The rest must be one clause: in "A does this and B does that every year" nobody knows whether
the year belongs to both. With "only", "also" or a pronoun nothing moves.
"""

import re
from collections.abc import Sequence

from policybook.meaning.sentences.word_kinds import is_deed
from policybook.meaning.words.number_words import SPELT
from policybook.meaning.words.patterns import MONTH, UNIT

_N = rf"(?:\d+|{SPELT}|one|an?)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
#: How far a sentence holds; it may be in any place.
_HEDGE = (
    r"(?:normally|usually|generally|ordinarily|as a rule"
    r"|(?:where|wherever|when|whenever|if|as far as) (?:possible|practicable|necessary"
    r"|appropriate|applicable|reasonable))"
)
#: Phrases of time with a sure end.
_OFTEN = (
    rf"(?:every|each) (?:(?:school|working|calendar|autumn|spring|summer|academic|other) )?"
    rf"(?:{UNIT}|{_DAY}|morning|afternoon|evening|night)"
    rf"|(?:once|twice|{_N} times) (?:a|each|every) (?:school )?{UNIT}"
    rf"|on (?:{_DAY})|in (?:{MONTH})"
)
#: These need a comma behind them to show where they end.
_TIMES = (
    rf"(?:{_N} (?:\w+ )?{UNIT} )?(?:before|after)|during|within {_N}|by {_N}"
    r"|(?:at|by) the (?:start|end|beginning) of"
)
_FRONT_HEDGE = re.compile(rf"({_HEDGE}) (?:, )?(?=\w)")
_FRONT_OFTEN = re.compile(rf"({_OFTEN}) (?:, )?(?=(?:the|an?|all|every|each|our|\w+s)\b)")
_FRONT_CLAUSE = re.compile(rf"((?:if|when|whenever|{_TIMES}) [^,;:()]+?) , ")
_INNER = re.compile(rf" , ({_HEDGE}) , | (normally|usually|generally|ordinarily) ")
_LAST_HEDGE = re.compile(rf"(?: ,)? ({_HEDGE})$")
_CLAUSE = re.compile(r"(?:if|when|whenever)\b")
#: With one of these in the rest of a sentence, nothing moves.
_HOLDS = re.compile(
    r"\b(?:only|also|even|just|either|neither|nor|but|so|then|who|whom|whose|which|that|if|when"
    r"|whenever|where|wherever|unless|until|because|while|whether|before|after|since|as|it|they"
    r"|them|he|she|him|this|these|those|such|otherwise|both)\b|[,;:()|]"
)
#: "Normally" may pass these.
_TIME_WORDS = re.compile(r"\b(?:before|after|since|this|these|those|it|they|them)\b")
#: A phrase of time may not pass these: "may not leave every day".
_NOTS = re.compile(r"\b(?:not|no|never|none|nobody|cannot|without|all|any)\b|n't")
#: What a moved condition itself may not have.
_TWO_CLAUSES = re.compile(
    r"\b(?:only|also|even|but|unless|until|then|not only|it|they|them|he|she|this|these|those)\b"
)
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|do|does|must|shall|will|should|may|can|cannot|might|could)$"
)
#: "Dental and": what follows is no verb.
_KIND = re.compile(r"\w{3,}(?:al|ic|ary|ous) $")
#: So many words behind "and" may hold a second verb.
_NEAR = 5


def adjuncts_last(tokens: Sequence[str]) -> list[str]:
    """Return the words of a sentence with its moving phrases at the end; without commas."""
    text = " ".join(tokens)
    phrases = []
    while hit := _find_front(text):
        phrases.append(hit[1])
        text = text[hit.end() :]
    if (inner := _INNER.search(text)) and _is_one_clause(
        text.replace(inner[0], " "), is_hedge=True
    ):
        phrases.append(inner[1] or inner[2])
        text = f"{text[: inner.start()]} {text[inner.end() :]}"
    if hit := _LAST_HEDGE.search(text):
        phrases.append(hit[1])
        text = text[: hit.start()]
    return [*text.split(), *(word for phrase in sorted(phrases) for word in phrase.split())]


def _find_front(text: str) -> re.Match[str] | None:
    """Return the phrase at the front of a sentence that may as well be at its end."""
    for pattern in (_FRONT_HEDGE, _FRONT_OFTEN, _FRONT_CLAUSE):
        hit = pattern.match(text)
        if hit and _may_move(hit[1], text[hit.end() :], pattern is _FRONT_OFTEN):
            return hit
    return None


def _may_move(phrase: str, rest: str, is_often: bool) -> bool:
    """Return whether a phrase says the same at the end of the rest."""
    is_hedge = _FRONT_HEDGE.match(f"{phrase} x") is not None
    if _TWO_CLAUSES.search(phrase) or not _is_one_clause(rest, is_hedge) or _joins_verbs(phrase):
        return False
    is_time = is_often or not (_CLAUSE.match(phrase) or is_hedge)
    return not (is_time and _NOTS.search(rest))


def _is_one_clause(text: str, is_hedge: bool) -> bool:
    """Return whether a text has one verb with its objects, as far as its words tell."""
    text = _LAST_HEDGE.sub("", text)
    if is_hedge:
        text = re.sub(_TIME_WORDS, " ", text)
    return not _HOLDS.search(text) and not _joins_verbs(text)


def _joins_verbs(text: str) -> bool:
    """Return whether "and" or "or" may join two verbs: what follows has one."""
    ahead, *parts = re.split(r"\b(?:and|or)\b", text)
    if re.search(_KIND, ahead):
        parts = parts[1:]
    for part in parts:
        if any(is_deed(word) or _VERB.match(word) for word in part.split()[:_NEAR]):
            return True
    return False
