"""Runs of a redline -> HTML with `<ins>` and `<del>` inside the innermost mark, never across tags.

Words that stand in neither version ("added:", "removed:") carry `data-note`, so that the page can be read back.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from policybook.markup import Places
from policybook.model import Mark
from policybook.redline import Leaf, Node, Piece, Run, RunKind, Span, is_gone, nested

_TAGS = {Mark.STRONG: "strong", Mark.EMPHASIS: "em"}
_EDITED = {
    RunKind.ADDED: Markup(
        '<ins><span class="pb-said" data-note>[added: </span>{}<span class="pb-said" data-note>] </span></ins>'
    ),
    RunKind.REMOVED: Markup(
        '<del><span class="pb-said" data-note>[removed: </span>{}<span class="pb-said" data-note>] </span></del>'
    ),
}


def marked(runs: Sequence[Run], places: Places) -> Markup:
    """Every word of both sides, in order. `places` fits the links of the new version; a removed link is only words."""
    if (
        len(runs) == 1
        and runs[0].kind is RunKind.EQUAL
        and all(p.mark is Mark.TEXT and not p.wraps for p in runs[0].new)
    ):
        return escape("".join(piece.text for piece in runs[0].new))
    return Markup("").join(_nodes(nested(runs), places))


def one_side(runs: Sequence[Run], places: Places, side: RunKind) -> Markup:
    """The words of one version alone, `RunKind.REMOVED` for the old and `ADDED` for the new, what only it has in `<del>` or `<ins>`."""
    return Markup("").join(_side_nodes(nested(runs), places, side))


def _side_nodes(nodes: Sequence[Node], places: Places, side: RunKind) -> Iterator[Markup]:
    tag = Markup("<del>{}</del>") if side is RunKind.REMOVED else Markup("<ins>{}</ins>")
    for node in nodes:
        if isinstance(node, Span):
            yield _wrapped(node, Markup("").join(_side_nodes(node.children, places, side)), places)
        elif node.kind is side:
            yield tag.format(_leaf(node.piece, places))
        elif node.kind is RunKind.EQUAL:
            yield _leaf(node.piece, places)


def _nodes(nodes: Sequence[Node], places: Places) -> Iterator[Markup]:
    for kind, group in groupby(nodes, key=lambda node: node.kind if isinstance(node, Leaf) else None):
        if kind is None:
            yield from (_span(node, places) for node in group if isinstance(node, Span))
        else:
            inner = Markup("").join(_leaf(node.piece, places) for node in group if isinstance(node, Leaf))
            yield _EDITED[kind].format(inner) if kind in _EDITED else inner


def _span(span: Span, places: Places) -> Markup:
    return _wrapped(span, Markup("").join(_nodes(span.children, places)), places)


def _wrapped(span: Span, inner: Markup, places: Places) -> Markup:
    if span.wrap.mark is Mark.LINK:
        address = None if is_gone(span) else places.link(span.wrap.target)
        return inner if address is None else Markup('<a href="{}">{}</a>').format(address, inner)
    return Markup("<{0}>{1}</{0}>").format(Markup(_TAGS[span.wrap.mark]), inner)


def _leaf(piece: Piece, places: Places) -> Markup:
    if piece.mark is Mark.BREAK:
        return Markup("<br>")
    if piece.mark is Mark.GAP:
        return Markup('<span class="pb-gap"> </span>')
    if piece.mark is Mark.CODE:
        return Markup("<code>{}</code>").format(piece.text)
    if piece.mark is Mark.IMAGE and (source := places.picture(piece.target)) is not None:
        return Markup('<img src="{}" alt="{}">').format(source, piece.text)
    return escape(piece.text)
