"""Turn words of a redline into the pieces and nodes that `templates/pdf/policy.typ` sets."""

from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import Any

from policybook.model import Mark
from policybook.redline import Leaf, RunKind, Span
from policybook.redline import Node as Tree
from policybook.redline import Piece as Words
from policybook.site.pdf.frame import Node
from policybook.site.pdf.inlines import LONGEST_WORD, Piece, broken
from policybook.site.redline_page.story_rows import StoryRow

_SPACES = dict.fromkeys(map(ord, "\t\n\r\u2028\u2029"), " ")
#: The redline has this character for a picture or link without words.
_NO_WORDS = "\ufffc"
_SAID = {RunKind.ADDED: "added", RunKind.REMOVED: "removed"}


def inline_pieces(nodes: Sequence[Tree]) -> list[Piece]:
    """Return marked words, with `[added: …]` and `[removed: …]` around changed ones."""
    return [piece for node in _mark_pieces(nodes) for piece in node]


def _mark_pieces(nodes: Sequence[Tree]) -> Iterator[list[Piece]]:
    for kind, group in groupby(
        nodes, key=lambda node: node.kind if isinstance(node, Leaf) else None
    ):
        if kind is None:
            yield from ([_span(node)] for node in group if isinstance(node, Span))
        else:
            yield _run(kind, [node.piece for node in group if isinstance(node, Leaf)])


def _span(span: Span) -> Piece:
    """Return bold and italic as they are. A link becomes words: only a changed address is shown."""
    mark = span.wrap.mark.value if span.wrap.mark in (Mark.STRONG, Mark.EMPHASIS) else "span"
    return {"mark": mark, "pieces": inline_pieces(span.children)}


def _run(kind: RunKind, words: Sequence[Words]) -> list[Piece]:
    """Return words of one kind.

    Added and removed words are in brackets, with outer spaces left outside.
    """
    if kind not in _SAID:
        return [_leaf(piece) for piece in words]
    text = "".join(piece.text for piece in words)
    if not text.strip():
        return [_leaf(piece) for piece in words]
    first, last = words[0], words[-1]
    words_left = [first._replace(text=first.text.lstrip()), *words[1:]]
    words_left[-1] = words_left[-1]._replace(text=words_left[-1].text.rstrip())
    inside: Piece = {"mark": _SAID[kind], "pieces": [_leaf(piece) for piece in words_left]}
    before, after = first.text[:1].isspace(), last.text[-1:].isspace()
    return [*([" "] if before else []), inside, *([" "] if after else [])]


def _leaf(piece: Words) -> Piece:
    if piece.mark in (Mark.BREAK, Mark.GAP):
        return {"mark": "break"}
    if piece.mark is Mark.CODE:
        return {"mark": "code", "parts": broken(" ".join(piece.text.split("\n")), LONGEST_WORD)}
    return plain_piece(piece.text)


def plain_piece(text: str) -> Piece:
    """Return words without marks, of which a long one may be divided."""
    shown = text.replace(_NO_WORDS, "(picture or link without words)").translate(_SPACES)
    parts = broken(shown, LONGEST_WORD)
    return shown if len(parts) == 1 else {"mark": "parts", "parts": parts}


def anchor(number: int) -> str:
    """Return the id of a change in the document."""
    return f"change-{number}"


def drop_dead_jumps(nodes: Sequence[Node], anchors: Container[str]) -> list[Node]:
    """Return nodes in which a jump to a change that the document leaves out is only its words."""
    return [_without_dead_jumps(node, anchors) for node in nodes]


def _without_dead_jumps(value: Any, anchors: Container[str]) -> Any:
    """Return a part of a node, without jumps to what is not among `anchors`."""
    if isinstance(value, list):
        return [_without_dead_jumps(inner, anchors) for inner in value]
    if not isinstance(value, dict):
        return value
    if value.get("mark") == "jump" and value["id"] not in anchors:
        return {"mark": "words", "pieces": _without_dead_jumps(value["pieces"], anchors)}
    return {name: _without_dead_jumps(inner, anchors) for name, inner in value.items()}


def heading_node(level: int, words: str | list[Piece]) -> Node:
    """Return a heading without a number of its own."""
    inside = [plain_piece(words)] if isinstance(words, str) else words
    return {"kind": "heading", "level": level, "id": "", "number": "", "pieces": inside}


def paragraph(words: str) -> Node:
    """Return a paragraph in the words of the template's language."""
    return {"kind": "said", "text": words}


def strong_piece(words: str) -> Piece:
    """Return bold words."""
    return {"mark": "strong", "pieces": [plain_piece(words)]}


def jump(count: int, words: str) -> list[Piece]:
    """Return a link to a change in this document."""
    return [{"mark": "jump", "id": anchor(count), "pieces": [words or f"change {count}"]}]


def story_line(row: StoryRow) -> list[Piece]:
    """Return a line of the story: where the change is, and what it says."""
    name = f" {row.name}:" if row.name else ""
    return [*jump(row.count, row.place), plain_piece(f"{name} {row.words}")]


def point_line(number: str, words: str) -> list[Piece]:
    """Return an open point, with the number of its rule if it has one."""
    return [*([strong_piece(f"{number} ")] if number else []), plain_piece(words)]


def statements(entries: Sequence[Sequence[Piece]]) -> Node:
    """Return a list, with an item for each entry."""
    return {
        "kind": "statements",
        "items": [{"pieces": list(line), "cites": []} for line in entries],
    }


def table_node(
    widths: Sequence[float], header: Sequence[str], rows: Sequence[list[list[Piece]]]
) -> Node:
    """Return a table with a header. `widths` are the columns' shares."""
    named: list[list[Piece]] = [[name] for name in header]
    return {
        "kind": "table",
        "widths": list(widths),
        "aligns": ["start"] * len(header),
        "header": named,
        "rows": [{"id": "", "label": "", "cells": cells} for cells in rows],
    }
