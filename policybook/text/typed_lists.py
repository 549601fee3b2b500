"""Find lists whose letters the author typed, such as `a)`, `b)` or `i.`, `ii.`.

Markdown makes lists of numbers, `1.` and `1)`, but not of letters. Lines with letters
would become one paragraph. This module must not know Markdown or clauses.

    for run in runs(lines): ...   # each with the places of its letters
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from policybook.text.ordinals import read_values
from policybook.text.syllables import is_word

#: The greatest number of lists inside lists.
_DEEPEST = 4
_MARKER = re.compile(r"(\s*)(\((?:[a-z]|[ivx]+)\)|(?:[a-z]|[ivx]+)[).])[ \t]+(?![a-z]\.)(?=\S)")
#: A capital letter, which may also be the initial of a name. It needs a second line.
_CAPITAL = re.compile(r"(\s*)(\((?:[A-Z]|[IVX]+)\)|(?:[A-Z]|[IVX]+)[).])[ \t]+(?![A-Z]\.)(?=\S)")
#: What may be a surname after its initial, with the words that say who it is: `Okafor (chair)`.
_SURNAME = re.compile(
    r"((?:(?:van|von|de|der|le|la) )*[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*)([,(–:].*)?\.?"
)
_CITING_WORD = (
    r"(?:points?|paragraphs?|sub-?paragraphs?|items?|letters?|clauses?|rules?|parts?"
    r"|conditions?|options?|sections?)"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A typed letter.

    `line` counts from 0. `typed` is the letter with its punctuation, such as `(a)`.
    `end` is where the words after it start in the line.
    """

    line: int
    typed: str
    end: int
    words: str = ""

    @property
    def bare(self) -> str:
        """Return the letter without its punctuation."""
        return self.typed.strip("().")

    @property
    def surname(self) -> str:
        """Return the only word after the letter, if the letter may be the initial of a name."""
        hit = (
            _SURNAME.fullmatch(self.words.replace(" (", "(")) if self.typed.endswith(".") else None
        )
        return hit[1] if hit else ""


@dataclass(slots=True)
class TypedList:
    """Letters that follow one another.

    `opens` is true if the first one starts a paragraph. `mixed` is true if letters of
    other lists are between them. `counts` is what the last one counts as: the ninth letter,
    the first Roman figure, or both while that is open. `outer` is the list that it is inside.
    """

    letters: list[Letter]
    opens: bool
    counts: frozenset[tuple[str, int]]
    mixed: bool = False
    outer: "TypedList | None" = None

    @property
    def is_list(self) -> bool:
        """Return whether the letters make a list.

        A single letter is a list if it starts a paragraph. Inside a paragraph it may be
        the wrapped words "see (a) above". Capital letters are a list if they start with
        the first one, and two of them follow each other directly or another list is between
        them, and if the words after them are no surnames.
        """
        first = self.letters[0]
        if first.bare.isupper():
            if self.may_be_initials and not all(is_word(row.surname) for row in self.letters):
                return False
            lines = [letter.line for letter in self.letters]
            is_joined = self.mixed or any(b == a + 1 for a, b in pairwise(lines))
            return first.bare in ("A", "I") and len(lines) > 1 and is_joined
        return len(self.letters) > 1 or (self.opens and not first.typed.endswith("."))

    @property
    def may_be_initials(self) -> bool:
        """Return whether each letter may be the initial of the surname after it: `B. Jones`."""
        return all(letter.surname for letter in self.letters)

    @property
    def is_whole(self) -> bool:
        """Return whether the list starts with its first letter and no other list is inside it."""
        return len(self.letters) > 1 and self.letters[0].bare in ("a", "i") and not self.mixed


@dataclass(slots=True)
class _ListReader:
    """Collects lists. `open` has those that may go on, the innermost last."""

    lists: list[TypedList] = field(default_factory=list)
    open: list[TypedList] = field(default_factory=list)

    def take(self, letter: Letter, opens: bool) -> None:
        """Add a letter to the list that it continues, or start a list with it."""
        for index in range(len(self.open) - 1, -1, -1):
            run = self.open[index]
            if counts := _match_next(run, letter):
                run.letters.append(letter)
                run.counts = counts
                run.mixed |= index + 1 < len(self.open)
                del self.open[index + 1 :]
                return
        outer = self._find_outer(letter)
        run = TypedList([letter], opens, read_values(letter.bare), bool(self.open), outer)
        self.lists.append(run)
        self.open = [*self.open[1 - _DEEPEST :], run]

    def _find_outer(self, letter: Letter) -> TypedList | None:
        """Return the list that a list with this first letter is inside.

        One that starts later than with its first letter, or like a list before it, is beside it.
        """
        if not self.open:
            return None
        for run in self.open:
            first = run.letters[0]
            if (first.bare, _punctuation(first.typed)) == (letter.bare, _punctuation(letter.typed)):
                return run.outer
        is_first = any(number == 1 for _, number in read_values(letter.bare))
        return self.open[-1] if is_first else self.open[-1].outer


