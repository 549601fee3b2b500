"""Turn runs of a redline into HTML with `<ins>` and `<del>`.

These elements are inside the innermost mark and never cross a tag. Words that neither
version has ("added:", "removed:") carry `data-note`, so the page can be read back. They
are in the page, not in the style sheet. Otherwise screen readers would miss them:
browsers ignore a style sheet's words while their element is out of view.

The functions return plain `str`, for speed. The whole becomes `Markup` once.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from types import MappingProxyType

from policybook.model import Mark
from policybook.redline import Leaf, Node, Run, RunKind, Span, is_gone, mark_tree, part_texts
from policybook.site.render.inline_html import LinkTargets, leaf, linked, marked_up

NOTHING_MOVED: Mapping[str, str] = MappingProxyType({})
_BEFORE = {
    RunKind.EQUAL: "",
    RunKind.ADDED: '<ins role="none"><i data-note>[added: </i>',
    RunKind.REMOVED: '<del role="none"><i data-note>[removed: </i>',
}
_AFTER = {
    RunKind.EQUAL: "",
    RunKind.ADDED: "<i data-note>] </i></ins>",
    RunKind.REMOVED: "<i data-note>] </i></del>",
}


def marked(
    runs: Sequence[Run], places: LinkTargets, moves: Mapping[str, str] = NOTHING_MOVED
) -> str:
    """Return every word of both sides, in order.

    `places` fits the links of the new version. A removed link is only words. `moves` says of
    each sentence that moved where it went, or came from: "moved to 3.2".
    """
    if runs and runs[-1].old_at:
        runs = tuple(part_texts(runs))
    plain = _plain(runs, RunKind.REMOVED, RunKind.ADDED)
    if plain is None:
        return "".join(_nodes(mark_tree(runs), places))
    return "".join(
        [
            words
            if kind is RunKind.EQUAL
            else _mark_moves(kind, words, moves)
            if moves
            else f"{_BEFORE[kind]}{words}{_AFTER[kind]}"
            for kind, words in plain
        ]
    )


def _mark_moves(kind: RunKind, words: str, moves: Mapping[str, str]) -> str:
    """Return words of one kind with their mark. A sentence that moved says so in its own mark."""
    for sentence, told in moves.items():
        pattern = r"\s+".join(map(re.escape, escape(sentence, quote=False).split()))
        if not (hit := re.search(rf"(\s*)({pattern})(\s*)", words)):
            continue
        tag = "del" if kind is RunKind.REMOVED else "ins"
        rest = (words[: hit.start()], words[hit.end() :])
        before, after = (_mark_moves(kind, part, moves) if part else "" for part in rest)
        start = f'<{tag} class="pb-elsewhere" role="none">{hit[1]}<i data-note>[{told}: </i>'
        return f"{before}{start}{hit[2]}<i data-note>]</i>{hit[3]}</{tag}>{after}"
    return f"{_BEFORE[kind]}{words}{_AFTER[kind]}"


def one_side(runs: Sequence[Run], places: LinkTargets, side: RunKind) -> str:
    """Return the words of one version, with `<mark>` around those that only it has.

    `side` is `RunKind.REMOVED` for the old version and `ADDED` for the new one. The
    words are right in both directions, so the page uses them backwards too.
    """
    plain = _plain(runs, side)
    if plain is None:
        return "".join(_side_nodes(mark_tree(runs, as_old=side is RunKind.REMOVED), places, side))
    return "".join([f"<mark>{words}</mark>" if kind is side else words for kind, words in plain])


def _plain(runs: Sequence[Run], *sides: RunKind) -> list[tuple[RunKind, str]] | None:
    """Return the words of runs that are only text, as most are.

    Words that are only in a version outside `sides` are left out, and those in both are
    in the old form where the old version is shown alone. Neighbours of one
    kind are joined. None if a run has a mark or differs in form alone; `mark_tree`
    handles it.
    """
    pairs: list[tuple[RunKind, str]] = []
    for kind, old, new, _, _ in runs:
        if kind is RunKind.RESTYLED:
            return None
        pieces = new if kind is not RunKind.REMOVED and RunKind.ADDED in sides else old
        if kind is not RunKind.EQUAL and kind not in sides:
            continue
        for text, mark, wraps, _ in pieces:
            if wraps or mark is not Mark.TEXT:
                return None
            words = escape(text, quote=False)
            if pairs and pairs[-1][0] is kind:
                words = pairs.pop()[1] + words
            pairs.append((kind, words))
    return pairs


def _side_nodes(nodes: Sequence[Node], places: LinkTargets, side: RunKind) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Span):
            yield _wrap(node, "".join(_side_nodes(node.children, places, side)), places)
        elif node.kind is side:
            yield f"<mark>{_leaf(node, places)}</mark>"
        elif node.kind is RunKind.EQUAL:
            yield _leaf(node, places)


def _nodes(nodes: Sequence[Node], places: LinkTargets) -> Iterator[str]:
    for kind, group in groupby(
        nodes, key=lambda node: node.kind if isinstance(node, Leaf) else None
    ):
        if kind is None:
            yield from (
                _wrap(node, "".join(_nodes(node.children, places)), places)
                for node in group
                if isinstance(node, Span)
            )
        else:
            inner = "".join([_leaf(node, places) for node in group if isinstance(node, Leaf)])
            yield f"{_BEFORE[kind]}{inner}{_AFTER[kind]}"


def _wrap(span: Span, inner: str, places: LinkTargets) -> str:
    if span.wrap.mark is Mark.LINK:
        return inner if is_gone(span) else linked(inner, places.link(span.wrap.target))
    return marked_up(inner, span.wrap.mark)


def _leaf(node: Leaf, places: LinkTargets) -> str:
    piece = node.piece
    if node.is_address:
        return f'<span class="pb-address" data-note>{escape(piece.text, quote=False)}</span>'
    if piece.mark is Mark.TEXT:
        return escape(piece.text, quote=False)
    html = leaf(piece.mark, piece.text, piece.target, places)
    if piece.mark is Mark.IMAGE and node.kind in (RunKind.ADDED, RunKind.REMOVED):
        # Both versions may have the same picture with other words, which nobody would see.
        words = escape(piece.text, quote=False)
        html += f'<span class="pb-address" aria-hidden="true" data-note> (“{words}”)</span>'
    return html
