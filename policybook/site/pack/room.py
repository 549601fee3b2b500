"""Share the room on the first sheets of a pack among its lists.

The open points are whole, however many there are. Then come the school's summary, what to
look at, what was taken out and who is affected: each has a share of the rest. The other
lists have what these leave over. What a list leaves over goes to the others of its kind, in
order. The measure is lines of print, counted from the characters: generous, so that wider
letters still fit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from policybook.site.pdf.inlines import Piece

#: Lines on four sheets that the lists may fill. The rest is for the decision and headings.
LINES = 112.0
#: More lines, which fit where the entries are short. The largest that fits is taken.
MORE_LINES = (400.0, 160.0, 144.0, 134.0, 126.0, 119.0)
#: Characters on a line of a list, and lines between two entries.
_CHARACTERS, _GAP = 70, 0.1
#: The list that is always whole: governors must see every open point before they decide.
WHOLE = "questions"
#: The share of each list that governors decide from in what that one leaves, in hundredths.
FIRST_SHARES = {"summary": 35, "story": 45, "removed": 11, "affected": 9}
#: Quotations are shortened until these are whole. Of the others, the weightiest entries are shown.
_NEEDED = ("summary", "story")
#: The share of each other list in what those leave.
LATER_SHARES = {"law": 50, "reviews": 50}

PackLine = Sequence[Piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedList:
    """The entries of a list that fit, and the rest of them."""

    shown: tuple[PackLine, ...]
    rest: tuple[PackLine, ...]


def share_out(
    lists: Mapping[str, Sequence[PackLine]], lines_in_all: float = LINES
) -> dict[str, FittedList]:
    """Return of each list as many entries as fit on so many lines, from its first on."""
    lines = max(lines_in_all - _height(lists[WHOLE]), 0)
    used = _divide_lines(lists, FIRST_SHARES, lines)
    lines -= sum(_height(lists[name][:count]) for name, count in used.items())
    used |= _divide_lines(lists, LATER_SHARES, lines)
    used[WHOLE] = len(lists[WHOLE])
    return {
        name: FittedList(shown=tuple(lists[name][:count]), rest=tuple(lists[name][count:]))
        for name, count in used.items()
    }


def has_whole_lists(fitted: Mapping[str, FittedList]) -> bool:
    """Return whether all of the summary and of what to look at fits."""
    return not any(fitted[name].rest for name in _NEEDED)


def _divide_lines(
    lists: Mapping[str, Sequence[PackLine]], shares: Mapping[str, int], lines: float
) -> dict[str, int]:
    """Return how many entries of each list fit on so many lines."""
    used = {name: _fill(lists[name], lines * share / 100) for name, share in shares.items()}
    spare = lines - sum(_height(lists[name][:count]) for name, count in used.items())
    for name in shares:
        rest = lists[name][used[name] :]
        more = _fill(rest, spare)
        spare -= _height(rest[:more])
        used[name] += more
    return used


def _fill(entries: Sequence[PackLine], lines: float) -> int:
    """Return how many of the first entries fit on so many lines."""
    for count, entry in enumerate(entries):
        lines -= _height([entry])
        if lines < 0:
            return count
    return len(entries)


def _height(entries: Sequence[PackLine]) -> float:
    return sum(ceil(_length(entry) / _CHARACTERS) + _GAP for entry in entries)


def _length(pieces: Sequence[object]) -> int:
    """Return the number of characters in some pieces, with those inside marks."""
    return sum(
        len(piece) if isinstance(piece, str) else _length(_inside(piece)) for piece in pieces
    )


def _inside(piece: object) -> Sequence[object]:
    if not isinstance(piece, dict):
        return ()
    inside = piece.get("pieces") or piece.get("parts") or ()
    return inside if isinstance(inside, list) else ()
