"""Documents and a thesaurus -> the index: for every term the documents that have it, and how much it weighs in each.

The weight is BM25 over weighted fields (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009, sections 3.4 and 3.6), worked out once, here, and rounded to a whole number: a query only adds such
numbers up, so that Python and a browser cannot differ.
"""

import math
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from policybook.search.english import STOP
from policybook.search.searchable import Document
from policybook.search.thesaurus import Phrase, Row, phrase
from policybook.search.words import stem, words

#: How fast a repeated word stops to count (k1), and how much a long text is held against it (b).
K1, B = 1.2, 0.6
#: What a word weighs by where it stands. Headings and titles are low: every clause below them shares them.
TEXT, LEAD, PLAIN, HEADING, TITLE = 1.0, 0.3, 0.4, 0.3, 0.2
#: What a word weighs more in the first sentence of a clause, and among its first words: a rule begins with what it is about.
SENTENCE, BEGINNING, FIRST = 0.3, 0.5, 5
SCALE = 16
#: No term lists more documents than this, nor a stop word than that: the heaviest are kept.
LONGEST, LONGEST_STOP = 1000, 100

_SENTENCE = re.compile(r"(?<=[.:;])\s")

#: Numbers of documents, in order, each followed by the term's weight in it. An array: a large school has a million.
Postings: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """`words` are all words of the texts as written, stop words left out. `rows` are those that find something, those that are `same` first.

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
    average = _average(len(d.text.split()) for d in documents)
    for number, document in enumerate(documents):
        counted.add(number, _body(document, reading, average), reading.above(document.section, document.title))
    found = {term: counted.postings(term, len(documents)) for term in sorted(counted.weights)}
    kept = [number for number in range(len(rows)) if f"#{number}" in found]
    kept.sort(key=lambda number: not rows[number].same)  # so that a number tells what the row weighs
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


@dataclass(frozen=True, slots=True)
class _Start:
    """What the rows find that begins with one stem: those that are only that, as terms, and longer phrases by their second stem."""

    terms: tuple[str, ...]
    longer: Mapping[str, tuple[tuple[Phrase, str], ...]]  # what comes after the second, and the term


@lru_cache(maxsize=2)
def _starts(rows: tuple[Row, ...]) -> Mapping[str, _Start]:
    """What the rows find, by first stem; kept, as a site has two indexes with the same rows."""
    opened = openings((phrase(said), n) for n, row in enumerate(rows) for said in row.finds)
    result = {}
    for first, found in opened.items():
        alone = frozenset(row for said, row in found if len(said) == 1)
        longer: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
        for said, row in sorted(found):
            if len(said) > 1 and row not in alone:
                longer[said[1]].append((said[2:], f"#{row}"))
        by_second = {second: tuple(after) for second, after in longer.items()}
        result[first] = _Start(tuple(f"#{row}" for row in sorted(alone)), by_second)
    return result


class _Reading:
    """Turns text into terms, and remembers the words it has seen."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.seen: set[str] = set()
        self.starts = _starts(tuple(rows))
        self.bound: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            for clause in row.clauses:
                self.bound[clause].append(number)
        self.terms = lru_cache(maxsize=4000)(self._terms)  # policies of one school repeat one another
        self.headed: dict[tuple[str, str], dict[str, float]] = {}

    def above(self, heading: str, title: str) -> dict[str, float]:
        """What a heading and a title add to each of their terms; not to be changed."""
        if (heading, title) not in self.headed:
            added: dict[str, float] = {}
            for text, weight in ((heading, HEADING), (title, TITLE)):
                for term, count in self.terms(text)[0].items():
                    added[term] = added.get(term, 0.0) + weight * count
            self.headed[heading, title] = added
        return self.headed[heading, title]

    def _terms(self, text: str, rule: bool = False) -> tuple[dict[str, float], int]:
        """How often each term stands in `text`, those of the thesaurus too, and how many words it has.

        In a `rule`, its first sentence and its first words count for more.
        """
        parted = _SENTENCE.split(text, maxsplit=1) if rule else [text]
        found = words(parted[0])
        sentence = len(found) if rule else 0
        found += words(parted[1]) if len(parted) > 1 else ()
        stems = [stem(word) for word in found]
        counts = [1.0 + SENTENCE] * sentence + [1.0] * (len(found) - sentence)
        for at in range(min(FIRST, len(found)) if rule else 0):
            counts[at] += BEGINNING
        terms: dict[str, float] = {}
        for at, word in enumerate(found):
            term = f"={word}" if word in STOP else stems[at]
            terms[term] = terms.get(term, 0.0) + counts[at]
        self.seen.update(found)
        self._add_rows(terms, stems, counts)
        return terms, len(found)

    def _add_rows(self, terms: dict[str, float], stems: list[str], counts: Sequence[float]) -> None:
        """A term for each row, by how much the places count at which one of its phrases begins."""
        alone: dict[str, float] = {}
        for at, first in enumerate(stems):
            alone[first] = alone.get(first, 0.0) + counts[at]
        for first in [*alone]:
            start = self.starts.get(first)
            if start is None:
                del alone[first]
                continue
            for row in start.terms:
                terms[row] = terms.get(row, 0.0) + alone[first]
        for at, second in enumerate(stems[1:], 1):
            after = self.starts[stems[at - 1]].longer.get(second) if stems[at - 1] in alone else None
            if after:
                for row in dict.fromkeys(row for rest, row in after if not rest or _stands(rest, stems, at + 1)):
                    terms[row] = terms.get(row, 0.0) + counts[at - 1]


