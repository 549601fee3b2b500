"""Documents and a thesaurus -> the index: for every term the documents that have it, and how much it weighs in each.

The weight is BM25 over weighted fields (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009, sections 3.4 and 3.6), worked out once, here, and rounded to a whole number: a query only adds such
numbers up, so that Python and a browser cannot differ.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policybook.search.english import STOP
from policybook.search.searchable import Document
from policybook.search.thesaurus import Phrase, Row, phrase
from policybook.search.words import stem, words

#: How fast a repeated word stops to count (k1), and how much a long text is held against it (b).
K1, B = 1.2, 0.6
#: What a word weighs by where it stands. Headings and titles are low: every clause below them shares them.
TEXT, LEAD, PLAIN, HEADING, TITLE = 1.0, 0.3, 0.4, 0.3, 0.2
SCALE = 16
#: No term lists more documents than this, nor a stop word than that: the heaviest are kept.
LONGEST, LONGEST_STOP = 1000, 100

Postings = tuple[tuple[int, int], ...]  # (number of a document, weight), by number


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """`words` are all words of the texts as written, stop words left out. `rows` are those that find something.

    A term is a stem, `=` and a stop word, or `#` and the number of a row in `rows`.
    """

    documents: tuple[Document, ...]
    words: tuple[str, ...]
    rows: tuple[Row, ...]
    postings: Mapping[str, Postings]


def index(documents: Sequence[Document], rows: Sequence[Row]) -> Index:
    """Index `documents`. The same documents and rows give the same index, whatever the order of hashing."""
    reading = _Reading(rows)
    counted = _Counted()
    average = _average(len(words(d.text)) for d in documents)
    for number, document in enumerate(documents):
        counted.add(number, *_weights(document, reading, average))
    found = {term: counted.postings(term, len(documents)) for term in sorted(counted.weights)}
    kept = [number for number in range(len(rows)) if f"#{number}" in found]
    return Index(
        documents=tuple(documents),
        words=tuple(sorted(reading.seen)),
        rows=tuple(rows[number] for number in kept),
        postings=_renumbered(found, kept),
    )


def openings(phrases: Iterable[tuple[Phrase, int]]) -> dict[str, list[tuple[Phrase, int]]]:
    """Phrases, each with the number of its row, by their first stem."""
    result: dict[str, list[tuple[Phrase, int]]] = defaultdict(list)
    for stems, row in phrases:
        result[stems[0]].append((stems, row))
    return result


class _Reading:
    """Turns text into terms, and remembers the words it has seen."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.seen: set[str] = set()
        self.starts = openings((phrase(said), n) for n, row in enumerate(rows) for said in row.finds)
        self.known: dict[str, tuple[list[str], int]] = {}

    def terms(self, text: str) -> tuple[list[str], int]:
        """The terms of `text`, those of the thesaurus too, and how many words it has."""
        if text not in self.known:
            self.known[text] = self._terms(text)
        return self.known[text]

    def _terms(self, text: str) -> tuple[list[str], int]:
        found = words(text)
        self.seen.update(found)
        stems = [stem(word) for word in found]
        terms = [f"={word}" if word in STOP else stems[n] for n, word in enumerate(found)]
        return terms + self._rows(stems), len(found)

    def _rows(self, stems: list[str]) -> list[str]:
        """A term for each row and each place where one of its phrases begins."""
        found: list[str] = []
        for at, first in enumerate(stems):
            if first in self.starts:
                here = {row for stem_s, row in self.starts[first] if tuple(stems[at : at + len(stem_s)]) == stem_s}
                found += (f"#{row}" for row in sorted(here))
        return found


def _weights(document: Document, reading: _Reading, average: float) -> tuple[dict[str, float], dict[str, float]]:
    """How often each term stands in the body and above it, weighted; the body's by the length of the text."""
    body: dict[str, float] = defaultdict(float)
    above: dict[str, float] = defaultdict(float)
    for text, weight in ((document.text, TEXT), (document.lead, LEAD), (document.plain, PLAIN)):
        terms, length = reading.terms(text)
        for term in terms:
            body[term] += weight / (1 - B + B * length / average)
    for text, weight in ((document.section, HEADING), (document.title, TITLE)):
        for term in reading.terms(text)[0]:
            above[term] += weight
    return body, above


class _Counted:
    """The weights of every term, and in how many bodies it stands."""

    def __init__(self) -> None:
        self.weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self.bodies: dict[str, int] = defaultdict(int)

    def add(self, number: int, body: dict[str, float], above: dict[str, float]) -> None:
        for term, weight in body.items():
            self.weights[term].append((number, weight + above.pop(term, 0.0)))
            self.bodies[term] += 1
        for term, weight in above.items():
            self.weights[term].append((number, weight))

    def postings(self, term: str, documents: int) -> Postings:
        """BM25: the rarer a term, the more it weighs (Robertson and Zaragoza 2009, (3.3), kept above nought)."""
        weights = self.weights[term]
        count = self.bodies[term] or len(weights)
        rarity = math.log(1 + (documents - count + 0.5) / (count + 0.5)) * (K1 + 1) * SCALE
        found = [(number, max(1, round(rarity * weight / (K1 + weight)))) for number, weight in weights]
        most = LONGEST_STOP if term.startswith("=") else LONGEST
        if len(found) > most:
            found = sorted(sorted(found, key=lambda p: (-p[1], p[0]))[:most])
        return tuple(found)


def _average(lengths: Iterable[int]) -> float:
    counted = list(lengths)
    return max(1.0, sum(counted) / max(1, len(counted)))


def _renumbered(found: dict[str, Postings], kept: list[int]) -> dict[str, Postings]:
    """The postings with the rows that find something numbered from 0."""
    numbers = {f"#{old}": f"#{new}" for new, old in enumerate(kept)}
    return {numbers.get(term, term): postings for term, postings in found.items()}
