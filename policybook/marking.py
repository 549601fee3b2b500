"""Runs of a redline -> HTML with `<ins>` and `<del>` inside the innermost mark, never across tags.

Words that stand in neither version ("added:", "removed:") carry `data-note`, so that the page can be read back.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from markupsafe import Markup

from policybook.markup import Places, leaf, linked, marked_up
from policybook.model import Mark
from policybook.redline import Leaf, Node, Piece, Run, RunKind, Span, is_gone, nested

_BEFORE = {
    RunKind.ADDED: '<ins><span class="pb-said" data-note>[added: </span>',
    RunKind.REMOVED: '<del><span class="pb-said" data-note>[removed: </span>',
}
_AFTER = {
    RunKind.ADDED: '<span class="pb-said" data-note>] </span></ins>',
    RunKind.REMOVED: '<span class="pb-said" data-note>] </span></del>',
}


def marked(runs: Sequence[Run], places: Places) -> Markup:
    """Every word of both sides, in order. `places` fits the links of the new version; a removed link is only words."""
    if len(runs) == 1 and runs[0].kind is RunKind.EQUAL:
        pieces = runs[0].new
        if len(pieces) == 1 and pieces[0].mark is Mark.TEXT and not pieces[0].wraps:
            return Markup(escape(pieces[0].text))
    return Markup("".join(_nodes(nested(runs), places)))


def one_side(runs: Sequence[Run], places: Places, side: RunKind) -> Markup:
    """The words of one version alone, `RunKind.REMOVED` for the old and `ADDED` for the new, what only it has in `<mark>`.

    That is true from whichever version one looks at the other, so that the same words serve the redline read backwards.
    """
    return Markup("".join(_side_nodes(nested(runs), places, side)))


def laid(words: Sequence[Markup], cells: bool) -> Markup:
    """The words of a unit that did not change: a paragraph for each text, or the cells of a row."""
    if cells:
        return Markup(
            f'<div class="pb-cells">{"".join(f"""<span class="pb-cell">{one}</span>""" for one in words)}</div>'
        )
    return Markup("".join([f"<p>{one}</p>" for one in words]))


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
            inner = "".join(_leaf(node.piece, places) for node in group if isinstance(node, Leaf))
            yield f"{_BEFORE[kind]}{inner}{_AFTER[kind]}" if kind in _BEFORE else inner


def _span(span: Span, places: Places) -> str:
    return _wrapped(span, "".join(_nodes(span.children, places)), places)


def _wrapped(span: Span, inner: str, places: Places) -> str:
    if span.wrap.mark is Mark.LINK:
        return inner if is_gone(span) else linked(inner, places.link(span.wrap.target))
    return marked_up(inner, span.wrap.mark)


def _leaf(piece: Piece, places: Places) -> str:
    if piece.mark is Mark.TEXT:
        return escape(piece.text)
    return leaf(piece.mark, piece.text, piece.target, places)
