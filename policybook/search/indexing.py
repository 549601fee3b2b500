"""Documents and a thesaurus -> the index: for every term the documents that have it, and how much it weighs in each.

The weight is BM25 over weighted fields (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009, sections 3.4 and 3.6), worked out once, here, and rounded to a whole number: a query only adds such
numbers up, so that Python and a browser cannot differ.
"""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from itertools import count as count_up
from typing import TypeAlias

from policybook.search.documents import SearchDocument
from policybook.search.english import STOP
from policybook.search.stemming import stem, words
from policybook.search.thesaurus import STOP_STEMS, ThesaurusRow, phrase

#: How fast a repeated word stops to count (k1), and how much a long text is held against it (b).
K1, B = 1.2, 0.6
#: What a word weighs by where it stands. Headings and titles are low: every clause below them shares them.
TEXT, LEAD, PLAIN, HEADING, TITLE = 1.0, 0.3, 0.4, 0.3, 0.2
#: What a word weighs more in the first sentence of a clause, and among its first words: a rule begins with what it is about.
SENTENCE, BEGINNING, FIRST = 0.3, 0.5, 5
SCALE = 16
#: No term lists more documents than this, nor a stop word than that: the heaviest are kept.
LONGEST, LONGEST_STOP = 1000, 100

_SENTENCE = re.compile(r"[.:;]\s")

#: Numbers of documents, in order, each followed by the term's weight in it. An array: a large school has a million.
Postings: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """`words` are all words of the texts as written, stop words left out. `rows` are those that find something, those that are `same` first.

    A term is a stem, `=` and a stop word, or `#` and the number of a row in `rows`.
    """

    documents: tuple[SearchDocument, ...]
    words: tuple[str, ...]
    rows: tuple[ThesaurusRow, ...]
    postings: Mapping[str, Postings]


def index(documents: Sequence[SearchDocument], rows: Sequence[ThesaurusRow]) -> Index:
    """Index `documents`. The same documents and rows give the same index, whatever the order of hashing."""
    reading = _TermReader(tuple(rows))
    counted = _Counted(documents, reading)
    found = {term: counted.postings([term]) for term in counted.terms if " " not in term}
    made: dict[tuple[str, ...], Postings] = {(term,): postings for term, postings in found.items()}
    for number, (row, terms) in enumerate(
        zip(rows, reading.terms_by_row(counted.terms), strict=True)
    ):
        bound = counted.numbers_of(row.clauses)
        if bound:
            found[f"#{number}"] = counted.postings(terms, bound)
        elif terms:
            if (same := tuple(terms)) not in made:  # many rows find the same of these texts
                made[same] = counted.postings(terms)
            found[f"#{number}"] = made[same]
    kept = [number for number in range(len(rows)) if f"#{number}" in found]
    kept.sort(
        key=lambda number: not rows[number].same
    )  # so that a number tells what the row weighs
    return Index(
        documents=tuple(documents),
        words=tuple(sorted(reading.seen)),
        rows=tuple(rows[number] for number in kept),
        postings=_renumbered(found, kept),
    )


