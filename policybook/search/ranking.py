"""Rank documents for a query, best first. `search.js` does the same, and a test compares them.

A clause may lack words of the query (OR, not AND). Its score is the weight of its words
times a share for how many it has.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policybook.search import confidence
from policybook.search.confidence import AnswerConfidence
from policybook.search.documents import SearchDocument
from policybook.search.indexing import Index, Postings
from policybook.search.query_reader import (
    LONGEST_QUERY,
    OWN,
    SECTION,
    QueryReader,
    QueryTerms,
    clause_number,
)
from policybook.search.stemming import stem, words
from policybook.search.thesaurus import Phrase

# Hundredths that a row keeps that means a subject. The strongest counts, once for a query.
PRIOR = 70
# Hundredths that a statement of a summary keeps: the clause itself comes first.
STATEMENT = 80
# Hundredths of the best score that a hit needs, apart from the first few hits.
KEPT, FEW = 50, 5
# Most hits.
SHOWN = 30
_NONE: Postings = array("I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that fits. `strength` says how surely it answers (`confidence`)."""

    document: SearchDocument
    number: int
    score: int
    strength: int

    @property
    def confidence(self) -> AnswerConfidence:
        """Return how surely it answers the query."""
        return confidence.confidence(self.strength)


def rank(index: Index, query: str, limit: int = SHOWN, audience: str = "") -> list[Hit]:
    """Return the `limit` best hits. Hits with the same score are in the order of the documents."""
    return Searcher(index).rank(query, limit, audience)


class Searcher(QueryReader):
    """An index prepared for many queries."""

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self.named = named_documents(index)
        self.unit = confidence.unit(len(index.documents))
        self.subjects = {f"#{n}" for n in range(index.first_subject, len(index.rows))}

    def rank(self, query: str, limit: int = SHOWN, audience: str = "") -> list[Hit]:
        """Return the best hits, without weak ones.

        With an `audience`, only what applies to it counts, and no summary for other
        readers.
        """
        query_words = self.correct_words(query)
        candidates = [
            s
            for s in self.score_documents(self.query_terms(query_words))
            if not audience or self.concerns(s[0], audience)
        ]
        named_first, named_strength = self.find_named(query_words, audience)
        most = max((s[1] for s in candidates), default=1)
        candidates = [s for s in candidates if s[0] not in named_first] + [
            (n, most, named_strength) for n in named_first
        ]
        scored = sorted(candidates, key=lambda s: (-s[1], s[0] not in named_first, s[0]))
        least = scored[0][1] * KEPT if scored else 0
        scored = [s for place, s in enumerate(scored) if place < FEW or s[1] * 100 >= least]
        return [
            Hit(
                document=self.index.documents[number], number=number, score=score, strength=strength
            )
            for number, score, strength in scored[:limit]
        ]

    def find_named(self, query_words: Sequence[str], audience: str) -> tuple[list[int], int]:
        """Return the documents that a query names, and how surely they answer.

        If nothing has the number 4.2(b), the rules 4.2 are the closest.
        """

        def find(key: Phrase) -> list[int]:
            numbers = self.named.get(key, ())
            return [n for n in numbers if not audience or self.concerns(n, audience)]

        key, number = _query_key(query_words), clause_number(query_words)
        while number and len(key) > 2 and not find(key):
            key = key[:-1]
        is_whole = not number or len(key) == len(number)
        return find(key), confidence.NAMED if is_whole else confidence.NONE

    def concerns(self, number: int, audience: str) -> bool:
        """Return whether a document is for the audience."""
        document = self.index.documents[number]
        return document.reader == audience if document.reader else audience in document.audiences

    def score_documents(self, terms: Sequence[QueryTerms]) -> Iterator[tuple[int, int, int]]:
        """Yield number, score and strength of every document that has one of the terms."""
        count = len({place for want in terms for place in want.covers})
        score: dict[int, int] = defaultdict(int)
        covered: dict[int, set[int]] = defaultdict(set)
        subjects: dict[int, int] = {}
        for want in terms:
            for number, weight in self.best(want, subjects=False).items():
                score[number] += weight
                covered[number].update(want.covers)
            for number, weight in self.best(want, subjects=True).items():
                subjects[number] = max(subjects.get(number, 0), weight)
        for number, weight in subjects.items():
            score[number] += weight * PRIOR // 100
        foreign, exact = self.foreign_places(terms), self.exact_documents(terms)
        for number, weight in score.items():
            share = weight * (count + 2 * len(covered[number])) // (3 * count)
            statement_share = STATEMENT if self.index.documents[number].reader else 100
            document_score = share * statement_share // 100
            strength = confidence.strength(
                document_score,
                count,
                self.unit,
                subject=number in subjects,
                foreign=not foreign.isdisjoint(covered[number]),
            )
            least = confidence.FULL if number in exact else 0
            yield number, document_score, max(strength, least)

    def foreign_places(self, terms: Sequence[QueryTerms]) -> set[int]:
        """Return the places of words that are in no text: only the thesaurus leads from them."""
        return {
            want.covers[0]
            for want in terms
            if (own := [term for term, _ in want.terms if not term.startswith("#")])
            and not any(term in self.index.postings for term in own)
        }

    def exact_documents(self, terms: Sequence[QueryTerms]) -> set[int]:
        """Return the documents with the word of a one-word query, as they spell it."""
        (term, weight), *_ = terms[0].terms if len(terms) == 1 and terms[0].terms else (("", 0),)
        return set(self.index.postings.get(term, _NONE)[::2]) if weight == OWN else set()

    def best(self, want: QueryTerms, subjects: bool) -> dict[int, int]:
        """Return for each document the most that one of the terms gives it.

        A row that means a subject is a term of its own kind: it says what a document's
        heading or title is about, not what its text says.
        """
        weights: dict[int, int] = {}
        for term, hundredths in want.terms:
            if (term in self.subjects) is subjects:
                postings = self.index.postings.get(term, _NONE)
                for number, weight in zip(postings[::2], postings[1::2], strict=True):
                    weights[number] = max(weights.get(number, 0), weight * hundredths)
        return weights


def _query_key(query_words: Sequence[str]) -> Phrase:
    """Return the number of a clause that the query names, else the stems of its words."""
    return clause_number(query_words) or tuple(stem(word) for word in query_words)[:LONGEST_QUERY]


def named_documents(index: Index) -> dict[Phrase, tuple[int, ...]]:
    """Return the documents that come first when a query is a phrase of the school's rows.

    A query may also be the number of a clause, or of a section.
    """
    places = {(d.policy, d.number): n for n, d in enumerate(index.documents) if d.number}
    documents: dict[Phrase, dict[int, None]] = defaultdict(dict)
    for row in index.rows:
        numbers = [places[clause] for clause in row.clauses if clause in places]
        for says in row.says if numbers else ():
            documents[_query_key(words(says))].update(dict.fromkeys(numbers))
    for place, document in enumerate(index.documents):
        if document.number:
            key_words = tuple(words(document.number))
            documents[key_words][place] = None
            if key_words[1:] == ("1",):
                documents[SECTION, key_words[0]][place] = None
    return {stems: tuple(sorted(numbers)) for stems, numbers in documents.items()}
