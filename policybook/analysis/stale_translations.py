"""A translated summary and its original -> the statements whose original has moved on since they were translated.

Statements are paired by what they cite: those that cite the same clauses are the same, in their order. A statement has **moved on**

- when the original's words are not among those of the version that the translation was last compared with (`reviewed`),
- when the original and the translation have different numbers of statements for the same clauses, since nobody can tell which is which then,
- when the original has no statement for these clauses.

A translation that does not say `reviewed` is taken to have been made from the original beside it, and the author is asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from policybook.analysis.stale_summaries import statements
from policybook.model import Policy, Statement, Summary, Version
from policybook.redline.similarity import words


class StaleReason(StrEnum):
    CHANGED = "changed"
    UNPAIRED = "unpaired"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationState:
    """`behind` gives, by place in the translation, why a statement has moved on; `pairs` the place of each one's original; `missing` are the
    statements of the original that the translation does not have."""

    behind: dict[int, StaleReason]
    pairs: dict[int, int]
    missing: tuple[Statement, ...]


def original(version: Version, translation: Summary) -> Summary | None:
    """The summary that a translation was made from: the one for the same reader in the version's own language."""
    originals = (s for s in version.summaries if s.reader is translation.reader and not s.language)
    return next(originals, None) if translation.language else None


def compare_translation(
    policy: Policy, version: Version, translation: Summary
) -> TranslationState | None:
    """Return how `translation` stands to its original; None where it is no translation or has no original."""
    source = original(version, translation)
    if source is None:
        return None
    olds, news = _group_by_cites(statements(source)), _group_by_cites(statements(translation))
    every = statements(source)
    translated = _translated_words(policy, version, translation)
    behind: dict[int, StaleReason] = {}
    pairs: dict[int, int] = {}
    for cites, places in news.items():
        origins = olds.get(cites, [])
        for index, place in enumerate(places):
            if not origins:
                behind[place] = StaleReason.GONE
            elif len(origins) != len(places):
                behind[place] = StaleReason.UNPAIRED
                pairs[place] = origins[0]
            else:
                pairs[place] = origins[index]
                if translated is not None and words(every[origins[index]].text) not in translated:
                    behind[place] = StaleReason.CHANGED
    missing = tuple(
        every[place] for cites, places in olds.items() if cites not in news for place in places
    )
    return TranslationState(behind=dict(sorted(behind.items())), pairs=pairs, missing=missing)


def _group_by_cites(listed: Iterable[Statement]) -> dict[frozenset[str], list[int]]:
    places: dict[frozenset[str], list[int]] = {}
    for place, statement in enumerate(listed):
        places.setdefault(frozenset(statement.cites), []).append(place)
    return places


def _translated_words(
    policy: Policy, version: Version, translation: Summary
) -> set[tuple[str, ...]] | None:
    """The words of the original as the translator had it; None where that is the original beside it."""
    if translation.reviewed in (None, version.name):
        return None
    then = next((v for v in policy.versions if v.name == translation.reviewed), None)
    source = original(then, translation) if then else None
    return {words(s.text) for s in statements(source)} if source else set()
