"""Make the page on how to follow the policies: the latest changes, and the feeds."""

from collections.abc import Iterator
from typing import NamedTuple

from policybook.model import addresses
from policybook.site.lists.latest_changes import latest_changes
from policybook.site.lists.policy_groups import sort_by_title
from policybook.site.notices.change_feed import FeedReader
from policybook.site.render.renderer import Page, Renderer
from policybook.site.school_input import SchoolInput


class NamedFeed(NamedTuple):
    """A feed in the list. `id` is the anchor of its line."""

    id: str
    name: str
    address: addresses.Address


def get_updates(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page]:
    """Yield the page. It has the address of each feed in full, if the site's own is known."""
    yield renderer.page(
        addresses.UPDATES,
        "policy/get-updates.html",
        title="Get updates",
        description="How to hear of changes to the school’s policies.",
        changed=latest_changes(inputs),
        feeds=(
            NamedFeed("all", "All policies", addresses.FEED),
            *(
                NamedFeed(reader, f"For {reader}", addresses.reader_feed(reader))
                for reader in FeedReader
            ),
        ),
        policies=[
            NamedFeed(f"policy-{row.name}", row.shown.title, addresses.policy_feed(row.name))
            for row in sort_by_title(inputs.policies)
        ],
        whole=renderer.url if renderer.settings.url else None,
    )
