"""Say a rule for a class of people or things in the singular, and relative clauses in short.

all boats must, each boat must            every boat must: not with "share" or "not"
volunteers must never smoke               a volunteer must never smoke: not "may", "share", "all"
visitors must sign their forms            a visitor must sign their form: not "teachers must"
the person who raises a concern           the person raising a concern
pupils who are excluded, who have a card  pupils excluded, with a card: if the other text says so

"A teacher must supervise" asks for one teacher, and "teachers must supervise" for more. Nobody may
do what is forbidden to one, and a rule for visitors holds for each of them.
"""

import re

from policybook.meaning.sentences.word_kinds import is_agent
from policybook.text import lexicon
from policybook.text.syllables import is_word

_VERB = r"\b(?:is|are|has|have|do|does|must|can|may|will|should|shall)\b"
_EVERY = re.compile(
    r"^(all|every|each)((?: (?!the\b|of\b|who\b|that\b)[\w-]+){1,3}?)"
    r"(?= (?:must|shall|should|will)\b| of [\w-]+ (?:must|shall|should|will)\b)"
)
#: What all do together is not what each does.
_TOGETHER = re.compile(
    r"\b(?:share|elect|choose|agree|form|together|meet|decide|vote|between|all|every|each|only|any"
    r"|same|total|jointly|collectively|combined|average|they|them|themselves|it|he|she|one)\b"
)
_NOT_EACH = re.compile(r"\b(?:not|never|no|none|their|its|his|her)\b")
#: For this one of a class may be enough.
_ONE_ENOUGH = re.compile(r"\b(?:present|attend|another|other|\d+)\b")
_CLASS = re.compile(r"(an? |)([\w-]+) (must|shall|should|will|may|cannot)( not| never|)\b")
#: Those whom a rule is for, not those of whom one is enough.
_RULED = frozenset(
    "applicant borrower candidate claimant complainant customer exhibitor guest hirer lodger tenant"
    " user visitor".split()
)
_THEIR = re.compile(r"\btheir ((?:\w+ )??)(\w+s)(?=$| (?:to|in|on|at|with|before|after|if|when)\b)")
_WHO_IS = re.compile(
    r"\b([\w'-]+) (?:who|which|that) (is|are|has|have) (?!to\b)([\w-]+)", re.IGNORECASE
)


def without_who_is(text: str, other: str) -> str:
    """Return a text without "who is" where the other has the same words beside one another."""
    low = other.lower()

    def shorten(hit: re.Match[str]) -> str:
        short = f"{hit[1]} {'with ' if hit[2][:1] in 'hH' else ''}{hit[3]}"
        return short if re.search(rf"\b{re.escape(short.lower())}\b", low) else hit[0]

    return _WHO_IS.sub(shorten, text)


def doing(low: str) -> str:
    """Return "a person raising" for "a person who raises", where one verb follows."""
    hit = re.search(rf"\b([\w-]+) who (?!{_VERB})(\w+) (?!{_VERB})(?=[\w'])", low)
    verb = (lexicon.third_person(hit[2]) or hit[2]) if hit else ""
    is_clear = lexicon.is_verb(verb) and not re.search(r"\b(?:and|or)\b", low)
    if not hit or not is_clear or not (is_agent(hit[1]) or hit[1] == "those"):
        return low
    is_doubled = re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb)
    participle = f"{verb}{verb[-1] if is_doubled else ''}ing"
    participle = re.sub(r"(?<=[^eoy])eing$", "ing", participle)
    return f"{low[: hit.start()]}{hit[1]} {participle} {low[hit.end() :]}"


def every_one(low: str) -> str:
    """Return a sentence with "every" and one thing for "all" and several, or "each"."""
    hit = _EVERY.match(low)
    if not hit or _TOGETHER.search(low, hit.end()) or _NOT_EACH.search(low, hit.end()):
        return low
    *rest, noun = hit[2].split()
    noun = singular(noun) if hit[1] == "all" else noun
    return " ".join(["every", *rest, noun]) + low[hit.end() :] if noun else low


def one_of_class(low: str) -> str:
    """Return a sentence with "a visitor" for "visitors", where it is a rule for each."""
    hit = _CLASS.match(low)
    if not hit or _TOGETHER.search(low, hit.end()) or _ONE_ENOUGH.search(low, hit.end()):
        return low
    noun, rest = (hit[2] if hit[1] else singular(hit[2])), low[hit.end() :]
    is_ruled = bool(hit[4]) or (noun in _RULED and hit[3] not in ("may", "will"))
    if not lexicon.is_person(noun) or not is_ruled:
        return low
    return f"a {noun} {hit[3]}{hit[4]}{rest if hit[1] else _THEIR.sub(_one_each, rest)}"


def _one_each(hit: re.Match[str]) -> str:
    return hit[0] if lexicon.is_person(hit[2]) else f"their {hit[1]}{singular(hit[2])}"


def singular(noun: str) -> str:
    """Return what a noun is the plural of, or nothing."""
    return next((w for w in lexicon.singulars(noun) if is_word(w) or lexicon.is_person(w)), "")
