"""Find where a version cites something out of date: the words, the clause, the line.

Some citations are no fault: those that the text itself dates to the past
(`former_names`), web and e-mail addresses, and what a row's own exceptions cover.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from policybook.analysis.law.former_names import is_past
from policybook.analysis.law.passages import PassageSearch, passages
from policybook.analysis.law.register import Register
from policybook.analysis.law.types import Edition, LawRow, Series
from policybook.model import Version
from policybook.text import phrases

#: A later Act in the same list: "the Data Protection Acts 1998 and 2018".
_NEXT_YEAR = re.compile(r"\s*(?:,|and|&|/)\s*((?:19|20)\d\d)\b")
_SENTENCE_ENDS = re.compile(r"[.;!?](?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class OldEdition:
    """An edition that is no longer in force.

    `count` editions came since; `at_least` says that the register does not know them
    all. `newest` is the latest. `recalled` says that nobody has read the source of any
    newer edition.
    """

    series: Series
    year: int
    count: int
    at_least: bool
    newest: Edition
    recalled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A citation, with `words` as the text has them.

    `number` is what a reader cites (`4.2(a)`, or a section's `4`). `anchor` is its
    place on the page. `beside` is the id of the clause beside which a note can be, or
    empty. `line` is the line in the file.
    """

    words: str
    number: str
    anchor: str
    beside: str
    line: int
    about: LawRow | OldEdition


class _CitationReader:
    """The text, register and day that a search depends on, with a key for the cache."""

    __slots__ = ("key", "register", "today", "version")

    def __init__(self, version: Version, register: Register, today: date) -> None:
        self.version, self.register, self.today = version, register, today
        self.key = (version.path, version.body_line, version.text, today)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _CitationReader)
            and self.key == other.key
            and self.register is other.register
        )


def cites(version: Version, register: Register, today: date) -> tuple[Cite, ...]:
    """Return every citation in the order of the text, each row once a line.

    Cached, because a check, a page and the register ask for them.
    """
    return _cites(_CitationReader(version, register, today))


@lru_cache(maxsize=512)
def _cites(reading: _CitationReader) -> tuple[Cite, ...]:
    version, today = reading.version, reading.today
    low = version.text.lower().replace("-", " ")
    by_line: dict[tuple[int, str], tuple[int, Cite]] = {}
    lines = version.text.split("\n")
    for passage in passages(version):
        place = PassageSearch(passage, lines, version.body_line)
        for about, hit, line in _longest(_hits(place, reading.register, low, today)):
            cite = Cite(
                words=passage.text[hit.start() : hit.end()].rstrip(),
                number=passage.number,
                anchor=passage.anchor,
                beside=passage.beside,
                line=line,
                about=about,
            )
            by_line.setdefault((line, _name(about)), (hit.start(), cite))
    ordered = sorted(by_line.items(), key=lambda item: (item[0][0], item[1][0], item[0][1]))
    return tuple(cite for _, (_, cite) in ordered)


_Hit = tuple[LawRow | OldEdition, re.Match[str], int]
_AnyHit = tuple[LawRow | OldEdition | Series, re.Match[str], int]


def _longest(hits: Iterable[_AnyHit]) -> Iterator[_Hit]:
    """Yield the hits of a passage that are not part of another one, or of an edition in force."""
    rest = sorted(hits, key=lambda item: (item[1].start(), -item[1].end(), _name(item[0])))
    end = -1
    for about, hit, line in rest:
        if hit.end() > end:
            end = hit.end()
            if not isinstance(about, Series):
                yield about, hit, line


def _name(about: LawRow | OldEdition | Series) -> str:
    if isinstance(about, OldEdition):
        return f"{about.series.names[0]} {about.year}"
    return about.old[0] if isinstance(about, LawRow) else about.names[0]


def _shows_knowledge(row: LawRow, low: str) -> bool:
    """Return whether the text shows elsewhere that its author knows about the change."""
    return any(
        phrases.may_hold(low, phrase) and phrases.compile_phrase(phrase.lower()).search(low)
        for phrase in row.unless
    )


def _hits(place: PassageSearch, register: Register, low: str, today: date) -> Iterator[_AnyHit]:
    """Yield what a passage cites, the words, and their line in the file."""
    text = place.text
    for about, pattern in register.index.find(text):
        if isinstance(about, LawRow):
            if not _shows_knowledge(about, low):
                for hit, line in place.find_hits(pattern):
                    if not _is_excused(about, text, hit):
                        yield about, hit, line
            continue
        for hit, line in place.find_hits(pattern):
            year = int(hit["after"] or hit["before"] or hit["its"])
            if not is_past(text, hit.start(), hit.end(), ()):
                yield _find_behind(about, year, today) or about, hit, line


def _is_excused(row: LawRow, text: str, hit: re.Match[str]) -> bool:
    """Return whether the words are no fault: of the past, part of another name, or alike."""
    if is_past(text, hit.start(), hit.end(), row.known_as):
        return True
    newer = _NEXT_YEAR.match(text, hit.end())
    if newer and any(name.endswith(newer[1]) for name in row.known_as):
        return True
    if row.near:
        ends = [end.end() for end in _SENTENCE_ENDS.finditer(text)]
        start = max((end for end in ends if end <= hit.start()), default=0)
        end = min((end for end in ends if end >= hit.end()), default=len(text))
        sentence = text[start:end]
        if not any(phrases.compile_phrase(phrase).search(sentence) for phrase in row.near):
            return True
    return any(
        other.start() <= hit.start() and hit.end() <= other.end()
        for phrase in row.but_not
        for other in phrases.compile_phrase(phrase).finditer(text)
    )


def _find_behind(series: Series, year: int, today: date) -> OldEdition | None:
    """Return how far `year` is behind on `today`, or None for the latest or an unknown one."""
    come = [edition for edition in series.editions if edition.since <= today]
    later = [edition for edition in come if edition.year > year]
    if not later:
        return None
    return OldEdition(
        series=series,
        year=year,
        count=len(later),
        at_least=year < come[0].year,
        newest=later[-1],
        recalled=all(edition.recalled for edition in later),
    )
