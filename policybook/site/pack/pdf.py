"""Turn a governors' pack into the tree that `templates/pdf/policy.typ` sets.

What governors decide from is on four sheets, unless the open points alone need more: these
are always all there. Each other list has a share of the room, with its weightiest entries first.
Quotations are shortened, but never to fragments. A list that does not fit says how many more
entries there are and on which sheet, after the changes, they come.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from policybook import redline
from policybook.site.pack import paper_lists, room
from policybook.site.pack.types import GovernorsPack, PackSection
from policybook.site.pdf.cover import Cover
from policybook.site.pdf.frame import Node, frame
from policybook.site.redline_page import pdf_nodes as nodes
from policybook.site.redline_page.pdf import change_node
from policybook.site.redline_page.story_rows import StoryRows

_Lists = Mapping[str, room.FittedList]


#: The most words of a quotation, tried one after the other; 0 leaves all of them.
_QUOTED_WORDS = (0, 32, 24, 20, 16, 13)
#: The heading that follows what governors decide from.
CHANGES = "The changes"


def pack_documents(
    pack: GovernorsPack, around: Cover, tell: Callable[[int], StoryRows]
) -> Iterator[Node]:
    """Yield the pack with less and less of its lists. The last one fits on four sheets.

    `tell` gives the story with so many words in each quotation. They are as many as fit.
    """
    entries = [
        paper_lists.list_entries(replace(pack, story=tell(most)) if most else pack)
        for most in _QUOTED_WORDS
    ]
    last: dict[str, room.FittedList] | None = None
    for lines in (*room.MORE_LINES, room.LINES):
        every = [room.share_out(lists, lines) for lists in entries]
        fitted = next(filter(room.has_whole_lists, every), every[-1])
        if fitted != last:
            yield pack_document(pack, around, fitted)
        last = fitted


def pack_document(pack: GovernorsPack, around: Cover, fitted: _Lists | None = None) -> Node:
    """Return the pack as a document: the decision, what it is based on, and the changes."""
    lists = fitted or room.share_out(paper_lists.list_entries(pack))
    body: list[Node] = [
        _decision(pack),
        *_story(pack, lists),
        *_affected(pack, lists),
        *_points(pack, lists),
        *_comments(pack),
        *_reviews(pack, lists),
        nodes.heading_node(1, CHANGES),
        *_legend(pack),
        *(node for section in pack.sections for node in _section(section, pack.total)),
        *paper_lists.rest_of_lists(lists),
    ]
    counts = (row.change.count for section in pack.sections for row in section.rows)
    shown = [*(nodes.anchor(count) for count in counts), *paper_lists.rest_anchors()]
    return {
        **frame(around),
        "kind": "pack",
        "contents": False,
        "jumps": shown,
        # The pack leaves minor changes out.
        "body": nodes.drop_dead_jumps(body, shown),
    }


def _decision(pack: GovernorsPack) -> Node:
    starts = f" from {pack.starts}" if pack.starts else ""
    return {
        "kind": "decision",
        "question": f"Shall the text of {pack.new.month} take the place of that of {pack.old.month}"
        f"{starts}?",
        "choices": ["Approve", "Approve with amendments", "Refer back"],
        "reasons": "Amendments, or reasons to refer back",
        "lines": [
            ["Minute", ""],
            ["In force from", pack.starts],
            ["Signature", ""],
            ["Date", ""],
        ],
    }


# ---------- the parts before the changes


def _story(pack: GovernorsPack, lists: _Lists) -> Iterator[Node]:
    yield nodes.heading_node(1, "What changed" if pack.decision else "What would change")
    if not pack.total:
        yield nodes.paragraph("The two texts are the same.")
    if pack.summary:
        yield nodes.heading_node(2, paper_lists.SUMMARY.title)
        yield from paper_lists.first_entries(paper_lists.SUMMARY, lists)
    if pack.story.lines or pack.story.sections:
        yield nodes.heading_node(2, paper_lists.STORY.title)
        yield from paper_lists.first_entries(paper_lists.STORY, lists)
        if pack.story.others:
            yield nodes.paragraph(_describe_others(pack.story.others))
    yield nodes.heading_node(2, paper_lists.REMOVED.title)
    yield from paper_lists.first_entries(paper_lists.REMOVED, lists)
    yield nodes.paragraph("Words taken out of other rules are struck through in the changes.")


def _describe_others(count: int) -> str:
    return f"{count} other changes are below." if count > 1 else "One other change is below."


def _affected(pack: GovernorsPack, lists: _Lists) -> Iterator[Node]:
    yield nodes.heading_node(1, paper_lists.AFFECTED.title)
    yield nodes.paragraph(
        f"The policy applies to {pack.readers}. Its owner: {pack.new.facts.owner}."
    )
    for fact in pack.facts:
        yield {
            "kind": "words",
            "pieces": [
                nodes.strong_piece(f"{fact.label}: "),
                *nodes.inline_pieces(redline.mark_tree(fact.runs)),
            ],
        }
    if lists[paper_lists.AFFECTED.name].shown:
        yield nodes.paragraph(
            "New, changed and removed rules name these people. “No longer” counts what the rules "
            "said before. A program reads this from the words, and leaves out what it is not sure "
            "of: it is a draft."
        )
    yield from paper_lists.first_entries(paper_lists.AFFECTED, lists)


def _points(pack: GovernorsPack, lists: _Lists) -> Iterator[Node]:
    yield nodes.heading_node(1, paper_lists.QUESTIONS.title)
    yield from paper_lists.first_entries(paper_lists.QUESTIONS, lists)
    yield nodes.heading_node(1, paper_lists.LAW.title)
    if not pack.law:
        month = pack.new.month
        yield nodes.paragraph(f"No law or name in the text of {month} is listed as out of date.")
    yield from paper_lists.first_entries(paper_lists.LAW, lists)


def _comments(pack: GovernorsPack) -> Iterator[Node]:
    yield nodes.heading_node(1, "Comments received")
    if pack.comments:
        yield nodes.paragraph(" ".join(pack.comments))
    yield {
        "kind": "ruled",
        "text": "Write in how many came, and what they ask for.",
        "lines": 2,
    }


def _reviews(pack: GovernorsPack, lists: _Lists) -> Iterator[Node]:
    yield nodes.heading_node(1, paper_lists.REVIEWS.title)
    for review in (row.days[0].value for row in pack.own_reviews):
        if review:
            yield nodes.paragraph(review.of_this_policy)
    yield from paper_lists.first_entries(paper_lists.REVIEWS, lists)


# ---------- the changes


def _legend(pack: GovernorsPack) -> Iterator[Node]:
    if not pack.total:
        yield nodes.paragraph("The two texts are the same.")
        return
    shown = pack.total - len(pack.minor)
    words = f"{shown} of {pack.total} changes are here, under their numbers in the comparison."
    if pack.minor:
        numbers = ", ".join(map(str, pack.minor))
        words += f" Left out as minor (punctuation, capitals and form): {numbers}."
    yield nodes.paragraph(f"{words} Every word of a new section is new.")


def _section(section: PackSection, total: int) -> Iterator[Node]:
    rows = section.rows
    if not section.whole:
        yield nodes.heading_node(2, section.title)
        yield from ({**change_node(row, total), "wide": False} for row in rows)
        return
    heading = nodes.heading_node(2, section.title)
    yield {**heading, "id": nodes.anchor(rows[0].change.count)}
    yield nodes.paragraph(f"New section. Change {rows[0].change.count} of {total}")
    for row in rows[1:]:
        count = row.change.count
        node = {**change_node(row, total), "wide": False}
        yield {**node, "kind": "new", "number": row.new_number, "count": f"Change {count}"}
