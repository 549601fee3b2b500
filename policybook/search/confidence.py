"""Say how surely a hit answers a query: fully, partly or not at all.

A sum of four figures, weighed by logistic regressions on questions about many sites, with
questions that no rule answers among them (`benchmarks/README.md`). `search-engine.js` does the
same.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from policybook.search.indexing import SCALE
from policybook.search.query_reader import QueryTerms

#: What the figures weigh, in hundredths: the score; the share of the query's words that the text
#: has, itself or by a synonym; how far the first hit is above the second; the share of the first
#: hits that are of one policy.
SCORE, SHARE, LEAD, COMPANY = 1040, 140, 130, 130
#: From which strength a hit answers a query, and below which it does not. On policies that nobody
#: had read, one in twenty questions that no rule answers is stronger than `FULL`, and more than
#: half of the right first answers are weaker.
FULL, NONE = 880, 650
#: The strength of a clause that the school's own words or a number name.
NAMED = 2000
#: How many hits are the first.
FIRST = 4


class AnswerConfidence(StrEnum):
    """How surely a hit answers a query."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class TermMatch:
    """What a word or phrase of a query gives each document: by its text, and by its subject.

    `literal` are the documents with the word itself, a synonym or the same amount.
    """

    want: QueryTerms
    weights: dict[int, int]
    subjects: dict[int, int]
    literal: frozenset[int]


def unit(count: int) -> int:
    """Return the weight of a word that one of `count` documents has once, at average length."""
    return max(1, round(math.log(1 + (count - 0.5) / 1.5) * SCALE)) if count else 1


def strength(score: int, unit_weight: int, share: int, lead: int, company: int) -> int:
    """Return how surely a hit answers, by its score and three shares, each in hundredths."""
    shares = SHARE * share + LEAD * lead + COMPANY * company
    return SCORE * score // (score + 100 * unit_weight) + shares // 100


def word_share(number: int, matches: Sequence[TermMatch], weights: Mapping[int, int]) -> int:
    """Return the share of the query's words that a document has, by weight, in hundredths.

    A synonym counts as the word. `weights` are the most that each word gives a document,
    by its place in the query.
    """
    places = {p for match in matches if number in match.literal for p in match.want.covers}
    return 100 * sum(weights[place] for place in places) // sum(weights.values())


def confidence(hit_strength: int) -> AnswerConfidence:
    """Return how surely a hit of this strength answers."""
    if hit_strength >= FULL:
        return AnswerConfidence.FULL
    return AnswerConfidence.NONE if hit_strength < NONE else AnswerConfidence.PARTIAL
