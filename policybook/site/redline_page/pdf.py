"""Turn a redline into the tree that `templates/pdf/policy.typ` sets.

It has every word of both texts. Changed words are inside `[added: …]` and `[removed:
…]`, so a grey print and a screen reader show the same changes.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from policybook import redline
from policybook.model.findings import format_count
from policybook.site.pdf.cover import Cover
from policybook.site.pdf.frame import Node, frame
from policybook.site.pdf.inlines import Piece
from policybook.site.redline_page import school_summaries, view
from policybook.site.redline_page.counts import (
    ChangeCounts,
    count_changes,
    describe_counts,
)
from policybook.site.redline_page.pdf_nodes import (
    anchor,
    heading_node,
    inline_pieces,
    jump,
    paragraph,
    plain_piece,
    point_line,
    statements,
    story_line,
    strong_piece,
    table_node,
)
from policybook.site.redline_page.school_summaries import SchoolSummary, without_open_points
from policybook.site.redline_page.story_rows import story_rows
from policybook.site.redline_page.types import ChangeRow, Pointer, Same, Shown, Stage
from policybook.site.render.inline_html import LinkTargets

#: Lines for the school's summary before the first change, and characters on a line.
_ROOM, _LINE = 44, 66
#: More cells than these go on a sheet across, and fewer than those fit side by side there.
_UPRIGHT, _ACROSS = 4, 10

#: Words of a quotation on the first sheets. The change itself follows, with every word.
_QUOTED_WORDS = 24


def redline_document(
    changes: redline.Redline, around: Cover, summaries: Sequence[SchoolSummary] = ()
) -> Node:
    """Return the redline as a document. `summaries` are those of the school.

    It starts with the number of changes and the school's summary, as far as there is
    room before the second sheet. Then come every clause of both versions with its
    change, what to look at, what was removed, the open points, the changed details, the main
    effects and the figures by section. The first sheet says where these lists are.
    """
    total = count_changes(redline.changes_to_read(changes))
    stages = view.stages(changes, LinkTargets())
    is_same = redline.is_identical(changes)
    apart = without_open_points(summaries, changes.new.name)
    first, rest = _divide(_summary_lines(apart))
    lists = _name_lists(changes)
    figures = [] if is_same else [*_effects(changes), *_by_section(stages)]
    body = [
        heading_node(1, "In short"),
        paragraph(_describe_total(total, is_same)),
        *_say_places(lists),
        *_list_lines(first),
        heading_node(1, "The changes"),
        *(node for stage in stages for node in _stage(stage, total.total)),
        *_list_lines(rest, bool(first)),
        *(node for index, (name, lines) in enumerate(lists) for node in _list(index, name, lines)),
        *_details(changes),
        *figures,
    ]
    anchors = [anchor(number) for number in range(1, total.total + 1)]
    return {
        **frame(around),
        "kind": "redline",
        "contents": False,
        "jumps": [*anchors, *map(_list_anchor, range(len(lists)))],
        "body": body,
    }


#: The heading of a list, and its lines.
_NamedList = tuple[str, list[list[Piece]]]


def _name_lists(changes: redline.Redline) -> list[_NamedList]:
    """Return what to look at, what was removed and the open points, without an empty list."""
    story = story_rows(changes, _QUOTED_WORDS)
    is_open = changes.new.facts.is_undecided
    named = [
        ("What to look at", [story_line(row) for row in story.lines]),
        (
            "What would be removed" if is_open else "What was removed",
            # Numbers without links, for a smaller file.
            [[strong_piece(row.place), plain_piece(f" {row.words}")] for row in story.removed],
        ),
        ("Open points", [point_line(number, words) for number, words in story.questions]),
    ]
    return [(name, lines) for name, lines in named if lines]


def _list_anchor(index: int) -> str:
    return f"list-{index}"


def _list(index: int, name: str, lines: list[list[Piece]]) -> Iterator[Node]:
    yield {**heading_node(1, name), "id": _list_anchor(index)}
    yield statements(lines)


def _say_places(lists: Sequence[_NamedList]) -> Iterator[Node]:
    """Yield the sheets of the lists that come after the changes."""
    pieces: list[Piece] = []
    for index, (name, lines) in enumerate(lists):
        sheet: Piece = {"mark": "sheet", "id": _list_anchor(index)}
        pieces += ["; " if index else "", f"{name} ({len(lines)}): page ", sheet]
    if pieces:
        yield {"kind": "words", "pieces": [*pieces, "."]}


def _describe_total(total: ChangeCounts, is_same: bool) -> str:
    if is_same:
        return "The two texts are the same. No word of the rules is different."
    heads = (
        f" {total.headings} of them {'are headings' if total.headings != 1 else 'is a heading'}."
        if total.headings
        else ""
    )
    return f"{format_count(total.total, 'change')}: {describe_counts(total) or 'no change'}.{heads}"


#: A heading of the school's summary, and one of its sentences.
_SummaryLine = tuple[str, str]


def _summary_lines(summaries: Sequence[SchoolSummary]) -> list[_SummaryLine]:
    return [
        (school_summaries.title(summary, summaries), sentence)
        for summary in summaries
        for sentence in summary.sentences
    ]


def _divide(lines: list[_SummaryLine]) -> tuple[list[_SummaryLine], list[_SummaryLine]]:
    """Return the lines that fit before the second sheet is full, and the others."""
    room = _ROOM
    for place, (_, sentence) in enumerate(lines):
        room -= ceil(len(sentence) / _LINE) + 1
        if room < 0:
            return lines[:place], lines[place:]
    return lines, []


def _list_lines(lines: Sequence[_SummaryLine], is_rest: bool = False) -> Iterator[Node]:
    """Yield the headings of the school's summary, each with its sentences."""
    for title, group in groupby(lines, key=lambda line: line[0]):
        yield heading_node(1, f"{title}, continued" if is_rest else title)
        yield statements([[plain_piece(words)] for _, words in group])


