"""Make the duties of all policies in force: figures, a spreadsheet and data."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policybook.analysis.duties import ACCURACY, Duty, DutyKind
from policybook.model import addresses
from policybook.model.addresses import Address
from policybook.site import duty_table
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyCounts:
    """How many duties of each kind a policy has, and how many name nobody."""

    view: VersionView
    address: Address
    counts: tuple[int, ...]
    unclear: int


def duties_overview(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page and the files of all duties in force."""
    in_force = [(row.current, row.duties) for row in inputs.policies if row.current]
    counts = [_counts(view, duties) for view, duties in in_force]
    yield renderer.page(
        addresses.DUTIES_OVERVIEW,
        "policy/duties-all.html",
        title="Who must do what",
        description="The duties that the policies in force set, by policy.",
        trail=(("Review register", addresses.REVIEW),),
        today=inputs.today,
        tallies=sorted(counts, key=lambda counts: counts.view.title.casefold()),
        kinds=tuple(DutyKind),
        accuracy=ACCURACY,
    )
    rows = [
        row
        for view, duties in in_force
        for row in duty_table.rows(view, duties, renderer.url(view.address))
    ]
    data = duty_table.as_json(rows, inputs.school.name, inputs.today)
    yield Asset(path=addresses.ALL_DUTIES_JSON, data=data)
    yield Asset(path=addresses.ALL_DUTIES_CSV, data=duty_table.as_csv(rows))


def _counts(view: VersionView, duties: tuple[Duty, ...]) -> DutyCounts:
    by_kind = Counter(duty.kind for duty in duties)
    return DutyCounts(
        view=view,
        address=addresses.duties(view.policy),
        counts=tuple(by_kind[kind] for kind in DutyKind),
        unclear=sum(not duty.who for duty in duties),
    )
