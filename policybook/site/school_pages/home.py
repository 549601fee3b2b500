"""Make the home page: every policy once, in the school's groups, and the latest changes."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from policybook.model import ChangeSize, addresses, spans
from policybook.model.addresses import Address
from policybook.model.consultation import CommentsNotice
from policybook.site import dated
from policybook.site.dated import When
from policybook.site.policy_lines import LONG_LIST, line_groups, list_letters
from policybook.site.policy_row import RowStatus
from policybook.site.reader_links import READERS
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

_LATEST = 5


def home(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the home page, and the page for an address that does not exist."""
    groups = line_groups(inputs.policies, inputs.school.groups)
    is_long = len(inputs.policies) >= LONG_LIST
    yield renderer.page(
        addresses.HOME,
        "policy/home.html",
        title="Policies",
        description=f"The policies of {inputs.school.name}.",
        groups=groups,
        letters=list_letters(groups) if is_long else [],
        readers=READERS,
        open_for_comment=list(_open_for_comment(inputs)),
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


class OpenText(NamedTuple):
    """A proposed text that people may comment on: its address, and that of its changes."""

    title: str
    address: Address
    redline: str
    comments: CommentsNotice | None
    when: When


def _open_for_comment(inputs: SchoolInput) -> Iterator[OpenText]:
    """Yield each proposed text with the days on which the page shows it."""
    for row in inputs.register:
        for text, when in dated.by_value(spans.regroup(row.days, _proposal)):
            if text:
                yield text._replace(when=when)
        for comments, when in dated.by_value(row.comments):
            if comments:
                yield OpenText(row.shown.title, row.shown.own_address, "", comments, when)


_NO_DAYS = When((), False)


def _proposal(status: RowStatus) -> OpenText | None:
    link = status.proposal
    if link is None:
        return None
    return OpenText(link.title, link.address, link.redline, link.comments, _NO_DAYS)


def _latest_changes(inputs: SchoolInput) -> list[VersionView]:
    """Return the versions approved up to today, newest first, without minor ones."""
    major = [view for view in inputs.views if view.facts.change is not ChangeSize.MINOR]
    decided = [view for view in major if view.facts.approved_on]
    decided = [view for view in decided if _approval_day(view) <= inputs.today]
    return sorted(decided, key=lambda view: (_approval_day(view), view.title), reverse=True)


def _approval_day(view: VersionView) -> date:
    return view.facts.approved_on.date if view.facts.approved_on else date.min
