"""List the newest approved versions, for home and the pages for readers."""

from datetime import date

from policybook.model import ChangeSize, Standing
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

_MOST = 5


def latest_changes(inputs: SchoolInput, audience: str = "") -> list[VersionView]:
    """Return the five newest versions approved up to today, without minor and withdrawn ones.

    With an `audience` of `applies_to`, only those that apply to it.
    """
    major = (view for view in inputs.views if view.facts.change is not ChangeSize.MINOR)
    decided = (
        view for view in major if view.facts.approved_on and view.standing is not Standing.WITHDRAWN
    )
    chosen = (view for view in decided if not audience or audience in view.facts.applies_to)
    past = [view for view in chosen if _approval_day(view) <= inputs.today]
    newest = sorted(past, key=lambda view: (_approval_day(view), view.title), reverse=True)
    return newest[:_MOST]


def _approval_day(view: VersionView) -> date:
    return view.facts.approved_on.date if view.facts.approved_on else date.min
