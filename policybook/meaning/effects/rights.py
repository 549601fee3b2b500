"""Say whether a sentence gives a permission, a right or a power, and whether it came or went.

    Members may bring a guest; a parent has the right to appeal     gives one
    Pupils may be upset; fraud can happen                           what is possible gives none
    is entitled to a reply → may ask for a reply                    the right is narrower

Who is free to do something is bound to nothing, so no duty changes. Where other words of a
text may still leave it to people, nothing is said.
"""

import re
from collections.abc import Iterator

from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.sentences.word_kinds import (
    PASSIVE,
    STATES,
    is_agent,
    is_deed,
    is_seldom,
    starts_with_agent,
)
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words.stems import content_stems, stem
from policybook.text import lexicon

#: "May be entitled to", "in order to be eligible": these give nothing yet.
_BE = r"(?:is|are|(?<=you)'re|(?<!may )(?<!might )(?<!to )be)"
_GRANT = re.compile(
    rf"\b(?:(?:{_BE}|remains?) (?:(?:also|still|each|then) )?entitled to|(?<=\band )entitled to"
    rf"|{_BE} (?:also )?(?:eligible (?:to|for)|(?:free|welcome)(?: for [\w ]{{2,30}})? to"
    r"|(?:allowed|permitted|authorised) to)"
    r"|(?:has|have) (?:also )?(?:the|a) right (?:to|of)|(?:has|have) (?:full )?voting rights"
    r"|reserves? the right to)\b"
)
_OF_RIGHT = re.compile(r"\b(?:entitled|eligible|right)\b")
_LEAVE = re.compile(
    r"(?P<before>^.*?)\b(?P<verb>(?<!as you )may|can)"
    r" (?P<rest>(?:(?:also|then|still|only|now|both|either|\w+ly) )*(?P<deed>[\w-]+).*)"
)
_CASE = re.compile(r"^in (?:any |all )?cases (?:where|when) [^,]*, ")
_REFUSES = re.compile(r"\b(?:not|no|never|nor|neither|nobody|cannot)\b|n't\b")
#: Before these words nothing is given: "a pupil who is entitled to".
_SUBORDINATE = re.compile(
    r"(?:\b(?:if|when|whenever|where|whether|unless|until|while|because|so|meaning|what|how|before"
    r"|after|as)\b[^,]*|\b(?:who|which|that|those|anyone|things?|whom)(?: \w+)?(?: they| he| she)?)"
    r" ?$"
)
#: What some do, or what "it" may be, is only possible.
_VAGUE = re.compile(
    r"(?:some|many|most|few|others?|there|it|this|that|these|those|which|such)\b|.*\b(?:and|or) it "
)
_THIS = re.compile(r"(?:this|that|these|those|such) (?:an? )?\w+ \w+")
#: What befalls people, and what they do by nature.
_BEFALLS = re.compile(
    r"(?:also |\w+ly )*(?:be (?!\w+ed\b|\w+en\b)|abuse|bully|groom|exploit|threaten|steal|tell"
    r"|not\b|well\b|forget|worry|suffer"
    r"|miss\b|show|display|misbehave|react"
    r"|respond|disagree|cry|fail|develop|require|lack|hear|come|disclose|present|exhibit|hurt"
    r"|harm|damage|pose|face|fall|say|try|find|feel|go(?:es)? (?:wrong|missing)|learn|grow"
    r"|cause(?! .* to be )"
    r"|hold|contain|take (?:time|a|some|up|longer)|look|know|see|expect|rely|be sure|be assured)\b"
)
#: Of what "can" be done this tells how, or where to look.
_TELLS_HOW = frozenset(
    "contact phone telephone email write read visit check tell help show make be find found given"
    " left put sent taken made received seen support teach work".split()
)
#: These do what a rule warns of.
_WRONGDOERS = re.compile(
    r"\b(?:perpetrator|abuser|offender|attacker|predator|hacker|criminal|stranger)s?$"
)
_LEFT_TO_PEOPLE = frozenset(
    """
    appeal appealed apply ask attend borrow borrowed book booked bring brought buy carried carry
    choose claim claimed decline enter join keep leave opt play raise raised renew renewed request
    see smoke speak stay swap take use used vote wear withdraw worn cancelled eaten
    """.split()
)
#: What only people decide: who may be suspended is in somebody's power.
_POWERS = frozenset(
    map(
        stem,
        """
        terminated suspended waived formed created removed designated substituted postponed
        reconsidered reassigned declared reposted amended dissolved extended revoked expelled fined
        assigned inserted recalled rescheduled rejected dismissed reinstated exempted elected
        nominated
        """.split(),
    )
)
#: With these the other text may still leave it to people.
_OPEN = re.compile(
    r"\b(?:may|can|could|might|open to|available|free|welcome|allow\w*|permit\w*|permission"
    r"|choice|choose|option\w*|able|lets?|right|entitle\w*|eligible)\b"
)
_ASKS = re.compile(r"\b(?:may|can) (?:only )?(?:ask|apply|request)\b(?: to| for)?")
#: It is left to the giver: "may be considered for a grant".
_MAY_BE_GIVEN = re.compile(
    r"\b(?:may|might|can|could) (?:be (?:considered for|given|granted|offered|awarded|paid|allowed)"
    r"|receive|get)\b"
)
#: The share of words that two sentences about the same right have in common.
_MIN_SAME = 0.6
_PRONOUN_BEHIND = re.compile(
    r"\b(?!(?:and|but|then|or|however|therefore|so|also|now|here) )[\w)\]]+"
    r" (?:you|we|they|someone|he|she)$"
)
_ANYONE = re.compile(r"(?:any|every|each)(?:one|body)\b|(?:either|each) (?:side|party)$")
#: "May be overturned by the board": a power.
_BY_WHOM = re.compile(r" by (?:(?:the|an?|any|each|every) )?(?P<who>[\w-]+)")
_LONGEST_SUBJECT = 8


