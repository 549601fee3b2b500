"""The home page: find a policy, the ways in for each kind of reader, what changed last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policybook.model import Library, Policy, Standing, addresses, timeline
from policybook.site import version_view
from policybook.site.render.renderer import Asset, Page, Press
from policybook.site.version_view import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A policy as the home page shows it. `seen` is the text in force, else the newest; `proposal` a later text, if one is open."""

    seen: VersionView
    opening: str
    summaries: tuple[version_view.SummaryLink, ...]
    print_address: str
    proposal: VersionView | None


def home(library: Library, press: Press) -> Iterator[Page | Asset]:
    cards = [_card(press, row) for row in timeline.register(library, press.today)]
    by_name = sorted(cards, key=lambda c: c.seen.title.casefold())
    yield press.page(
        "",
        "policy/home.html",
        title="Policies",
        description=f"The policies of {library.school.name}.",
        cards=by_name,
        changed=_changed(press)[:5],
        intro=press.intro,
    )
    yield press.page("404.html", "policy/404.html", title="Page not found", listed=False)


def _card(press: Press, row: timeline.RegisterRow) -> Card:
    seen = press.about(row.version)
    return Card(
        seen=seen,
        opening="" if seen.standing is Standing.WITHDRAWN else version_view.opening(row.version),
        summaries=version_view.summary_links(seen),
        print_address=addresses.printed(seen.address),
        proposal=press.about(row.proposal) if row.proposal else None,
    )


def _changed(press: Press) -> list[VersionView]:
    """Approved versions up to today, newest first."""
    decided = [
        s
        for s in press.every
        if s.version.facts.approved_on and s.version.facts.approved_on.date <= press.today
    ]
    return sorted(decided, key=lambda s: (_approved(s.policy, s), s.title), reverse=True)


def _approved(policy: Policy, seen: VersionView) -> date:
    on = seen.version.facts.approved_on
    return on.date if on else date.min
