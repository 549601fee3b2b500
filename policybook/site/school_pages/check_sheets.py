"""Make a small page for each version ever published: what a sheet with its fingerprint is.

The address has the 12 characters that are at the foot of the sheet.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from policybook.model import addresses
from policybook.site.dated import Standings
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView


class SheetVersion(NamedTuple):
    """A version that a sheet may be. `standings` are its standing by day, with a sentence.

    `replaced` says which text took its place and when, on the days on which it is replaced.
    `leads_on` says whether any text of the policy is in force, today or on a later day.
    """

    view: VersionView
    standings: Standings
    replaced: str
    leads_on: bool


def check_sheets(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page]:
    """Yield a page for each fingerprint. Versions with the same one share it."""
    sheets: dict[str, list[SheetVersion]] = {}
    for row in inputs.policies:
        leads_on = any(span.value.view.binds for span in row.days)
        for view in row.views:
            replaced = _describe_successor(row, view)
            sheet = SheetVersion(view, row.standings[view.name], replaced, leads_on)
            sheets.setdefault(view.short_digest, []).append(sheet)
    for digest, versions in sheets.items():
        yield renderer.page(
            addresses.check_sheet(digest),
            "policy/check-sheet.html",
            title=f"Check a sheet: {digest}",
            digest=digest,
            versions=versions,
            listed=False,
            indexed=False,
        )


def _describe_successor(row: PolicyRow, view: VersionView) -> str:
    """Return a sentence about the text that replaces a version; empty if none does."""
    if view.begins is None:
        return ""
    begins = view.begins
    following = _find_next(row.views, begins)
    if following is None or following.start_day is None:
        return ""
    comes = "in" if following.start_day.month_only else "on"
    return f"Replaced {comes} {following.starts} by the text of {following.month}."


def _find_next(views: Sequence[VersionView], begins: date) -> VersionView | None:
    """Return the view that comes into force next after `begins`."""
    later = [view for view in views if view.begins and view.begins > begins]
    return min(later, key=lambda view: view.begins or date.max, default=None)
