"""Turn a redline into the tree that `templates/pdf/policy.typ` sets.

It has every word of both texts. Changed words are inside `[added: …]` and `[removed:
…]`, so a grey print and a screen reader show the same changes.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from policybook import redline
from policybook.model import Mark
from policybook.redline import PASSAGES, Leaf, Redline, RunKind, Span
from policybook.redline import Node as Tree
from policybook.redline import Piece as Words
from policybook.site.pdf.cover import Cover
from policybook.site.pdf.frame import Node, frame
from policybook.site.pdf.inlines import LONGEST_WORD, Piece, broken
from policybook.site.redline_page import school_summaries, view
from policybook.site.redline_page.counts import ChangeCounts, count_changes
from policybook.site.redline_page.school_summaries import SchoolSummary
from policybook.site.redline_page.types import ChangeRow, Pointer, Same, Shown, Stage
from policybook.site.render.inline_html import LinkTargets

_SPACES = dict.fromkeys(map(ord, "\t\n\r\u2028\u2029"), " ")
#: The redline has this character for a picture or link without words.
_NO_WORDS = "\ufffc"
_SAID = {RunKind.ADDED: "added", RunKind.REMOVED: "removed"}


def redline_document(changes: Redline, around: Cover, summaries: Sequence[SchoolSummary]) -> Node:
    """Return the redline as a document. `summaries` are the school's own of the changes.

    It has the main effects, the figures by section, the changed details, and every
    clause of both versions with its change.
    """
    total = count_changes(redline.changes_to_read(changes))
    stages = view.stages(changes, LinkTargets())
    body = [
        *_short(changes, total, stages),
        *_about_the_versions(changes, summaries),
        heading_node(1, "The changes"),
        *(node for stage in stages for node in _stage(stage, total.total)),
    ]
    anchors = [anchor(number) for number in range(1, total.total + 1)]
    return {
        **frame(around),
        "kind": "redline",
        "contents": False,
        "jumps": anchors,
        "body": body,
    }


def _short(changes: Redline, total: ChangeCounts, stages: Sequence[Stage]) -> Iterator[Node]:
    yield heading_node(1, "In short")
    if redline.is_identical(changes):
        yield paragraph("The two texts are the same. No word of the rules is different.")
        return
    heads = (
        f" {total.headings} of them {'are' if total.headings != 1 else 'is'} to headings."
        if total.headings
        else ""
    )
    yield paragraph(f"{_many(total.total, 'change')}: {_describe_counts(total)}.{heads}")
    yield heading_node(
        2, f"Main effects from {changes.old.name} to {changes.new.name}, most important first"
    )
    yield table_node(
        (3, 1.7, 6),
        ("Effect", "Changes", "Rules"),
        [_effect(shown) for shown in view.effects(changes)],
    )
    yield heading_node(2, "By section")
    heads_of = ("Section", "Added", "Removed", "Reworded", "Moved", "Links", "Formatting")
    yield table_node(
        (4.0, 1.5, 2.1, 2.2, 1.6, 1.4, 2.7),
        heads_of,
        [_count_row(stage) for stage in stages if stage.first],
    )
    yield paragraph("A rule that moved and was reworded counts as both.")


def _effect(shown: Shown) -> list[list[Piece]]:
    rules: list[Piece] = []
    for count, number, words in shown.items:
        jump: Piece = {
            "mark": "jump",
            "id": anchor(count),
            "pieces": [number or f"change {count}"],
        }
        rules += ["; "] if rules else []
        rules += [jump, f": {words}"] if words else [jump]
    return [[shown.name], [str(len(shown.items))], rules]


def _count_row(stage: Stage) -> list[list[Piece]]:
    t = stage.tally
    figures = (t.added, t.removed, t.reworded, t.moved + t.also_moved, t.links, t.formatting)
    cells: list[list[Piece]] = [[str(number) if number else "–"] for number in figures]
    return [[plain_piece(stage.title)], *cells]


def _about_the_versions(changes: Redline, summaries: Sequence[SchoolSummary]) -> Iterator[Node]:
    for summary in summaries:
        if summary.sentences:
            yield heading_node(1, school_summaries.title(summary, summaries))
            yield {
                "kind": "statements",
                "items": [
                    {"pieces": [plain_piece(words)], "cites": []} for words in summary.sentences
                ],
            }
    rows: list[list[list[Piece]]] = [
        [[fact.label], inline_pieces(redline.mark_tree(fact.runs))]
        for fact in view.changed_facts(changes)
    ]
    if rows:
        yield heading_node(1, "Details")
        yield table_node((1, 2.5), ("Fact", "What is different"), rows)


def _stage(stage: Stage, total: int) -> Iterator[Node]:
    heading = stage.heading
    if isinstance(heading, Same):
        yield heading_node(
            2, [f"{heading.number} ", *inline_pieces(redline.mark_tree(heading.change.runs))]
        )
    else:
        yield heading_node(2, stage.title)
    yield paragraph(f"{_describe_counts(stage.tally).capitalize()}.")
    if isinstance(heading, ChangeRow):
        yield change_node(heading, total)
    for stretch in stage.stretches:
        for item in stretch.items:
            yield _pointer(item) if isinstance(item, Pointer) else change_node(item, total)


def _pointer(item: Pointer) -> Node:
    jump = {
        "mark": "jump",
        "id": anchor(item.count),
        "pieces": [f"to {item.new_number or 'another place'}"],
    }
    return {"kind": "stub", "pieces": [f"{item.number} moved ", jump, "."]}


def change_node(block: ChangeRow | Same, total: int) -> Node:
    change = block.change
    runs = (
        [cell.runs for cell in change.cells]
        if change.cells
        else list(redline.runs_by_clause(change))
    )
    words: Node = {
        "body": [inline_pieces(redline.mark_tree(item)) for item in runs],
        "cells": bool(change.cells),
        "heading": change.part not in PASSAGES,
    }
    if isinstance(block, Same):
        return {"kind": "same", "number": block.number, **words}
    numbers = " → ".join(dict.fromkeys(n for n in (block.old_number, block.new_number) if n))
    notes = [f"{what}: {detail}" if detail else what for what, detail in block.notes]
    notes += [f"No word changed: {block.form}"] if block.form else []
    head = {
        "label": block.label,
        "numbers": numbers,
        "count": f"Change {change.count} of {total}",
        "tone": block.tone,
    }
    return {"kind": "change", "id": anchor(change.count), "notes": notes, **head, **words}


def inline_pieces(nodes: Sequence[Tree]) -> list[Piece]:
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
    shown = text.replace(_NO_WORDS, "(picture or link without words)").translate(_SPACES)
    parts = broken(shown, LONGEST_WORD)
    return parts[0] if len(parts) == 1 else {"mark": "parts", "parts": parts}


def anchor(number: int) -> str:
    return f"change-{number}"


def heading_node(level: int, words: str | list[Piece]) -> Node:
    inside = [plain_piece(words)] if isinstance(words, str) else words
    return {"kind": "heading", "level": level, "id": "", "number": "", "pieces": inside}


def paragraph(words: str) -> Node:
    return {"kind": "said", "text": words}


def table_node(
    widths: Sequence[float], header: Sequence[str], rows: Sequence[list[list[Piece]]]
) -> Node:
    named: list[list[Piece]] = [[name] for name in header]
    return {
        "kind": "table",
        "widths": list(widths),
        "aligns": ["start"] * len(header),
        "header": named,
        "rows": [{"id": "", "label": "", "cells": cells} for cells in rows],
    }


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"


def _describe_counts(tally: ChangeCounts) -> str:
    """Return the figures: `2 added, 3 reworded (1 of them also moved)`, or `no change`."""
    also = f" ({tally.also_moved} of them also moved)" if tally.also_moved else ""
    named = (
        (tally.added, "added"),
        (tally.removed, "removed"),
        (tally.reworded, f"reworded{also}"),
        (tally.moved, "moved"),
        (tally.links, "link changed" if tally.links == 1 else "links changed"),
        (tally.formatting, "formatting only"),
    )
    return ", ".join(f"{number} {word}" for number, word in named if number) or "no change"
