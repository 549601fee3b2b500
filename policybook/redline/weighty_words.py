"""Weigh words that a reader must not miss where no rule says what their change does.

may be suspended, pays the costs     what befalls people weighs most
up to, at least, active, ratio       how far a rule goes
must, will, shall                    somebody has something to do
"""

import re
from collections import Counter
from collections.abc import Sequence

from policybook.redline.types import ClauseChange, Unit

#: What the weightiest words weigh.
GRAVE = 3
_SORTS = (
    r"arrest\w*|disciplin\w+|sanction\w*|suspen\w+|exclu(?:de|sion)\w*|expel\w*|expuls\w+|penalt\w+"
    r"|dismiss\w*|terminat\w+|prosecut\w+|police|dispos(?:ed|al)|forfeit\w*|liab\w+|costs?|fines?"
    r"|required to pay|lado|ofsted|harm\w*",
    r"ratio|discretion|see fit|appeal\w*|consent|maximum|minimum|at least|up to|any number|only"
    r"|single|active|retaliat\w+|vetted|checks?|responsib\w+|not (?:be )?(?:permitted|allowed)"
    r"|may not|cannot|must not|prohibit\w*|non-refundable|(?:one|1) adult",
    r"must|shall|will|required|should|may",
)
_WEIGHTY = re.compile(
    "|".join(rf"\b(?P<s{n}>{sort})\b" for n, sort in enumerate(_SORTS)), re.IGNORECASE
)


def weigh_words(change: ClauseChange) -> tuple[int, int, str]:
    """Return what the weightiest word weighs that came or went, all of them, and this word."""
    was, now = _weighty(change.old), _weighty(change.new)
    words = (was - now) + (now - was)
    if not words:
        return 0, 0, ""
    weight, word = max(words)
    return weight, sum(words[word] * word[0] for word in words), word


def _weighty(units: Sequence[Unit]) -> Counter[tuple[int, str]]:
    """Return how often a text has each weighty word, with its weight."""
    hits = _WEIGHTY.finditer(" ".join(unit.text for unit in units))
    return Counter((GRAVE - int(str(hit.lastgroup)[1:]), hit[0].lower()) for hit in hits)
