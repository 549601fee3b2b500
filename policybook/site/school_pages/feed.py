"""Make the Atom feed of changes (RFC 4287).

Entries are the opening of a consultation and its end, each approval, its coming into
force, each review without changes and each withdrawal. An entry appears on its day.
What it says depends on the dates alone, so a build on which nothing falls due makes the
same feed. The last part of an entry's id never changes. The approval of a minor version
is no entry: it corrects slips of the pen alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from policybook.model import ChangeSize, addresses, consultation, dates
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_identity import school_identity
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView
from policybook.text.xml_file import as_xml

_MOST = 50
#: The format needs a day even where nothing has happened yet.
_BEFORE_ALL = date(2000, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Event:
    on: date
    id: str
    title: str
    summary: str
    address: str


def feed(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the feed of the latest events."""
    past = (event for event in _events(inputs) if event.on <= inputs.today)
    events = sorted(past, reverse=True)[:_MOST]
    yield Asset(path=addresses.FEED, data=_atom(events, inputs, renderer))


def _events(inputs: SchoolInput) -> Iterator[_Event]:
    """Yield the events of every version, future ones too."""
    for view in inputs.views:
        yield from _list_consultation(view, inputs.school.contact)
        yield from _list_approval(view)
        yield from _list_later_decisions(view)


def _list_consultation(view: VersionView, contact: str) -> Iterator[_Event]:
    """Yield the opening of a consultation, and that it closes soon unless it is short."""
    opens = consultation.announcement_day(view.facts)
    closes = consultation.last_day(view.facts)
    notice = consultation.comments_notice(view.facts, closes or date.max, contact)
    if not opens or not notice:
        return
    until = f": comments by {dates.format_day(closes)}" if closes else ", open for comments"
    summary = " ".join((str(notice), *view.facts.changes))
    yield _make_event(view, opens, "consultation", f"proposed{until}", summary)
    reminder = consultation.reminder_day(view.facts)
    if closes and reminder:
        title = f"comments close on {dates.format_day(closes)}"
        yield _make_event(view, reminder, "consultation-closing", title, str(notice))


def _list_approval(view: VersionView) -> Iterator[_Event]:
    """Yield the approval, and the day from which the version binds if it is a later one."""
    approved, starts = view.facts.approved_on, view.facts.effective_from
    if not approved or view.facts.change is ChangeSize.MINOR:
        return
    words = " ".join(view.facts.changes) or (
        view.notice if view.removed else "The first version published here."
    )
    later = f"In force from {dates.format_day(starts)}." if starts and starts != approved else ""
    title = f"approved {dates.format_day(approved)}"
    yield _make_event(view, approved.date, "", title, f"{words} {later}".strip())
    if starts and view.begins and view.begins > approved.date:
        title = f"in force from {dates.format_day(starts)}"
        yield _make_event(view, view.begins, "in-force", title, words)


def _list_later_decisions(view: VersionView) -> Iterator[_Event]:
    """Yield the withdrawal and the reviews without changes."""
    withdrawn = view.facts.withdrawn_on
    if withdrawn:
        title = f"withdrawn {dates.format_day(withdrawn)}"
        yield _make_event(view, withdrawn.date, "withdrawn", title, view.notice)
    for number, review in enumerate(view.facts.reviews, 1):
        title = f"reviewed {dates.format_day(review.on)}"
        yield _make_event(view, review.on.date, f"review-{number}", title, review.outcome)


def _make_event(view: VersionView, on: date, kind: str, title: str, summary: str) -> _Event:
    """Return an event of one version. `kind` is empty for its approval."""
    return _Event(
        on=on,
        id=f"{view.policy}:{view.name}" + (f":{kind}" if kind else ""),
        title=f"{view.title}, {title}",
        summary=summary,
        address=view.own_address,
    )


def _atom(events: list[_Event], inputs: SchoolInput, renderer: Renderer) -> bytes:
    newest = events[0].on if events else _BEFORE_ALL
    feed = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _add(feed, "title", f"{inputs.school.name}: policies")
    identity = school_identity(inputs.school, renderer.settings.url)
    _add(feed, "id", f"urn:policybook:{identity}")
    _add(feed, "updated", _midnight(newest))
    _add(SubElement(feed, "author"), "name", inputs.school.name)
    SubElement(feed, "link", rel="self", href=_link(addresses.FEED, renderer))
    SubElement(feed, "link", href=_link("", renderer))
    for event in events:
        entry = SubElement(feed, "entry")
        _add(entry, "title", event.title)
        _add(entry, "id", f"urn:policybook:{identity}:{event.id}")
        _add(entry, "updated", _midnight(event.on))
        SubElement(entry, "link", href=_link(event.address, renderer))
        _add(entry, "summary", event.summary)
    return as_xml(feed)


def _link(address: str, renderer: Renderer) -> str:
    """Return the full address; or, while the site has none, the address beside the feed."""
    return renderer.url(address) if renderer.settings.url else quote(address) or "./"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
