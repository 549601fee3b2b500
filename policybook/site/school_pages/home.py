"""Make the home page: policies, links for each kind of reader, latest changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policybook.model import ChangeSize, addresses
from policybook.model.addresses import Address
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import SummaryLink, VersionView

_LATEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A policy as the home page shows it.

    `view` is the text in force, or else the newest. `proposal` is a later text under
    consultation, if there is one.
    """

    view: VersionView
    opening: str
    summaries: tuple[SummaryLink, ...]
    print_address: Address
    proposal: VersionView | None


def home(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the home page, and the page for an address that does not exist."""
    cards = [_card(row) for row in inputs.register]
    yield renderer.page(
        addresses.HOME,
        "policy/home.html",
        title="Policies",
        description=f"The policies of {inputs.school.name}.",
        today=inputs.today,
        cards=sorted(cards, key=lambda card: card.view.title.casefold()),
        changed=_latest_changes(inputs)[:_LATEST],
        intro=inputs.intro,
    )
    yield renderer.page(
        addresses.NOT_FOUND,
        "policy/404.html",
        title="Page not found",
        today=inputs.today,
        listed=False,
    )


def _card(row: PolicyRow) -> Card:
    return Card(
        view=row.shown,
        opening=row.opening,
        summaries=row.shown.summaries,
        print_address=addresses.print_view(row.shown.address),
        proposal=row.proposal,
    )


def _latest_changes(inputs: SchoolInput) -> list[VersionView]:
    """Return the versions approved up to today, newest first, without minor ones."""
    major = [view for view in inputs.views if view.facts.change is not ChangeSize.MINOR]
    decided = [view for view in major if view.facts.approved_on]
    decided = [view for view in decided if _approval_day(view) <= inputs.today]
    return sorted(decided, key=lambda view: (_approval_day(view), view.title), reverse=True)


def _approval_day(view: VersionView) -> date:
    return view.facts.approved_on.date if view.facts.approved_on else date.min
