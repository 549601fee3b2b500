"""Find the tracked changes and comments of a Word file, and settle them where asked.

An inserted run is in `w:ins`, a removed one in `w:del`, and a move is in `w:moveFrom` and
`w:moveTo`. A paragraph's mark, a row and a form of words can be tracked too (ECMA-376,
part 1, 17.13.5).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from lxml import etree

from policybook.word.incoming import settled_changes
from policybook.word.incoming.names import COMPATIBLE, W, child, value
from policybook.word.incoming.styles import WordStyles
from policybook.word.incoming.word_numbering import NumberedParagraph, WordNumbering, walk_numbered


class Decision(StrEnum):
    """What becomes of tracked changes."""

    REFUSE = "refuse"
    ACCEPT = "accept"
    REJECT = "reject"


class TrackedKind(StrEnum):
    """The kinds of change that Word tracks, and a comment."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved from"
    MOVED_TO = "moved to"
    FORMATTED = "formatted"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChange:
    """A change or a comment that nobody has settled, and where it is.

    `date` is as Word wrote it: `2026-10-01T09:00:00Z`. `heading` is the heading above
    with its number, `label` the number of the paragraph, `number` that number as readers
    cite it, and `paragraph` its words as they stand. `on` is what a comment is about.
    """

    kind: TrackedKind
    author: str
    date: str
    text: str
    heading: str
    label: str
    number: str
    paragraph: str
    on: str = ""


class OpenChanges(Exception):
    """The file has changes or comments that nobody has settled; `changes` are all of them."""

    def __init__(self, changes: Sequence[OpenChange]) -> None:
        super().__init__(f"{len(changes)} tracked changes and comments are open.")
        self.changes = tuple(changes)


_KINDS = {
    f"{W}ins": TrackedKind.INSERTED,
    f"{W}del": TrackedKind.DELETED,
    f"{W}moveFrom": TrackedKind.MOVED_FROM,
    f"{W}moveTo": TrackedKind.MOVED_TO,
    f"{W}cellIns": TrackedKind.INSERTED,
    f"{W}cellDel": TrackedKind.DELETED,
}
_FORMS = frozenset((*settled_changes.OLD_FORMS, f"{W}numberingChange"))


def settle(
    roots: Sequence[etree._Element],
    comments: etree._Element | None,
    decision: Decision,
    styles: WordStyles,
    numbering: WordNumbering,
) -> tuple[OpenChange, ...]:
    """Take the tracked changes out of the parts as `decision` says, and return them all.

    Raises `OpenChanges` if there are any and `decision` is to refuse.
    """
    changes = tuple(find_changes(roots, comments, styles, numbering))
    if changes and decision is Decision.REFUSE:
        raise OpenChanges(changes)
    for root in roots if changes else ():
        settled_changes.settle(root, lambda _: decision is Decision.ACCEPT)
    return changes


def find_changes(
    roots: Sequence[etree._Element],
    comments: etree._Element | None,
    styles: WordStyles,
    numbering: WordNumbering,
) -> Iterator[OpenChange]:
    """Yield the changes and comments in reading order."""
    remarks = {value(c, "id"): c for c in (comments if comments is not None else ())}
    seen: set[str] = set()
    for root in roots:
        for paragraph in walk_numbered(root, styles, numbering):
            yield from _find_in_paragraph(paragraph)
            yield from _find_comments(paragraph, remarks, seen)
        for row in root.iter(f"{W}trPr", f"{W}tcPr"):
            for mark in row:
                if mark.tag in _KINDS:
                    yield _make(_KINDS[mark.tag], mark, "a row or cell of a table", None)
        for mark in root.iter(f"{W}sectPrChange", f"{W}tblPrChange", f"{W}tblGridChange"):
            yield _make(TrackedKind.FORMATTED, mark, "the form of a page or a table", None)
    for name, remark in remarks.items():
        if name not in seen:
            yield _make(TrackedKind.COMMENT, remark, read_text(remark), None)


def _make(
    kind: TrackedKind,
    mark: etree._Element,
    text: str,
    place: NumberedParagraph | None,
    on: str = "",
) -> OpenChange:
    return OpenChange(
        kind=kind,
        author=value(mark, "author"),
        date=value(mark, "date"),
        text=" ".join(text.split()),
        heading=place.heading if place else "",
        label=place.label if place else "",
        number=place.number if place else "",
        paragraph=" ".join(read_text(place.element).split()) if place else "",
        on=" ".join(on.split()),
    )


def _find_in_paragraph(place: NumberedParagraph) -> Iterator[OpenChange]:
    """Yield the changes of one paragraph, those of one kind and author beside each other as one."""
    marks = list_marks(place.element)
    groups = [list(g) for _, g in groupby(marks, key=lambda m: (m[0], value(m[1], "author")))]
    for group in groups:
        kind, mark, _ = group[0]
        empty = "the end of a paragraph" if group is groups[-1] else "an empty paragraph"
        yield _make(kind, mark, "".join(text for _, _, text in group) or empty, place)
    forms = [e for e in place.element.iter(*_FORMS) if _is_of(e, place.element)]
    if forms:
        yield _make(TrackedKind.FORMATTED, forms[0], read_text(place.element), place)


def list_marks(paragraph: etree._Element) -> Iterator[tuple[TrackedKind, etree._Element, str]]:
    """Yield the tracked runs of a paragraph with their words, then its tracked mark."""
    for element in paragraph.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"):
        parent = element.getparent()
        is_mark = parent is not None and parent.tag == f"{W}rPr"
        if not is_mark and _is_of(element, paragraph):
            yield _KINDS[element.tag], element, read_text(element, with_deleted=True)
    marks = child(paragraph, "pPr", "rPr")
    for mark in marks if marks is not None else ():
        if mark.tag in _KINDS:
            yield _KINDS[mark.tag], mark, ""


def _is_of(element: etree._Element, paragraph: etree._Element) -> bool:
    """Return whether an element is in this paragraph, and not in a box that stands in it."""
    return next(element.iterancestors(f"{W}p"), None) is paragraph


def _find_comments(
    place: NumberedParagraph, remarks: Mapping[str, etree._Element], seen: set[str]
) -> Iterator[OpenChange]:
    for mark in place.element.iter(f"{W}commentRangeStart", f"{W}commentReference"):
        name = value(mark, "id")
        if name not in remarks or name in seen:
            continue
        seen.add(name)
        on = "".join(_words_until(mark, name))
        yield _make(TrackedKind.COMMENT, remarks[name], read_text(remarks[name]), place, on)


def _words_until(start: etree._Element, name: str) -> Iterator[str]:
    """Yield the words of a paragraph from the start of a comment to its end."""
    for element in start.itersiblings():
        if element.tag == f"{W}commentRangeEnd" and value(element, "id") == name:
            return
        yield read_text(element)


def read_text(element: etree._Element, *, with_deleted: bool = False) -> str:
    """Return the words in an element, without those that a change deleted."""
    tags = {f"{W}t", f"{W}delText"} if with_deleted else {f"{W}t"}
    words: list[str] = []
    for part in element.iter(*tags, f"{W}tab", f"{W}br", f"{W}p"):
        if any(a.tag == f"{COMPATIBLE}Fallback" for a in part.iterancestors()):
            continue
        words.append((part.text or "") if part.tag in tags else " ")
    return "".join(words).replace("\u00ad", "")
