"""Compare the front matter of two versions, field by field."""

from collections.abc import Iterator
from functools import lru_cache

from policybook.model import VersionFacts
from policybook.reading.fields.fields import FIELDS
from policybook.redline import word_diff
from policybook.redline.types import FactChange, Piece, Run


def compare_fields(old: VersionFacts, new: VersionFacts) -> tuple[FactChange, ...]:
    """Return the fields that differ, in the order of the front matter."""
    return tuple(_changes(old, new))


def _changes(old: VersionFacts, new: VersionFacts) -> Iterator[FactChange]:
    """Yield each compared field whose value differs."""
    for field in FIELDS:
        was, now = field.in_words(old), field.in_words(new)
        if field.compared and was != now:
            runs = _runs(was, now)
            yield FactChange(name=field.name, label=field.label, old=was, new=now, runs=runs)


@lru_cache(maxsize=1 << 7)
def _runs(old: str, new: str) -> tuple[Run, ...]:
    """Return the words of both values as runs. Cached: many policies are approved on one day."""
    return word_diff.runs([_pieces(old)], [_pieces(new)])


def _pieces(value: str) -> tuple[Piece, ...]:
    """Return the value as pieces; an empty value has none."""
    return (Piece(value),) if value else ()
