"""Runs of a redline -> HTML with `<ins>` and `<del>` inside the innermost mark, never across tags.

The style sheet says "added:" and "removed:" round them, for those who hear the page: no word stands on the page that is in neither version.
Its functions return HTML as plain `str`, for speed: what a template gets is made `Markup` once, as a whole.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from policybook.markup import Places, leaf, linked, marked_up
from policybook.model import Mark
from policybook.redline import Leaf, Node, Piece, Run, RunKind, Span, is_gone, nested

_AROUND = {
    RunKind.ADDED: ('<ins role="none">', "</ins>"),
    RunKind.REMOVED: ('<del role="none">', "</del>"),
}


def marked(runs: Sequence[Run], places: Places) -> str:
    """Every word of both sides, in order. `places` fits the links of the new version; a removed link is only words."""
    if len(runs) == 1:
        run = runs[0]
        pieces = run.old if run.kind is RunKind.REMOVED else run.new
        if (
            len(pieces) == 1
            and pieces[0].mark is Mark.TEXT
            and not pieces[0].wraps
            and run.kind is not RunKind.RESTYLED
        ):
            before, after = _AROUND.get(run.kind, ("", ""))
            return f"{before}{escape(pieces[0].text, quote=False)}{after}"
    return "".join(_nodes(nested(runs), places))


def one_side(runs: Sequence[Run], places: Places, side: RunKind) -> str:
    """The words of one version alone, `RunKind.REMOVED` for the old and `ADDED` for the new, what only it has in `<mark>`.

    That is true from whichever version one looks at the other, so that the same words serve the redline read backwards.
    """
    return "".join(_side_nodes(nested(runs), places, side))


def _side_nodes(nodes: Sequence[Node], places: Places, side: RunKind) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Span):
            yield _wrapped(node, "".join(_side_nodes(node.children, places, side)), places)
        elif node.kind is side:
            yield f"<mark>{_leaf(node.piece, places)}</mark>"
        elif node.kind is RunKind.EQUAL:
            yield _leaf(node.piece, places)


def _nodes(nodes: Sequence[Node], places: Places) -> Iterator[str]:
    for kind, group in groupby(nodes, key=lambda node: node.kind if isinstance(node, Leaf) else None):
        if kind is None:
            yield from (_span(node, places) for node in group if isinstance(node, Span))
        else:
            before, after = _AROUND.get(kind, ("", ""))
            inner = "".join([_leaf(node.piece, places) for node in group if isinstance(node, Leaf)])
            yield f"{before}{inner}{after}"


def _span(span: Span, places: Places) -> str:
    return _wrapped(span, "".join(_nodes(span.children, places)), places)


def _wrapped(span: Span, inner: str, places: Places) -> str:
    if span.wrap.mark is Mark.LINK:
        return inner if is_gone(span) else linked(inner, places.link(span.wrap.target))
    return marked_up(inner, span.wrap.mark)


def _leaf(piece: Piece, places: Places) -> str:
    if piece.mark is Mark.TEXT:
        return escape(piece.text, quote=False)
    return leaf(piece.mark, piece.text, piece.target, places)
