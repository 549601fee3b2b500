"""Make the feeds of the whole school: of all policies, and for each kind of reader."""

from collections.abc import Iterator
from dataclasses import replace

from policybook.model import Reader, addresses
from policybook.site.notices.change_feed import ChangeEvent, FeedMaker, FeedReader, list_events
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView


def feed(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the feed of the latest events, and one for each kind of reader."""
    make = FeedMaker(inputs.school, renderer)
    events = (event for _, _, event in _list_events(inputs))
    yield make.file(addresses.FEED, "", "policies", events)
    for reader in FeedReader:
        wanted = (
            replace(event, address=_address_for(reader, row, view))
            for row, view, event in _list_events(inputs, _SUMMARIES.get(reader))
            if _concerns(reader, view)
        )
        yield make.file(addresses.reader_feed(reader), reader, f"policies for {reader}", wanted)


def _list_events(
    inputs: SchoolInput, reader: Reader | None = None
) -> Iterator[tuple[PolicyRow, VersionView, ChangeEvent]]:
    for row in inputs.policies:
        for view in row.views:
            for event in list_events(view, inputs.school.contact, inputs.today, reader):
                yield row, view, event


#: The summary that these readers get first.
_SUMMARIES = {FeedReader.PARENTS: Reader.PARENTS, FeedReader.PUPILS: Reader.PUPILS}


def _concerns(reader: FeedReader, view: VersionView) -> bool:
    """Return whether a version concerns a reader: governors decide on every policy."""
    if reader is FeedReader.GOVERNORS:
        return True
    has_summary = any(link.reader is _SUMMARIES.get(reader) for link in view.summaries)
    words = {word for name in view.facts.applies_to for word in name.lower().split()}
    return has_summary or reader.value in words


def _address_for(reader: FeedReader, row: PolicyRow, view: VersionView) -> addresses.Address:
    """Return where a reader reads on: the summary for them, the governors' pack, or the text."""
    if reader is FeedReader.GOVERNORS:
        return row.packs.get(view.name, view.own_address)
    summary = _SUMMARIES.get(reader)
    links = [link for link in view.summaries if link.reader is summary and not link.language]
    if summary and links:
        return addresses.summary(view.policy, summary, view.name)
    return view.own_address
