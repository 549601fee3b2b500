"""Find the rows of a register whose words a passage has, without trying every row.

Each spelling has one rare word as its key. A passage's words are looked up once, so the
work grows with the text and not with the register.

A name is written once. Its pattern also finds these kinds of spelling:

- a year after it, before it, in brackets or in a list ("the 1998 Data Protection Act",
  "Data Protection Act (DPA) 1998", "Disability Discrimination Acts 1995 and 2005");
- an abbreviation with two figures ("DPA98");
- either apostrophe or none, a plural, "&" for "and", "Regs" for "Regulations";
- a hyphen or a space, and a name with or without its brackets;
- a nation in brackets, or none.

`…` stands for up to 80 characters of one sentence. Capitals count in a name that has no
small letters.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from policybook.analysis.law.passages import unify_signs
from policybook.analysis.law.types import LawRow, Series
from policybook.text import phrases

_YEAR = r"(?:19|20)\d\d"
_DATED = re.compile(rf"^(?P<name>.+?)[\s,]*\(?(?P<year>{_YEAR})\)?$")
_ABBREVIATED = re.compile(r"^[A-Z]{2,8}$")
_NATION = re.compile(r"\((?:England|Wales|Scotland|Northern Ireland|England and Wales)\)")
_PIECES = re.compile(r"\0|[()]|[^\s()\0-]+")
_BETWEEN_WORDS = r"[\s:,-]+"
_IS_OPTIONAL = {"and", "&", "regulations", "regs"}
#: Inside a name, only words of so many letters may have another ending: "Admissions Code".
_LONG_WORD = 5
_PLURAL = r"(?:'?s'?)?"
#: What a document adds to its title before the year: "…: advice for headteachers (2018)".
_ADVICE = r"(?:\s*[:,-]\s*(?:statutory )?(?:advice|guidance|guide)\b[^.;:()]{0,70}?)?"
_LIST = r"(?:\s*(?:,|and|&|/)\s*)"


class Spelling(NamedTuple):
    """A name with the words that a text must have before the pattern is worth trying."""

    pattern: str
    key: str
    words: frozenset[str]


def read_words(text: str) -> frozenset[str]:
    """Return the words of a text without case, apostrophes and a last s."""
    low = text.lower().replace("'", "").replace("’", "")
    return frozenset(word.rstrip("s") or word for word in re.findall(r"[^\W_]+", low))


@cache
def spell(name: str, exact: bool = False) -> tuple[Spelling, ...]:
    """Return the spellings of a name of the register."""
    return tuple(_make(form, exact) for form in _forms(name))


def _forms(name: str) -> Iterator[str]:
    """Yield the name, and its short forms with two figures."""
    yield name
    dated = _DATED.match(name)
    if dated and _ABBREVIATED.match(dated["name"]):
        yield f"{dated['name']}{dated['year'][2:]}"
        yield f"{dated['name']} {dated['year'][2:]}"


def _make(name: str, exact: bool) -> Spelling:
    flag = "" if exact or name.isupper() else "?i:"
    words = frozenset(read_words(_NATION.sub(" ", name)) - _IS_OPTIONAL - {"regulation", "reg"})
    pattern = rf"({flag or '?:'}{_pattern(name, plural=not exact)})"
    return Spelling(pattern=pattern, key=max(words, key=len), words=words)


def _pattern(name: str, *, plural: bool) -> str:
    """Return the pattern of a name, with its year if it ends with one."""
    if phrases.GAP in name:
        return phrases.GAP_PATTERN.join(map(_name_pattern, name.split(phrases.GAP)))
    dated = _DATED.match(name)
    if not dated:
        return _name_pattern(name, plural)
    words, year = _name_pattern(dated["name"], plural=True), dated["year"]
    after = rf"(?:{_YEAR}{_LIST})*{year}"
    return (
        rf"{words}(?:\s*\([A-Z]{{2,8}}\))?{_ADVICE}['\"”]?"
        rf"(?:\s+of)?[\s,]*[(\[]?{after}(?:[)\]]|\b)"
        rf"|{year}(?:{_LIST}{_YEAR})?\s+{words}"
    )


def _name_pattern(name: str, plural: bool = False) -> str:
    """Return the pattern of words. White space, hyphens and brackets may differ."""
    nations = iter(_NATION.findall(name))
    pieces = _PIECES.findall(_NATION.sub(" \0 ", unify_signs(name)))
    last = max((i for i, piece in enumerate(pieces) if piece not in ("(", ")", "\0")), default=0)
    long = {i for i, piece in enumerate(pieces) if len(piece) >= _LONG_WORD}
    result, was_word = "", False
    for index, piece in enumerate(pieces):
        if piece == "\0":
            result += rf"(?:\s*{re.escape(next(nations))}\s*)?"
        elif piece in "()":
            result += rf"\s*\{piece}?\s*"
            was_word = False
            continue
        else:
            result += (_BETWEEN_WORDS if was_word else "") + _word_pattern(
                piece, plural=plural and (index == last or index in long)
            )
            was_word = True
    return result


def _word_pattern(word: str, *, plural: bool) -> str:
    """Return the pattern of one word, or of its plural too."""
    low = word.lower()
    if low in ("and", "&"):
        return r"(?:and|&)"
    if low == "regulations":
        return r"(?:Regulations|Regs\.?)"
    bare = word.rstrip(",:;")
    is_plural = bare.endswith("s") and not bare.endswith("ss")
    stem = bare[:-1] if plural and is_plural and len(bare) >= _LONG_WORD else bare
    pattern = re.escape(stem).replace("'", "'?")
    return pattern + (_PLURAL if plural and bare[-1:].isalpha() else "")


_EDITION_WORDS = (
    r"DfE|DfES|DCSF|Department|for|Education|statutory|guidance|advice|edition|version|document"
    r"|schools|colleges|and|of|in|from|dated|the|part|parts|one|1|2|updated|revised|published"
    r"|issued|effective|latest|current|HM|Government|Welsh|Scottish|UKCIS|UKCCIS|JCQ|January"
    r"|February|March|April|May|June|July|August|September|Sept?\.?|October|November|December"
)
#: What a document adds to its title: "…: statutory guidance for local authorities".
_SUBTITLE = r"(?:\s*[:-]\s*(?:statutory )?(?:advice|guidance|guide)\b[^.;:()\d]{0,70}?)?[\s,:(-]*"
_UP_TO_YEAR = rf"(?:\s*\([^)\d]{{1,12}}\))?{_SUBTITLE}(?:(?:{_EDITION_WORDS})[\s,:(-]+){{0,9}}"


@dataclass(frozen=True, eq=False)
class RowIndex:
    """The rows and series of a register, by the words that a text must have."""

    rows: Sequence[LawRow]
    series: Sequence[Series]

    @cached_property
    def _by_key(self) -> dict[str, list[tuple[LawRow | Series, Spelling]]]:
        """Return the spellings, each with its row or series, by their key words."""
        table: dict[str, list[tuple[LawRow | Series, Spelling]]] = defaultdict(list)
        for row in self.rows:
            for form in _unique(form for name in row.old for form in spell(name, row.exact)):
                table[form.key].append((row, form))
        for item in self.series:
            for form in _unique(form for name in item.names for form in spell(name)):
                table[form.key].append((item, form))
        return dict(table)

    def find(self, text: str) -> Iterator[tuple[LawRow | Series, re.Pattern[str]]]:
        """Yield each row or series that `text` may cite, with the pattern of its words."""
        words = read_words(text)
        for word in sorted(words):
            for about, form in self._by_key.get(word, ()):
                if form.words <= words:
                    yield about, _compile(form.pattern, isinstance(about, Series))


def _unique(forms: Iterable[Spelling]) -> Iterable[Spelling]:
    return dict.fromkeys(forms)


@lru_cache(maxsize=2048)
def _compile(name: str, has_editions: bool) -> re.Pattern[str]:
    """Return the pattern of a spelling, or of one with the year of an edition."""
    if not has_editions:
        return re.compile(rf"(?<!\w){name}(?!\w)")
    return re.compile(
        rf"(?:\b(?P<before>20\d\d|19\d\d)\s+(?:edition|version)\s+of\s+(?:the\s+)?{name}"
        rf"|\b(?:the|our)\s+(?:[A-Z]\w+\s+)?(?P<its>20\d\d)\s+{name}(?!\w)"
        rf"|(?<!\w){name}['\"”]?(?i:{_UP_TO_YEAR})(?P<after>20\d\d|19\d\d)\b\)?)"
    )
