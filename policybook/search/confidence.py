"""Say how surely a hit answers a query: fully, partly or not at all.

The bounds were set on questions about policies of three schools, with questions that no
rule answers among them (`benchmarks/README.md`). `search-engine.js` does the same.
"""

import math
from enum import StrEnum

from policybook.search.indexing import SCALE

#: From which strength a hit answers a query, and below which it does not.
FULL, NONE = 82, 46
#: The strength of a clause that the school's own words or a number name.
NAMED = 1000
#: Hundredths of its strength that a hit keeps or gains: its heading or title is about the query's
#: subject; a word of the query is in no text, and only the thesaurus leads from it.
SUBJECT, FOREIGN = 200, 80


class AnswerConfidence(StrEnum):
    """How surely a hit answers a query."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


def unit(count: int) -> int:
    """Return the weight of a word that one of `count` documents has once, at average length."""
    return max(1, round(math.log(1 + (count - 0.5) / 1.5) * SCALE)) if count else 1


def strength(score: int, words: int, unit_weight: int, subject: bool, foreign: bool) -> int:
    """Return a score in hundredths of the rarest word's weight, for a query of `words`."""
    value = score * (SUBJECT if subject else 100) // 100 * (FOREIGN if foreign else 100) // 100
    return int(value / math.sqrt(words + 1) / unit_weight)


def confidence(hit_strength: int) -> AnswerConfidence:
    """Return how surely a hit of this strength answers."""
    if hit_strength >= FULL:
        return AnswerConfidence.FULL
    return AnswerConfidence.NONE if hit_strength < NONE else AnswerConfidence.PARTIAL
