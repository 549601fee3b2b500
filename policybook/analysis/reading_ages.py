"""Measure how hard each policy and summary is to read, for the register and `readability.json`.

A policy's own reading age is information only. It is a text for staff and governors, in
the words of the law.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from policybook.analysis import plain_language
from policybook.analysis.plain_language import LIMITS
from policybook.model import (
    Library,
    Policy,
    Standing,
    Summary,
    Version,
    addresses,
    timeline,
    wording,
)
from policybook.model.spans import DaySpan
from policybook.reading.texts import clauses
from policybook.text import json_file, readability

_FORMULAS = (
    {
        "name": "Flesch-Kincaid",
        "grade": "0.39 * words / sentences + 11.8 * syllables / words - 15.59",
        "source": "Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, 1975",
    },
    {
        "name": "Coleman-Liau",
        "grade": "0.0588 * letters in 100 words - 0.296 * sentences in 100 words - 15.8",
        "source": "Coleman and Liau, Journal of Applied Psychology 60 (1975)",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A summary's score. `limit` is its oldest age, and `within` says whether it keeps to it.

    The score is None if the summary is not English, or too short for a verdict. It then
    keeps to every age.
    """

    summary: Summary
    language: str
    score: readability.Score | None
    limit: int
    within: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """A version in force, or proposed, with its score and those of its summaries."""

    policy: str
    name: str
    title: str
    standing: Standing
    score: readability.Score | None
    summaries: tuple[Reading, ...]
    address: str

    @property
    def month(self) -> str:
        """Return the version's name for readers: `November 2023`."""
        return wording.version_name(self.name)


def measure_versions(
    library: Library, rows: Sequence[timeline.RegisterRow], today: date
) -> tuple[Readings, ...]:
    """Return the readings of each row's version, and of its proposal."""
    return tuple(
        _measure_version(library, row.policy, version, today)
        for row in rows
        for version in (row.version, row.proposal)
        if version
    )


def _measure_version(library: Library, policy: Policy, version: Version, today: date) -> Readings:
    english = plain_language.is_english(version.facts.language or library.school.language)
    standing = timeline.standing(policy, version, today)
    texts = (clause.text for clause in clauses.walk_sections(version.sections))
    if standing is Standing.IN_FORCE:
        address = addresses.policy(policy.name)
    else:
        address = addresses.version(policy.name, version.name)
    return Readings(
        policy=version.policy,
        name=version.name,
        title=version.facts.title,
        standing=standing,
        score=readability.score(texts) if english else None,
        summaries=tuple(_measure_summary(library, version, s) for s in version.summaries),
        address=address,
    )


def _measure_summary(library: Library, version: Version, summary: Summary) -> Reading:
    tag, limit = plain_language.language(library, version, summary), LIMITS[summary.reader].age
    score = plain_language.score(summary) if plain_language.is_english(tag) else None
    if score and score.words < plain_language.LEAST_WORDS:
        score = None
    within = score is None or score.age <= limit
    return Reading(summary=summary, language=tag, score=score, limit=limit, within=within)


def as_json(readings: Sequence[Readings], span: DaySpan[None]) -> str:
    """Return every score as JSON, with each sentence of a summary.

    `span` has the days on which these texts are the current ones.
    """
    data = {
        "schema_version": 1,
        **span.as_data(),
        "reading_age": "the higher of the two formulas' grades, plus 5 years",
        "formulas": _FORMULAS,
        "limits": {
            reader: {"age": limit.age, "words_in_a_sentence": limit.words}
            for reader, limit in LIMITS.items()
        },
        "policies": [_version_data(item) for item in readings],
    }
    return json_file.as_json(data)


def _version_data(readings: Readings) -> dict[str, Any]:
    return {
        "policy": readings.policy,
        "version": readings.name,
        "standing": str(readings.standing),
        "policy_itself": _score_data(readings.score),
        "summaries": [_summary_data(reading) for reading in readings.summaries],
    }


def _summary_data(reading: Reading) -> dict[str, Any]:
    measured = plain_language.sentences(reading.summary) if reading.score else ()
    return {
        "reader": str(reading.summary.reader),
        "language": reading.language,
        "score": _score_data(reading.score),
        "within_its_age": reading.within,
        "sentences": [
            {"text": s.text, "line": s.line, **(_score_data(s.score) or {})} for s in measured
        ],
    }


def _score_data(score: readability.Score | None) -> dict[str, Any] | None:
    if score is None:
        return None
    return {
        "reading_age": score.age,
        "flesch_kincaid": score.flesch_kincaid,
        "coleman_liau": score.coleman_liau,
        "words": score.words,
        "sentences": score.sentences,
    }
