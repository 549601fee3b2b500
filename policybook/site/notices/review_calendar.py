"""Turn the dates of policies into a calendar (RFC 5545): reviews, coming versions, consultations.

A review has two events: its last day, and a reminder in term. Every event names its day,
so that it is true whenever people read it. The time stamp of an event is the day of the
decision behind it, and an identifier never changes. So a build on which nothing falls
due makes the same calendar.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policybook.model import Standing, addresses, consultation, dates, terms
from policybook.site.notices.school_identity import school_identity
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Renderer
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

#: Octets (RFC 5545, 3.1).
_LONGEST_LINE = 75
_NINE_O_CLOCK = "PT9H"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """An event of a whole day.

    `key` is the end of its identifier. `decided` is the day of the decision from which
    it follows. A reminder rings at nine o'clock.
    """

    key: str
    day: date
    decided: date
    title: str
    details: str
    is_reminder: bool = False


def review_calendar(inputs: SchoolInput, renderer: Renderer) -> bytes:
    """Return the calendar, with the events of each policy in the order of the register."""
    identity = school_identity(inputs.school, renderer.settings.url)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Policybook//Review register//EN",
        f"X-WR-CALNAME:{_escape_text(inputs.school.name)}: policy dates",
    ]
    for row in inputs.register:
        for event in _list_events(row, inputs, renderer):
            lines += _format_event(event, identity)
    return ("\r\n".join(map(_fold_line, [*lines, "END:VCALENDAR"])) + "\r\n").encode()


def _list_events(
    row: PolicyRow, inputs: SchoolInput, renderer: Renderer
) -> Iterator[CalendarEvent]:
    """Yield the events of the versions in force, upcoming or out for consultation."""
    for view in row.views:
        if view.begins and view.standing in (Standing.IN_FORCE, Standing.UPCOMING):
            url = renderer.url(addresses.policy(row.name))
            if not _is_replaced(row, view.begins, view.review_last_day):
                yield from _list_review(view, inputs, url)
            yield from _list_start(view, view.begins, renderer)
        elif view.standing is Standing.CONSULTATION:
            yield from _list_consultation(view, inputs, renderer)


def _is_replaced(row: PolicyRow, begins: date, day: date) -> bool:
    """Return whether a later version replaces the one that `begins` on a day, by `day`."""
    return any(view.begins and begins < view.begins <= day for view in row.views)


def _list_review(view: VersionView, inputs: SchoolInput, url: str) -> Iterator[CalendarEvent]:
    """Yield the last day of a review, and its reminder in term."""
    last_day, school, key = view.review_last_day, inputs.school, f"{view.policy}-{view.name}"
    title = f"Review by {dates.format_day(last_day)}: {view.title}"
    details = f"Version {view.name}. Owner: {view.facts.owner}. {url}"
    decided = max(
        view.facts.approved_on.date if view.facts.approved_on else date.min,
        *(review.on.date for review in view.facts.reviews if review.on.date <= inputs.today),
        date.min,
    )
    yield CalendarEvent(key=key, day=last_day, decided=decided, title=title, details=details)
    yield CalendarEvent(
        key=f"{key}-reminder",
        day=terms.reminder_day(last_day, school.review_warning_days, school.terms),
        decided=decided,
        title=f"{title} (reminder)",
        details=details,
        is_reminder=True,
    )


def _list_start(view: VersionView, begins: date, renderer: Renderer) -> Iterator[CalendarEvent]:
    """Yield the day on which a version comes into force, if that is after its approval."""
    approved = view.facts.approved_on
    if approved and begins > approved.date:
        yield CalendarEvent(
            key=f"{view.policy}-{view.name}-in-force",
            day=begins,
            decided=approved.date,
            title=f"In force from {dates.format_day(begins)}: {view.title}",
            details=f"Version {view.name}. {renderer.url(view.own_address)}",
        )


def _list_consultation(
    view: VersionView, inputs: SchoolInput, renderer: Renderer
) -> Iterator[CalendarEvent]:
    """Yield the last day for comments on a proposed text."""
    closes, opens = consultation.last_day(view.facts), consultation.announcement_day(view.facts)
    if closes and opens:
        notice = consultation.comments_notice(view.facts, closes, inputs.school.contact)
        yield CalendarEvent(
            key=f"{view.policy}-{view.name}-consultation",
            day=closes,
            decided=opens,
            title=f"Comments close on {dates.format_day(closes)}: {view.title}",
            details=f"{notice} {renderer.url(view.own_address)}",
        )


def _format_event(event: CalendarEvent, identity: str) -> Iterator[str]:
    title = _escape_text(event.title)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.key}@{identity}"
    yield f"DTSTAMP:{event.decided:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{title}"
    yield f"DESCRIPTION:{_escape_text(event.details)}"
    yield "TRANSP:TRANSPARENT"
    if event.is_reminder:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{title}"
        yield f"TRIGGER:{_NINE_O_CLOCK}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _escape_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold_line(line: str) -> str:
    """Return a line in parts of at most 75 octets. A space starts each part but the first."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > (_LONGEST_LINE if len(parts) == 1 else _LONGEST_LINE - 1):
            parts.append("")
            size = 0
        parts[-1] += character
        size += octets
    return "\r\n ".join(parts)
