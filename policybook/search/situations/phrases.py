"""Find the card for what somebody typed, by phrases that people keep.

The browser finds the same card in the same way: `assets/help-cards.js` has a namesake of
each function here. A test compares the two.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policybook.search.situations.types import HelpCard

#: A longer query is cut: nobody types a situation in more words.
MOST_WORDS = 60
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
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_OTHER = re.compile(r"[^a-z0-9]+")
_VOWELS = "aeiouy"
GAP = "…"

Groups = Mapping[str, Sequence[str]]
#: The forms of a group by their first base. Each form is one base or more.
_Forms = Mapping[str, Sequence[tuple[str, ...]]]
#: A part of a phrase: the base of a word, `{group}`, or `…`.
_Phrase = tuple[str, ...]


def normalise(text: str) -> str:
    """Return the words of a query in small letters without accents, one space between two."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).lower()
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(_OTHER.sub(" ", bare).split()[:MOST_WORDS])


def find_base(word: str) -> str:
    """Return a word without its ending: `messages`, `messaging` and `messaged` are one."""
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        rest = word.removesuffix(ending)
        if word.endswith(ending) and len(rest) > 2 - bool(instead) and not rest.endswith("s"):
            word = rest + instead
            break
    word = word[:-1] if word.endswith("e") and len(word) > 3 else word
    is_double = len(word) > 2 and word[-1] == word[-2] and word[-1] not in _VOWELS
    return word[:-1] if is_double else word


def read_tokens(phrase: str) -> tuple[str, ...]:
    """Return the parts of a phrase: words, names of groups in braces, and `…`."""
    return tuple(_TOKEN.findall(_APOSTROPHES.sub("", phrase.lower())))


def walk_unknown_groups(phrases: Iterable[str], groups: Groups) -> Iterator[str]:
    """Yield the names in braces that are no group."""
    for phrase in phrases:
        for token in read_tokens(phrase):
            if token[0] == "{" and token[1:-1] not in groups:
                yield token[1:-1]


class _Query:
    """What somebody typed, word by word. `groups` has the forms of each group."""

    def __init__(self, text: str, groups: Mapping[str, _Forms]) -> None:
        self.text = normalise(text)
        self.words = self.text.split()
        self.bases = tuple(map(find_base, self.words))
        self._groups = groups
        self._ends: dict[str, list[set[int]]] = {}

    def has(self, part: str) -> bool:
        """Return whether a part of a phrase is anywhere in the query."""
        if part not in self._ends:
            self._ends[part] = [self._find_ends(part, n) for n in range(len(self.words))]
        return part == GAP or any(self._ends[part])

    def ends(self, part: str, start: int) -> set[int]:
        """Return where a part of a phrase ends that starts at a word. Ask `has` first."""
        return self._ends[part][start] if start < len(self.words) else set()

    def _find_ends(self, part: str, start: int) -> set[int]:
        if part[0] != "{":
            return {start + 1} if self.bases[start] == part else set()
        forms = self._groups.get(part, {}).get(self.bases[start], ())
        return {
            start + len(form) for form in forms if self.bases[start : start + len(form)] == form
        }

    def starts(self, end: int, after_gap: bool) -> range:
        """Return where the next part may start after one that ended before `end`."""
        last = end
        limit = end + (MOST_BETWEEN if after_gap else MOST_LITTLE)
        while last < min(limit, len(self.words)) and (after_gap or self.words[last] in LITTLE):
            last += 1
        return range(end, last + 1)


class CardFinder:
    """Find the first card that fits a query. The cards come most serious first."""

    def __init__(self, cards: Iterable[HelpCard], groups: Groups) -> None:
        self._groups = {f"{{{name}}}": _by_first_base(words) for name, words in groups.items()}
        self._cards = [
            (card, [_compile(phrase) for phrase in card.phrases], _compile_exceptions(card))
            for card in cards
        ]

    def find(self, text: str) -> HelpCard | None:
        """Return the first card whose phrases fit what somebody typed, or None."""
        query = _Query(text, self._groups)
        fitting = (
            card
            for card, phrases, exceptions in self._cards
            if _fits(card, phrases, exceptions, query)
        )
        return next(fitting, None)


def _compile(phrase: str) -> _Phrase:
    return tuple(
        token if token == GAP or token[0] == "{" else find_base(token)
        for token in read_tokens(phrase)
    )


def _compile_exceptions(card: HelpCard) -> list[_Phrase]:
    """Return the exceptions with a group. Others count only as they are written."""
    return [_compile(exception) for exception in card.exceptions if "{" in exception]


def _by_first_base(words: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    forms: dict[str, list[tuple[str, ...]]] = {}
    for text in words:
        bases = tuple(map(find_base, normalise(text).split()))
        if bases:
            forms.setdefault(bases[0], []).append(bases)
    return forms


def _fits(
    card: HelpCard, phrases: Iterable[_Phrase], exceptions: Iterable[_Phrase], query: _Query
) -> bool:
    typed = f" {query.text} "
    plain = (exception for exception in card.exceptions if "{" not in exception)
    if any(f" {normalise(exception)} " in typed for exception in plain):
        return False
    if any(_holds(query, exception) for exception in exceptions):
        return False
    return query.text in map(normalise, card.whole) or any(
        _holds(query, phrase) for phrase in phrases
    )


def _holds(query: _Query, phrase: _Phrase) -> bool:
    """Return whether the parts of a phrase are in the query, in this order."""
    if not all(map(query.has, phrase)):
        return False
    starts: Iterable[int] = range(len(query.words))
    after_gap, ends = False, set[int]()
    for part in phrase:
        if part == GAP:
            after_gap = True
            continue
        if ends:
            starts = {start for end in ends for start in query.starts(end, after_gap)}
        ends = {end for start in starts for end in query.ends(part, start)}
        after_gap = False
        if not ends:
            return False
    return bool(ends)
