"""Find the rows of a register whose words a passage has, without trying every row.

Each spelling has one rare word as its key. A passage's words are looked up once, so the
work grows with the text and not with the register.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from policybook.analysis.law.spellings import Spelling, read_words, spell
from policybook.analysis.law.types import LawRow, Series

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
