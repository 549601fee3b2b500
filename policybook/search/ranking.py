"""Rank documents for a query, best first. `search.js` does the same, and a test compares them.

A clause may lack words of the query (OR, not AND). Its score is the weight of its words
times a share for how many it has.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policybook.search import spelling
from policybook.search.documents import SearchDocument
from policybook.search.english import STOP
from policybook.search.indexing import Index, Postings
from policybook.search.stemming import drop_light, stem, words
from policybook.search.thesaurus import Phrase, key

# Hundredths of its weight that a word, its synonym or its meaning gives.
OWN, SAME, MEANS = 100, 80, 60
# Hundredths that a word keeps in a phrase of the thesaurus: "kicks off" is not about kicking.
WITHIN = 80
# Hundredths that a statement of a summary keeps: the clause itself comes first.
STATEMENT = 80
# Hundredths of the best score that a hit needs, apart from the first few hits.
KEPT, FEW = 50, 5
# Most hits.
SHOWN = 30
# Words.
LONGEST_QUERY, LONGEST_PHRASE = 24, 6
# What people type before a number, and how many words and letters "4.2(a)(ii)" may have.
SECTION = "section"
NUMBER_NOUNS = (SECTION, "rule", "rules", "clause", "paragraph", "para", "number", "no")
LONGEST_NUMBER, LONGEST_LABEL = 5, 4
_NONE: Postings = array("I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that fits. `whole`: it has every word of the query, if only by the thesaurus."""

    document: SearchDocument
    number: int
    score: int
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryTerms:
    """A word or phrase of the query, with its terms and their weights in hundredths.

    `covers` are the places of the query's words that it answers.
    """

    covers: tuple[int, ...]
    terms: tuple[tuple[str, int], ...]  # a term, and the hundredths of its weight that count


def rank(index: Index, query: str, limit: int = SHOWN, audience: str = "") -> list[Hit]:
    """Return the `limit` best hits. Hits with the same score are in the order of the documents."""
    return Searcher(index).rank(query, limit, audience)


