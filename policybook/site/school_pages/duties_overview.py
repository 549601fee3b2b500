"""Make the duties of all policies in force: figures, a spreadsheet and data."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policybook.analysis.duties import ACCURACY, DutyKind
from policybook.model import addresses, spans
from policybook.site import duty_table
from policybook.site.dated import Standings
from policybook.site.lists.page_links import GOVERNORS_PAGES
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyCounts:
    """How many duties of each kind a policy has, and how many name nobody."""

    view: VersionView
    standing: Standings
    address: addresses.Address
    counts: tuple[int, ...]
    unclear: int


def duties_overview(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page and the files of all duties in force."""
    in_force = [(row, row.current) for row in inputs.policies if row.current]
    counts = [_counts(row, view) for row, view in in_force]
    yield renderer.page(
        addresses.DUTIES_OVERVIEW,
        "policy/duties-all.html",
        title="Who must do what",
        description="The duties that the policies in force set, by policy.",
        trail=(("Review register", addresses.REVIEW),),
        around=GOVERNORS_PAGES,
        tallies=sorted(counts, key=lambda counts: counts.view.title.casefold()),
        kinds=tuple(DutyKind),
        accuracy=ACCURACY,
    )
    rows = [
        row
        for policy, view in in_force
        for row in duty_table.rows(view, policy.duties, renderer.url(view.address))
    ]
    data = duty_table.as_json(
        rows, inputs.school.name, spans.narrow(row.same_text for row in inputs.policies)
    )
    yield Asset(path=addresses.ALL_DUTIES_JSON, data=data)
    yield Asset(path=addresses.ALL_DUTIES_CSV, data=duty_table.as_csv(rows))


def _counts(row: PolicyRow, view: VersionView) -> DutyCounts:
    by_kind = Counter(duty.kind for duty in row.duties)
    return DutyCounts(
        view=view,
        standing=row.standings[view.name],
        address=addresses.duties(view.policy),
        counts=tuple(by_kind[kind] for kind in DutyKind),
        unclear=sum(not duty.who for duty in row.duties),
    )
