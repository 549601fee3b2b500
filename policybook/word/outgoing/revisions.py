"""Number the tracked changes of a file, each with its author and day."""

from datetime import date
from enum import StrEnum
from itertools import count

from policybook.word.outgoing.xml_parts import Element, make, quote


class Track(StrEnum):
    """How Word tracks something. The value is the name of its element."""

    NONE = ""
    ADDED = "w:ins"
    REMOVED = "w:del"
    MOVED_HERE = "w:moveTo"
    MOVED_AWAY = "w:moveFrom"


#: What is in the old text only, and goes if a reader accepts all changes.
OLD_ONLY = frozenset({Track.REMOVED, Track.MOVED_AWAY})


class Revisions:
    """Makes the elements of tracked changes. No two have the same id."""

    def __init__(self, *, author: str, day: date) -> None:
        self._ids = count(1)
        self._who = f' w:author="{quote(author)}" w:date="{day.isoformat()}T00:00:00Z"'

    def mark(self, name: str, *inside: Element) -> Element:
        """Return an element of a change, such as `w:ins`, with the next id."""
        start = f'<{name} w:id="{next(self._ids)}"{self._who}'
        return Element(f"{start}>{''.join(inside)}</{name}>" if inside else f"{start}/>")

    def move_range(self, track: Track, name: str) -> tuple[Element, Element]:
        """Return the start and the end of one half of the move `name`."""
        number = next(self._ids)
        start = f'<{track}RangeStart w:id="{number}"{self._who} w:name="{name}"/>'
        return Element(start), make(f"{track}RangeEnd", {"w:id": str(number)})