class Searcher:
    """An index prepared for many queries."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.indexed_words = frozenset(index.words)
        self.vocabulary = sorted((self.indexed_words | thesaurus_words(index)) - STOP)
        self.stems = {stem(word) for word in self.vocabulary}
        self.phrases = thesaurus_phrases(index)
        self.named = named_documents(index)

    def rank(self, query: str, limit: int = SHOWN, audience: str = "") -> list[Hit]:
        """Return the best hits, without weak ones.

        With an `audience`, only what applies to it counts, and no summary for other
        readers.
        """
        query_words = self.correct_words(query)
        terms = self.query_terms(query_words)
        count = len({place for want in terms for place in want.covers})
        candidates = [
            s
            for s in self.score_documents(terms, count)
            if not audience or self.concerns(s[0], audience)
        ]
        named_first = [
            n
            for n in self.named.get(_query_key(query_words), ())
            if not audience or self.concerns(n, audience)
        ]
        most = max((s[1] for s in candidates), default=1)
        candidates = [s for s in candidates if s[0] not in named_first] + [
            (n, most, True) for n in named_first
        ]
        scored = sorted(candidates, key=lambda s: (-s[1], s[0] not in named_first, s[0]))
        least = scored[0][1] * KEPT if scored else 0
        scored = [s for place, s in enumerate(scored) if place < FEW or s[1] * 100 >= least]
        return [
            Hit(document=self.index.documents[number], number=number, score=score, whole=whole)
            for number, score, whole in scored[:limit]
        ]

    def concerns(self, number: int, audience: str) -> bool:
        """Return whether a document is for the audience."""
        document = self.index.documents[number]
        return document.reader == audience if document.reader else audience in document.audiences

    def correct_words(self, query: str) -> list[str]:
        """Return the words of the query, with joined and torn words corrected."""
        remaining = words(query)[:LONGEST_QUERY]
        if clause_number(remaining):
            return remaining
        result: list[str] = []
        while remaining:
            word = remaining.pop(0)
            if word in STOP or (
                self.is_known(word) and not (remaining and self.is_torn(word, remaining[0]))
            ):
                result.append(word)
            elif remaining and self.is_known(word + remaining[0]):
                result.append(word + remaining.pop(0))
            else:
                best = self.guesses(word)[:1]
                pair = (
                    None
                    if best and best[0].weight >= spelling.ONE_SLIP
                    else spelling.split_word(word, self.is_known)
                )
                result += pair or (word,)
        return result

    def is_torn(self, word: str, after: str) -> bool:
        """Return whether two words are one word: the second is only a word with the first."""
        return not (after in STOP or self.is_known(after)) and self.is_known(word + after)

    def is_known(self, word: str) -> bool:
        """Return whether the texts or the thesaurus have the word."""
        return stem(word) in self.stems

    def query_terms(self, query_words: Sequence[str]) -> list[QueryTerms]:
        """Return what to look for: phrases with their stop words, then each other word once."""
        guessed, content = (
            self.interpret(query_words),
            [place for place, word in enumerate(query_words) if word not in STOP],
        )
        stems = [
            stem(guess[0].word) if guess else stem(word)
            for word, guess in zip(query_words, guessed, strict=True)
        ]
        if not content:
            return [
                QueryTerms(covers=(n,), terms=((f"={w}", OWN),))
                for n, w in enumerate(dict.fromkeys(query_words))
            ]
        first = {stems[place]: place for place in reversed(content)}
        phrases = list(self.find_phrases(stems, first))
        within = {place for want in phrases for place in want.covers}
        single = [p for p in content if first[stems[p]] == p]
        return [
            *phrases,
            *(
                QueryTerms(
                    covers=(p,), terms=self.terms(guessed[p], WITHIN if p in within else 100)
                )
                for p in single
            ),
        ]

    def interpret(self, query_words: Sequence[str]) -> list[list[spelling.Guess]]:
        """Return what each word may mean. If no word is known or similar, allow one more slip."""
        guessed = [self.guesses(word) for word in query_words]
        if any(guess for word, guess in zip(query_words, guessed, strict=True) if word not in STOP):
            return guessed
        return [
            guess or spelling.distant_guesses(word, self.vocabulary, self.indexed_words)
            for word, guess in zip(query_words, guessed, strict=True)
        ]

    def guesses(self, word: str) -> list[spelling.Guess]:
        """Return the word itself if it is known, else guesses."""
        sure = word in STOP or self.is_known(word)
        return (
            [spelling.Guess(word, OWN)]
            if sure
            else spelling.guesses(word, self.vocabulary, self.indexed_words)
        )

    def terms(
        self, guessed: Iterable[spelling.Guess], share: int = 100
    ) -> tuple[tuple[str, int], ...]:
        """Return the terms of a word: its stem and its thesaurus rows. `share` is in hundredths."""
        weights: dict[str, int] = {}
        for guess in guessed:
            own_stem = stem(guess.word)
            for term, weight in ((own_stem, OWN), *self.phrases.get((own_stem,), ())):
                weights[term] = max(weights.get(term, 0), weight * guess.weight // 100)
        return tuple((term, weight * share // 100) for term, weight in weights.items())

    def find_phrases(self, stems: Sequence[str], first: dict[str, int]) -> Iterator[QueryTerms]:
        """Yield the phrases of two words or more in the query, each for all its content words.

        Each run of words counts once, as it is and without articles and pronouns.
        """
        left = drop_light(stems)
        runs = (
            dict.fromkeys((*_word_runs(stems), *_word_runs(left)))
            if len(left) < len(stems)
            else dict.fromkeys(_word_runs(stems))
        )
        for part in runs:
            covers = tuple(sorted({first[s] for s in part if s in first}))
            if covers and part in self.phrases:
                yield QueryTerms(covers=covers, terms=self.phrases[part])

    def score_documents(
        self, terms: Sequence[QueryTerms], count: int
    ) -> Iterator[tuple[int, int, bool]]:
        """Yield number, score and completeness of every document that has one of the terms."""
        score: dict[int, int] = defaultdict(int)
        covered: dict[int, set[int]] = defaultdict(set)
        for want in terms:
            for number, weight in self.best(want).items():
                score[number] += weight
                covered[number].update(want.covers)
        for number, weight in score.items():
            share = weight * (count + 2 * len(covered[number])) // (3 * count)
            statement_share = STATEMENT if self.index.documents[number].reader else 100
            yield number, share * statement_share // 100, len(covered[number]) == count

    def best(self, want: QueryTerms) -> dict[int, int]:
        """Return for each document the most that one of the terms gives it."""
        weights: dict[int, int] = {}
        for term, hundredths in want.terms:
            postings = self.index.postings.get(term, _NONE)
            for number, weight in zip(postings[::2], postings[1::2], strict=True):
                weights[number] = max(weights.get(number, 0), weight * hundredths)
        return weights


def _word_runs(stems: Sequence[str]) -> Iterator[Phrase]:
    """Yield every run of two words or more that a phrase may be."""
    for start in range(len(stems)):
        for end in range(start + 2, min(start + LONGEST_PHRASE, len(stems)) + 1):
            yield tuple(stems[start:end])


def thesaurus_words(index: Index) -> set[str]:
    """Return all words that rows say."""
    return set(words(" ".join([says for row in index.rows for says in row.says])))


def thesaurus_phrases(index: Index) -> dict[Phrase, tuple[tuple[str, int], ...]]:
    """Return the rows of each phrase of the thesaurus, with their weights."""
    phrases: dict[Phrase, dict[str, int]] = defaultdict(dict)
    for number, row in enumerate(index.rows):
        for says in row.says:
            phrases[key(says)][f"#{number}"] = SAME if row.same else MEANS
    return {stems: tuple(rows.items()) for stems, rows in phrases.items()}


def clause_number(query_words: Sequence[str]) -> Phrase:
    """Return the number that a query names (`5.4`, `rule 5.4(a)`, `section 5`), else nothing."""
    first, *others = query_words or [""]
    rest = others if first in NUMBER_NOUNS else [first, *others]
    if len(rest) == 1 and first == SECTION and rest[0].isdecimal():
        return (first, rest[0])
    is_number = (
        1 < len(rest) <= LONGEST_NUMBER
        and all(map(str.isdecimal, rest[:2]))
        and all(word.isdecimal() or len(word) <= LONGEST_LABEL for word in rest[2:])
    )
    return tuple(rest) if is_number else ()


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
