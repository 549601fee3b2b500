"""Make the home page: every policy once, in the school's groups, and the latest changes."""

from collections.abc import Iterator
from typing import NamedTuple

from policybook.model import addresses, spans
from policybook.model.consultation import CommentsNotice
from policybook.site import dated
from policybook.site.lists.common_situations import common_situations
from policybook.site.lists.latest_changes import latest_changes
from policybook.site.lists.page_links import READERS
from policybook.site.lists.policy_lines import LONG_LIST, line_groups, list_letters
from policybook.site.policy_row import RowStatus
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput


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
        changed=latest_changes(inputs),
        situations=common_situations(inputs),
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
    address: addresses.Address
    redline: str
    comments: CommentsNotice | None
    when: dated.When


def _open_for_comment(inputs: SchoolInput) -> Iterator[OpenText]:
    """Yield each proposed text with the days on which the page shows it."""
    for row in inputs.register:
        for text, when in dated.by_value(spans.regroup(row.days, _proposal)):
            if text:
                yield text._replace(when=when)
        for comments, when in dated.by_value(row.comments):
            if comments:
                yield OpenText(row.shown.title, row.shown.own_address, "", comments, when)


_NO_DAYS = dated.When((), False)


def _proposal(status: RowStatus) -> OpenText | None:
    link = status.proposal
    if link is None:
        return None
    return OpenText(link.title, link.address, link.redline, link.comments, _NO_DAYS)
