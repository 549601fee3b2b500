"""Follow the chain of hashes through a record, and through records that were joined.

Each line names the hash of the line before. Two offices that approve at once each add lines
after the same line. A later line with `joined` names the ends of both parts, so that no line
of either is lost. This module must not know a policy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

NOTHING_BEFORE = "0" * 64


class ChainFault(StrEnum):
    """How a chain can break."""

    BROKEN = "broken"  # the line before is missing or different
    APART = "apart"  # the line starts a second part, which no later line joins


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """What a line says of the chain. `joined` is the end of the second part, if it joins two."""

    previous: str
    hash: str
    joined: str = ""


def find_breaks(links: Sequence[ChainLink | None]) -> dict[int, ChainFault]:
    """Return the places, from 0, where the chain breaks. A line that is None cannot be read."""
    breaks: dict[int, ChainFault] = {}
    hashes = {NOTHING_BEFORE}
    starts: dict[str, int] = {}  # where the part began whose end has this hash
    last: str | None = NOTHING_BEFORE
    for place, link in enumerate(links):
        if link is None:
            last = None
            continue
        if link.joined:
            if link.previous in starts and link.joined in starts and link.previous != link.joined:
                start = min(starts.pop(link.previous), starts.pop(link.joined))
            else:
                breaks[place], start = ChainFault.BROKEN, 0
        elif link.previous in starts:
            start = starts.pop(link.previous)
        elif last in (None, link.previous):
            start = 0
        elif link.previous in hashes:
            start = place
        else:
            breaks[place], start = ChainFault.BROKEN, 0
        if place in breaks or last is None:
            starts.clear()
        starts[link.hash] = start if place not in breaks else 0
        hashes.add(link.hash)
        last = link.hash
    apart = {start: ChainFault.APART for start in starts.values() if start and start not in breaks}
    return dict(sorted({**breaks, **apart}.items()))


def count_lines_up_to(links: Sequence[ChainLink], end: str) -> int:
    """Return how many lines the line with the hash `end` follows from, itself included.

    Return 0 if no line has that hash.
    """
    by_hash: Mapping[str, ChainLink] = {link.hash: link for link in links}
    waiting, reached = [end], set[str]()
    while waiting:
        link = by_hash.get(waiting.pop())
        if link and link.hash not in reached:
            reached.add(link.hash)
            waiting += filter(None, (link.previous, link.joined))
    return len(reached)
