"""Rank documents for a query, best first. `search.js` does the same, and a test compares them.

A clause may lack words of the query (OR, not AND). Its score is the weight of its words
times the share of the query's words that it has, rare words counting for more.
"""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from policybook.search import confidence
from policybook.search.amounts import AMOUNT, WHEN, asks_when
from policybook.search.confidence import AnswerConfidence, TermMatch
from policybook.search.coverage import find_places, subject_weights, total_weights
from policybook.search.documents import SearchDocument
from policybook.search.indexing import Index, Postings
from policybook.search.query_reader import (
    LONGEST_QUERY,
    OWN,
    QueryReader,
    QueryTerms,
)
from policybook.search.rule_names import (
    SECTION,
    clause_number,
    name_appendix,
    title_number,
    title_stems,
)
from policybook.search.stemming import stem, words
from policybook.search.thesaurus import Phrase
from policybook.text.ordinals import OrdinalKind, read_ordinal

# Hundredths that a row keeps that means a subject. The strongest counts, once for a query.
PRIOR = 70
# Hundredths that a statement of a summary keeps: the clause itself comes first.
STATEMENT = 80
# Hundredths of its score that a rule has which has all words of the query.
WHOLE = 108
# Hundredths of its score that a rule keeps which says no day or time, where a query asks for one.
UNDATED = 75
# Hundredths of the best score that a hit needs, apart from the first few hits.
KEPT, FEW = 50, 5
# Most hits.
SHOWN = 30
_NONE: Postings = array("I")
_NOTHING: Set[int] = frozenset()


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
        self.titles = {d.policy: title_stems(words(d.title)) for d in index.documents}
        self.dated = frozenset(index.postings.get(WHEN, _NONE)[::2])
        self.meanings = {f"#{n}" for n, row in enumerate(index.rows) if not row.same}
        self.subjects = {f"#{n}" for n in range(index.first_subject, len(index.rows))}

    def rank(self, query: str, limit: int = SHOWN, audience: str = "") -> list[Hit]:
        """Return the best hits, without weak ones.

        With an `audience`, only what applies to it counts, and no summary for other
        readers.
        """
        query_words = self.correct_words(query)
        matches = self.find_matches(self.query_terms(query_words, audience))
        weights = self.word_weights(matches)
        wants_date = asks_when(query_words)
        candidates = [
            (number, score * UNDATED // 100 if wants_date and number not in self.dated else score)
            for number, score in self.score_documents(matches, weights)
            if not audience or self.concerns(number, audience)
        ]
        named_first, named_strength = self.find_named(query_words, audience)
        most = max((s[1] for s in candidates), default=1)
        candidates = [s for s in candidates if s[0] not in named_first] + [
            (n, most) for n in named_first
        ]
        scored = sorted(candidates, key=lambda s: (-s[1], s[0] not in named_first, s[0]))
        least = scored[0][1] * KEPT if scored else 0
        scored = [s for place, s in enumerate(scored) if place < FEW or s[1] * 100 >= least]
        strengths = self.measure(matches, weights, scored, is_one_word=len(set(query_words)) == 1)
        if wants_date:
            self.weaken_undated(strengths)
        return [
            Hit(
                document=self.index.documents[number],
                number=number,
                score=score,
                strength=named_strength if number in named_first else strengths[number],
            )
            for number, score in scored[:limit]
        ]

    def find_named(self, query_words: Sequence[str], audience: str) -> tuple[list[int], int]:
        """Return the documents that a query names, and how surely they answer.

        If nothing has the number 4.2(b), the rules 4.2 are the closest. "Complaints 4.2"
        names a rule of that policy alone.
        """

        def find(key: Phrase, policies: Collection[str]) -> list[int]:
            return [
                n
                for n in self.named.get(key, ())
                if self.index.documents[n].policy in policies
                and (not audience or self.concerns(n, audience))
            ]

        key, number, policies = (
            _query_key(query_words),
            clause_number(query_words),
            set(self.titles),
        )
        if not number and not find(key, policies):
            key, title = title_number(query_words)
            number, policies = key, {p for p, stems in self.titles.items() if title <= stems}
        while number and len(key) > 2 and not find(key, policies):
            key = key[:-1]
        is_whole = not number or len(key) == len(number)
        return find(key, policies), confidence.NAMED if is_whole else confidence.NONE

    def concerns(self, number: int, audience: str) -> bool:
        """Return whether a document is for the audience."""
        document = self.index.documents[number]
        return document.reader == audience if document.reader else audience in document.audiences

    def find_matches(self, terms: Sequence[QueryTerms]) -> list[TermMatch]:
        """Return for each word and phrase of a query what it gives the documents."""
        return [
            TermMatch(
                want,
                self.best(want, subjects=False),
                self.best(want, subjects=True),
                frozenset(self.find_literal(want)),
            )
            for want in terms
        ]

    def find_literal(self, want: QueryTerms) -> Iterator[int]:
        """Yield the documents with the word itself, a synonym or the same amount."""
        is_amount = want.terms[:1] and want.terms[0][0].startswith(AMOUNT)
        for term, _ in want.terms[:1] if is_amount else want.terms:
            if is_amount or (len(want.covers) == 1 and term not in self.meanings):
                yield from self.index.postings.get(term, _NONE)[::2]

    def score_documents(
        self, matches: Sequence[TermMatch], weights: Mapping[int, int]
    ) -> Iterator[tuple[int, int]]:
        """Yield number and score of every document that has one of the terms.

        A score shrinks with the words of the query that the document lacks, by their
        `weights`: a rare word counts for more than one that many texts have.
        """
        score, subjects = total_weights(matches), subject_weights(matches)
        covered = find_places(matches, lambda match: match.weights)
        literal = find_places(matches, lambda match: match.literal)
        for number, weight in subjects.items():
            score[number] = score.get(number, 0) + weight * PRIOR // 100
        whole = sum(weights.values())
        for number, weight in score.items():
            places = covered.get(number, _NOTHING)
            if not places and number not in subjects:
                continue
            share = weight * (whole + 2 * sum(weights[p] for p in places)) // (3 * whole)
            if len(weights) > 1 and len(literal.get(number, _NOTHING)) == len(weights):
                share = share * WHOLE // 100
            statement_share = STATEMENT if self.index.documents[number].reader else 100
            yield number, share * statement_share // 100

    def measure(
        self,
        matches: Sequence[TermMatch],
        weights: Mapping[int, int],
        scored: Sequence[tuple[int, int]],
        is_one_word: bool,
    ) -> dict[int, int]:
        """Return how surely each of the best documents answers (`confidence.strength`).

        One word alone asks for all that is said of it, so a text that has it answers.
        """
        policies = [self.index.documents[number].policy for number, _ in scored]
        first = policies[: confidence.FIRST]
        exact = self.exact_documents(matches) if is_one_word else set()
        has_only_figures = all(match.want.is_figure for match in matches if match.want.covers)
        second = scored[1][1] if len(scored) > 1 else 0
        strengths = {}
        for place, ((number, score), policy) in enumerate(zip(scored, policies, strict=True)):
            strengths[number] = confidence.strength(
                score,
                self.unit,
                share=confidence.word_share(number, matches, weights),
                lead=0 if place else 100 - 100 * second // max(1, score),
                company=100 * first.count(policy) // confidence.FIRST,
            )
            if has_only_figures:
                strengths[number] = min(strengths[number], confidence.FULL - 1)
            elif number in exact:
                strengths[number] = max(strengths[number], confidence.FULL)
        return strengths

    def weaken_undated(self, strengths: dict[int, int]) -> None:
        """Let no document that says no day or time answer a query for one in full."""
        for number, strength in strengths.items():
            if number not in self.dated:
                strengths[number] = min(strength, confidence.FULL - 1)

    def word_weights(self, matches: Sequence[TermMatch]) -> dict[int, int]:
        """Return the most that each word of the query gives a document, by its place.

        A word that is in no text has the weight of one that a single document has.
        """
        places = {place for match in matches for place in match.want.covers}
        weights = dict.fromkeys(places, 0)
        for want in (match.want for match in matches):
            for term, hundredths in want.terms:
                if want.covers and not term.startswith(("#", AMOUNT)):
                    most = max(self.index.postings.get(term, _NONE)[1::2], default=0)
                    place = want.covers[0]
                    weights[place] = max(weights[place], most * hundredths)
        return {place: weight or self.unit * 100 for place, weight in weights.items()}

    def exact_documents(self, matches: Sequence[TermMatch]) -> set[int]:
        """Return the documents with the word of a one-word query, as they spell it."""
        wanted = [match.want for match in matches if match.want.covers]
        terms = wanted[0].terms if len(wanted) == 1 else ()
        (term, weight), *_ = terms or (("", 0),)
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

    A query may also be the number of a clause, as shown or as typed, or of a section.
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
            if name := name_appendix(key_words, document.section):
                documents[name] = documents[name] or {place: None}
            typed = read_ordinal(document.text)
            if typed and typed.kind is OrdinalKind.WHOLE:
                documents[tuple(words(typed.bare))][place] = None
    return {stems: tuple(sorted(numbers)) for stems, numbers in documents.items()}
