"""Make the feed of one policy."""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.site.notices.change_feed import FeedMaker, list_events
from policybook.site.policy_input import PolicyInput
from policybook.site.render.renderer import Asset, Page, Renderer


def policy_feed(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the feed of the policy's latest events."""
    name, contact = inputs.policy.name, inputs.school.contact
    events = (event for view in inputs.views for event in list_events(view, contact, inputs.today))
    title = (inputs.current or inputs.views[-1]).title
    make = FeedMaker(inputs.school, renderer)
    yield make.file(addresses.policy_feed(name), name, title, events)
