"""Turn the views of each day into the parts of pages that change with the day.

A page has each such part once for its own day, and once for every later span of days,
hidden. A script shows the one that holds when somebody reads the page.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from policybook.model import ReviewState, Standing, Summary, Version, dates, wording
from policybook.model.addresses import Address
from policybook.model.consultation import CommentsNotice
from policybook.model.spans import DaySpan
from policybook.site.policy_input import PolicyInput, Views
from policybook.site.version_view import VersionView

Held = TypeVar("Held", covariant=True)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class When:
    """The days on which a page shows a part of itself.

    Each of `ranges` has a first and a last day; None leaves it open. `now` says whether
    the page shows the part as it is made.
    """

    ranges: tuple[tuple[date | None, date | None], ...]
    now: bool

    @property
    def words(self) -> str:
        """Return the ranges as the script reads them: `../2027-01-03 2027-09-01/..`.

        Empty for a part that a page always shows.
        """
        if self.ranges == ((None, None),):
            return ""
        return " ".join("/".join(d.isoformat() if d else ".." for d in r) for r in self.ranges)


@dataclass(frozen=True, slots=True)
class DatedPart(Generic[Held]):
    """A part of a page for one span of days. `when` says on which days the page shows it."""

    value: Held
    span: DaySpan[Held]
    when: When

    @property
    def validity(self) -> str:
        """Return the days of the part as a sentence."""
        return wording.validity(self.span)


def parts(spans: Sequence[DaySpan[Value]]) -> tuple[DatedPart[Value], ...]:
    """Return a part for each span. The first span is that of today."""
    return tuple(
        DatedPart(span.value, span, When(((span.first if place else None, span.last),), not place))
        for place, span in enumerate(spans)
    )


def when(spans: Sequence[DaySpan[Value]], holds: Callable[[Value], bool]) -> When:
    """Return the days on which `holds` is true of the value. The first span is that of today."""
    chosen = [part for part in parts(spans) if holds(part.value)]
    return When(tuple(part.when.ranges[0] for part in chosen), any(p.when.now for p in chosen))


def join(days: Iterable[When]) -> When:
    """Return the days of any of `days`."""
    every = tuple(days)
    ranges = tuple(dict.fromkeys(chain.from_iterable(when.ranges for when in every)))
    always = (None, None)
    return When((always,) if always in ranges else ranges, any(when.now for when in every))


def by_value(spans: Sequence[DaySpan[Value]]) -> tuple[tuple[Value, When], ...]:
    """Return each value once, in order, with all its days. The first span is that of today."""
    days: dict[Value, list[DatedPart[Value]]] = {}
    for part in parts(spans):
        days.setdefault(part.value, []).append(part)
    return tuple(
        (value, When(tuple(p.when.ranges[0] for p in same), any(p.when.now for p in same)))
        for value, same in days.items()
    )


class StandingWords(NamedTuple):
    """The standing of a version for a label or a badge."""

    tone: str
    words: str
    badge: str


class ReviewWords(NamedTuple):
    """The review of a version in force: its state, and a sentence."""

    state: str
    words: str


class VersionLink(NamedTuple):
    """Another version that a page names. `redline` compares it with the page's, and
    `pack` is the governors' pack about the step; both may be empty.

    `comments` says until when and to whom to comment, if it is a proposal. `summaries` has
    the address of each reader's summary in the language of the text.
    """

    name: str
    title: str
    address: Address
    starts: str
    redline: str = ""
    pack: str = ""
    comments: CommentsNotice | None = None
    summaries: tuple[tuple[str, str], ...] = ()

    def changes_for(self, reader: str) -> str:
        """Return where `reader` sees what changes: in the summary, the redline or the text."""
        return dict(self.summaries).get(reader) or self.redline or self.address

    @property
    def month(self) -> str:
        """Return the version's name for readers: `November 2023`, or `version 2`."""
        return wording.version_name(self.name)


Standings = tuple[DatedPart[StandingWords], ...]


def standings(inputs: PolicyInput) -> dict[str, Standings]:
    """Return the standing of each version, by its name, from today on."""

    def standing_at(place: int) -> Callable[[Views], StandingWords]:
        return lambda views: StandingWords(
            views[place].tone, views[place].standing_words, views[place].badge
        )

    return {
        view.name: parts(inputs.alternatives(standing_at(place)))
        for place, view in enumerate(inputs.views)
    }


