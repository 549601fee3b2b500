"""Turn a governors' pack into the tree that `templates/pdf/policy.typ` sets.

What governors decide from is on four sheets, unless the open points alone need more: these
are always all there. The other lists are whole too where they fit. If one does not, it
says how many more entries there are and which rules they are about; all of them are on
the pack's page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from policybook import redline
from policybook.site.pack import room
from policybook.site.pack.room import FittedList, PackLine
from policybook.site.pack.types import AffectedReader, GovernorsPack, PackSection
from policybook.site.pdf.cover import Cover
from policybook.site.pdf.frame import Node, frame
from policybook.site.pdf.inlines import Piece
from policybook.site.redline_page import pdf_nodes as nodes
from policybook.site.redline_page.pdf import change_node
from policybook.site.redline_page.story_rows import StoryRow

_Lists = Mapping[str, FittedList]


#: The heading that begins after the sheets for the decision.
CHANGES = "The changes"


def pack_documents(pack: GovernorsPack, around: Cover) -> Iterator[Node]:
    """Yield the pack with less and less of its lists. The last one fits on four sheets."""
    lists = _lists(pack)
    last: dict[str, FittedList] | None = None
    for lines in (*room.MORE_LINES, room.LINES):
        fitted = room.share_out(lists, lines)
        if fitted != last:
            yield pack_document(pack, around, fitted)
        last = fitted


def pack_document(pack: GovernorsPack, around: Cover, fitted: _Lists | None = None) -> Node:
    """Return the pack as a document: the decision, what it is based on, and the changes."""
    lists = fitted or room.share_out(_lists(pack))
    body: list[Node] = [
        _decision(pack),
        *_story(pack, lists),
        *_affected(pack, lists),
        *_points(pack, lists),
        *_comments(pack),
        *_reviews(pack, lists),
        {"kind": "break"},
        nodes.heading_node(1, CHANGES),
        *_legend(pack),
        *(node for section in pack.sections for node in _section(section, pack.total)),
    ]
    counts = (row.change.count for section in pack.sections for row in section.rows)
    shown = [nodes.anchor(count) for count in counts]
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
        "question": f"Shall version {pack.new.name} take the place of version {pack.old.name}"
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


# ---------- the lists


def _lists(pack: GovernorsPack) -> dict[str, Sequence[PackLine]]:
    """Return the entries of each list, the most important first."""
    return {
        "summary": [[nodes.plain_piece(words)] for words in pack.summary],
        "story": [*_new_sections(pack), *map(_story_line, pack.story.lines)],
        "affected": [
            [
                _strong(reader.who[:1].upper() + reader.who[1:]),
                f" ({_effect_on(reader)}): ",
                *_joined([_jump(count, number) for count, number in reader.changes]),
            ]
            for reader in pack.affected
        ],
        "removed": [_story_line(replace(row, name="")) for row in pack.story.removed],
        "questions": [
            [_strong(f"{number} "), nodes.plain_piece(words)]
            if number
            else [nodes.plain_piece(words)]
            for number, words in pack.questions
        ],
        "law": [
            [
                _strong(note.number or "Heading"),
                nodes.plain_piece(
                    f" {'Out of date' if note.weighs else 'To check'}: {note.description}"
                ),
            ]
            for note in pack.law
        ],
        "reviews": [
            [_strong(review.title), nodes.plain_piece(f": {review.words}")]
            for review in (row.days[0].value for row in pack.reviews)
            if review
        ],
    }


def _new_sections(pack: GovernorsPack) -> Iterator[PackLine]:
    sections = pack.story.sections
    if sections:
        links: list[PackLine] = [
            [*_jump(row.count, row.place), nodes.plain_piece(f" ({row.words})")] for row in sections
        ]
        noun = "New sections: " if len(sections) > 1 else "New section: "
        yield [_strong(noun), *_joined(links, "; ")]


def _story_line(row: StoryRow) -> PackLine:
    name = f" {row.name}:" if row.name else ""
    return [*_jump(row.count, row.place), nodes.plain_piece(f"{name} {row.words}")]


def _jump(count: int, words: str) -> PackLine:
    """Return a link to a change in this document."""
    return [{"mark": "jump", "id": nodes.anchor(count), "pieces": [words or f"change {count}"]}]


def _strong(words: str) -> Piece:
    return {"mark": "strong", "pieces": [nodes.plain_piece(words)]}


def _joined(parts: Sequence[PackLine], sign: str = ", ") -> Iterator[Piece]:
    for place, part in enumerate(parts):
        if place:
            yield sign
        yield from part


def _entries(fitted: FittedList, otherwise: str, rows: Sequence[StoryRow] = ()) -> Iterator[Node]:
    """Yield the entries that fit and how many more there are, or what holds without any.

    Where the entries end with a line for each of `rows`, those left out are named.
    """
    if not fitted.shown and not fitted.more:
        yield nodes.paragraph(otherwise)
        return
    if fitted.shown:
        items = [{"pieces": list(line), "cites": []} for line in fitted.shown]
        yield {"kind": "statements", "items": items}
    if fitted.more and fitted.more <= len(rows):
        links = [_jump(row.count, row.place) for row in rows[-fitted.more :]]
        words = nodes.plain_piece(f"And {fitted.more} more, among the changes below: ")
        yield {"kind": "words", "pieces": [words, *_joined(links), "."]}
    elif fitted.more:
        yield nodes.paragraph(f"And {fitted.more} more, on the page of this pack.")


# ---------- the parts before the changes


def _story(pack: GovernorsPack, lists: _Lists) -> Iterator[Node]:
    yield nodes.heading_node(1, "What changed" if pack.decision else "What would change")
    if not pack.total:
        yield nodes.paragraph("The two texts are the same.")
    if pack.summary:
        yield nodes.heading_node(2, "The school’s summary of the changes")
        yield from _entries(lists["summary"], "")
    if pack.story.lines or pack.story.sections:
        yield nodes.heading_node(2, "What to look at")
        yield from _entries(lists["story"], "", pack.story.lines)
    yield nodes.heading_node(2, "Taken out")
    yield from _entries(lists["removed"], "No whole rule.", pack.story.removed)
    yield nodes.paragraph("Words taken out of other rules are struck through in the changes.")


def _effect_on(reader: AffectedReader) -> str:
    """Return what the changes ask of somebody, and what they ask no longer."""
    lost = f"no longer: {reader.lost}" if reader.lost else ""
    return "; ".join(filter(None, (reader.duties, lost)))


def _affected(pack: GovernorsPack, lists: _Lists) -> Iterator[Node]:
    yield nodes.heading_node(1, "Who is affected")
    yield nodes.paragraph(
        f"The policy applies to {pack.readers}. Its owner: {pack.new.facts.owner}."
    )
    for fact in pack.facts:
        yield {
            "kind": "words",
            "pieces": [
                _strong(f"{fact.label}: "),
                *nodes.inline_pieces(redline.mark_tree(fact.runs)),
            ],
        }
    if pack.affected:
        yield nodes.paragraph(
            "New, changed and removed rules name these people. “No longer” counts what the rules "
            "said before. A program reads this from the words: it is a draft."
        )
        yield from _entries(lists["affected"], "")


def _points(pack: GovernorsPack, lists: _Lists) -> Iterator[Node]:
    yield nodes.heading_node(1, "Open points")
    yield from _entries(lists["questions"], "The version names no open point.")
    yield nodes.heading_node(1, "Law and names out of date")
    otherwise = f"Nothing that the register of law knows is out of date in version {pack.new.name}."
    yield from _entries(lists["law"], otherwise)


def _comments(pack: GovernorsPack) -> Iterator[Node]:
    yield nodes.heading_node(1, "Comments received")
    if pack.comments:
        yield nodes.paragraph(" ".join(pack.comments))
    yield nodes.paragraph("Write in how many came, and what they ask for.")
    yield {"kind": "ruled", "lines": 3}


def _reviews(pack: GovernorsPack, lists: _Lists) -> Iterator[Node]:
    yield nodes.heading_node(1, "Overdue reviews")
    for review in (row.days[0].value for row in pack.own_reviews):
        if review:
            yield nodes.paragraph(review.of_this_policy)
    yield from _entries(lists["reviews"], "No review of another policy is overdue.")


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