class _IndexParts(dict[str, str]):
    """What `make` makes of each word, made once: `map` looks words up without a call in Python for each."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self.make = make

    def __missing__(self, word: str) -> str:
        made = self[word] = self.make(word)
        return made


_STEMS = _IndexParts(stem)
_TERMS = _IndexParts(lambda word: f"={word}" if word in STOP else stem(word))
#: The stop words of one stem, as terms: a row that finds "mean" finds "means" too.
_STOP_TERMS_OF: Mapping[str, tuple[str, ...]] = {
    own: tuple(f"={word}" for word in sorted(STOP) if stem(word) == own) for own in STOP_STEMS
}


@dataclass(frozen=True, slots=True)
class _Sought:
    """What the rows find: of each row its phrases, stems with blanks between them; and those of several, by their first two stems."""

    by_row: tuple[frozenset[str], ...]
    longer: Mapping[
        tuple[str, str], tuple[tuple[list[str], str], ...]
    ]  # the stems after the second, and the phrase


@lru_cache(maxsize=2)
def _sought(rows: tuple[ThesaurusRow, ...]) -> _Sought:
    """Kept, as a site has two indexes with the same rows."""
    by_row = tuple(frozenset([" ".join(phrase(said)) for said in row.finds]) for row in rows)
    longer: dict[tuple[str, str], list[tuple[list[str], str]]] = defaultdict(list)
    for said in sorted(set().union(*by_row)):
        if " " in said:
            first, second, *rest = said.split(" ")
            longer[first, second].append((rest, said))
    return _Sought(by_row, {start: tuple(found) for start, found in longer.items()})


class _TermReader:
    """Turns text into terms, and remembers the words it has seen.

    Here the phrases that the rows find are terms too, stems with blanks between them, so that only they are looked for, not each row.
    """

    def __init__(self, rows: tuple[ThesaurusRow, ...]) -> None:
        self.seen: set[str] = set()
        self.sought = _sought(rows)

    def terms(self, text: str, rule: bool = False) -> tuple[dict[str, float], int]:
        """How often each term stands in `text`, and how many words it has.

        In a `rule`, its first sentence and its first words count for more. A phrase counts as much as the place at which it begins.
        """
        end = _SENTENCE.search(text) if rule else None
        found = words(text[: end.start() + 1] if end else text)
        sentence = len(found) if rule else 0
        if end:
            found += words(text[end.end() :])
        stems = list(map(_STEMS.__getitem__, found))
        own = list(map(_TERMS.__getitem__, found))
        terms = {term: (1.0 + SENTENCE) * count for term, count in Counter(own[:sentence]).items()}
        for term, count in Counter(own[sentence:]).items():
            terms[term] = terms.get(term, 0.0) + count
        for term in own[:FIRST] if rule else ():
            terms[term] += BEGINNING
        longer = self.sought.longer
        for at in compress(count_up(), map(longer.__contains__, pairwise(stems))):
            weight = 1.0 + SENTENCE * (at < sentence) + BEGINNING * (rule and at < FIRST)
            for rest, said in longer[stems[at], stems[at + 1]]:
                if stems[at + 2 : at + 2 + len(rest)] == rest:
                    terms[said] = terms.get(said, 0.0) + weight
        self.seen.update(found)
        return terms, len(found)

    def terms_by_row(self, terms: Iterable[str]) -> Iterator[list[str]]:
        """Of each row those of `terms` that it finds. Of two phrases of which one begins the other, the shorter stands for both."""
        have = set(terms)
        have.update(own for own, stop in _STOP_TERMS_OF.items() if not have.isdisjoint(stop))
        for sought in self.sought.by_row:
            found = sorted(have & sought)
            least = [said for said in found if not (" " in said and _begins(found, said))]
            yield [
                term
                for said in least
                for term in (said, *_STOP_TERMS_OF.get(said, ()))
                if term in have
            ]


def _begins(phrases: Iterable[str], said: str) -> bool:
    """Whether one of `phrases` begins another, `said`."""
    return any(said.startswith(f"{other} ") for other in phrases)


class _Counted:
    """What every term weighs in each document: in their bodies, and by the headings and titles above them.

    A text, and what stands above it, is read once for all documents that have it.
    """

    def __init__(self, documents: Sequence[SearchDocument], reading: _TermReader) -> None:
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

    @property
    def terms(self) -> list[str]:
        return sorted({*self.body, *self.above})

    def numbers_of(self, clauses: Iterable[tuple[str, str]]) -> list[int]:
        """The documents that are these clauses."""
        return [number for clause in clauses for number in self.named.get(clause, ())]

    def _add(
        self, numbers: list[int], weight: float, terms: Mapping[str, float], length: int
    ) -> None:
        """Count a text in, by its length."""
        _add(self.body, numbers, weight / (1 - B + B * length / self.average), terms)

    def postings(self, terms: Sequence[str], bound: Iterable[int] = ()) -> Postings:
        """BM25: the rarer a term, the more it weighs (Robertson and Zaragoza 2009, (3.3), kept above nought).

        Several terms count as one, as a row of the thesaurus does; `bound` are documents that it names itself.
        """
        found = _together([self.body[term] for term in terms if term in self.body])
        _add_up(found, dict.fromkeys(bound, TEXT))
        count = len(found)
        for term in terms:
            _add_up(found, self.above.get(term, {}))
        count = count or len(found)
        rarity = math.log(1 + (self.count - count + 0.5) / (count + 0.5)) * (K1 + 1) * SCALE
        numbers = sorted(found)
        scales = {
            w: int(rarity * w / (K1 + w) + 0.5) or 1 for w in set(found.values())
        }  # many weigh the same
        scaled = list(map(scales.__getitem__, map(found.__getitem__, numbers)))
        most = LONGEST_STOP if terms and terms[0].startswith("=") else LONGEST
        if len(numbers) > most:  # the heaviest are kept, of those that weigh the same the first
            kept = sorted(sorted(range(len(scaled)), key=scaled.__getitem__, reverse=True)[:most])
            numbers, scaled = [numbers[at] for at in kept], [scaled[at] for at in kept]
        pairs = [0] * (2 * len(numbers))
        pairs[::2], pairs[1::2] = numbers, scaled
        return array("I", pairs)


def _add(
    to: dict[str, dict[int, float]], numbers: list[int], weight: float, terms: Mapping[str, float]
) -> None:
    for term, count in terms.items():
        added, weights = weight * count, to[term]
        for number in numbers:
            weights[number] = weights.get(number, 0.0) + added


def _together(parts: Sequence[dict[int, float]]) -> dict[int, float]:
    """Documents and their weights, added up."""
    first, *others = sorted(parts, key=len, reverse=True) or [{}]
    total = first.copy()
    for part in others:
        _add_up(total, part)
    return total


def _add_up(total: dict[int, float], part: dict[int, float]) -> None:
    for number, weight in part.items():
        total[number] = total.get(number, 0.0) + weight


def _renumbered(found: dict[str, Postings], kept: list[int]) -> dict[str, Postings]:
    """The postings with the rows that find something numbered from 0."""
    numbers = {f"#{old}": f"#{new}" for new, old in enumerate(kept)}
    return {numbers.get(term, term): postings for term, postings in found.items()}
