"""Turn the sources of a policy and a day into all that the policy's pages show.

The outputs of one policy get a `PolicyInput`, never the library. They ask about other
policies through `Elsewhere`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, TypeVar

from policybook import redline
from policybook.analysis import law
from policybook.analysis.clause_history import RedlineOutline
from policybook.analysis.duties import Duty, duties
from policybook.model import Entry, Library, Policy, School, Version, addresses, spans, timeline
from policybook.model.spans import DaySpan
from policybook.reading.record.approved_text import text_in_library
from policybook.reading.references import link_search
from policybook.site import margin_notes
from policybook.site.elsewhere import Elsewhere
from policybook.site.help_views import PersonView, people_views
from policybook.site.other_reviews import ReviewDays
from policybook.site.policy_sources import PolicySources
from policybook.site.version_view import (
    ContactView,
    VersionView,
    contact_view,
    describe_on,
    view_of,
)

if TYPE_CHECKING:
    from policybook.site.pdf.typst import Typesetter

Value = TypeVar("Value")
Views = tuple[VersionView, ...]
#: The names of two versions of one policy, the older first.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyInput:
    """All that the pages of one policy show.

    `views` has a view for each version of `policy`, in the same order. `days` has such
    views for every day, past and future; pages show them through `alternatives`. `record` has
    this policy's entries. `redlines` has each pair of versions that has a page.
    `outlines` has the same pairs, and each pair of successive approved texts up to the
    text in force. `duties` are those of the text in force. `moved`, `contacts`,
    `pictures` and `texts` are by the version's name; its pictures are by path, and its
    text is the canonical text. `reviews` are those of other policies, and
    `own_reviews` that of this one if it is or may be overdue. Without a `typesetter` there
    are no PDFs.
    """

    policy: Policy
    views: Views
    days: tuple[DaySpan[Views], ...]
    record: tuple[Entry, ...]
    redlines: Mapping[Pair, redline.Redline]
    outlines: Mapping[Pair, RedlineOutline]
    moved: Mapping[str, tuple[margin_notes.MovedCitation, ...]]
    contacts: Mapping[str, tuple[ContactView, ...]]
    people: tuple[PersonView, ...]
    duties: tuple[Duty, ...]
    pictures: Mapping[str, Mapping[str, bytes]]
    texts: Mapping[str, str]
    school: School
    elsewhere: Elsewhere
    reviews: tuple[ReviewDays, ...]
    own_reviews: tuple[ReviewDays, ...]
    today: date
    typesetter: "Typesetter | None"

    @property
    def versions(self) -> Iterator[tuple[Version, VersionView]]:
        """Yield each version with its view, the oldest first."""
        return zip(self.policy.versions, self.views, strict=True)

    @property
    def packs(self) -> tuple[Pair, ...]:
        """Return each pair of versions that has a governors' pack.

        These are neighbours, and every pair whose newer version alone is undecided.
        """
        names = [version.name for version in self.policy.versions]
        return tuple(
            (old, new)
            for (old, new), pair in self.redlines.items()
            if names.index(new) - names.index(old) == 1
            or (pair.new.facts.is_undecided and not pair.old.facts.is_undecided)
        )

    @property
    def current(self) -> VersionView | None:
        """Return the view of the text in force, or None."""
        return next((view for view in self.views if view.binds), None)

    def address_for_search(self, view: VersionView) -> addresses.Address:
        """Return the address of the text in force, which search engines show for every version.

        If no text is in force, it is the version's own.
        """
        return self.current.address if self.current else view.own_address

    def view(self, version: Version) -> VersionView:
        """Return the view of a version of this policy."""
        return self.views[self.policy.versions.index(version)]

    def redline_between(self, first: VersionView | None, second: VersionView | None) -> str:
        """Return the address of the page that compares two versions, or an empty string."""
        if not first or not second:
            return ""
        names = [version.name for version in self.policy.versions]
        old, new = sorted((first.name, second.name), key=names.index)
        has_page = (old, new) in self.redlines
        return addresses.redline(self.policy.name, old, new) if has_page else ""

    def pack_between(self, old: VersionView | None, new: VersionView | None) -> str:
        """Return the address of the governors' pack about a step, or an empty string."""
        if not old or not new or (old.name, new.name) not in self.packs:
            return ""
        return addresses.pack(self.policy.name, old.name, new.name)

    def alternatives(self, value_of: Callable[[Views], Value]) -> tuple[DaySpan[Value], ...]:
        """Return what follows from the views of each day, from today on."""
        return spans.from_day(spans.regroup(self.days, value_of), self.today)


