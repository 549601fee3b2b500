"""Find a duty that the opening words of a sentence set, and how strongly.

It is essential that parents tell us.                  like "must"
It is important that parents tell us.                  like "should"
We ask that families park in the lane.                 only asked
We ask pupils not to bring toys.                       asked not to
We would be grateful if parents called first.          only asked
We ask for two references.                             none of these: it says what we do
"""

import re
from typing import NamedTuple

from policybook.meaning.sentences.word_kinds import starts_with_agent

_WHO = (
    r"(?:we|the (?:\w+ )?(?:school|office|head\w*|governors?|trust|club|committee|council"
    r"|society|charity|company|board|college|nursery))"
)
_SOFTLY = r"(?:(?:would|do|also|therefore|kindly|politely|always|simply) )*"
_ASKS = re.compile(
    rf"(?:please )?(?P<verb>{_WHO} {_SOFTLY}(?:asks?|requests?|urges?|encourages?|invites?"
    r"|recommends?|advises?|suggests?|prefers?|(?:would )?like))\b"
    r"(?! (?:for|if|whether|about|what|how|why)\b)"
    r"(?P<who>[^,.;:]*?) (?:(?:not )?to|that)\b(?P<rest>.*)"
)
#: "We expect you at the office", "the club requires every visitor to sign".
_EXPECTS = re.compile(
    rf"(?P<verb>{_WHO} (?:(?:also|therefore|normally) )*(?P<how>expects?|requires?))"
    r" (?P<who>you|(?:(?:all|any|every|each|our|the) )?[\w' -]{2,60}?)"
    r"(?: to\b(?P<rest>.*)| (?P<place>(?<=\byou )(?:at|in|on|by)\b.*))"
)
#: "We expect parents to see progress": what will come.
_COMES = re.compile(r" (?:spend|see|find|hear|need|receive|get|enjoy|gain|feel)\b")
_GRATEFUL = re.compile(
    r"(?P<verb>we (?:would|will|should) (?:be (?:very |most )?grateful|appreciate it)"
    r"|(?:it would be|it is) (?:very |most )?(?:helpful|appreciated|good|best|kind)) if\b"
    r"(?P<rest>.*)"
)
_STRESSED = re.compile(
    r"(?P<verb>it is (?:very |absolutely |also |strongly )*(?P<how>essential|vital|imperative"
    r"|crucial|a requirement|required|important|advisable|desirable|expected|good practice"
    r"|recommended|advised|suggested)"
    r"(?: for (?:[\w']+ ){1,4}to| that| to))\b(?P<rest>.*)"
)
_STRONG, _ADVISED, _ASKED = 4.0, 2.0, 1.0
_FORCE = dict.fromkeys(
    ("important", "advisable", "desirable", "expected", "good practice"), _ADVISED
) | dict.fromkeys(("recommended", "advised", "suggested"), _ASKED)
_NOT = re.compile(r"\b(?:not|never|n't|refrain|avoid)\b")
#: These bind by themselves, whoever asks.
_BINDS = re.compile(r"\b(?:must|shall|required|have to|has to)\b")


class Request(NamedTuple):
    """What opening words ask: how strongly, whether not to do it, in which words, and the verb."""

    force: float
    forbids: bool
    verb: str
    deed: str


def read_request(low: str) -> Request | None:
    """Return what the opening words of a sentence in small letters ask, or None."""
    if hit := _STRESSED.match(low):
        force = _FORCE.get(hit["how"], _STRONG)
        return Request(force, _NOT.search(hit["rest"]) is not None, hit["verb"], "")
    if hit := _GRATEFUL.match(low):
        return Request(_ASKED, _NOT.search(hit["rest"]) is not None, hit["verb"], "")
    hit = _EXPECTS.match(low)
    if hit and starts_with_agent(hit["who"].split()) and not _COMES.match(hit["rest"] or ""):
        force = _STRONG if hit["how"].startswith("require") else _ADVISED
        rest = hit["rest"] or hit["place"]
        deed = (hit["rest"] or "").split()[:1]
        return Request(force, _NOT.search(rest) is not None, hit["verb"], "".join(deed))
    hit = _ASKS.match(low)
    if hit is None or _BINDS.search(hit["rest"]):
        return None
    asked = hit["rest"].split()
    # "Not" may be before "to".
    forbids = _NOT.search(low[hit.end("who") :]) is not None
    return Request(_ASKED, forbids, hit["verb"], asked[0] if asked else "")