def reviews(inputs: PolicyInput, place: int) -> tuple[DatedPart[ReviewWords | None], ...]:
    """Return the review of the version at `place`, and None for days on which it does not bind."""

    def review_in(views: Views) -> ReviewWords | None:
        return review_words(views[place]) if views[place].binds else None

    return parts(inputs.alternatives(review_in))


def review_words(view: VersionView) -> ReviewWords:
    """Return the state of the review of a text in force, and its words."""
    return ReviewWords(str(view.review_state), view.review)


def settle(view: VersionView) -> VersionView:
    """Return a view that differs from another day's only if what pages said has become wrong.

    A review that is due was told before by the same date, so a page need not say more.
    """
    is_overdue = view.review_state is ReviewState.OVERDUE
    state = ReviewState.OVERDUE if is_overdue else ReviewState.FINE
    return replace(view, review="", review_state=state)


def link_to(view: VersionView | None, redline: str = "", pack: str = "") -> VersionLink | None:
    """Return how a page names the version of `view`."""
    if view is None:
        return None
    words = (view.name, view.title, view.address, view.starts)
    summaries = (
        (str(brief.reader), brief.address) for brief in view.summaries if not brief.language
    )
    return VersionLink(*words, redline, pack, view.comments, tuple(summaries))


def in_force(views: Views) -> VersionView | None:
    """Return the view of the version in force on the day of `views`; None if there is none."""
    return next((view for view in views if view.binds), None)


def same_text(inputs: PolicyInput) -> DaySpan[str]:
    """Return the days, today among them, on which the same text is in force, and its name."""

    def name_in(views: Views) -> str:
        binding = in_force(views)
        return binding.name if binding else ""

    return inputs.alternatives(name_in)[0]


def coming(views: Views) -> VersionView | None:
    """Return the view of the approved version that comes into force next; None if none does."""
    upcoming = (view for view in views if view.standing is Standing.UPCOMING)
    return min(
        upcoming, key=lambda view: view.start_day.date if view.start_day else date.max, default=None
    )


class SummaryStatus(NamedTuple):
    """What a summary says on some days of the version that it explains.

    `current` is where a reader finds what is in force instead: its summary for the same
    reader in the same language, or the text itself. It may be empty. `coming` is the same
    for the text that takes the place of one in force, and `starts` its first day.
    """

    view: VersionView
    current: str
    coming: str = ""
    starts: str = ""


def summary_statuses(
    inputs: PolicyInput, version: Version, summary: Summary
) -> tuple[DatedPart[SummaryStatus], ...]:
    """Return what `summary` says of the standing of `version`, from today on."""
    place = inputs.policy.versions.index(version)
    same = (summary.reader, summary.language)

    def address_in(view: VersionView) -> str:
        links = (link for link in view.summaries if (link.reader, link.language) == same)
        return next((link.address for link in links), view.address)

    def status_in(views: Views) -> SummaryStatus:
        binding, later = in_force(views), coming(views)
        if views[place].binds and later:
            return SummaryStatus(views[place], "", address_in(later), later.starts)
        if binding is None or views[place].binds:
            return SummaryStatus(views[place], "")
        return SummaryStatus(views[place], address_in(binding))

    return parts(inputs.alternatives(status_in))


class DecisionDoubt(NamedTuple):
    """From which day a page may lack a decision that its readers should know."""

    when: When
    day: str


def doubt(inputs: PolicyInput, view: VersionView | None = None) -> DecisionDoubt | None:
    """Return from when a page made today may lack a decision about the policy.

    None for the page of a version, `view`, that no decision can bring back.
    """
    if view and view.standing in (Standing.SUPERSEDED, Standing.WITHDRAWN):
        return None
    return doubt_from(doubtful_from(inputs))


def doubtful_from(inputs: PolicyInput) -> date:
    """Return the first day on which a page made today may lack a decision about the policy.

    That is the day on which a review is overdue that is not so today, because it may
    have been made since; or else the first day of the next academic year.
    """
    later = inputs.alternatives(_is_overdue)[1:]
    overdue = (span.first for span in later if span.value and span.first)
    return min([dates.next_school_year(inputs.today), *overdue])


def doubt_from(day: date) -> DecisionDoubt:
    """Return the doubt that begins on `day`, which is after today."""
    return DecisionDoubt(When(((day, None),), False), dates.format_day(day))


def _is_overdue(views: Views) -> bool:
    binding = in_force(views)
    return binding is not None and binding.review_state is ReviewState.OVERDUE