def policy_input(
    sources: PolicySources,
    elsewhere: Elsewhere,
    today: date,
    *,
    all_pairs: bool = True,
    typesetter: "Typesetter | None" = None,
) -> PolicyInput:
    """Return what the pages of a policy show on `today`, with its redlines.

    Without `all_pairs`, only neighbouring versions are compared. Raises `NotLossless` if
    Policybook has a fault; no text can cause it.
    """
    library, policy = sources.library, sources.policy
    days = _views_by_day(library, policy, today)
    views = spans.from_day(days, today)[0].value
    redlines = _redlines(policy, views, all_pairs)
    current = timeline.version_in_force(policy, today)
    return PolicyInput(
        policy=policy,
        views=views,
        days=days,
        record=library.record,
        redlines=redlines,
        outlines=_outlines(policy, views, redlines),
        moved=_list_moved(library, policy, views, today),
        contacts=_list_contacts(library, policy),
        people=people_views(library),
        duties=tuple(duties(current, library.school.name)) if current else (),
        pictures={v.name: link_search.find_pictures(library, v) for v in policy.versions},
        texts=_list_texts(library, policy, views),
        school=library.school,
        elsewhere=elsewhere,
        reviews=tuple(row for row in sources.reviews if row.name != policy.name),
        own_reviews=tuple(row for row in sources.reviews if row.name == policy.name),
        today=today,
        typesetter=typesetter,
    )


def _list_moved(
    library: Library, policy: Policy, views: Views, today: date
) -> dict[str, tuple[margin_notes.MovedCitation, ...]]:
    """Return the law and names that have changed since each version cited them."""
    register = law.full_register(library)
    return {
        view.name: margin_notes.moved(version, view, register, today)
        for version, view in zip(policy.versions, views, strict=True)
    }


def _list_contacts(library: Library, policy: Policy) -> dict[str, tuple[ContactView, ...]]:
    """Return the contacts that each version names."""
    return {
        version.name: tuple(map(contact_view, link_search.find_contacts(library, version)))
        for version in policy.versions
    }


def _views_by_day(library: Library, policy: Policy, today: date) -> tuple[DaySpan[Views], ...]:
    days = spans.change_days(policy, library.school.review_warning_days)
    views = [(version, view_of(library, policy, version, today)) for version in policy.versions]
    return spans.trace(
        days,
        lambda day: tuple(replace(w, **describe_on(library, policy, v, day)) for v, w in views),
    )


def _list_texts(library: Library, policy: Policy, views: tuple[VersionView, ...]) -> dict[str, str]:
    """Return the canonical text of each version whose words were not removed."""
    return {
        version.name: text_in_library(library, version)
        for version, view in zip(policy.versions, views, strict=True)
        if not view.removed
    }


def approved_texts(policy: Policy, views: Views) -> list[Version]:
    """Return the approved texts up to the text in force, the oldest first.

    Empty if no text is in force. Removed texts are left out.
    """
    approved = [
        (version, view)
        for version, view in zip(policy.versions, views, strict=True)
        if timeline.start_day(version) and not view.removed
    ]
    last = next((place for place, (_, view) in enumerate(approved, 1) if view.binds), 0)
    return [version for version, _ in approved[:last]]


def _redlines(policy: Policy, views: Views, all_pairs: bool) -> dict[Pair, redline.Redline]:
    """Return the redline of each pair that has a page. Removed texts have none."""
    removed = {view.name for view in views if view.removed}
    versions = policy.versions
    pairs = combinations(versions, 2) if all_pairs else pairwise(versions)
    return {
        (old.name, new.name): redline.make_redline(old, new)
        for old, new in pairs
        if removed.isdisjoint((old.name, new.name))
    }


def _outlines(
    policy: Policy, views: Views, redlines: Mapping[Pair, redline.Redline]
) -> dict[Pair, RedlineOutline]:
    outlines = {pair: RedlineOutline.summarise(result) for pair, result in redlines.items()}
    for old, new in pairwise(approved_texts(policy, views)):
        if (old.name, new.name) not in outlines:
            outlines[old.name, new.name] = RedlineOutline.summarise(redline.make_redline(old, new))
    return outlines
