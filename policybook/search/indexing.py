"""Build the index: for each term its documents and its weight in each.

The weight is BM25 over weighted fields (Robertson and Zaragoza, "The Probabilistic
Relevance Framework: BM25 and Beyond", 2.09, sections 3.4 and 3.6). It is rounded to a
whole number here, and a query only adds such numbers, so Python and a browser agree.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from policybook.search.documents import SearchDocument
from policybook.search.english import WEAK
from policybook.search.stemming import stem
from policybook.search.term_reader import TermReader
from policybook.search.thesaurus import ThesaurusRow

#: How fast a repeated word stops to count (k1), and how much a long text is held against it (b).
K1, B = 1.6, 0.3
#: The weight of a word by its place. Headings and titles are low, because many clauses share them.
TEXT, LEAD, PLAIN, HEADING, TITLE = 1.0, 0.3, 0.4, 0.5, 0.2
#: The weight of a subject that a heading or a title names, for a row that means it.
SUBJECT = 0.5
#: The weight of a clause for a row of the school that names it: the school knows its rules.
NAMED = 2.0
SCALE = 16
#: The share of its weight that a word keeps that says little about a subject, such as "every".
WEAK_SHARE = 0.5
_WEAK_TERMS = frozenset(map(stem, WEAK))
#: No term lists more documents than this, nor a stop word than that: the heaviest are kept.
LONGEST, LONGEST_STOP = 1000, 100


#: Numbers of documents, in order, each followed by the term's weight in it. An array saves memory,
#: because a large school has a million.
Postings: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The index of a school.

    `words` are all words of the texts as written, without stop words. `rows` are the
    rows of the thesaurus that find something: rows that are `same` first, rows that mean
    a subject last. A term is a stem, `=` and a stop word, or `#` and the number of a row.
    """

    documents: tuple[SearchDocument, ...]
    words: tuple[str, ...]
    rows: tuple[ThesaurusRow, ...]
    postings: Mapping[str, Postings]

    @property
    def first_subject(self) -> int:
        """Return the number of the first row that means a subject; those are last."""
        return len(self.rows) - sum(row.is_subject for row in self.rows)


def index(documents: Sequence[SearchDocument], rows: Sequence[ThesaurusRow]) -> Index:
    """Return the index of `documents`. Equal documents and rows always give an equal index."""
    reading = TermReader(tuple(rows))
    counted = _TermWeights(documents, reading)
    postings = {term: counted.postings([term]) for term in counted.terms if " " not in term}
    by_terms: dict[tuple[str, ...], Postings] = {
        (term,): postings for term, postings in postings.items()
    }
    for number, (row, terms) in enumerate(
        zip(rows, reading.terms_by_row(counted.terms), strict=True)
    ):
        bound = counted.numbers_of(row.clauses)
        if bound:
            postings[f"#{number}"] = counted.postings(terms, bound)
        elif terms:
            if (same := tuple(terms)) not in by_terms:  # many rows find the same of these texts
                by_terms[same] = counted.postings(terms)
            postings[f"#{number}"] = by_terms[same]
    used = [number for number in range(len(rows)) if f"#{number}" in postings]
    # So that a number tells what the row weighs, and whether it means a subject.
    used.sort(key=lambda number: (not rows[number].same, rows[number].is_subject))
    return Index(
        documents=tuple(documents),
        words=tuple(sorted(reading.words_read)),
        rows=tuple(rows[number] for number in used),
        postings=_renumber(postings, used),
    )


