"""Turn review dates into a calendar (RFC 5545) with an event for each review."""

from collections.abc import Iterator
from datetime import date

from policybook.model import ReviewState, addresses, dates
from policybook.site.render.renderer import Renderer
from policybook.site.school_identity import school_identity
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

#: Octets (RFC 5545, 3.1).
_LONGEST_LINE = 75


def review_calendar(inputs: SchoolInput, renderer: Renderer) -> bytes:
    """Return an all-day event for each policy in force, with a reminder 30 days before.

    The event is on the last day for the review, and its words name that day, because
    the reminder shows them too. An overdue review is an event of today.
    """
    identity = school_identity(inputs.school, renderer.settings.url)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Policybook//Review register//EN",
        f"X-WR-CALNAME:{_escape_text(inputs.school.name)}: policy reviews",
    ]
    for row in inputs.register:
        if row.current:
            url = renderer.url(addresses.policy(row.name))
            lines += _event(row.current, inputs.today, url, identity)
    return ("\r\n".join(map(_fold_line, [*lines, "END:VCALENDAR"])) + "\r\n").encode()


def _event(view: VersionView, today: date, url: str, identity: str) -> Iterator[str]:
    overdue = view.review_state is ReviewState.OVERDUE
    day = today if overdue else view.review_last_day
    late = dates.format_day(dates.day_after(view.review_last_day))
    when = f"overdue since {late}" if overdue else f"by {dates.format_day(day)}"
    title = f"Review {when}: {_escape_text(view.title)}"
    owner = f"Version {view.name}. Owner: {view.facts.owner}. {url}"
    yield "BEGIN:VEVENT"
    yield f"UID:{view.policy}-{view.name}@{identity}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"SUMMARY:{title}"
    yield f"DESCRIPTION:{_escape_text(owner)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{title}"
    yield "TRIGGER:PT9H" if overdue else "TRIGGER:-P30D"
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