def find_right(one: SentenceMeaning) -> str:
    """Return the words by which a sentence surely gives a right, or nothing."""
    low = re.sub(r",? from time to time,?", "", " ".join(one.text.lower().split()))
    low = _CASE.sub("", low, count=1)
    if one.forbids or _REFUSES.search(low) or low.endswith("?") or is_seldom(low):
        return ""
    for hit in _GRANT.finditer(low):
        if not _SUBORDINATE.search(low[: hit.start()]):
            return hit[0]
    leave = _LEAVE.match(low)
    return leave["verb"] if leave and _is_left_to_people(leave) else ""


def _is_left_to_people(hit: re.Match[str]) -> bool:
    """Return whether "may" or "can" leaves it to people: no case, no guess, no advice."""
    before, rest = hit["before"].strip(), hit["rest"]
    main = before.rpartition(", ")[2]
    passive = PASSIVE.match(re.sub(r"^(?:(?:also|then|still|only|now|\w+ly) )+", "", rest))
    is_power = passive is not None and hit["verb"] == "may" and stem(passive[2]) in _POWERS
    is_vague = any(map(_VAGUE.match, (before, main)))
    if (
        (is_vague and not is_power and not (_THIS.match(main) and is_agent(main)))
        or _SUBORDINATE.search(before)
        or _BEFALLS.match(rest)
    ):
        return False
    rest = re.sub(r"^(?:(?:also|then|still|only|now|\w+ly) )+", "", rest)
    if re.match(rf"(?!work (?!well)){STATES}\b", rest) or _WRONGDOERS.search(before):
        return False
    if rest.startswith("be ") and not passive:
        return False
    deed = passive[2] if passive else hit["deed"]
    if passive or hit["verb"] == "can":
        # "May be searched" is a power; "can be found" tells where to look.
        by = _BY_WHOM.search(rest)
        is_possible = is_power or is_deed(deed) or bool(by and is_agent(by["who"]))
        is_sure = deed in _LEFT_TO_PEOPLE or (hit["verb"] == "may" and is_possible)
        if not is_sure or deed in _TELLS_HOW:
            return False
    return passive is not None or _names_somebody(before)


def _names_somebody(before: str) -> bool:
    """Return whether the words before a verb name who may: at its side, or at the start."""
    if before.endswith((" and", " but", ",")):
        return starts_with_agent(before.split()[:_LONGEST_SUBJECT][:-1])
    main = before.rpartition(", ")[2]
    # "A script you can use": no clause of its own.
    if _PRONOUN_BEHIND.search(main):
        return False
    return is_agent(main) or bool(_ANYONE.match(main)) or is_people(main)


def is_people(words: str) -> bool:
    """Return whether the words before a verb are people of a kind: "apprentices"."""
    return words.endswith("s") and lexicon.is_person(words.rpartition(" ")[2])


def right_changes(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield a right that the same sentence gained, lost or gives in part only."""
    old, new = find_right(was), find_right(now)
    if narrowed := list(_narrowed(was, now, (old, new))):
        yield from narrowed
        return
    if old and new:
        deeds = [
            one.text.lower().partition(f"{word} ")[2] for one, word in ((was, old), (now, new))
        ]
        is_same = deeds[0].split()[:1] == deeds[1].split()[:1] and {old, new} & {"may", "can"}
        if is_same and _OF_RIGHT.search(f"{old} {new}"):
            yield replaced(Matter.RIGHT, old, new)
        return
    if not (old or new):
        return
    quote, one, other = (old, was, now) if old else (new, now, was)
    if quote == "can" and other.is_modal and not other.forbids:
        return
    start = one.text.lower().find(quote) + len(quote)
    deed = next(iter(content_stems(one.text[start:])), "")
    is_open = _OPEN.search(other.text.lower().replace("cannot", ""))
    if deed and deed not in content_stems(other.text) and not is_open:
        yield one_sided(Matter.RIGHT, quote, is_new=bool(new))


def _narrowed(
    was: SentenceMeaning, now: SentenceMeaning, quotes: tuple[str, str]
) -> Iterator[Weight]:
    """Yield that a right became leave to ask for it, or what is only possible; or the reverse."""
    least = _MIN_SAME * min(was.stems.total(), now.stems.total())
    is_same = (was.stems & now.stems).total() >= least
    for one, quote, other in ((was, quotes[0], now), (now, quotes[1], was)):
        low = other.text.lower()
        asks = _ASKS.search(low) or (_MAY_BE_GIVEN.search(low) if is_same else None)
        if asks and _OF_RIGHT.search(quote) and not _OF_RIGHT.search(other.text.lower()):
            pair = (quote, asks[0]) if one is was else (asks[0], quote)
            yield replaced(Matter.RIGHT, *pair)
