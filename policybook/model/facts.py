"""The front matter of a version, as values: dates as the minutes give them, school years, statuses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """What an author types. What follows from dates (in force, superseded) is a `Standing`."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """Where a version stands on a given day; computed by `timeline`."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    UPCOMING = "upcoming"
    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class ReviewState(StrEnum):
    FINE = "fine"
    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Day:
    """A date as the minutes give it. `date` is the first of the month where they give no day (`month_only`)."""

    date: date
    month_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class AcademicYear:
    """1 September of `start` to 31 August of the year after."""

    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A review that changed nothing in the text, but moved its review date."""

    on: Day
    by: str
    outcome: str
    review_year: AcademicYear


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """The front matter of a version, read and valid field by field. `lines` gives the line of each field that stands there."""

    title: str
    status: Status
    owner: str
    review_year: AcademicYear
    applies_to: tuple[str, ...]
    approved_by: str | None = None
    approved_on: Day | None = None
    effective_from: Day | None = None
    review_by: Day | None = None
    reviews: tuple[Review, ...] = ()
    changes: tuple[str, ...] = ()
    minute: str | None = None
    language: str | None = None
    withdrawn_on: Day | None = None
    reason: str | None = None
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False)
