"""Turn texts into terms for the index, including the phrases that the thesaurus finds."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress, pairwise
from itertools import count as count_up

from policybook.search import amounts
from policybook.search.english import STOP, WEAK
from policybook.search.quantities import QUANTITIES, find_quantities
from policybook.search.stemming import stem, words
from policybook.search.thesaurus import ABOUT, STOP_STEMS, ThesaurusRow, phrase

#: The extra weight of a word in the first sentence of a clause, and among its first words: a rule
#: begins with its subject.
SENTENCE, BEGINNING, FIRST = 0.3, 0.5, 5
#: The weight of each word of a compound, and how many letters each needs.
PART, SHORTEST_FIRST, SHORTEST_SECOND = 0.5, 4, 5
_SENTENCE = re.compile(r"[.:;]\s")
_MAY_HAVE_SIGN = re.compile(r"[0-9] ?[.:%]|[£$€]")
_QUANTITY_TERMS = {name: " ".join(phrase(name)) for name in QUANTITIES}


@cache
def _term(word: str) -> str:
    return f"={word}" if word in STOP else stem(word)


#: The stop words of one stem, as terms: a row that finds "mean" finds "means" too.
_STOP_TERMS_BY_STEM: Mapping[str, tuple[str, ...]] = {
    stop_stem: tuple(f"={word}" for word in sorted(STOP) if stem(word) == stop_stem)
    for stop_stem in STOP_STEMS
}


@dataclass(frozen=True, slots=True)
class _RowPhrases:
    """The phrases that the rows find, as stems with blanks between them.

    `by_row` has the phrases of each row. `longer` has those of several stems, by their
    first two: the stems after the second, and the phrase.
    """

    by_row: tuple[frozenset[str], ...]
    longer: Mapping[
        tuple[str, str], tuple[tuple[list[str], str], ...]
    ]  # the stems after the second, and the phrase


@lru_cache(maxsize=2)
def _phrases_of_rows(rows: tuple[ThesaurusRow, ...]) -> _RowPhrases:
    """Return the phrases of the rows. Cached, because a site has two indexes with the same rows."""
    by_row = tuple(frozenset([" ".join(phrase(text)) for text in row.finds]) for row in rows)
    longer: dict[tuple[str, str], list[tuple[list[str], str]]] = defaultdict(list)
    for text in sorted(set().union(*by_row)):
        if " " in text:
            first, second, *rest = text.split(" ")
            longer[first, second].append((rest, text))
    return _RowPhrases(
        by_row, {start: tuple(continuations) for start, continuations in longer.items()}
    )


class TermReader:
    """Turns text into terms, and remembers the words that it has read.

    Phrases that the rows find are terms too, so that only they need a search.
    """

    def __init__(self, rows: tuple[ThesaurusRow, ...]) -> None:
        self.words_read: set[str] = set()
        self.row_phrases = _phrases_of_rows(rows)
        known = _words_of_rows(rows)
        self.parts = cache(lambda word: _split_compound(word, known))

    def terms(self, text: str, rule: bool = False) -> tuple[dict[str, float], int]:
        """Return how often each term occurs in `text`, and how many words `text` has.

        In a `rule`, the first sentence and the first words count for more. A phrase
        counts as much as the place where it begins.
        """
        end = _SENTENCE.search(text) if rule else None
        tokens = words(text[: end.start() + 1] if end else text)
        sentence = len(tokens) if rule else 0
        if end:
            tokens += words(text[end.end() :])
        stems = list(map(stem, tokens))
        word_terms = list(map(_term, tokens))
        terms = {
            term: (1.0 + SENTENCE) * count for term, count in Counter(word_terms[:sentence]).items()
        }
        for term, count in Counter(word_terms[sentence:]).items():
            terms[term] = terms.get(term, 0.0) + count
        for term in word_terms[:FIRST] if rule else ():
            terms[term] += BEGINNING
        longer = self.row_phrases.longer
        for place in compress(count_up(), map(longer.__contains__, pairwise(stems))):
            weight = 1.0 + SENTENCE * (place < sentence) + BEGINNING * (rule and place < FIRST)
            for rest, phrase_text in longer[stems[place], stems[place + 1]]:
                if stems[place + 2 : place + 2 + len(rest)] == rest:
                    terms[phrase_text] = terms.get(phrase_text, 0.0) + weight
        for name in find_quantities(text, stems):
            terms[_QUANTITY_TERMS[name]] = 1.0
        terms.update((term, 1.0) for term in amounts.list_terms(_spelt(text, tokens)))
        for part in (part for token in tokens for part in self.parts(token)):
            terms[part] = terms.get(part, 0.0) + PART
        self.words_read.update(tokens)
        return terms, len(tokens)

    def subjects(self, heading: str) -> dict[str, float]:
        """Return the terms for rows that mean what a heading or title is about."""
        stems = list(map(stem, words(heading)))
        return {
            phrase_text: 1.0
            for place, first in enumerate(stems)
            for rest, phrase_text in self.row_phrases.longer.get((ABOUT, first), ())
            if stems[place + 1 : place + 1 + len(rest)] == rest
        }

    def terms_by_row(self, terms: Iterable[str]) -> Iterator[list[str]]:
        """Yield for each row those of `terms` that it finds.

        If one phrase begins another, the shorter stands for both.
        """
        have = set(terms)
        have.update(
            stop_stem
            for stop_stem, stop in _STOP_TERMS_BY_STEM.items()
            if not have.isdisjoint(stop)
        )
        for sought in self.row_phrases.by_row:
            row_terms = sorted(have & sought)
            least = [
                candidate
                for candidate in row_terms
                if not (" " in candidate and _has_shorter_start(row_terms, candidate))
            ]
            yield [
                term
                for candidate in least
                for term in (candidate, *_STOP_TERMS_BY_STEM.get(candidate, ()))
                if term in have
            ]


@lru_cache(maxsize=2)
def _words_of_rows(rows: tuple[ThesaurusRow, ...]) -> frozenset[str]:
    """Return all telling words of the rows. Cached, as their phrases are."""
    texts = " ".join([text for row in rows for text in (*row.says, *row.finds)])
    return frozenset(words(texts)) - STOP - WEAK


def _spelt(text: str, tokens: list[str]) -> list[str]:
    """Return the words of a text with its signs spelt; `tokens` are those without."""
    return words(amounts.spell_signs(text)) if _MAY_HAVE_SIGN.search(text) else tokens


def _has_shorter_start(phrases: Iterable[str], whole: str) -> bool:
    """Return whether one of `phrases` begins another, `whole`."""
    return any(whole.startswith(f"{other} ") for other in phrases)


def _split_compound(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return the stems of the two words of the thesaurus that are one here: "lasercutter"."""
    if word in known or not word.isascii():
        return ()
    for place in range(len(word) - SHORTEST_SECOND, SHORTEST_FIRST - 1, -1):
        if word[:place] in known and word[place:] in known:
            return stem(word[:place]), stem(word[place:])
    return ()
