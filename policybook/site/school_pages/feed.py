"""Make the Atom feed of changes (RFC 4287).

Each approval, each review without changes and each withdrawal is an entry. A minor version
has none: it corrects slips of the pen alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from policybook.model import ChangeSize, addresses, dates
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_identity import school_identity
from policybook.site.school_input import SchoolInput
from policybook.text.xml_file import as_xml

_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Event:
    on: date
    id: str
    title: str
    summary: str
    address: str


def feed(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the feed of the latest events."""
    events = sorted(_events(inputs), reverse=True)[:_MOST]
    yield Asset(path=addresses.FEED, data=_atom(events, inputs, renderer))


def _events(inputs: SchoolInput) -> Iterator[_Event]:
    for view in inputs.views:
        facts, name = view.facts, f"{view.policy}:{view.name}"
        is_minor = facts.change is ChangeSize.MINOR
        if facts.approved_on and facts.approved_on.date <= inputs.today and not is_minor:
            words = " ".join(facts.changes) or (
                view.notice if view.removed else "The first version published here."
            )
            yield _Event(
                on=facts.approved_on.date,
                id=name,
                address=view.own_address,
                summary=words,
                title=f"{view.title}, approved {dates.format_day(facts.approved_on)}",
            )
        if facts.withdrawn_on and facts.withdrawn_on.date <= inputs.today:
            yield _Event(
                on=facts.withdrawn_on.date,
                id=f"{name}:withdrawn",
                address=view.own_address,
                summary=view.notice,
                title=f"{view.title}, withdrawn {dates.format_day(facts.withdrawn_on)}",
            )
        for number, review in enumerate(facts.reviews, 1):
            if review.on.date <= inputs.today:
                yield _Event(
                    on=review.on.date,
                    id=f"{name}:review-{number}",
                    address=view.own_address,
                    summary=review.outcome,
                    title=f"{view.title}, reviewed {dates.format_day(review.on)}",
                )


def _atom(events: list[_Event], inputs: SchoolInput, renderer: Renderer) -> bytes:
    newest = events[0].on if events else inputs.today
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
