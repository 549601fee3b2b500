"""Read a query: correct its words, and say which terms of the index each word stands for.

`search-engine.js` does the same, and a test compares them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from policybook.search import spelling
from policybook.search.amounts import AMOUNT, FIGURE, find_amounts
from policybook.search.english import STOP
from policybook.search.indexing import Index
from policybook.search.roles import LIFT, NAMED_AS, find_role
from policybook.search.rule_names import clause_number, read_words
from policybook.search.stemming import drop_light, stem, words
from policybook.search.thesaurus import STOP_STEMS, Phrase, key

# Hundredths of its weight that a word, its synonym or its meaning gives.
OWN, SAME, MEANS = 100, 70, 70
# Hundredths that a word keeps in a phrase of the thesaurus: "kicks off" is not about kicking.
WITHIN = 60
# Hundredths that a phrase keeps when the query has its words apart or in another order, and the
# most words between the first and the last of them.
LOOSE, APART = 50, 7
# Words.
LONGEST_QUERY, LONGEST_PHRASE = 24, 6
# Rows of the thesaurus as terms, each with its weight in hundredths.
_Rows: TypeAlias = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryTerms:
    """A word or phrase of the query, with its terms and their weights in hundredths.

    `covers` are the places of the query's words that it answers.
    """

    covers: tuple[int, ...]
    terms: _Rows  # a term, and the hundredths of its weight that count

    @property
    def is_phrase(self) -> bool:
        """Return whether only rows of the thesaurus lead from it to texts."""
        return bool(self.covers and self.terms) and self.terms[0][0].startswith("#")

    @property
    def is_figure(self) -> bool:
        """Return whether it is a word of figures, which says nothing about a subject."""
        return bool(self.terms) and self.terms[0][0].lstrip(AMOUNT).isdecimal()


class QueryReader:
    """The words of an index and of its rows, prepared for many queries."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.indexed_words = frozenset(index.words)
        self.vocabulary = sorted((self.indexed_words | thesaurus_words(index)) - STOP)
        self.stems = {stem(word) for word in self.vocabulary}
        self.phrases = thesaurus_phrases(index)
        self.loose = loose_phrases(self.phrases)

    def correct_words(self, query: str) -> list[str]:
        """Return the words of the query, with joined and torn words corrected."""
        remaining = read_words(query)[:LONGEST_QUERY]
        if clause_number(remaining):
            return remaining
        result: list[str] = []
        while remaining:
            word = remaining.pop(0)
            if word in STOP or (
                self.is_known(word) and not (remaining and self.is_torn(word, remaining[0]))
            ):
                result.append(word)
            elif remaining and not word.isdecimal() and self.is_known(word + remaining[0]):
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
        """Return whether two words are one word: the second is only a word with the first.

        Figures are never joined: "2.7" is not 27.
        """
        if word.isdecimal() or after in STOP or self.is_known(after):
            return False
        return self.is_known(word + after)

    def is_known(self, word: str) -> bool:
        """Return whether the texts or the thesaurus have the word."""
        return stem(word) in self.stems

    def query_terms(self, query_words: Sequence[str], audience: str = "") -> list[QueryTerms]:
        """Return what to look for: phrases with their stop words, then each other word once.

        The words of a role ("as a parent …") are not looked for. They lift the rules that
        name the role; without them the `audience` does.
        """
        guessed = self.interpret(query_words)
        role, places = find_role(query_words)
        words_asked = [n for n, word in enumerate(query_words) if word not in STOP]
        content = [n for n in words_asked if n not in places] or words_asked
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
        phrases += self.find_loose(first, {row for want in phrases for row, _ in want.terms})
        figures = list(find_amount_terms(query_words, stems, first))
        shares = {place: WITHIN for want in (*phrases, *figures) for place in want.covers}
        shares |= {
            place: FIGURE for want in figures for place in want.covers if stems[place].isdecimal()
        }
        single = [
            QueryTerms(covers=(p,), terms=self.terms(guessed[p], shares.get(p, 100)))
            for p in content
            if first[stems[p]] == p
        ]
        return [*phrases, *figures, *single, *lift_role(role or audience)]

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

    def terms(self, guessed: Iterable[spelling.Guess], share: int = 100) -> _Rows:
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

    def find_loose(self, first: dict[str, int], exact: Collection[str]) -> Iterator[QueryTerms]:
        """Yield the phrases whose content words the query has, though not in a row.

        Rows that an exact phrase has found are left out.
        """
        for stem_in_query in first:
            for content, rows in self.loose.get(stem_in_query, ()):
                places = sorted(first[s] for s in content if s in first)
                left = tuple((r, w * LOOSE // 100) for r, w in rows if r not in exact)
                if left and len(places) == len(content) and places[-1] - places[0] <= APART:
                    yield QueryTerms(covers=tuple(places), terms=left)


def find_amount_terms(
    query_words: Sequence[str], stems: Sequence[str], first: dict[str, int]
) -> Iterator[QueryTerms]:
    """Yield each amount in the query by its value and unit, for the content words in it."""
    for amount in find_amounts(query_words):
        inside = stems[amount.first : amount.last + 1]
        if covers := tuple(sorted({first[s] for s in inside if s in first})):
            yield QueryTerms(covers=covers, terms=amount.terms)


def lift_role(role: str) -> Iterator[QueryTerms]:
    """Yield what lifts the rules that name a kind of reader. It answers no word of a query."""
    if role in NAMED_AS:
        terms = tuple((stem(name), LIFT) for name in NAMED_AS[role])
        yield QueryTerms(covers=(), terms=terms)


def _word_runs(stems: Sequence[str]) -> Iterator[Phrase]:
    """Yield every run of two words or more that a phrase may be."""
    for start in range(len(stems)):
        for end in range(start + 2, min(start + LONGEST_PHRASE, len(stems)) + 1):
            yield tuple(stems[start:end])


def thesaurus_words(index: Index) -> set[str]:
    """Return all words that rows say."""
    return set(words(" ".join([says for row in index.rows for says in row.says])))


def thesaurus_phrases(index: Index) -> dict[Phrase, _Rows]:
    """Return the rows of each phrase of the thesaurus, with their weights."""
    phrases: dict[Phrase, dict[str, int]] = defaultdict(dict)
    for number, row in enumerate(index.rows):
        for says in row.says:
            phrases[key(says)][f"#{number}"] = SAME if row.same else MEANS
    return {stems: tuple(rows.items()) for stems, rows in phrases.items()}


def loose_phrases(
    phrases: Mapping[Phrase, _Rows],
) -> dict[str, list[tuple[frozenset[str], _Rows]]]:
    """Return the rows of each set of two content words or more, by the first of them."""
    sets: dict[frozenset[str], dict[str, int]] = defaultdict(dict)
    for stems, rows in phrases.items():
        content = frozenset(stems) - STOP_STEMS
        if len(content) > 1:
            sets[content].update(rows)
    by_first = defaultdict(list)
    for content, weights in sets.items():
        by_first[min(content)].append((content, tuple(weights.items())))
    return dict(by_first)
