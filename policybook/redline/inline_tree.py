"""Turn runs into a tree of marks: `<ins>` and `<del>` go inside the innermost mark.

The addresses of changed links are in the tree, after their words.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from policybook.model import Mark
from policybook.redline.link_changes import AddressChange, changed_addresses
from policybook.redline.shown_texts import is_shown_once
from policybook.redline.types import Piece, Run, RunKind, Wrap


class Leaf(NamedTuple):
    """A stretch of text without any mark inside. `kind` is equal, removed or added.

    The address of a changed link is no word of a version: ` (https://www.gov.uk/)`.
    """

    kind: RunKind
    piece: Piece
    is_address: bool = False


class Span(NamedTuple):
    """A mark with its contents. A link whose leaves are all removed must not be a live link."""

    wrap: Wrap
    children: tuple["Leaf | Span", ...]


Node = Leaf | Span


def mark_tree(runs: Sequence[Run], *, as_old: bool = False) -> tuple[Node, ...]:
    """Return `runs` as a tree of marks.

    A restyled run that looks the same appears once: in its new form, or `as_old` in its
    old form. Where its signs differ (curly quotes, a typed number), the old signs are
    removed and the new ones added.
    """
    addresses: dict[tuple[int, int], list[Leaf]] = {}
    for change in changed_addresses(runs):
        place, index = change.after
        run = runs[place]
        # A run with both sides has one link, unless links changed one beside the other.
        key = (place, -1 if run.old and run.new else index)
        addresses.setdefault(key, []).extend(_address_leaves(change, run, index))
    leaves = [
        leaf for place, run in enumerate(runs) for leaf in _leaves(run, place, addresses, as_old)
    ]
    return _tree(leaves, 0)


def _leaves(
    run: Run, place: int, addresses: Mapping[tuple[int, int], list[Leaf]], as_old: bool
) -> Iterator[Leaf]:
    """Yield the leaves of one run, with the addresses that follow its words."""
    if run.kind is RunKind.RESTYLED and not is_shown_once(run):
        yield from (Leaf(RunKind.REMOVED, piece) for piece in run.old)
        yield from (Leaf(RunKind.ADDED, piece) for piece in run.new)
    else:
        kind = run.kind if run.kind in (RunKind.REMOVED, RunKind.ADDED) else RunKind.EQUAL
        for index, piece in enumerate(_shown_pieces(run, as_old)):
            yield Leaf(kind, piece)
            yield from addresses.get((place, index), ())
    yield from addresses.get((place, -1), ())


def _shown_pieces(run: Run, as_old: bool) -> tuple[Piece, ...]:
    """Return the pieces of the side that is shown; those of the only side, if there is one."""
    return (run.old or run.new) if as_old else (run.new or run.old)


def _address_leaves(change: AddressChange, run: Run, index: int) -> Iterator[Leaf]:
    """Yield the old address as removed and the new one as added.

    They are inside the link if its words are in one version only, else after it.
    """
    if change.alone and change.is_picture:
        return
    pieces = run.new or run.old
    wraps = pieces[min(index, len(pieces) - 1)].wraps
    if not change.alone:
        links = [place for place, wrap in enumerate(wraps) if wrap.mark is Mark.LINK]
        wraps = wraps[: links[0]] if links else wraps
    for kind, address in ((RunKind.REMOVED, change.old), (RunKind.ADDED, change.new)):
        if address:
            yield Leaf(kind, Piece(f" ({address})", wraps=wraps), is_address=True)


def _tree(leaves: Sequence[Leaf], depth: int) -> tuple[Node, ...]:
    """Group neighbouring leaves that share their mark number `depth`."""
    result: list[Node] = []
    start = 0
    while start < len(leaves):
        wraps = leaves[start].piece.wraps
        if len(wraps) <= depth:
            result.append(leaves[start])
            start += 1
            continue
        stop = start
        while stop < len(leaves) and leaves[stop].piece.wraps[: depth + 1] == wraps[: depth + 1]:
            stop += 1
        result.append(Span(wraps[depth], _tree(leaves[start:stop], depth + 1)))
        start = stop
    return tuple(result)


def is_gone(node: Node) -> bool:
    """Return whether nothing in `node` is in the new version."""
    if isinstance(node, Leaf):
        return node.kind is RunKind.REMOVED
    return all(is_gone(child) for child in node.children)
