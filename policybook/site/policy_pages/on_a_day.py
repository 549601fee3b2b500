"""Make the page that says which version of a policy was in force on a day.

The page has every period, so it needs no server, and a script only picks a row. What it
says does not depend on the day of the build.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.model import addresses, dates, periods
from policybook.site.lists.page_links import policy_links
from policybook.site.policy_input import PolicyInput
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.version_view import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """A period in the table: its days in words and as data, and the version in force.

    `is_first` says that the row is for the days before the first version.
    """

    days: str
    first: str
    last: str
    view: VersionView | None
    is_first: bool


def on_a_day(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page of the policy's periods."""
    title, name = inputs.views[-1].title, inputs.policy.name
    listed = periods.list_periods(inputs.policy)
    newest = periods.newest_decision(inputs.policy)
    yield renderer.page(
        addresses.on_a_day(name),
        "policy/on-a-day.html",
        title=f"{title}: on a day",
        description=f"Which version of the {title} was in force on a day.",
        trail=((title, addresses.policy(name)), ("History", addresses.history(name))),
        listed=False,
        heading=title,
        around=tuple(policy_links(inputs)),
        rows=[_make_row(inputs, period) for period in reversed(listed)],
        has_months=any(period.begins and period.begins.month_only for period in listed),
        newest=dates.format_day(newest) if newest else "",
    )


def _make_row(inputs: PolicyInput, period: periods.Period) -> PeriodRow:
    return PeriodRow(
        days=_describe_days(period),
        first=period.begins.date.isoformat() if period.begins else "",
        last=period.last.isoformat() if period.last else "",
        view=inputs.view(period.version) if period.version else None,
        is_first=period.begins is None,
    )


def _describe_days(period: periods.Period) -> str:
    """Return the days of a period in words, without a day that the minutes do not give."""
    begins, ends, last = period.begins, period.ends, period.last
    if not ends or not last:
        return f"From {dates.format_day(begins)}" if begins else "On any day"
    if not begins:
        return f"Before {dates.format_day(ends)}"
    until = f"until {dates.format_day(ends)}" if ends.month_only else f"to {dates.format_day(last)}"
    return f"From {dates.format_day(begins)} {until}"
