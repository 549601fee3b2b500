"""Find statements of a translated summary whose original has changed since.

Statements that cite the same clauses are the same, in their order. A statement is
behind

- when the original's words differ from those of the version in `reviewed`;
- when both have different numbers of statements for the same clauses;
- when the original has no statement for these clauses.

A translation without `reviewed` counts as made from the original beside it. The author
is asked to confirm.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from policybook.analysis.stale_summaries import statements
from policybook.meaning.words.similarity import words
from policybook.model import Policy, Statement, Summary, Version


class StaleReason(StrEnum):
    """Why a translated statement is behind."""

    CHANGED = "changed"
    UNPAIRED = "unpaired"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationState:
    """How a translation relates to its original.

    `behind` gives the reason for each place that is behind, `pairs` the place of each
    original. `missing` are statements of the original without a translation.
    """

    behind: dict[int, StaleReason]
    pairs: dict[int, int]
    missing: tuple[Statement, ...]


def original(version: Version, translation: Summary) -> Summary | None:
    """Return the summary for the same reader in the version's language, or None."""
    originals = (s for s in version.summaries if s.reader is translation.reader and not s.language)
    return next(originals, None) if translation.language else None


def compare_translation(
    policy: Policy, version: Version, translation: Summary
) -> TranslationState | None:
    """Return how `translation` relates to its original, or None if it has none."""
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
    """Return the places of the statements that cite the same clauses."""
    places: dict[frozenset[str], list[int]] = {}
    for place, statement in enumerate(listed):
        places.setdefault(frozenset(statement.cites), []).append(place)
    return places


def _translated_words(
    policy: Policy, version: Version, translation: Summary
) -> set[tuple[str, ...]] | None:
    """Return the original's words as translated; None if that is the original beside it."""
    if translation.reviewed in (None, version.name):
        return None
    then = next((v for v in policy.versions if v.name == translation.reviewed), None)
    source = original(then, translation) if then else None
    return {words(s.text) for s in statements(source)} if source else set()
