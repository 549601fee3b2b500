"""The front matter of two versions, field by field."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from policybook.model import AcademicYear, Day, Review, VersionFacts, dates
from policybook.redline import word_diff
from policybook.redline.types import FactChange, Piece, Run

# Every field but `changes`: what changed is a different sentence in each version.
LABELS: Mapping[str, str] = {
    "title": "Title",
    "status": "Status",
    "owner": "Owner",
    "approved_by": "Approved by",
    "approved_on": "Approved on",
    "effective_from": "In force from",
    "review_year": "Year of the next review",
    "review_by": "Review by",
    "reviews": "Reviews without a change",
    "applies_to": "Applies to",
    "minute": "Minute",
    "language": "Language",
    "withdrawn_on": "Withdrawn on",
    "reason": "Reason",
}


def changes(old: VersionFacts, new: VersionFacts) -> tuple[FactChange, ...]:
    """Return the fields that differ, in the order of the front matter."""
    return tuple(between(_in_words(old), _in_words(new)))


def between(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[FactChange]:
    """The names whose values differ; those of `new` in its order, then what only `old` has."""
    for name in [*new, *(name for name in old if name not in new)]:
        was, now = old.get(name, ""), new.get(name, "")
        if was != now:
            yield FactChange(
                name=name,
                label=LABELS.get(name, name),
                old=was,
                new=now,
                runs=_runs(was, now),
            )


@lru_cache(maxsize=1 << 7)
def _runs(old: str, new: str) -> tuple[Run, ...]:
    """Many policies are approved on one day, by the same people."""
    return word_diff.runs([_pieces(old)], [_pieces(new)])


def _pieces(value: str) -> tuple[Piece, ...]:
    return (Piece(value),) if value else ()


def _in_words(facts: VersionFacts) -> dict[str, str]:
    return {name: _value(getattr(facts, name)) for name in LABELS}


def _value(value: object) -> str:
    if isinstance(value, Day):
        return dates.in_words(value)
    if isinstance(value, tuple):
        return (
            "; ".join(_review(v) for v in value)
            if value and isinstance(value[0], Review)
            else ", ".join(map(str, value))
        )
    if isinstance(value, AcademicYear):
        return dates.year_text(value)
    return "" if value is None else str(value)


def _review(review: Review) -> str:
    return f"{dates.in_words(review.on)}, {review.by}: {review.outcome}"
