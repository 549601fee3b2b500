"""Walk the paragraphs of a Word file with the number of each and the heading above it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from policybook.word.incoming.names import COMPATIBLE, W, child, number, value
from policybook.word.incoming.styles import ParagraphStyle, WordStyles, read_outline
from policybook.word.incoming.word_numbering import ListNumber, WordNumbering

#: A number that a reader can cite alone, such as 2.1.
_WHOLE = re.compile(r"[\dA-Z]+(?:\.\d+)+\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedParagraph:
    """A paragraph's element, its number as Word shows it, and the heading above it.

    `number` is the number through the one above, as readers cite it: `2.1(a)`.
    """

    element: etree._Element
    label: str
    number: str
    heading: str


def walk_numbered(
    root: etree._Element, styles: WordStyles, numbering: WordNumbering
) -> Iterator[NumberedParagraph]:
    """Yield every paragraph of a part in its order. Words that were deleted are no heading."""
    heading = above = ""
    for element in root.iter(f"{W}p"):
        if any(a.tag == f"{COMPATIBLE}Fallback" for a in element.iterancestors()):
            continue
        settings = child(element, "pPr")
        style = styles.paragraph(value(child(settings, "pStyle")))
        shown = count_paragraph(settings, style, numbering)
        label = shown.label if shown else ""
        outline = read_outline(settings)
        outline = style.outline if outline is None else outline
        words = " ".join(_read_words(element).split())
        if outline is not None and outline < 9 and words:
            heading, above = f"{label} {words}".strip(), ""
        is_inside = label.startswith("(") and above
        if label and not is_inside and _WHOLE.fullmatch(label):
            above = label
        number = f"{above}{label}" if is_inside else label
        yield NumberedParagraph(element=element, label=label, number=number, heading=heading)


def _read_words(element: etree._Element) -> str:
    """Return the words of a paragraph, with a space for each tab and line break."""
    return "".join(
        (part.text or "") if part.tag == f"{W}t" else " "
        for part in element.iter(f"{W}t", f"{W}tab", f"{W}br")
    )


def count_paragraph(
    settings: etree._Element | None, style: ParagraphStyle, numbering: WordNumbering
) -> ListNumber | None:
    """Count a paragraph in its list, and return its number; None if it is in no list.

    A paragraph's own list goes before that of its style; 0 switches the style's off.
    """
    direct = child(settings, "numPr")
    list_id = value(child(direct, "numId")) or style.list_id
    if not list_id or list_id == "0":
        return None
    level = child(direct, "ilvl")
    if level is not None:
        return numbering.count(list_id, number(level))
    if child(direct, "numId") is not None:
        return numbering.count(list_id, 0)
    by_style = numbering.find_level(list_id, style.list_style)
    return numbering.count(list_id, by_style or style.list_level or 0)
