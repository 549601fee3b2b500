"""Make the home page: policies, links for each kind of reader, latest changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policybook.model import ChangeSize, addresses, spans
from policybook.model.addresses import Address
from policybook.model.consultation import CommentsNotice
from policybook.site import dated
from policybook.site.dated import DatedPart, VersionLink, When
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import SummaryLink, VersionView

_LATEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A policy as the home page shows it.

    `view` is the text in force, or else the newest. `days` has the one of each day from
    today on, `coming` the version that comes into force next, and `proposal` one out
    for consultation. `comments` says when and where to comment on a proposed `view`.
    """

    view: VersionView
    days: tuple[DatedPart[VersionView], ...]
    coming: tuple[tuple[VersionLink | None, When], ...]
    proposal: tuple[tuple[VersionLink | None, When], ...]
    comments: tuple[tuple[CommentsNotice | None, When], ...]
    opening: str
    summaries: tuple[SummaryLink, ...]
    print_address: Address


def home(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the home page, and the page for an address that does not exist."""
    cards = [_card(row) for row in inputs.register]
    yield renderer.page(
        addresses.HOME,
        "policy/home.html",
        title="Policies",
        description=f"The policies of {inputs.school.name}.",
        cards=sorted(cards, key=lambda card: card.view.title.casefold()),
        changed=_latest_changes(inputs)[:_LATEST],
        intro=inputs.intro,
        doubtful=inputs.doubt,
    )
    yield renderer.page(
        addresses.NOT_FOUND,
        "policy/404.html",
        title="Page not found",
        listed=False,
    )


def _card(row: PolicyRow) -> Card:
    return Card(
        view=row.shown,
        days=dated.parts(spans.regroup(row.days, lambda status: status.view)),
        coming=dated.by_value(spans.regroup(row.days, lambda status: status.coming)),
        proposal=dated.by_value(spans.regroup(row.days, lambda status: status.proposal)),
        comments=dated.by_value(row.comments),
        opening=row.opening,
        summaries=row.shown.summaries,
        print_address=addresses.print_view(row.shown.address),
    )


def _latest_changes(inputs: SchoolInput) -> list[VersionView]:
    """Return the versions approved up to today, newest first, without minor ones."""
    major = [view for view in inputs.views if view.facts.change is not ChangeSize.MINOR]
    decided = [view for view in major if view.facts.approved_on]
    decided = [view for view in decided if _approval_day(view) <= inputs.today]
    return sorted(decided, key=lambda view: (_approval_day(view), view.title), reverse=True)


def _approval_day(view: VersionView) -> date:
    return view.facts.approved_on.date if view.facts.approved_on else date.min
