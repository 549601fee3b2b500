"""Write Atom feeds of changes (RFC 4287), from the events of versions.

Events are the opening of a consultation and its end, each approval, its coming into
force, each review without changes and each withdrawal. An event appears on its day.
What it says depends on the dates alone, so a build on which nothing falls due makes the
same feed. The last part of an entry's id never changes. The approval of a minor version
is no event: it corrects slips of the pen alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from policybook.analysis.open_points import is_open_point
from policybook.model import ChangeSize, Reader, School, consultation, dates
from policybook.model.addresses import Address
from policybook.site.notices.school_identity import school_identity
from policybook.site.render.renderer import Asset, Renderer
from policybook.site.version_view import VersionView
from policybook.text.xml_file import as_xml

_MOST = 50
#: The format needs a day even where nothing has happened yet.
_BEFORE_ALL = date(2000, 1, 1)


class FeedReader(StrEnum):
    """Whom a feed is for."""

    PARENTS = "parents"
    PUPILS = "pupils"
    STAFF = "staff"
    GOVERNORS = "governors"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ChangeEvent:
    """Something that happened to a version on a day. `id` is its lasting name."""

    on: date
    id: str
    title: str
    summary: str
    address: str


def list_events(
    view: VersionView, contact: str, today: date, reader: Reader | None = None
) -> Iterator[ChangeEvent]:
    """Yield the events of a version up to today. Comments go to `contact` if it says no other.

    What changed is in the words of the summary for `reader`. If it says nothing, the first
    sentence of the version does. Without a reader, all its sentences do. No open point is among
    them.
    """
    changes = " ".join(_list_changes(view, reader))
    every = (
        *_list_consultation(view, contact, changes),
        *_list_approval(view, changes),
        *_list_later_decisions(view),
    )
    yield from (event for event in every if event.on <= today)


def _list_changes(view: VersionView, reader: Reader | None) -> Sequence[str]:
    every = _without_open_points(view.facts.changes)
    if reader is None:
        return every
    summaries = (s for s in view.summaries if s.reader is reader and not s.language)
    return _without_open_points(next((s.changes for s in summaries), ())) or every[:1]


def _without_open_points(sentences: Sequence[str]) -> Sequence[str]:
    return [sentence for sentence in sentences if not is_open_point(sentence)]


def _list_consultation(view: VersionView, contact: str, changes: str) -> Iterator[ChangeEvent]:
    """Yield the opening of a consultation, and that it closes soon unless it is short."""
    opens = consultation.announcement_day(view.facts)
    closes = consultation.last_day(view.facts)
    notice = consultation.comments_notice(view.facts, closes or date.max, contact)
    if not opens or not notice:
        return
    until = f": comments by {dates.format_day(closes)}" if closes else ", open for comments"
    summary = f"{notice} {changes}".strip()
    yield _make_event(view, opens, "consultation", f"proposed{until}", summary)
    reminder = consultation.reminder_day(view.facts)
    if closes and reminder:
        title = f"comments close on {dates.format_day(closes)}"
        yield _make_event(view, reminder, "consultation-closing", title, str(notice))


def _list_approval(view: VersionView, changes: str) -> Iterator[ChangeEvent]:
    """Yield the approval, and the day from which the version binds if it is a later one."""
    approved, starts = view.facts.approved_on, view.facts.effective_from
    if not approved or view.facts.change is ChangeSize.MINOR:
        return
    first = view.notice if view.removed else "The first version published here."
    words = changes if view.facts.changes else first
    later = f"In force from {dates.format_day(starts)}." if starts and starts != approved else ""
    title = f"approved {dates.format_day(approved)}"
    yield _make_event(view, approved.date, "", title, f"{words} {later}".strip())
    if starts and view.begins and view.begins > approved.date:
        title = f"in force from {dates.format_day(starts)}"
        yield _make_event(view, view.begins, "in-force", title, words)


def _list_later_decisions(view: VersionView) -> Iterator[ChangeEvent]:
    """Yield the withdrawal and the reviews without changes."""
    withdrawn = view.facts.withdrawn_on
    if withdrawn:
        title = f"withdrawn {dates.format_day(withdrawn)}"
        yield _make_event(view, withdrawn.date, "withdrawn", title, view.notice)
    for number, review in enumerate(view.facts.reviews, 1):
        title = f"reviewed {dates.format_day(review.on)}"
        yield _make_event(view, review.on.date, f"review-{number}", title, review.outcome)


def _make_event(view: VersionView, on: date, kind: str, title: str, summary: str) -> ChangeEvent:
    """Return an event of one version. `kind` is empty for its approval."""
    return ChangeEvent(
        on=on,
        id=f"{view.policy}:{view.name}" + (f":{kind}" if kind else ""),
        title=f"{view.title}, {title}",
        summary=summary,
        address=view.own_address,
    )


class FeedMaker:
    """Write feeds of one school."""

    def __init__(self, school: School, renderer: Renderer) -> None:
        self._school, self._renderer = school.name, renderer
        self._identity = school_identity(school, renderer.settings.url)

    def file(self, address: Address, name: str, title: str, events: Iterable[ChangeEvent]) -> Asset:
        """Return a feed of the latest events. `name` makes its id differ from other feeds'."""
        latest = sorted(events, reverse=True)[:_MOST]
        feed = Element("feed", xmlns="http://www.w3.org/2005/Atom")
        _add(feed, "title", f"{self._school}: {title}")
        _add(feed, "id", f"urn:policybook:{self._identity}" + (f":feed:{name}" if name else ""))
        _add(feed, "updated", _midnight(latest[0].on if latest else _BEFORE_ALL))
        _add(SubElement(feed, "author"), "name", self._school)
        SubElement(feed, "link", rel="self", href=self._link(address, address))
        SubElement(feed, "link", href=self._link("", address))
        for event in latest:
            entry = SubElement(feed, "entry")
            _add(entry, "title", event.title)
            _add(entry, "id", f"urn:policybook:{self._identity}:{event.id}")
            _add(entry, "updated", _midnight(event.on))
            SubElement(entry, "link", href=self._link(event.address, address))
            _add(entry, "summary", event.summary)
        return Asset(path=address, data=as_xml(feed))

    def _link(self, target: str, feed: Address) -> str:
        """Return the full address; or, while the site has none, the way there from the feed."""
        if self._renderer.settings.url:
            return self._renderer.url(target)
        return "../" * feed.count("/") + quote(target) or "./"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
