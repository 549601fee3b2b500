"""Accept or reject tracked changes in a part of a Word file, as Word itself would."""

from collections.abc import Callable

from lxml import etree

from policybook.word.incoming.names import W, child

#: Says of a tracked mark: True to accept it, False to reject it, None to leave it.
Decide = Callable[[etree._Element], bool | None]

_ADDED = (f"{W}ins", f"{W}moveTo", f"{W}cellIns")
_REMOVED = (f"{W}del", f"{W}moveFrom", f"{W}cellDel")
_RANGES = tuple(
    f"{W}{kind}Range{end}" for kind in ("moveFrom", "moveTo") for end in ("Start", "End")
)
OLD_FORMS = tuple(
    f"{W}{name}Change"
    for name in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid", "tblPrEx")
)


def settle(root: etree._Element, decide: Decide) -> None:
    """Change `root` in place, as `decide` says of each mark."""
    for settings in list(root.iter(f"{W}trPr", f"{W}tcPr")):
        owner = settings.getparent()
        if owner is not None and any(_is_gone(mark, decide) for mark in settings):
            _remove(owner)
    _settle_paragraph_marks(root, decide)
    for element in list(root.iter(*_ADDED, *_REMOVED)):
        if element.getparent() is None or decide(element) is None:
            continue
        if _is_gone(element, decide):
            parent = element.getparent()
            is_number = parent is not None and parent.tag == f"{W}numPr"
            _remove(parent if is_number and parent is not None else element)
        else:
            for words in list(element.iter(f"{W}delText")):
                words.tag = f"{W}t"
            _unwrap(element)
    for element in list(root.iter(*OLD_FORMS)):
        answer = decide(element)
        if answer is False:
            _put_back_form(element)
        if answer is not None:
            _remove(element)
    for element in list(root.iter(*_RANGES, f"{W}numberingChange")):
        if decide(element) is not None:
            _remove(element)


def _is_gone(mark: etree._Element, decide: Decide) -> bool:
    """Return whether what a mark stands for goes away."""
    answer = decide(mark)
    if answer is None:
        return False
    return answer if mark.tag in _REMOVED else (mark.tag in _ADDED and not answer)


def _settle_paragraph_marks(root: etree._Element, decide: Decide) -> None:
    """Join a paragraph whose mark is gone to the next one, which gives the look."""
    for paragraph in reversed(list(root.iter(f"{W}p"))):
        marks = child(paragraph, "pPr", "rPr")
        if marks is None or not any(_is_gone(mark, decide) for mark in marks):
            continue
        following = next((e for e in paragraph.itersiblings() if e.tag not in _RANGES), None)
        content = [e for e in paragraph if e.tag != f"{W}pPr"]
        if following is not None and following.tag == f"{W}p":
            start = 1 if child(following, "pPr") is not None else 0
            for place, element in enumerate(content, start):
                following.insert(place, element)
            _remove(paragraph)
        elif all(e.tag in _RANGES or _is_gone(e, decide) for e in content):
            _remove(paragraph)


def _put_back_form(change: etree._Element) -> None:
    """Replace a form, such as `w:pPr`, by the earlier one that `change` holds."""
    current = change.getparent()
    earlier = change[0] if len(change) else None
    if current is None:
        return
    marks = current.find(f"{W}rPr") if current.tag == f"{W}pPr" else None
    section = current.find(f"{W}sectPr") if current.tag == f"{W}pPr" else None
    for element in list(current):
        if element is not change:
            current.remove(element)
    for element in list(earlier) if earlier is not None else ():
        current.append(element)
    for part in (marks, section):
        if part is not None:
            current.append(part)


def _remove(element: etree._Element) -> None:
    """Remove an element. The words after it, its tail, are only space between elements."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    """Put the content of an element in its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for inner in reversed(list(element)):
        parent.insert(place, inner)
    parent.remove(element)
