"""Find the links and pictures that lead elsewhere: the addresses on both sides of runs.

Two links are one if they share words. Links that share none are one if they have the same
address. Knows no clauses.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policybook.meaning.effects.weight_values import replaced
from policybook.meaning.types import Matter, Weight
from policybook.model import Mark
from policybook.redline.types import Piece, Run, RunKind


class AddressChange(NamedTuple):
    """A link or picture with another address. Without a link on one side, that one is empty.

    `after` is the place of its last words: the run, and the piece on that side. `alone`
    says that its words are in one version only.
    """

    old: str
    new: str
    after: tuple[int, int]
    alone: bool
    is_picture: bool = False


class _Stretch:
    """Neighbouring words of one side with the same address, and the links that share them."""

    __slots__ = ("address", "is_picture", "last", "partners", "words")

    def __init__(self, address: str, is_picture: bool) -> None:
        self.address, self.is_picture = address, is_picture
        self.words, self.last = "", (0, 0)
        self.partners: list[_Stretch | None] = []


def address_of(piece: Piece) -> str:
    """Return where the words of a piece lead, or the address of a picture; empty if nowhere."""
    if piece.mark is Mark.IMAGE:
        return piece.target
    return next((wrap.target for wrap in piece.wraps if wrap.mark is Mark.LINK), "")


def read_addresses(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """Return the words and the address of each link and picture, in order."""
    result: list[tuple[str, str]] = []
    before = ""
    for piece in pieces:
        address = address_of(piece)
        if address and address == before:
            result[-1] = (result[-1][0] + piece.text, address)
        elif address:
            result.append((piece.text, address))
        before = address
    return result


def changed_addresses(runs: Sequence[Run]) -> list[AddressChange]:
    """Return the links and pictures whose addresses differ, in the order of the runs.

    A link of words that show their address is left out if the words themselves changed.
    """
    if not _may_differ(runs):
        return []
    olds, news = _pair_stretches(runs)
    _match_alone(olds, news)
    changes = [*_removed_or_replaced(olds), *_added(news)]
    return sorted(changes, key=lambda change: change.after)


def link_weights(runs: Sequence[Run]) -> Iterator[Weight]:
    """Yield a weight for each changed address in words of a clause that is in both versions."""
    for change in changed_addresses(runs):
        yield replaced(Matter.LINK, change.old, change.new)


def _may_differ(runs: Sequence[Run]) -> bool:
    """Return whether any run has an address that it does not have on its other side."""
    for kind, old, new, _, _ in runs:
        if kind is RunKind.EQUAL and old == new:
            continue
        for piece in (*old, *new):
            if piece.wraps or piece.mark is Mark.IMAGE:
                return True
    return False


def _pair_stretches(runs: Sequence[Run]) -> tuple[list[_Stretch], list[_Stretch]]:
    """Return the links of the old and of the new side, each with those that share its words."""
    sides: tuple[list[_Stretch], list[_Stretch]] = ([], [])
    open_links: list[_Stretch | None] = [None, None]
    for place, run in enumerate(runs):
        spans: list[list[tuple[int, int, _Stretch | None]]] = []
        for side, pieces in enumerate((run.old, run.new)):
            spans.append(_read_spans(pieces, place, sides, open_links, side))
        if run.old and run.new:
            for start, end, was in spans[0]:
                for begin, stop, now in spans[1]:
                    if start < stop and begin < end:
                        _make_partners(was, now)
    return sides


def _read_spans(
    pieces: Sequence[Piece],
    place: int,
    sides: tuple[list[_Stretch], list[_Stretch]],
    open_links: list[_Stretch | None],
    side: int,
) -> list[tuple[int, int, _Stretch | None]]:
    """Return the parts of one side of a run: start, end and the link that they belong to."""
    spans: list[tuple[int, int, _Stretch | None]] = []
    start = 0
    for index, piece in enumerate(pieces):
        address, link = address_of(piece), open_links[side]
        if not address:
            link = None
        elif link is None or link.address != address:
            link = _Stretch(address, piece.mark is Mark.IMAGE)
            sides[side].append(link)
        if link:
            link.words, link.last = link.words + piece.text, (place, index)
        open_links[side] = link
        spans.append((start, start + len(piece.text), link))
        start += len(piece.text)
    return spans


def _make_partners(was: _Stretch | None, now: _Stretch | None) -> None:
    if was and now not in was.partners:
        was.partners.append(now)
    if now and was not in now.partners:
        now.partners.append(was)


def _match_alone(olds: Sequence[_Stretch], news: Sequence[_Stretch]) -> None:
    """Make partners of links that share no words with a link, but have the same address."""
    free = [link for link in news if not any(link.partners)]
    for was in olds:
        if any(was.partners):
            continue
        now = next((link for link in free if link.address == was.address), None)
        if now:
            free.remove(now)
            _make_partners(was, now)


def _removed_or_replaced(olds: Sequence[_Stretch]) -> Iterator[AddressChange]:
    """Yield the links of the old side that have another address, or none."""
    for was in olds:
        partners = [link for link in was.partners if link]
        for now in partners:
            if now.address != was.address and not (_is_bare(was) and _is_bare(now)):
                last = max(was.last, now.last)
                yield AddressChange(was.address, now.address, last, False, was.is_picture)
        if not partners and not (_is_bare(was) and not was.partners):
            yield AddressChange(was.address, "", was.last, not was.partners, was.is_picture)


def _added(news: Sequence[_Stretch]) -> Iterator[AddressChange]:
    """Yield the links that only the new side has."""
    for now in news:
        if not any(now.partners) and not (_is_bare(now) and not now.partners):
            yield AddressChange("", now.address, now.last, not now.partners, now.is_picture)


def _is_bare(link: _Stretch) -> bool:
    """Return whether the words of a link are its address: `www.gov.uk`, or a role."""
    words = link.words.strip().casefold().rstrip("/")
    address = link.address.casefold().rstrip("/")
    spellings = (address, address.partition("://")[2], address.partition(":")[2])
    return bool(words) and words in spellings
