"""Find where a version cites something out of date: the words, the clause, the line.

Some citations are no fault: those that the text itself dates to the past ("X (formerly
Twitter)", "the Data Protection Act 1998, now replaced"), web and e-mail addresses, and
what the row's `unless` shows the author to know.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from policybook.analysis.law.passages import PassageSearch, passages
from policybook.analysis.law.register import Register
from policybook.analysis.law.types import Edition, LawRow, Series
from policybook.model import Version
from policybook.text import phrases

_THE = r"(?:\s*\(?(?:the|what was|both|an?)\b)*\s*[“\"'‘(]?$"
#: What stands before a name of the past.
_BEFORE = re.compile(
    r"(?:\b(?:formerly|previously|former|old|used to be|(?:was|were|once|originally|then"
    r"|previously|formerly) (?:known as|called|named)"
    r"|replac(?:e|es|ed|ing)|repeal(?:s|ed|ing)?|supersed(?:e|es|ed|ing)|in place of"
    r"|instead of|took over from|successor (?:to|of)|no longer"
    r"|until (?:\w+ )?\d{4},?)|\bex-)" + _THE,
    re.IGNORECASE,
)
#: What stands after one.
_AFTER = re.compile(
    r"[”\"'’)]*(?:\s*\([^)]{0,20}\))?(?:\s+checks?|\s+disclosures?)?\s*[,(–—-]*\s*(?:"
    r"(?:(?:which|that|and|it)\s+)?(?:(?:is|are|was|were|has|have|had)\s+)?(?:(?:now"
    r"|since|later|then)\s+)?(?:been\s+)?(?:now\s+)?(?:the law\s+)?"
    r"(?:renamed|replaced|repealed|superseded|revoked|abolished|merged into|became"
    r"|become|ceased|no longer|until\s+(?:\w+\s+)?\d{4})\b"
    r"|(?:which|that)\b[^.;]{0,60}\b(?:replaced|repealed|superseded)\b)",
    re.IGNORECASE,
)
_BETWEEN = (
    r"(?:\s*\([^)]{1,12}\))?[\s,(–-]*(?:(?:DfE|statutory|guidance|edition|version"
    r"|document|of|for|in|from|dated|the|1|2|September|Sept?\.?)"
    r"[\s,(–-]+){0,5}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OldEdition:
    """An edition that is no longer in force.

    `count` editions came since; `at_least` says that the register does not know them
    all. `newest` is the latest.
    """

    series: Series
    year: int
    count: int
    at_least: bool
    newest: Edition


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
    """Return the citations of a text."""
    version, register, today = reading.version, reading.register, reading.today
    low = _simplify(version.text)
    rows = [
        (row, phrase)
        for row in register.rows
        for phrase in row.old
        if phrases.may_hold(low, phrase)
    ]
    rows = [(row, phrase) for row, phrase in rows if not _shows_knowledge(row, low)]
    series = [
        item for item in register.series if any(phrases.may_hold(low, name) for name in item.names)
    ]
    if not rows and not series:
        return ()
    by_line: dict[tuple[int, object], tuple[int, Cite]] = {}
    lines = version.text.split("\n")
    for passage in passages(version):
        for about, hit, line in _hits(
            PassageSearch(passage, lines, version.body_line), rows, series, today
        ):
            cite = Cite(
                words=hit[0],
                number=passage.number,
                anchor=passage.anchor,
                beside=passage.beside,
                line=line,
                about=about,
            )
            by_line.setdefault((line, about), (hit.start(), cite))
    return tuple(
        cite for _, cite in sorted(by_line.values(), key=lambda item: (item[1].line, item[0]))
    )


def _simplify(text: str) -> str:
    """Return the text in the form for quick tests."""
    return text.lower().replace("-", " ")


def _shows_knowledge(row: LawRow, low: str) -> bool:
    """Return whether the text shows elsewhere that its author knows about the change."""
    return any(
        phrases.may_hold(low, phrase) and phrases.compile_phrase(phrase.lower()).search(low)
        for phrase in row.unless
    )


def _hits(
    place: "PassageSearch",
    rows: Sequence[tuple[LawRow, str]],
    series: Sequence[Series],
    today: date,
) -> Iterator[tuple[LawRow | OldEdition, re.Match[str], int]]:
    """Yield what a passage cites, the words, and their line in the file."""
    text, low = place.passage.text, _simplify(place.passage.text)
    for row, phrase in rows:
        if phrases.longest_word(phrase) in low:
            for hit, line in place.find_hits(phrases.compile_phrase(phrase)):
                if not _is_past(text, hit, row.known_as):
                    yield row, hit, line
    for item in series if "20" in low else ():  # an edition has its year
        if any(phrases.longest_word(name) in low for name in item.names):
            for hit, line in place.find_hits(_edition_pattern(item.names)):
                behind = _find_behind(item, int(hit["after"] or hit["before"]), today)
                if behind and not _is_past(text, hit, ()):
                    yield behind, hit, line


def _is_past(text: str, hit: re.Match[str], known_as: tuple[str, ...]) -> bool:
    """Return whether the words beside the name say that it is a former name."""
    before, after = text[max(0, hit.start() - 60) : hit.start()], text[hit.end() : hit.end() + 120]
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    beside = _simplify(f"{before} {after}")
    if not any(phrases.longest_word(name) in beside for name in known_as):
        return False
    return bool(
        _current_name_pattern(known_as, False).search(before)
        or _current_name_pattern(known_as, True).match(after)
    )


@lru_cache(maxsize=128)
def _current_name_pattern(known_as: tuple[str, ...], after: bool) -> re.Pattern[str]:
    """Return a pattern for today's name beside the old one.

    Before it: "X/Twitter", "X (Twitter)". After it: "Twitter (X)", "Twitter, now X".
    """
    names = "|".join(phrases.compile_phrase(name).pattern for name in known_as)
    if not after:
        return re.compile(rf"(?:{names})[”\"'’]?(?:\s+\w+)?\s*[/(]\s*(?:the\s+)?[“\"'‘]?$")
    return re.compile(
        r"[”\"'’]?(?:\s*\([^)]{0,20}\))?\s*(?:[/(]\s*(?:now\s+)?|[,(–—-]*\s*(?:(?:which"
        r"|that)\s+)?(?:(?:is|are)\s+)?(?:now|today)\s+)"
        rf"(?:(?:called|known as|named|part of)\s+)?(?:the\s+)?[“\"'‘]?(?:{names})"
    )


# ---------- editions


@lru_cache(maxsize=64)
def _edition_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for a name with the year of its edition, after it or before it."""
    name = "|".join(phrases.compile_phrase(short_name).pattern for short_name in names)
    return re.compile(
        rf"(?:\b(?P<before>20\d\d)\s+(?:edition|version)\s+of\s+(?:the\s+)?(?i:{name})"
        rf"|(?i:{name}){_BETWEEN}(?P<after>20\d\d)\b\)?)"
    )


def _find_behind(series: Series, year: int, today: date) -> OldEdition | None:
    """Return how far the edition of `year` is behind on `today`.

    Return None where it is the latest, or unknown.
    """
    come = [edition for edition in series.editions if edition.since <= today]
    later = [edition for edition in come if edition.year > year]
    if not later:
        return None
    return OldEdition(
        series=series, year=year, count=len(later), at_least=year < come[0].year, newest=later[-1]
    )