def _stands(said: Phrase, stems: list[str], at: int) -> bool:
    return tuple(stems[at : at + len(said)]) == said


def _body(document: Document, reading: _Reading, average: float) -> dict[str, float]:
    """How often each term stands in the clause, in the words it completes and in its summaries, weighted, by length."""
    terms, length = reading.terms(document.text, not document.reader)
    each = TEXT / (1 - B + B * length / average)
    body = {term: each * count for term, count in terms.items()}
    for text, weight in ((document.lead, LEAD), (document.plain, PLAIN)):
        if text:
            terms, length = reading.terms(text)
            each = weight / (1 - B + B * length / average)
            for term, count in terms.items():
                body[term] = body.get(term, 0.0) + each * count
    if document.number:
        for row in reading.bound.get((document.policy, document.number), ()):
            body[f"#{row}"] = body.get(f"#{row}", 0.0) + TEXT
    return body


class _Counted:
    """The weights of every term, and in how many bodies it stands."""

    def __init__(self) -> None:
        self.weights: dict[str, array[float]] = defaultdict(lambda: array("d"))  # a document, its weight, and so on
        self.above: dict[str, int] = defaultdict(int)

    def add(self, number: int, body: dict[str, float], above: Mapping[str, float]) -> None:
        """Count a document in; its `body` is used up."""
        for term, weight in above.items():
            if term in body:
                body[term] += weight
            else:
                self.weights[term].extend((number, weight))
                self.above[term] += 1
        for term, weight in body.items():
            self.weights[term].extend((number, weight))

    def postings(self, term: str, documents: int) -> Postings:
        """BM25: the rarer a term, the more it weighs (Robertson and Zaragoza 2009, (3.3), kept above nought)."""
        numbers, weights = self.weights[term][::2], self.weights[term][1::2]
        count = (len(weights) - self.above.get(term, 0)) or len(weights)
        rarity = math.log(1 + (documents - count + 0.5) / (count + 0.5)) * (K1 + 1) * SCALE
        scaled = array("I", [int(rarity * weight / (K1 + weight) + 0.5) or 1 for weight in weights])
        found = array("I", map(int, numbers))
        most = LONGEST_STOP if term.startswith("=") else LONGEST
        if len(found) > most:
            heaviest = sorted(zip(found, scaled, strict=True), key=lambda p: (-p[1], p[0]))[:most]
            found, scaled = (array("I", part) for part in zip(*sorted(heaviest), strict=True))
        pairs = array("I", bytes(2 * len(found) * found.itemsize))
        pairs[::2], pairs[1::2] = found, scaled
        return pairs


def _average(lengths: Iterable[int]) -> float:
    counted = list(lengths)
    return max(1.0, sum(counted) / max(1, len(counted)))


def _renumbered(found: dict[str, Postings], kept: list[int]) -> dict[str, Postings]:
    """The postings with the rows that find something numbered from 0."""
    numbers = {f"#{old}": f"#{new}" for new, old in enumerate(kept)}
    return {numbers.get(term, term): postings for term, postings in found.items()}