class _TermWeights:
    """The weight of every term in each document: in the body, and by headings and titles.

    A text is read once for all documents that have it.
    """

    def __init__(self, documents: Sequence[SearchDocument], reading: TermReader) -> None:
        self.count = len(documents)
        self.body: dict[str, dict[int, float]] = defaultdict(dict)
        self.above: dict[str, dict[int, float]] = defaultdict(dict)
        self.named: dict[tuple[str, str], list[int]] = defaultdict(list)
        texts: dict[tuple[str, bool], list[int]] = defaultdict(list)
        leads: dict[str, list[int]] = defaultdict(list)
        plains: dict[str, list[int]] = defaultdict(list)
        headings: dict[str, list[int]] = defaultdict(list)
        titles: dict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(documents):
            texts[document.text, not document.reader].append(number)
            leads[document.lead].append(number)
            plains[document.plain].append(number)
            headings[document.section].append(number)
            titles[document.title].append(number)
            if document.number:
                self.named[document.policy, document.number].append(number)
        length = sum(len(text.split()) * len(numbers) for (text, _), numbers in texts.items())
        self.average = max(1.0, length / max(1, self.count))
        for (text, rule), numbers in texts.items():
            self._add(numbers, TEXT, *reading.terms(text, rule))
        for weight, others in ((LEAD, leads), (PLAIN, plains)):
            for text, numbers in others.items():
                self._add(numbers, weight, *reading.terms(text))
        for weight, others in ((HEADING, headings), (TITLE, titles)):
            for text, numbers in others.items():
                _add(self.above, numbers, weight, reading.terms(text)[0])
                _add(self.above, numbers, SUBJECT, reading.subjects(text))

    @property
    def terms(self) -> list[str]:
        """Return all terms, sorted."""
        return sorted({*self.body, *self.above})

    def numbers_of(self, clauses: Iterable[tuple[str, str]]) -> list[int]:
        """Return the documents that are these clauses."""
        return [number for clause in clauses for number in self.named.get(clause, ())]

    def _add(
        self, numbers: list[int], weight: float, terms: Mapping[str, float], length: int
    ) -> None:
        """Add a text to the weights, by its length."""
        _add(self.body, numbers, weight / (1 - B + B * length / self.average), terms)

    def postings(self, terms: Sequence[str], bound: Iterable[int] = ()) -> Postings:
        """Return the postings by BM25: the rarer a term, the more it weighs.

        Source: Robertson and Zaragoza 2.09, (3.3), kept above nought. Several terms
        count as one, as in a row of the thesaurus. `bound` are documents that the row
        names.
        """
        weights = _add_all([self.body[term] for term in terms if term in self.body])
        _add_up(weights, dict.fromkeys(bound, NAMED))
        count = len(weights)
        for term in terms:
            _add_up(weights, self.above.get(term, {}))
        count = count or len(weights)
        rarity = math.log(1 + (self.count - count + 0.5) / (count + 0.5)) * (K1 + 1) * SCALE
        if len(terms) == 1 and terms[0] in _WEAK_TERMS:
            rarity *= WEAK_SHARE
        numbers = sorted(weights)
        scales = {
            w: int(rarity * w / (K1 + w) + 0.5) or 1 for w in set(weights.values())
        }  # many weigh the same
        scaled = list(map(scales.__getitem__, map(weights.__getitem__, numbers)))
        most = LONGEST_STOP if terms and terms[0].startswith("=") else LONGEST
        if len(numbers) > most:  # the heaviest are kept, of those that weigh the same the first
            heaviest = sorted(
                sorted(range(len(scaled)), key=scaled.__getitem__, reverse=True)[:most]
            )
            numbers, scaled = (
                [numbers[place] for place in heaviest],
                [scaled[place] for place in heaviest],
            )
        pairs = [0] * (2 * len(numbers))
        pairs[::2], pairs[1::2] = numbers, scaled
        return array("I", pairs)


def _add(
    to: dict[str, dict[int, float]], numbers: list[int], weight: float, terms: Mapping[str, float]
) -> None:
    """Add the weights of the terms to all documents in `numbers`."""
    for term, count in terms.items():
        added, weights = weight * count, to[term]
        for number in numbers:
            weights[number] = weights.get(number, 0.0) + added


def _add_all(parts: Sequence[dict[int, float]]) -> dict[int, float]:
    """Return documents with the sum of their weights."""
    first, *others = sorted(parts, key=len, reverse=True) or [{}]
    total = first.copy()
    for part in others:
        _add_up(total, part)
    return total


def _add_up(total: dict[int, float], part: dict[int, float]) -> None:
    """Add the weights of `part` to `total`."""
    for number, weight in part.items():
        total[number] = total.get(number, 0.0) + weight


def _renumber(postings: dict[str, Postings], used: list[int]) -> dict[str, Postings]:
    """Return the postings with the rows that find something numbered from 0."""
    numbers = {f"#{old}": f"#{new}" for new, old in enumerate(used)}
    return {numbers.get(term, term): postings for term, postings in postings.items()}
