"""Find phrases that people keep in what somebody typed.

The browser finds the same phrases in the same way: `assets/help-cards.js` has a namesake
of each function here. A test compares the two.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policybook.search.situations.types import Language
from policybook.search.situations.word_forms import (
    BaseReader,
    SpellingTable,
    drop_apostrophes,
    find_base,
    normalise,
)

#: `…` in a phrase stands for up to so many words.
MOST_BETWEEN = 6
#: Up to so many little words may come between two words of a phrase.
MOST_LITTLE = 3
LITTLE = frozenset(
    """a about again also always am an and another any are at be been being by for from get gets
    getting got had has have he her him his i im in is it its just keep keeps me my of on online
    other our really she so some that the their them they this to today up very was we were who
    with your""".split()
)
_TOKEN = re.compile(r"\{[a-z]+\}|…|[a-z0-9]+")
GAP = "…"
#: The parts of a sign that may come in any order stand on both sides of it.
ALSO = "+"
#: The name of the person where a query does not say whom it is about.
UNCLEAR = "unclear"

Groups = Mapping[str, Sequence[str]]
#: The forms of a group by their first base. Each form is one base or more.
_Forms = Mapping[str, Sequence[tuple[str, ...]]]
#: The base of a word, `{group}`, or `…`, one after the other.
Phrase = tuple[str, ...]


def read_tokens(phrase: str) -> tuple[str, ...]:
    """Return the parts of a phrase: words, names of groups in braces, and `…`."""
    return tuple(_TOKEN.findall(drop_apostrophes(phrase.lower())))


def walk_unknown_groups(phrases: Iterable[str], groups: Groups) -> Iterator[str]:
    """Yield the names in braces that are no group."""
    for phrase in phrases:
        for token in read_tokens(phrase):
            if token[0] == "{" and token[1:-1] not in groups:
                yield token[1:-1]


class Query:
    """What somebody typed, word by word. `groups` has the forms of each group."""

    def __init__(
        self, words: Sequence[str], bases: Sequence[str], groups: Mapping[str, _Forms]
    ) -> None:
        self.text = " ".join(words)
        self.words = words
        self.bases = tuple(bases)
        self._groups = groups
        self._ends: dict[str, list[set[int]]] = {}

    def has(self, part: str) -> bool:
        """Return whether a part of a phrase is anywhere in the query."""
        if part not in self._ends:
            self._ends[part] = [self._find_ends(part, n) for n in range(len(self.words))]
        return part == GAP or any(self._ends[part])

    def count(self, part: str) -> int:
        """Return at how many words of the query a part of a phrase starts."""
        return sum(map(bool, self._ends[part])) if self.has(part) else 0

    def holds(self, phrase: Phrase) -> bool:
        """Return whether the parts of a phrase are in the query, in this order."""
        if not all(map(self.has, phrase)):
            return False
        starts: Iterable[int] = range(len(self.words))
        after_gap, ends = False, set[int]()
        for part in phrase:
            if part == GAP:
                after_gap = True
                continue
            if ends:
                starts = {start for end in ends for start in self._starts(end, after_gap)}
            ends = {end for start in starts for end in self._end_at(part, start)}
            after_gap = False
            if not ends:
                return False
        return bool(ends)

    def _end_at(self, part: str, start: int) -> set[int]:
        return self._ends[part][start] if start < len(self.words) else set()

    def _find_ends(self, part: str, start: int) -> set[int]:
        if part[0] != "{":
            return {start + 1} if self.bases[start] == part else set()
        forms = self._groups.get(part, {}).get(self.bases[start], ())
        return {
            start + len(form) for form in forms if self.bases[start : start + len(form)] == form
        }

    def _starts(self, end: int, after_gap: bool) -> range:
        """Return where the next part may start after one that ended before `end`."""
        last = end
        limit = end + (MOST_BETWEEN if after_gap else MOST_LITTLE)
        while last < min(limit, len(self.words)) and (after_gap or self.words[last] in LITTLE):
            last += 1
        return range(end, last + 1)


class PhraseReader:
    """Read phrases, and what somebody typed, into the same forms of words."""

    def __init__(self, language: Language) -> None:
        self._table = SpellingTable(language.spellings)
        self._vocabulary: set[str] = set()
        self._not_slips = language.not_slips
        self.groups = {
            f"{{{name}}}": self._by_first_base(words) for name, words in language.groups.items()
        }
        self._bases: BaseReader | None = None

    def read_sign(self, sign: str) -> tuple[Phrase, ...]:
        """Return the phrases that a sign joins with `+`: they may come in any order."""
        return tuple(map(self.read_phrase, sign.split(ALSO)))

    def read_phrase(self, phrase: str) -> Phrase:
        """Return the bases, groups and gaps of a phrase."""
        tokens = self._table.replace(read_tokens(phrase))
        bases = tuple(t if t == GAP or t[0] == "{" else find_base(t) for t in tokens)
        self._vocabulary.update(base for base in bases if base[0] not in "{…")
        return bases

    def read_words(self, text: str) -> list[str]:
        """Return the words of a text as phrases write them."""
        return self._table.replace(normalise(text).split())

    def read_query(self, text: str) -> Query:
        """Return what somebody typed. Read all phrases first: slips are slips of their words."""
        if self._bases is None:
            self._bases = BaseReader(self._vocabulary, self._not_slips)
        words = self.read_words(text)
        return Query(words, tuple(map(self._bases.find, words)), self.groups)

    def _by_first_base(self, words: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
        forms: dict[str, list[tuple[str, ...]]] = {}
        for text in words:
            bases = tuple(map(find_base, self.read_words(text)))
            if bases:
                forms.setdefault(bases[0], []).append(bases)
                self._vocabulary.update(bases)
        return forms
