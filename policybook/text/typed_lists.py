"""Lists whose letters are typed: lines of a text -> runs of `a)`, `b)` or `i.`, `ii.`. Knows no Markdown and no clauses.

    for run in runs(lines): ...   # each with the places of its letters

Markdown makes lists of figures, `1.` and `1)`, but not of letters: their lines run together into one paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_ROMAN = {
    word: n
    for n, word in enumerate(
        [
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xvi",
            "xvii",
            "xviii",
            "xix",
            "xx",
        ],
        1,
    )
}
_DEEPEST = 4  # lists within lists
_MARKER = re.compile(r"(\s*)(\((?:[a-z]|[ivx]+)\)|(?:[a-z]|[ivx]+)[).])[ \t]+(?![a-z]\.)(?=\S)")
_POINTED_AT = r"(?:points?|paragraphs?|sub-?paragraphs?|items?|letters?|clauses?|rules?|parts?|conditions?|options?|sections?)"


@dataclass(frozen=True, slots=True)
class Letter:
    """A typed letter: its line, counted from 0, the letter as it is typed, such as `(a)`, and where the words after it begin."""

    line: int
    typed: str
    end: int

    @property
    def bare(self) -> str:
        return self.typed.strip("().")


@dataclass(slots=True)
class TypedList:
    """Letters that follow one another. `opens` says that the first begins a paragraph, `mixed` that other letters stand among them."""

    letters: list[Letter]
    opens: bool
    counts: frozenset[bool]  # as letters (False), as Roman figures (True)
    mixed: bool = False

    @property
    def is_list(self) -> bool:
        """One letter alone is a list where it begins a paragraph; in the midst of one it may be a wrapped "see (a) above"."""
        return len(self.letters) > 1 or (self.opens and not self.letters[0].typed.endswith("."))

    @property
    def is_whole(self) -> bool:
        """Whether the list starts with its first letter and nothing stands among its items but their own words."""
        return len(self.letters) > 1 and self.letters[0].bare in ("a", "i") and not self.mixed


@dataclass(slots=True)
class _ListReader:
    lists: list[TypedList] = field(default_factory=list)
    open: list[TypedList] = field(default_factory=list)  # may still go on, the innermost last

    def take(self, letter: Letter, opens: bool) -> None:
        for index in range(len(self.open) - 1, -1, -1):
            run = self.open[index]
            if counts := _following(run, letter):
                run.letters.append(letter)
                run.counts = counts
                run.mixed |= index + 1 < len(self.open)
                del self.open[index + 1 :]
                return
        run = TypedList([letter], opens, frozenset((False, True)), mixed=bool(self.open))
        self.lists.append(run)
        self.open = [*self.open[1 - _DEEPEST :], run]


def _following(run: TypedList, letter: Letter) -> frozenset[bool]:
    """The ways of counting in which `letter` is the next of `run`; none where it is not."""
    last = run.letters[-1]
    if _form(last.typed) != _form(letter.typed):
        return frozenset()
    return frozenset(
        roman
        for roman in run.counts
        if _place(letter.bare, roman) == _place(last.bare, roman) + 1 > 1
    )


def _form(typed: str) -> str:
    return re.sub(r"\w+", "", typed)


def _place(bare: str, roman: bool) -> int:
    if roman:
        return _ROMAN.get(bare, -9)
    return ord(bare) - ord("a") + 1 if len(bare) == 1 else -9


def runs(lines: Sequence[str]) -> Iterator[TypedList]:
    """Every list of typed letters, in the order of its first letter. A heading ends a list, and so does a paragraph without a letter."""
    reading = _ListReader()
    before = ""
    for number, line in enumerate(lines):
        hit = _MARKER.match(line)
        if hit:
            reading.take(Letter(number, hit[2], hit.end()), opens=not before.strip())
        elif line.lstrip().startswith("#") or (line.strip() and not before.strip()):
            reading.open.clear()
        before = line
    return (run for run in reading.lists if run.is_list)


def without_letters(lines: Sequence[str]) -> dict[int, str]:
    """The lines that become items of a list with `- `, by their numbers: those of whole lists that nothing in the text points into."""
    every = list(runs(lines))
    starts = {letter.line: letter for run in every for letter in run.letters}
    rest = "\n".join(line[starts[n].end :] if n in starts else line for n, line in enumerate(lines))
    pointed_at = {
        bare for bare in {letter.bare for letter in starts.values()} if _is_pointed_at(bare, rest)
    }
    return {
        letter.line: re.sub(r"\S.*", "", lines[letter.line])
        + "- "
        + lines[letter.line][letter.end :]
        for run in every
        if run.is_whole and pointed_at.isdisjoint(letter.bare for letter in run.letters)
        for letter in run.letters
    }


def _is_pointed_at(bare: str, text: str) -> bool:
    return bool(
        re.search(
            rf"(?<![^\W\d_])\(?\b{bare}\)|\b{_POINTED_AT}\s+{bare}\b|\b\d+{bare}\b",
            text,
            re.IGNORECASE,
        )
    )
