"""Make the PDF of the review register: every policy on a row, for a meeting."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from policybook.analysis.statutory import Need
from policybook.model import ReviewState, addresses
from policybook.reading.record import approval_record
from policybook.site import dated
from policybook.site.lists.policy_groups import group_rows
from policybook.site.lists.shown_findings import count_problems
from policybook.site.policy_row import PolicyRow, RowStatus
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

if TYPE_CHECKING:
    from policybook.site.pdf.cover import Cover
    from policybook.site.pdf.register import RegisterGroup

#: The day in the file of a register that no date changes.
_ANY_DAY = date(2000, 1, 1)


def register_pdf(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the PDF; none in a build without PDFs, or without a policy."""
    if inputs.typesetter is None or not inputs.policies:
        return
    # A build without PDFs needs none of this.
    from policybook.site.pdf.register import register_document

    problems = count_problems(inputs, drafts=renderer.settings.drafts)
    groups = [*_groups(inputs, problems)]
    document = register_document(groups, _cover(inputs, renderer))
    yield Asset(path=addresses.REGISTER_PDF, data=inputs.typesetter.pdf(document))


def _groups(inputs: SchoolInput, problems: Counter[str]) -> "Iterator[RegisterGroup]":
    """Yield the school's groups that have a policy. In a group, the earliest review comes first."""
    from policybook.site.pdf.register import RegisterGroup

    required = {
        name
        for shelf_row in inputs.shelf.rows
        if shelf_row.wanted.need is Need.MUST
        for name in shelf_row.policies
    }
    for group in group_rows(inputs.policies, inputs.school.groups):
        rows = sorted(group.rows, key=lambda row: (row.shown.review_last_day, row.name))
        cells = tuple(_cells(row, row.name in required, problems) for row in rows)
        yield RegisterGroup(heading=group.title, rows=cells)


def _cells(row: PolicyRow, is_required: bool, problems: Counter[str]) -> tuple[str, ...]:
    status = row.days[0].value
    view = status.view
    return (
        view.title,
        "yes" if is_required else "–",
        " ".join(_standing(status)),
        view.approval,
        view.review if view.binds else view.planned_review(),
        view.facts.owner,
        str(problems[row.name]),
    )


def _standing(status: RowStatus) -> Iterator[str]:
    """Yield what the standing is, and what comes next."""
    yield status.view.standing_words
    if status.coming:
        yield f"From {status.coming.starts} a new text applies."
    if status.proposal:
        yield "A new version is proposed."


def _cover(inputs: SchoolInput, renderer: Renderer) -> "Cover":
    from policybook.site.pdf.cover import Cover, CoverText

    url = renderer.url(addresses.REVIEW)
    total = len(inputs.policies)
    many = f"{total} polic{'ies' if total != 1 else 'y'}"
    words = CoverText(
        version="{version}",
        fingerprint="Last hash of the record of approvals: {hash}",
        address="This register is published at",
        printed="Look there to see whether it is up to date. Law and names out of date are listed "
        "there, and are not among the problems.",
    )
    return Cover(
        school=inputs.school.name,
        title="Review register",
        version=f"{many}: {_count_states(inputs)}",
        standing=f"This list is correct {dated.parts((inputs.span,))[0].validity}".rstrip("."),
        sheet="",
        address=url,
        short_address=url.partition("://")[2] or url,
        hash12=approval_record.head(inputs.record)[:12],
        day=inputs.span.first or max(map(_approved, inputs.views), default=None) or _ANY_DAY,
        language=inputs.school.language,
        words=words,
    )


def _count_states(inputs: SchoolInput) -> str:
    """Return how many policies are in each state of review: `1 review overdue, 3 up to date`."""
    names = {
        str(ReviewState.OVERDUE): "review overdue",
        str(ReviewState.DUE): f"review due within {inputs.school.review_warning_days} days",
        str(ReviewState.FINE): "up to date",
        "none": "no version in force",
    }
    counts = Counter(row.days[0].value.group for row in inputs.policies)
    return ", ".join(f"{counts[state]} {name}" for state, name in names.items() if counts[state])


def _approved(view: VersionView) -> date:
    return view.facts.approved_on.date if view.facts.approved_on else _ANY_DAY
