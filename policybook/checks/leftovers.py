"""Find what programs leave behind in a text, and markup that other programs read.

The table is `data/leftovers.toml`. A row that is sure stops an approval. A row that is not sure
asks: the same words can be right in a form or a letter that people fill in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from policybook.text import data_files

_PART = re.compile(r"@([A-Z_]+)@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A kind of leftover. `what` follows the words that were found: “…” is `what`.

    A line without any of `signs`, in small letters, cannot match.
    """

    code: str
    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    what: str
    remedy: str
    is_sure: bool

    def can_match(self, small: str) -> bool:
        """Return whether words in small letters have one of the signs."""
        return any(sign in small for sign in self.signs)


@cache
def read_rows() -> tuple[Leftover, ...]:
    """Return the rows of the table, in its order."""
    table = data_files.read_toml("leftovers.toml")
    parts = {name: "".join(words) for name, words in table["parts"].items()}
    return tuple(
        Leftover(
            code=row["code"],
            pattern=_compile(row["pattern"], parts),
            signs=tuple(row.get("signs", table["signs"])),
            what=row["what"],
            remedy=row["remedy"],
            is_sure=not row.get("asks", False),
        )
        for row in table["rows"]
    )


def _compile(words: str | list[str], parts: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(_PART.sub(lambda name: parts[name[1]], "".join(words)))


#: A short word of the table may be the initials of a name: Thames Boat Club (TBC).
_INITIALS = ("TBC", "TBA", "TBD")
_OPENING, _CLOSING = "“‘\"'", "”’\"'"


def rows_for(text: str, code: str) -> tuple[Leftover, ...]:
    """Return the rows of `code` that can match in `text`."""
    small = text.lower()
    return tuple(row for row in read_rows() if row.code == code and row.can_match(small))


def find_names(text: str) -> frozenset[str]:
    """Return the words of the table that `text` explains as the initials of a name."""
    return frozenset(word for word in _INITIALS if word in text and _is_explained(word, text))


def _is_explained(initials: str, text: str) -> bool:
    name = r"[\s-]+(?:of\s+|the\s+)?".join(rf"{letter}\w+" for letter in initials)
    return bool(re.search(rf"\b{initials}\b\s*[(–=]\s*{name}|\b{name}\s*\({initials}\)", text))


def find_leftovers(
    words: str, rows: Iterable[Leftover], names: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Leftover]]:
    """Yield the first match of each of `rows` in a line: its words and its row.

    What an earlier row matched is not matched again. A sentence may use one of `names`, and
    it may speak of the words of a placeholder, in quotation marks.
    """
    small = words.lower()
    taken: list[tuple[int, int]] = []
    for row in rows:
        matches = row.pattern.finditer(words) if row.can_match(small) else ()
        free = (m for m in matches if _is_free(m, taken) and m[0] not in names)
        if match := next((m for m in free if not _is_quoted(m)), None):
            taken.append(match.span())
            yield match[0].strip().replace("\\", ""), row


def _is_quoted(match: re.Match[str]) -> bool:
    """Return whether words, not brackets or signs, are at the start of a quotation."""
    start, words = match.start(), match.string
    if not match[0][:1].isalpha() or not start or words[start - 1] not in _OPENING:
        return False
    return words.find(_CLOSING[_OPENING.index(words[start - 1])], start) > 0


def _is_free(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return all(match.end() <= start or match.start() >= end for start, end in taken)