def _effects(changes: redline.Redline) -> Iterator[Node]:
    names = f"{changes.old.name} to {changes.new.name}"
    yield heading_node(1, f"Main effects from {names}, most important first")
    yield table_node(
        (3, 1.7, 6),
        ("Effect", "Changes", "Rules"),
        [_effect(shown) for shown in view.effects(changes)],
    )


def _by_section(stages: Sequence[Stage]) -> Iterator[Node]:
    yield heading_node(1, "By section")
    heads_of = ("Section", "Added", "Removed", "Reworded", "Moved", "Links", "Formatting")
    yield table_node(
        (4.0, 1.5, 2.1, 2.2, 1.6, 1.4, 2.7),
        heads_of,
        [_count_row(stage) for stage in stages if stage.first],
    )
    yield paragraph("A rule that moved and was reworded counts as both.")


def _effect(shown: Shown) -> list[list[Piece]]:
    """Return a row: an effect with its rules. A bare number is no link, for a smaller file."""
    rules: list[Piece] = []
    for count, number, words in shown.items:
        rules += ["; "] if rules else []
        rules += [*jump(count, number), f": {words}"] if words else [number or f"change {count}"]
    return [[shown.name], [str(len(shown.items))], rules]


def _count_row(stage: Stage) -> list[list[Piece]]:
    cells: list[list[Piece]] = [[str(number or "–")] for number in stage.tally.figures]
    return [[plain_piece(stage.title)], *cells]


def _details(changes: redline.Redline) -> Iterator[Node]:
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
    figures = describe_counts(stage.tally) or "no change"
    yield paragraph(f"{figures.capitalize()}.")
    if isinstance(heading, ChangeRow):
        yield change_node(heading, total)
    items = (item for stretch in stage.stretches for item in stretch.items)
    nodes = (
        _pointer(item) if isinstance(item, Pointer) else change_node(item, total) for item in items
    )
    for is_wide, group in groupby(nodes, key=lambda node: bool(node.get("wide"))):
        if is_wide:
            yield {"kind": "across", "nodes": list(group)}
        else:
            yield from group


def _pointer(item: Pointer) -> Node:
    where = jump(item.count, f"to {item.new_number or 'another place'}")
    return {"kind": "stub", "pieces": [f"{item.number} moved ", *where, "."]}


def change_node(block: ChangeRow | Same, total: int) -> Node:
    """Return a change, or an unchanged unit, with its words."""
    change = block.change
    if change.cells:
        runs = [cell.runs for cell in change.cells]
    else:
        runs = list(redline.runs_by_clause(change))
    words: Node = {
        "body": [
            inline_pieces(redline.mark_tree(tuple(redline.part_texts(item)))) for item in runs
        ],
        "columns": [[plain_piece(name)] if name else [] for name in _columns(block)],
        "wide": bool(change.cells) and _UPRIGHT < len(runs) <= _ACROSS,
        "heading": change.part not in redline.PASSAGES,
    }
    if isinstance(block, Same):
        return {"kind": "same", "number": block.number, **words}
    head = {
        "label": block.label,
        "numbers": block.numbers,
        "count": f"Change {change.count} of {total}",
        "tone": block.tone,
        "stem": [plain_piece(block.stem)] if block.stem else [],
    }
    return {
        "kind": "change",
        "id": anchor(change.count),
        "notes": block.note_lines,
        **head,
        **words,
    }


def _columns(block: ChangeRow | Same) -> Iterator[str]:
    """Yield the name of the column of each cell; empty for one without words.

    An unchanged row has no names: the header of its table is above it.
    """
    is_changed = isinstance(block, ChangeRow)
    for name, words in zip(block.columns, block.words, strict=False):
        yield name if is_changed and words else ""
