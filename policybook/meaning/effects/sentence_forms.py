"""Bring what a sentence says of people, cases and consent into one form.

complaints that are made anonymously      anonymous complaints
records relating to a pupil               pupil records
volunteers must never smoke               a volunteer must never smoke: not "may", "share", "all"
visitors must sign their forms            a visitor must sign their form: not "teachers must"
unless the head has agreed                without the agreement of the head
pupils who are excluded, who have a card  pupils excluded, with a card: if the other text says so

"A teacher must supervise" asks for one teacher, and "teachers must supervise" for more. Nobody may
do what is forbidden to one, and a rule for visitors holds for each of them.
"""

import re

from policybook.text import lexicon

_RECORDS = re.compile(
    r"\b(records?|files?|data) about (?:an? |any )?([a-z]+)"
    r"(?=$| (?:is|are|must|shall|will|should|may|can|cannot)\b)"
)
_CLASS = re.compile(r"(?:an? )?([\w-]+) (must|shall|should|will|may|cannot)( not| never|)\b")
#: Those whom a rule is for, not those of whom one is enough.
_RULED = frozenset(
    """
    applicant borrower candidate claimant complainant customer exhibitor guest hirer
    lodger tenant user visitor
    """.split()
)
#: What several do together, or one of them may have done.
_TOGETHER = re.compile(
    r"\b(?:share|elect|choose|agree|form|together|meet|decide|vote|between|all|every|each|only|any"
    r"|same|total|jointly|collectively|combined|average|they|them|themselves|it|he|she|one|another"
    r"|other|present|attend|\d+)\b"
)
_THEIR = re.compile(r"\btheir ((?:\w+ )??)(\w+s)(?=$| (?:to|in|on|at|with|before|after|if|when)\b)")
_WHO_IS = re.compile(
    r"\b([\w'-]+) (?:who|which|that) (is|are|has|have) (?!to\b)([\w-]+)", re.IGNORECASE
)


def one_form(low: str) -> str:
    """Return a sentence in small letters with cases, people and consent in one form."""
    return _one_of_class(_RECORDS.sub(_kind_first, low))


def without_who_is(text: str, other: str) -> str:
    """Return a text without "who is" where the other has the same words beside one another."""
    low = other.lower()

    def shorten(hit: re.Match[str]) -> str:
        link = "with " if hit[2].lower().startswith("ha") else ""
        short = f"{hit[1]} {link}{hit[3]}"
        return short if re.search(rf"\b{re.escape(short.lower())}\b", low) else hit[0]

    return _WHO_IS.sub(shorten, text)


def _kind_first(hit: re.Match[str]) -> str:
    people = hit[2]
    if not lexicon.is_person(people):
        return hit[0]
    return f"{next(filter(lexicon.is_person, lexicon.singulars(people)), people)} {hit[1]}"


def _one_of_class(low: str) -> str:
    """Return a sentence with "a visitor" for "visitors", where it is a rule for each."""
    hit = _CLASS.match(low)
    if not hit or _TOGETHER.search(low, hit.end()):
        return low
    singular = low.startswith(("a ", "an "))
    noun = hit[1] if singular else next(filter(lexicon.is_person, lexicon.singulars(hit[1])), "")
    is_ruled = bool(hit[3]) or (noun in _RULED and hit[2] not in ("may", "will"))
    if not lexicon.is_person(noun) or not is_ruled:
        return low
    rest = low[hit.end() :] if singular else _THEIR.sub(_one_each, low[hit.end() :])
    return f"a {noun} {hit[2]}{hit[3]}{rest}"


def _one_each(hit: re.Match[str]) -> str:
    if lexicon.is_person(hit[2]):
        return hit[0]
    return f"their {hit[1]}{next(iter(lexicon.singulars(hit[2])), hit[2])}"
