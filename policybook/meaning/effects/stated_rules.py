"""Read what a whole sentence rules with other words than a verb that binds somebody.

The club prohibits smoking.                     forbids
Guests may only enter with a member.            forbids
Closed shoes are required.                      a duty
A loan requires the approval of the board.      a duty
The chair need not attend.                      frees from a duty
No second is required.                          frees from a duty

Such words bind only in a main clause: "if no second is required" says nothing.
"""

import re
from typing import NamedTuple

from policybook.meaning.sentences.word_kinds import PASSIVE, is_deed
from policybook.meaning.types import Matter

#: What comes before a main clause, and what stands inside it between commas.
_OPENING = re.compile(
    r"^(?:if|when|where|since|because|as|in|at|on|for|after|before|until|upon|unless|while|except"
    r"|to|during)\b[^,]*, "
)
_ASIDE = re.compile(r", (?:once|if|when|where|unless|while) [\w ]+,")
_SUBORDINATE = re.compile(
    r"\b(?:if|when|where|whether|unless|until|because|who|which|that|whom|whose|whereby|what|how"
    r"|as|once"
    r"|before|after)\b"
)
_SUBJECT = r"^(?:(?!(?:it|nothing|not?|never|to|can|may|might)\b)[\w'-]+,? (?:and )?){1,7}"
_APPROVAL = (
    r"(?:approval|consent|permission|notice|vote|majority|signatures?|authori[sz]ation|seconder)"
)
#: Words that forbid, that bind and that free, in a sentence in small letters.
_BANS = re.compile(
    # "The Act forbids" tells what the law says.
    rf"{_SUBJECT}(?<!\bact )(?<!\blaw )(?<!\bacts )(?<!legislation )(?<!regulations )(?<!\d{{4}} )"
    rf"(?:strictly |expressly )?(?P<a>prohibits?|forbids?) "
    r"|\b(?P<b>(?:(?:will|shall) not be|(?:is|are)(?: not| no longer)) tolerated)\b"
    r"|(?<!\bit )(?<!\bthis )(?<!\bthere )\b(?P<c>may only)"
    r" (?!apply|take|cause|pay|be (?!\w+(?:ed|en|wn|ne|nt|ld|de)\b))"
    r"|^(?P<d>only) (?:[\w'/-]+ ){1,9}?(?P<e>may|can|(?:is|are) (?:allowed|permitted) to)\b"
    r"|\b(?P<f>(?:shall not be|(?:is|are) not|(?:is|are) no longer) eligible) (?:to|for)\b"
    r"|^(?:we|the (?:school|trust|college|club|society|charity|council|company))"
    r" (?P<h>(?:do|does|will) not (?:tolerate|allow|permit)) "
    r"|\b(?P<i>(?:is|are) (?:only to be|to be only) \w+(?:ed|en|n|t))\b"
    r"|\b(?P<g>may not) (?:again )?(?P<deed>(?:be )?(?:re-)?[\w-]+)"
)
_DUTIES = re.compile(
    r"(?<!not )\b(?P<a>(?:is|are|shall be|must be) required)"
    r"(?= (?:of|from|for|before|by|at|in|when|on|prior|to enter)\b|[.;,]|$)"
    rf"|{_SUBJECT}(?P<b>requires?) (?:\d|at least|no fewer|written|prior|advance"
    rf"|(?:the |an? )?(?:[\w-]+ ){{0,2}}{_APPROVAL}\b)"
    r"|^(?!no\b)(?:[\w'-]+ ){0,5}(?:dues|fees?|subscriptions?|rents?|deposits?|contributions?"
    r"|charges?|fines?)"
    r" (?P<c>(?:shall|will|must) be) (?=[£$€]?\d|due\b|payable\b|paid\b|set\b)"
    r"|\b(?P<d>it(?:'s| is) your responsibility to) "
    r"|\b(?P<e>(?:shall|must|will) be required to) "
    r"|\b(?P<f>will) (?:also )?reach out to "
)
_FREEDOMS = re.compile(
    r"(?<!the )(?<!\ba )\b(?P<a>need not|(?:do|does) not (?:need|have) to"
    r"|(?:is|are) not (?:required|obliged|expected) to|shall not be (?:required|obliged) to)"
    r"(?! (?:be|worry|know|feel|understand|think)\b)"
    r"|^(?P<b>no) (?:[\w-]+ ){1,3}(?P<e>(?:is|are|shall be|will be) (?:required|necessary))\b"
    r"|\b(?P<c>(?:(?:is|are) not|shall not be) subject to|(?:is|are) exempt from)\b"
    r"|\b(?P<d>(?:do|does|shall|will) not require) "
)
_SORTS = (
    (_BANS, Matter.PROHIBITED, Matter.LIFTED),
    (_FREEDOMS, Matter.WEAKER, Matter.STRONGER),
    (_DUTIES, Matter.STRONGER, Matter.WEAKER),
)
#: "May not" forbids these, too.
_MORE_DEEDS = frozenset("change exceed block sell sold alter altered changed".split())


class StatedRule(NamedTuple):
    """What a sentence does that came, or that went, and the words by which it does it."""

    new: Matter
    gone: Matter
    words: str


def find_rule(text: str) -> StatedRule | None:
    """Return what a whole sentence surely rules, or None."""
    low = " ".join(text.lower().replace("’", "'").split()).replace("n't ", " not ")
    if low.endswith("?"):
        return None
    low = _ASIDE.sub("", _OPENING.sub("", low, count=1))
    for pattern, new, gone in _SORTS:
        hit = pattern.search(low)
        if hit is None or _SUBORDINATE.search(low[: hit.end()]):
            continue
        if pattern is _BANS and not _forbids(hit["deed"]):
            continue
        parts = [hit[name] for name in "abcdefghi" if hit.groupdict().get(name)]
        return StatedRule(new, gone, " … ".join(parts))
    return None


def _forbids(deed: str | None) -> bool:
    """Return whether "may not" forbids a deed: it does not of what may not be possible."""
    if deed is None or (deed.startswith("be ") and not PASSIVE.match(deed)):
        return deed is None
    verb = deed.removeprefix("be ").removeprefix("re-")
    return is_deed(verb) or verb in _MORE_DEEDS
