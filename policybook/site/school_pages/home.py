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
        proposed=list(_group_proposed(list(_list_proposed(inputs)))),
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


class ProposedText(NamedTuple):
    """A proposed text: its address, that of its changes, and what it says of comments."""

    title: str
    address: addresses.Address
    redline: str
    comments: CommentsNotice | None
    when: dated.When


class ProposedTexts(NamedTuple):
    """Proposed texts under a heading. `id` is its anchor. `filled` are the days with any text."""

    id: str
    heading: str
    texts: list[ProposedText]
    filled: dated.When


def _group_proposed(texts: list[ProposedText]) -> Iterator[ProposedTexts]:
    """Yield the texts that are open for comment, and those that are not yet, or no longer."""
    for is_open, name, heading in (
        (True, "open", "Open for comment"),
        (False, "proposed", "Proposed, not open for comment"),
    ):
        group = [text for text in texts if bool(text.comments and text.comments.is_open) is is_open]
        if group:
            yield ProposedTexts(name, heading, group, dated.join(text.when for text in group))


def _list_proposed(inputs: SchoolInput) -> Iterator[ProposedText]:
    """Yield each proposed text with the days on which the page shows it."""
    for row in inputs.register:
        for text, when in dated.by_value(spans.regroup(row.days, _proposal)):
            if text:
                yield text._replace(when=when)
        for comments, when in dated.by_value(row.comments):
            if comments:
                yield ProposedText(row.shown.title, row.shown.own_address, "", comments, when)


_NO_DAYS = dated.When((), False)


def _proposal(status: RowStatus) -> ProposedText | None:
    link = status.proposal
    if link is None:
        return None
    return ProposedText(link.title, link.address, link.redline, link.comments, _NO_DAYS)
