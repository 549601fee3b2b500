"""Group the tracked changes of a reply into what a person chooses: one change at a time.

Words that were put in for others are one choice, and so are the two ends of a move.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from policybook.word.incoming.names import MATHS, W, child, value
from policybook.word.incoming.styles import WordStyles
from policybook.word.incoming.tracked_changes import TrackedKind, list_marks, read_text
from policybook.word.incoming.word_numbering import NumberedParagraph, WordNumbering, walk_numbered

_MOVES = {
    f"{W}moveFromRangeStart": TrackedKind.MOVED_FROM,
    f"{W}moveToRangeStart": TrackedKind.MOVED_TO,
}
_OF_WORD = ("footnoteReference", "endnoteReference", "drawing", "pict", "object")
_OBJECTS = frozenset((*(W + name for name in _OF_WORD), f"{MATHS}oMath"))
_BOOKMARK = f"{W}bookmarkStart"
_ROW_MARKS = frozenset({f"{W}ins", f"{W}del"})
_MOVE_ENDS = {
    f"{W}moveFromRangeEnd": TrackedKind.MOVED_FROM,
    f"{W}moveToRangeEnd": TrackedKind.MOVED_TO,
}
_SKIPPED = frozenset(
    W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyChange:
    """A change that a person takes or leaves.

    `old` are the words that go, and `new` those that come. `heading` is the heading above,
    `label` the number of the paragraph, `number` that number as readers cite it, and
    `paragraph` its words. `marks` are the elements
    of the file that the change consists of, and `places` the names of its paragraphs. A change with
    an object, such as a note, a picture or a row of a table, must be made by hand.
    """

    author: str
    date: str
    old: str
    new: str
    heading: str
    label: str
    number: str
    paragraph: str
    is_move: bool = False
    has_object: bool = False
    places: frozenset[str] = frozenset()
    marks: tuple[etree._Element, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Group:
    """Marks of one kind and author beside each other."""

    kind: TrackedKind
    author: str
    date: str
    text: str
    move: str
    place: NumberedParagraph
    marks: tuple[etree._Element, ...]


def list_choices(
    root: etree._Element, styles: WordStyles, numbering: WordNumbering
) -> tuple[ReplyChange, ...]:
    """Return the changes of a reply in reading order. Changes of the form alone are none."""
    moves = _name_moves(root)
    choices: list[ReplyChange] = []
    ends: dict[tuple[str, str], int] = {}
    for place in walk_numbered(root, styles, numbering):
        last: _Group | None = None
        for group in _group_marks(place, moves):
            key = (group.author, group.move)
            if group.move and key in ends:  # the other end, or more of one end
                choices[ends[key]] = _join(choices[ends[key]], group)
            elif last and _is_replacement(last, group):
                choices[-1] = _join(choices[-1], group)
            else:
                choices.append(_make(group))
                if group.move:
                    ends[key] = len(choices) - 1
            last = group
    return tuple(choices)


def _name_moves(root: etree._Element) -> dict[etree._Element, str]:
    """Return the name of the move for each mark of one: it stands at the start of its range."""
    names: dict[etree._Element, str] = {}
    current = {TrackedKind.MOVED_FROM: "", TrackedKind.MOVED_TO: ""}
    for element in root.iter(*_MOVES, *_MOVE_ENDS, f"{W}moveFrom", f"{W}moveTo"):
        if element.tag in _MOVE_ENDS:
            current[_MOVE_ENDS[element.tag]] = ""
        elif element.tag in _MOVES:
            current[_MOVES[element.tag]] = value(element, "name")
        else:
            is_from = element.tag == f"{W}moveFrom"
            names[element] = current[TrackedKind.MOVED_FROM if is_from else TrackedKind.MOVED_TO]
    return names


def _group_marks(place: NumberedParagraph, moves: dict[etree._Element, str]) -> Iterator[_Group]:
    last: _Group | None = None
    for kind, mark, text in list_marks(place.element):
        group = _Group(
            kind=kind,
            author=value(mark, "author"),
            date=value(mark, "date"),
            text=text,
            move=moves.get(mark, "") or (last.move if last and last.kind == kind else ""),
            place=place,
            marks=(mark,),
        )
        if (
            last
            and (last.kind, last.author, last.move) == (kind, group.author, group.move)
            and (_is_mark_of_paragraph(mark) or _follows(last.marks[-1], mark))
        ):
            last = replace(last, text=last.text + text, marks=(*last.marks, mark))
            continue
        if last:
            yield last
        last = group
    if last:
        yield last


def _is_mark_of_paragraph(mark: etree._Element) -> bool:
    parent = mark.getparent()
    return parent is not None and parent.tag == f"{W}rPr"


def _follows(first: etree._Element, second: etree._Element) -> bool:
    """Return whether nothing but invisible marks stands between two elements."""
    for element in first.itersiblings():
        if element is second:
            return True
        if element.tag not in _SKIPPED:
            return False
    return False


def _is_replacement(first: _Group, second: _Group) -> bool:
    kinds = {first.kind, second.kind}
    return (
        kinds == {TrackedKind.DELETED, TrackedKind.INSERTED}
        and first.author == second.author
        and first.place is second.place
        and not _is_mark_of_paragraph(second.marks[-1])
        and _follows(first.marks[-1], second.marks[0])
    )


def _make(group: _Group) -> ReplyChange:
    is_old = group.kind in (TrackedKind.DELETED, TrackedKind.MOVED_FROM)
    return ReplyChange(
        author=group.author,
        date=group.date,
        old=group.text if is_old else "",
        new="" if is_old else group.text,
        heading=group.place.heading,
        label=group.place.label,
        number=group.place.number,
        paragraph=" ".join(read_text(group.place.element, with_deleted=True).split()),
        is_move=bool(group.move),
        has_object=any(_has_object(mark) for mark in group.marks),
        places=frozenset(value(m, "name") for m in group.place.element.iterfind(_BOOKMARK)),
        marks=group.marks,
    )


def _join(choice: ReplyChange, group: _Group) -> ReplyChange:
    other = _make(group)
    return replace(
        choice,
        old=choice.old + other.old,
        new=choice.new + other.new,
        has_object=choice.has_object or other.has_object,
        places=choice.places | other.places,
        marks=(*choice.marks, *group.marks),
    )


def _has_object(mark: etree._Element) -> bool:
    """Return whether a change has more than words, or is of a whole row of a table."""
    if any(element.tag in _OBJECTS for element in mark.iter()):
        return True
    row = next(mark.iterancestors(f"{W}tr"), None)
    settings = child(row, "trPr")
    return settings is not None and any(e.tag in _ROW_MARKS for e in settings)