def _match_next(run: TypedList, letter: Letter) -> frozenset[tuple[str, int]]:
    """Return what `letter` counts as, where it is the next one of `run`."""
    last = run.letters[-1]
    if _punctuation(last.typed) != _punctuation(letter.typed):
        return frozenset()
    if last.bare.isupper() != letter.bare.isupper():
        return frozenset()
    values = read_values(letter.bare)
    return frozenset((system, n) for system, n in values if (system, n - 1) in run.counts)


def _punctuation(typed: str) -> str:
    """Return the signs around a typed letter."""
    return re.sub(r"\w+", "", typed)


def find_lists(lines: Sequence[str]) -> Iterator[TypedList]:
    """Yield every list of typed letters, in the order of the first letters.

    A heading ends a list. So does a paragraph that does not start with a letter.
    """
    reading = _ListReader()
    before = ""
    for number, line in enumerate(lines):
        hit = _MARKER.match(line) or _CAPITAL.match(line)
        if hit:
            reading.take(
                Letter(number, hit[2], hit.end(), line[hit.end() :].strip()),
                opens=not before.strip(),
            )
        elif line.lstrip().startswith("#") or (line.strip() and not before.strip()):
            reading.open.clear()
        before = line
    return (run for run in reading.lists if run.is_list)


def bullet_lines(lines: Sequence[str]) -> dict[int, str]:
    """Return the lines that become items with `- `, by their numbers.

    They are the lines of whole lists that count (a), (b), as Policybook does: (i), (ii) would
    become (a), (b). A list to whose letters the text refers stays as it is.
    """
    return {
        letter.line: re.sub(r"\S.*", "", lines[letter.line])
        + "- "
        + lines[letter.line][letter.end :]
        for run, obstacle in explain_lists(lines)
        if not obstacle
        for letter in run.letters
    }


def explain_lists(lines: Sequence[str]) -> Iterator[tuple[TypedList, str]]:
    """Yield every list of typed letters, with what keeps it from being one of `- `, or nothing."""
    lists = list(find_lists(lines))
    starts = {letter.line: letter for run in lists for letter in run.letters}
    rest = "\n".join(line[starts[n].end :] if n in starts else line for n, line in enumerate(lines))
    cited = {bare for bare in {letter.bare for letter in starts.values()} if _is_cited(bare, rest)}
    for run in lists:
        bare = [letter.bare for letter in run.letters]
        if not cited.isdisjoint(bare):
            yield run, "the text refers to its letter"
        elif bare[0] != "a":
            yield run, "its list does not count a, b, as the page would"
        elif run.mixed:
            yield run, "it has another list inside, or is inside one"
        elif not run.is_whole:
            yield run, "one letter is no list"
        elif _ends_in_the_middle(run, lines):
            yield run, "the letters of its list do not follow one another"
        else:
            yield run, ""


def _ends_in_the_middle(run: TypedList, lines: Sequence[str]) -> bool:
    """Return whether another letter is directly below the list: `a)`, `b)`, then `d)`.

    The item above would swallow it.
    """
    after = lines[run.letters[-1].line + 1 : run.letters[-1].line + 2]
    return any(_MARKER.match(line) for line in after)


def _is_cited(letter: str, text: str) -> bool:
    """Return whether `text` refers to the letter: "(b)", "point b", "rule 2b".

    A capital letter is often of a name: "Vitamin B", "Class 2B".
    """
    return bool(
        re.search(
            rf"(?<![^\W\d_])\(?\b{letter}\)|\b(?i:{_CITING_WORD}\s+(?:\d+\(?)?{letter})\b"
            rf"|\b(?<!Year )(?<!Class )(?<!Form )\d+{letter}\b",
            text,
        )
    )
