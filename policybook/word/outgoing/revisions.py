"""Number the tracked changes of a file, each with its author and day."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import count

from policybook.model import Version, dates, timeline
from policybook.word.outgoing.xml_parts import Element, get_attribute, make


class Track(StrEnum):
    """How Word tracks something. The value is the name of its element."""

    NONE = ""
    ADDED = "w:ins"
    REMOVED = "w:del"
    MOVED_HERE = "w:moveTo"
    MOVED_AWAY = "w:moveFrom"


#: What is in the old text only, and goes if a reader accepts all changes.
OLD_ONLY = frozenset({Track.REMOVED, Track.MOVED_AWAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisions:
    """Makes the elements of tracked changes. No two have the same id."""

    author: str
    day: date
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def mark(self, element: str, *inside: Element, **more: str) -> Element:
        """Return an element of a change, such as `w:ins`, with the next id."""
        facts = {
            "w:id": str(next(self._ids)),
            "w:author": self.author,
            "w:date": f"{self.day.isoformat()}T00:00:00Z",
            **{f"w:{key}": value for key, value in more.items()},
        }
        return make(element, facts, *inside)

    def move_range(self, track: Track, name: str) -> tuple[Element, Element]:
        """Return the start and the end of one half of the move `name`."""
        start = self.mark(f"{track}RangeStart", name=name)
        return start, make(f"{track}RangeEnd", {"w:id": get_attribute(start, "w:id")})


def changed_on(version: Version) -> date:
    """Return the day of a version's changes: of its approval, else of its name.

    A name that is no day gives the first day of the academic year before its review.
    """
    approved = version.facts.approved_on or timeline.start_day(version)
    named = approved or dates.read_day(version.name)
    return named.date if named else date(version.facts.review_year.start, 9, 1)
