"""Hold the front matter of a version as values: dates, academic years and statuses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """The status that an author types. `Standing` says what follows from it and from dates."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Numbering(StrEnum):
    """Where the numbers of clauses come from, if they are not counted through each section."""

    #: Sub-headings have numbers too, and the clauses below them count after these.
    HEADINGS = "headings"
    #: The policy brings its own numbers.
    OWN = "own"


class ApprovalLevel(StrEnum):
    """Who must approve a policy."""

    GOVERNING_BODY = "governing body"
    TRUST_BOARD = "trust board"
    COMMITTEE = "committee"
    HEADTEACHER = "headteacher"
    PROPRIETOR = "proprietor"


class ChangeSize(StrEnum):
    """How much a version changes, as its author says. Without the field, it is major."""

    #: Slips of the pen alone: nobody has to do, know or ask anything else than before.
    MINOR = "minor"
    MAJOR = "major"


class Standing(StrEnum):
    """The standing of a version on one day. `timeline` computes it."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    UPCOMING = "upcoming"
    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class ReviewState(StrEnum):
    """Whether a review has time left (`FINE`), is due, or is overdue."""

    FINE = "fine"
    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Day:
    """A date as the minutes give it.

    Some minutes give only a month. Then `month_only` is true and `date` is its first
    day.
    """

    date: date
    month_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class AcademicYear:
    """An academic year, from 1 September of `start` to 31 August of the next year."""

    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A review that moved the review date and changed nothing in the text."""

    on: Day
    by: str
    outcome: str
    review_year: AcademicYear


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """The front matter of a version. Every field has been read and is valid.

    `lines` gives the line of each field that the file has.
    """

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
    questions: tuple[str, ...] = ()
    minute: str | None = None
    language: str | None = None
    withdrawn_on: Day | None = None
    reason: str | None = None
    numbering: Numbering | None = None
    group: str | None = None
    comments_from: Day | None = None
    comments_until: Day | None = None
    comments_to: str | None = None
    change: ChangeSize | None = None
    adopted_from: str | None = None
    withdrawn_by: str | None = None
    approval_level: ApprovalLevel | None = None
    reference: str | None = None
    #: In months.
    review_cycle: int | None = None
    kept_internally: bool = False
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False)

    @property
    def is_undecided(self) -> bool:
        """Return whether nobody has decided on the version yet."""
        return self.status in (Status.DRAFT, Status.CONSULTATION)
