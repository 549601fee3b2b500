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

from policybook.meaning.sentences.word_kinds import is_agent, is_deed
from policybook.meaning.words import terms
from policybook.meaning.words.number_words import SPELT
from policybook.meaning.words.patterns import MONTH, UNIT
from policybook.meaning.words.similarity import EMPTY

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
    rf"|on (?:{_DAY}|arrival|departure)|in (?:{MONTH})|at all times"
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
_NOTS = re.compile(r"\b(?:not|no|never|none|nobody|cannot|without)\b|n't")
#: "Before they leave, readers sign": they are the readers, if nobody else is there.
_THEY = re.compile(r"(?:when|whenever|before|after) they (?=\w)")
#: What a moved condition itself may not have.
_TWO_CLAUSES = re.compile(
    r"\b(?:only|also|even|but|unless|until|then|not only|it|they|them|he|she|this|these|those)\b"
)
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|do|does|must|shall|will|should|may|can|cannot|might|could"
    r"|be|been|not)$"
)
#: "Ask the warden if a lift is stuck" is another thing than "if a lift is stuck, ask the warden".
_ASKS = re.compile(
    r"\b(?:ask|tell|inform|show|remind|advise|say|know|see|decide|explain|consider|confirm"
    r"|learn|understand|hear|discuss)s?\b|\b(?:find|check|record|report|note|monitor|notify"
    r"|notifie)s?$"
)
#: After these, "normally" says of which kind a thing is.
_NO_NOUN = frozenset("the a an their our his her its any all every each some of in at with".split())
_BEFORE_ING = frozenset(
    "by for from of without in about on stop stops avoid avoids start starts keep keeps".split()
)
_PARTICIPLE = re.compile(
    r"\w{2,}[^e]ed$|(?:kept|sent|held|made|paid|left|given|taken|written|shown)$"
)
#: "Dental and": what follows is no verb.
_KIND = re.compile(r"\w{3,}(?:al|ic|ary|ous) $")
#: The subject of a short sentence is among its first words.
_FEW = 3
#: So many words behind "and" may hold a second verb.
_NEAR = 5


def adjuncts_last(tokens: Sequence[str]) -> list[str]:
    """Return the words of a sentence with its moving phrases at its end."""
    text = " ".join(tokens)
    phrases = []
    while hit := _find_front(text):
        phrases.append(hit[1])
        text = text[hit.end() :]
    if inner := _find_inner(text):
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
        if hit and _may_move(hit[1], text[hit.end() :]):
            return hit
    return None


def _find_inner(text: str) -> re.Match[str] | None:
    """Return the hedge beside the verb of a sentence: `must, if possible, reply`."""
    hit = _INNER.search(text)
    if not hit:
        return None
    before = text[: hit.start()].rpartition(" ")[2]
    is_beside = _VERB.match(before) or (hit[2] and before not in _NO_NOUN)
    rest = f"{text[: hit.start()]} {text[hit.end() :]}"
    return hit if is_beside and _is_one_clause(rest, is_hedge=True) else None


def _may_move(phrase: str, rest: str) -> bool:
    """Return whether a phrase says the same at the end of the rest."""
    is_hedge = _FRONT_HEDGE.match(f"{phrase} x") is not None
    agents = [place for place, word in enumerate(rest.split()) if is_agent(word)]
    if len(agents) == 1 and agents[0] < _FEW:
        phrase = _THEY.sub("before ", phrase)
    if _TWO_CLAUSES.search(phrase) or not _is_one_clause(rest, is_hedge) or _joins_verbs(phrase):
        return False
    is_clause = not is_hedge and _CLAUSE.match(phrase)
    if is_clause:
        return not _ASKS.search(rest)
    return is_hedge or not _NOTS.search(rest)


def _is_one_clause(text: str, is_hedge: bool) -> bool:
    """Return whether a text has one verb with its objects, as far as its words tell."""
    text = _LAST_HEDGE.sub("", text)
    if is_hedge:
        text = _TIME_WORDS.sub(" ", text)
    return not (_HOLDS.search(text) or _joins_verbs(text) or _has_other_verb(text))


def _has_other_verb(text: str) -> bool:
    """Return whether a phrase might belong to another verb than the one of the sentence.

    "Ask members to row", "thank them for coaching", "check the forms signed by parents".
    """
    for _, (start, end) in reversed(list(terms.locate_duties(text))):
        text = f"{text[:start]} must {text[end:]}"
    low = text.split()
    for place, word in enumerate(low[1:], start=1):
        before = low[max(0, place - 3) : place]
        if before[-1] == "to" and _may_be_verb(word):
            return True
        if word.endswith("ing") and before[-1] in _BEFORE_ING:
            return True
        if _PARTICIPLE.match(word) and not any(map(_VERB.match, before)):
            return True
    return False


def _may_be_verb(word: str) -> bool:
    is_noun = word.endswith("s") or is_agent(word) or word in EMPTY
    return word.isalpha() and not is_noun


def _joins_verbs(text: str) -> bool:
    """Return whether "and" or "or" may join two verbs: what follows has one."""
    ahead, *parts = re.split(r"\b(?:and|or)\b", text)
    if re.search(_KIND, ahead):
        parts = parts[1:]
    for part in parts:
        if any(is_deed(word) or _VERB.match(word) for word in part.split()[:_NEAR]):
            return True
    return False
