"""Find what a sentence only asks for: a polite form that binds less than "should".

We ask that families park in the lane.                 asked: "we ask … park"
We ask pupils not to bring toys.                       asked not to
We would be grateful if parents called first.          asked
It would be helpful if parents called first.           asked
We ask for two references.                             no request of this sort: it says what we do
"""

import re
from typing import NamedTuple

_WHO = r"(?:we|the (?:\w+ )?(?:school|office|head\w*|governors?|trust|club|committee|council))"
_SOFTLY = r"(?:(?:would|do|also|therefore|kindly|politely|always|simply) )*"
_ASKS = re.compile(
    rf"(?:please )?(?P<verb>{_WHO} {_SOFTLY}(?:asks?|requests?|urges?|encourages?|invites?"
    r"|prefers?|(?:would )?like))\b"
    r"(?! (?:for|if|whether|about|what|how|why)\b)(?P<who>[^,.;:]*?) (?:(?:not )?to|that)\b(?P<rest>.*)"
)
_GRATEFUL = re.compile(
    r"(?P<verb>we (?:would|will|should) (?:be (?:very |most )?grateful|appreciate it)"
    r"|(?:it would be|it is) (?:very |most )?(?:helpful|appreciated|good|best|kind)) if\b(?P<rest>.*)"
)
_NOT = re.compile(r"\b(?:not|never|n't|refrain|avoid)\b")
#: These bind by themselves, whoever asks.
_BINDS = re.compile(r"\b(?:must|shall|required|have to|has to)\b")
_MAY_ASK = ("ask", "request", "urge", "encourag", "invite", "prefer", "like", "grateful", " if ")


class Request(NamedTuple):
    """What is asked: the words that ask, whether it is not to be done, and its verb."""

    verb: str
    forbids: bool
    deed: str


def read_request(low: str) -> Request | None:
    """Return the request that a sentence in small letters makes; None where it makes none."""
    if not any(sign in low for sign in _MAY_ASK):
        return None
    if hit := _GRATEFUL.match(low):
        return Request(hit["verb"], _NOT.search(hit["rest"]) is not None, "")
    hit = _ASKS.match(low)
    if hit is None or _BINDS.search(hit["rest"]):
        return None
    asked = hit["rest"].split()
    forbids = _NOT.search(low[hit.end("who") : hit.end("who") + 8] + hit["rest"]) is not None
    return Request(hit["verb"], forbids, asked[0] if asked else "")
