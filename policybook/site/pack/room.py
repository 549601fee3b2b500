"""Share the room on the first sheets of a pack among its lists.

The open points are whole, however many there are. Each other list has a share of the
rest. What a list leaves over goes to the others, in order. The measure is lines of print,
counted from the characters: generous, so that wider letters still fit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from policybook.site.pdf.inlines import Piece

#: Lines on four sheets that the lists may fill. The rest is for the decision and headings.
LINES = 122.0
#: More lines, which fit where the entries are short. The largest that fits is taken.
MORE_LINES = (400.0, 160.0, 138.0, 128.0)
#: Characters on a line of a list, and lines between two entries.
_CHARACTERS, _GAP = 76, 0.4
#: The list that is always whole: governors must see every open point before they decide.
WHOLE = "questions"
#: The share of each other list in what that one leaves, in hundredths.
SHARES = {
    "removed": 26,
    "summary": 28,
    "story": 24,
    "affected": 14,
    "law": 4,
    "reviews": 4,
}

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
    used = {name: _fill(lists[name], lines * share / 100) for name, share in SHARES.items()}
    spare = lines - sum(_height(lists[name][:count]) for name, count in used.items())
    for name in SHARES:
        rest = lists[name][used[name] :]
        more = _fill(rest, spare)
        spare -= _height(rest[:more])
        used[name] += more
    used[WHOLE] = len(lists[WHOLE])
    return {
        name: FittedList(shown=tuple(lists[name][:count]), rest=tuple(lists[name][count:]))
        for name, count in used.items()
    }


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
